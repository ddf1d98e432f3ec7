package dev.vouch.pipeline.inbox;

import dev.vouch.pipeline.Wordless;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that all workspaces share for work of one kind: to empty their inboxes, or to do what is
 * due. A workspace with something to do stands in line once, has one turn when it comes to it, and
 * goes to the end of the line: however much there is to do in one, the others wait for one turn of
 * it at most, and no workspace has two turns at a time. Thread-safe.
 *
 * <p>Whoever knows of something says so with {@link #wake}; the rest is found by looking at all
 * workspaces every so often, in one call. Whatever a turn or a look throws, the threads go on.
 */
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

  /** Most of the time they wait for Redis or Slack; a Slack that hangs holds a few of them. */
  private static final int THREADS = 16;

  private final String what;
  private final Look looking;
  private final Duration lookEvery;
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final BlockingQueue<Place> line = new LinkedBlockingQueue<>();
  private final ExecutorService threads;
  private final ScheduledExecutorService look;
  private final Rush rush = new Rush();
  private volatile long lookedAt = System.nanoTime();
  private volatile boolean works = true;
  private volatile boolean closing;

  /** Finds the workspaces in which there is something to do. */
  @FunctionalInterface
  public interface Look {
    Collection<String> among(Collection<String> teams);
  }

  /** What is to be done of one workspace, a turn at a time. */
  public interface Turns {
    String team();

    /**
     * Has one turn; never called twice at a time.
     *
     * @return how much there was to do; where there was something, there is another turn
     */
    int round();

    /** Lets go of what is finished, because the next turn may be far off. */
    default void acknowledge() {}
  }

  /**
   * @param what is done, in a word, for logs and the names of threads
   * @param lookEvery how often all workspaces are looked at
   */
  public WorkerPool(String what, Look looking, Duration lookEvery) {
    this.what = what;
    this.looking = looking;
    this.lookEvery = lookEvery;
    this.threads = Executors.newFixedThreadPool(THREADS, daemons("vouch-" + what + "-"));
    this.look = Executors.newSingleThreadScheduledExecutor(daemons("vouch-look-" + what + "-"));
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Where a workspace is. */
  private enum State {
    IDLE,
    IN_LINE,
    AT_WORK,
    AT_WORK_AND_WOKEN
  }

  /** A workspace's place in line. */
  private static final class Place {
    private final Turns turns;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private volatile long since;

    private Place(Turns turns) {
      this.turns = turns;
    }
  }

  public void start() {
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::work);
    }
    look.scheduleWithFixedDelay(this::look, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From now on this workspace has its turns; what else was added of the same has none. */
  public void add(Turns turns) {
    Place place = new Place(turns);
    places.put(turns.team(), place);
    wake(place);
  }

  /** These have no more turns. */
  public void remove(Turns turns) {
    places.computeIfPresent(turns.team(), (team, place) -> place.turns == turns ? null : place);
  }

  /** Something has come in for a workspace. */
  public void wake(String team) {
    rush.arrived();
    wakeIfThere(team);
  }

  private void wakeIfThere(String team) {
    Place place = places.get(team);
    if (place != null) {
      wake(place);
    }
  }

  private void wake(Place place) {
    State before =
        place.state.getAndUpdate(
            state ->
                switch (state) {
                  case IDLE, IN_LINE -> State.IN_LINE;
                  case AT_WORK, AT_WORK_AND_WOKEN -> State.AT_WORK_AND_WOKEN;
                });
    if (before == State.IDLE) {
      queue(place);
    }
  }

  private void queue(Place place) {
    place.since = System.nanoTime();
    line.add(place);
  }

  private void work() {
    while (!closing) {
      try {
        Place place = line.poll(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        if (place != null) {
          rush.pace(() -> work(place));
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void work(Place place) {
    place.state.set(State.AT_WORK);
    boolean more = false;
    try {
      more = place.turns.round() > 0;
      if (rush.isOn()) {
        place.turns.acknowledge();
      }
      told(true, "");
    } catch (RuntimeException e) {
      told(false, e.toString());
    } catch (Error e) {
      LOG.error("{}: a turn of workspace {} broke", what, place.turns.team(), Wordless.of(e));
    } finally {
      end(place, more);
    }
  }

  private void end(Place place, boolean more) {
    State end = more ? State.IN_LINE : State.IDLE;
    State before =
        place.state.getAndUpdate(state -> state == State.AT_WORK_AND_WOKEN ? State.IN_LINE : end);
    if (more || before == State.AT_WORK_AND_WOKEN) {
      queue(place);
    }
  }

  private void look() {
    try {
      looking.among(places.keySet()).forEach(this::wakeIfThere);
      lookedAt = System.nanoTime();
    } catch (RuntimeException e) {
      told(false, e.toString());
    } catch (Error e) {
      LOG.error("{}: a look broke", what, Wordless.of(e));
    }
  }

  /** Says once that something is wrong, and once that it is right again. */
  private void told(boolean well, String why) {
    if (well && !works) {
      LOG.info("{}: going on", what);
    } else if (!well && works) {
      LOG.warn("{}: not possible, tried every {}: {}", what, lookEvery, why);
    }
    works = well;
  }

  /** For how long now nobody has looked at all workspaces to the end. */
  public Duration sinceLook() {
    return since(lookedAt);
  }

  /** How long the first in line has waited for its turn. */
  public Duration longestInLine() {
    Place first = line.peek();
    return first == null ? Duration.ZERO : since(first.since);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(Math.max(0, System.nanoTime() - nanos));
  }

  /** No more turns; those that have begun go on. */
  @Override
  public void close() {
    closing = true;
    look.shutdown();
    threads.shutdown();
    places.clear();
    line.clear();
  }
}
