package dev.vouch.pipeline;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import dev.vouch.pipeline.Deliveries.Delivery;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every envelope of one workspace its effect, one after the other. What fails comes again
 * later; what fails for good is put aside with its reason, so that it stops nobody.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int BATCH = 64;
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_FAILURES = 5;

  /** Slack or Redis may be away for hours; at the longest pause this is about a day. */
  private static final int MOST_WAITS = 300;

  private final Gson gson = new Gson();
  private final Deliveries deliveries;
  private final EventReader events;
  private final Listener listener;
  private final NudgeDesk nudges;
  private final Pressure pressure;
  private final Thread thread;
  private volatile boolean closing;
  private boolean isReadable = true;

  /**
   * @param pressure hears how much waits
   */
  public Worker(
      String team,
      Deliveries deliveries,
      EventReader events,
      Listener listener,
      NudgeDesk nudges,
      Pressure pressure) {
    this.deliveries = deliveries;
    this.events = events;
    this.listener = listener;
    this.nudges = nudges;
    this.pressure = pressure;
    this.thread = new Thread(this::run, "worker-" + team);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!closing) {
      try {
        round(WAIT);
        told(true, "");
      } catch (RuntimeException e) {
        told(false, e.toString());
        pause();
      }
    }
  }

  /** Says once that the inbox cannot be read, and once that it can be again. */
  private void told(boolean readable, String why) {
    if (readable && !isReadable) {
      LOG.info("the inbox can be read again");
    } else if (!readable && isReadable) {
      LOG.warn("the inbox cannot be read and is tried every {}: {}", PAUSE, why);
    }
    isReadable = readable;
  }

  private void pause() {
    synchronized (this) {
      try {
        wait(PAUSE.toMillis());
      } catch (InterruptedException e) {
        closing = true;
      }
    }
  }

  /** Takes one batch and works it off; returns how many there were. */
  int round(Duration wait) {
    var batch = deliveries.take(BATCH, wait);
    pressure.waiting(batch.size() < BATCH ? 0 : deliveries.backlog().waiting());
    for (Delivery delivery : batch) {
      if (closing) {
        break;
      }
      work(delivery);
    }
    return batch.size();
  }

  private void work(Delivery delivery) {
    try {
      effect(delivery.envelope());
      deliveries.done(delivery);
    } catch (Directory.Unreachable e) {
      failed(delivery, e, MOST_WAITS);
    } catch (JsonSyntaxException | Messenger.Refused e) {
      bury(delivery, e);
    } catch (RuntimeException e) {
      failed(delivery, e, deliveries.isPassing(e) ? MOST_WAITS : MOST_FAILURES);
    } catch (StackOverflowError e) {
      failed(delivery, new IllegalStateException("nested too deeply", e), MOST_FAILURES);
    }
  }

  private void effect(Envelope envelope) {
    switch (envelope.type()) {
      case EVENT -> events.read(JsonParser.parseString(envelope.payload()).getAsJsonObject());
      case NUDGE_ANSWER ->
          nudges.answer(gson.fromJson(envelope.payload(), NudgeAnswer.class), listener::correct);
      case SAVED_ADVOCACY -> listener.save(gson.fromJson(envelope.payload(), SavedAdvocacy.class));
    }
  }

  private void failed(Delivery delivery, RuntimeException e, int most) {
    if (delivery.attempts() >= most) {
      bury(delivery, e);
    } else {
      LOG.warn(
          "envelope {} failed at try {} and comes again: {}",
          delivery.envelope().id(),
          delivery.attempts(),
          e.toString());
    }
  }

  private void bury(Delivery delivery, RuntimeException e) {
    LOG.error("envelope {} is a dead letter", delivery.envelope().id(), e);
    boolean ours = e instanceof Messenger.Refused || e instanceof Directory.Unreachable;
    deliveries.bury(delivery, ours ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName());
  }

  /** Finishes the message in hand and stops. */
  @Override
  public void close() {
    closing = true;
    synchronized (this) {
      notifyAll();
    }
    try {
      thread.join(Duration.ofSeconds(3).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
