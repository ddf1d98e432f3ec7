package dev.vouch.pipeline;

import dev.vouch.pipeline.Deliveries.Backlog;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that all workspaces share. A workspace with something in its inbox stands in line
 * once, has one batch worked off when its turn comes, and goes to the end of the line: however much
 * comes in one workspace, the others wait for one batch of it at most. Thread-safe.
 *
 * <p>Whoever stores something here says so with {@link #wake}; what other instances left behind,
 * and what is due again, is found by looking at all inboxes every second, in one call.
 */
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** Most of the time they wait for Redis or Slack; a Slack that hangs holds a few of them. */
  private static final int THREADS = 16;

  private final Backlogs backlogs;
  private final Duration lookEvery;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();
  private final BlockingQueue<Turn> line = new LinkedBlockingQueue<>();
  private final ExecutorService threads;
  private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor();
  private final Rush rush = new Rush();
  private volatile boolean isReadable = true;
  private volatile boolean closing;

  /** How much waits in several workspaces. */
  @FunctionalInterface
  public interface Backlogs {
    Map<String, Backlog> of(Collection<String> teams);
  }

  public WorkerPool(Backlogs backlogs) {
    this(backlogs, LOOK_EVERY);
  }

  /**
   * @param lookEvery how often all inboxes are looked at
   */
  public WorkerPool(Backlogs backlogs, Duration lookEvery) {
    this.backlogs = backlogs;
    this.lookEvery = lookEvery;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "vouch-worker-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Where a workspace is. */
  private enum State {
    IDLE,
    IN_LINE,
    AT_WORK,
    AT_WORK_AND_WOKEN
  }

  /** A workspace's place in line. */
  private record Turn(Worker worker, AtomicReference<State> state) {}

  public void start() {
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::work);
    }
    look.scheduleWithFixedDelay(this::look, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From now on this workspace has its turns; another worker of the same workspace has none. */
  public void add(Worker worker) {
    turns.put(worker.team(), new Turn(worker, new AtomicReference<>(State.IDLE)));
    wake(worker.team());
  }

  /** This worker has no more turns. */
  public void remove(Worker worker) {
    turns.computeIfPresent(worker.team(), (team, turn) -> turn.worker() == worker ? null : turn);
  }

  /** Something waits in a workspace. */
  public void wake(String team) {
    rush.arrived();
    Turn turn = turns.get(team);
    if (turn != null) {
      wake(turn);
    }
  }

  private void wake(Turn turn) {
    State before =
        turn.state()
            .getAndUpdate(
                state ->
                    switch (state) {
                      case IDLE, IN_LINE -> State.IN_LINE;
                      case AT_WORK, AT_WORK_AND_WOKEN -> State.AT_WORK_AND_WOKEN;
                    });
    if (before == State.IDLE) {
      line.add(turn);
    }
  }

  private void work() {
    while (!closing) {
      try {
        Turn turn = line.poll(lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        if (turn != null) {
          rush.pace(() -> work(turn));
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void work(Turn turn) {
    turn.state().set(State.AT_WORK);
    boolean more = false;
    try {
      more = turn.worker().round() > 0;
      if (rush.isOn()) {
        turn.worker().acknowledge();
      }
      told(true, "");
    } catch (RuntimeException e) {
      told(false, e.toString());
    }
    State end = more ? State.IN_LINE : State.IDLE;
    State before =
        turn.state().getAndUpdate(state -> state == State.AT_WORK_AND_WOKEN ? State.IN_LINE : end);
    if (more || before == State.AT_WORK_AND_WOKEN) {
      line.add(turn);
    }
  }

  private void look() {
    try {
      backlogs
          .of(turns.keySet())
          .forEach(
              (team, backlog) -> {
                if (backlog.waiting() > 0) {
                  wake(team);
                }
              });
    } catch (RuntimeException e) {
      told(false, e.toString());
    }
  }

  /** Says once that an inbox cannot be read, and once that it can be again. */
  private void told(boolean readable, String why) {
    if (readable && !isReadable) {
      LOG.info("the inbox can be read again");
    } else if (!readable && isReadable) {
      LOG.warn("the inbox cannot be read and is tried every {}: {}", lookEvery, why);
    }
    isReadable = readable;
  }

  /** No more turns; rounds that have begun go on, {@link Worker#close} waits for them. */
  @Override
  public void close() {
    closing = true;
    look.shutdown();
    threads.shutdown();
    turns.clear();
    line.clear();
  }
}
