package dev.vouch.pipeline.learn;

import dev.vouch.pipeline.Wordless;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a workspace learn when its time has come, away from whatever else is being done. */
public final class Teacher {
  private static final Logger LOG = LoggerFactory.getLogger(Teacher.class);

  private final Learning learning;
  private final Executor executor;
  private final AtomicBoolean atIt = new AtomicBoolean();

  /**
   * @param executor where trainings run, one after the other
   */
  public Teacher(Learning learning, Executor executor) {
    this.learning = learning;
    this.executor = executor;
  }

  /**
   * Takes up what was put to use elsewhere, and has a training run if one is due.
   *
   * @return false: there is never more than one
   */
  public boolean teachDue() {
    if (!learning.isDue() || !atIt.compareAndSet(false, true)) {
      return false;
    }
    try {
      executor.execute(this::teach);
    } catch (RejectedExecutionException e) {
      atIt.set(false);
      LOG.debug("nothing is learnt while closing");
    }
    return false;
  }

  private void teach() {
    try {
      learning.learn(null);
    } catch (RuntimeException e) {
      LOG.error("a training failed and is tried again", Wordless.of(e));
    } finally {
      atIt.set(false);
    }
  }
}
