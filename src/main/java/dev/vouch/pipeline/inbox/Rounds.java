package dev.vouch.pipeline.inbox;

import dev.vouch.pipeline.Wordless;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Does what is due in one workspace, one kind of work at a turn. Each kind fails by itself.
 * Thread-safe.
 */
public final class Rounds implements WorkerPool.Turns, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** What hangs longer is looked for by whoever comes next, as after a crash. */
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

  private final String team;
  private final List<Round> kinds;
  private final InstantSource clock;
  private final ReentrantLock atWork = new ReentrantLock();
  private volatile boolean closing;
  private volatile String mark = "";
  private volatile @Nullable String doneFor;
  private volatile Instant nextDigest = Instant.EPOCH;
  private String begunFor = "";
  private int next;
  private boolean more;
  private boolean broken;

  /** Does what is due of one kind, a turn's worth of it. */
  @FunctionalInterface
  public interface Round {
    /** Returns whether there may be more. */
    boolean go();
  }

  /**
   * @param digests posts the digests that are due, and tells when the next is
   * @param others the other kinds of work, in their order
   */
  public Rounds(String team, List<Round> others, Supplier<Instant> digests, InstantSource clock) {
    this.team = team;
    this.clock = clock;
    this.kinds = new ArrayList<>(others);
    this.kinds.add(
        () -> {
          nextDigest = digests.get();
          return false;
        });
  }

  @Override
  public String team() {
    return team;
  }

  /** Whether there is something to do, as a look at the workspace tells. */
  public boolean isDue(Agenda agenda) {
    mark = agenda.mark();
    return agenda.due() || !mark.equals(doneFor) || !clock.instant().isBefore(nextDigest);
  }

  @Override
  public int round() {
    atWork.lock();
    try {
      return closing ? 0 : turn();
    } finally {
      atWork.unlock();
    }
  }

  private int turn() {
    if (next == 0) {
      begunFor = mark;
      more = false;
      broken = false;
    }
    more |= go(kinds.get(next));
    next = (next + 1) % kinds.size();
    if (next == 0 && !broken) {
      doneFor = begunFor;
    }
    return next > 0 || more ? 1 : 0;
  }

  /** Does all that is due at once, a turn's worth of each kind. */
  public void all() {
    atWork.lock();
    try {
      kinds.forEach(this::go);
    } finally {
      atWork.unlock();
    }
  }

  private boolean go(Round kind) {
    try (var id = MDC.putCloseable("team", team)) {
      return kind.go();
    } catch (RuntimeException | Error e) {
      broken = true;
      LOG.warn("some of what is due in workspace {} has to wait", team, Wordless.of(e));
      return false;
    }
  }

  /** Has no more turns; one that has begun is waited for, for a moment. */
  @Override
  public void close() {
    closing = true;
    try {
      if (atWork.tryLock(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        atWork.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
