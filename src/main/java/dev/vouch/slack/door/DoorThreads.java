package dev.vouch.slack.door;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's threads. What Jetty wants done after an answer, which is to go on with the connection, is
 * done by the thread that answered, where Jetty would wake another for each.
 */
final class DoorThreads extends QueuedThreadPool {
  private static final int MOST = 200;
  private static final int LEAST = 4;

  /** What is to be done after the answer that a thread is giving; none while it gives none. */
  private final ThreadLocal<@Nullable List<Runnable>> afterwards = new ThreadLocal<>();

  DoorThreads() {
    super(MOST, LEAST);
    setName("vouch-http");
  }

  /** Gives an answer and does what follows from it; neither may wait for anything. */
  void answer(Runnable answer) {
    List<Runnable> next = new ArrayList<>(1);
    afterwards.set(next);
    try {
      answer.run();
    } finally {
      afterwards.remove();
    }
    next.forEach(Runnable::run);
  }

  @Override
  public void execute(Runnable task) {
    List<Runnable> next = afterwards.get();
    if (next == null) {
      super.execute(task);
    } else {
      next.add(task);
    }
  }
}
