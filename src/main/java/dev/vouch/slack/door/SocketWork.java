package dev.vouch.slack.door;

import com.google.gson.JsonObject;
import dev.vouch.pipeline.Wordless;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.door.Interactions.Outcome;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with envelopes of Socket Mode. Nothing is acknowledged before it is safe; what is
 * not acknowledged, Slack sends again.
 */
final class SocketWork {
  private static final Logger LOG = LoggerFactory.getLogger(SocketWork.class);

  private final EventIntake intake;
  private final Interactions interactions;
  private final Lanes lanes = new Lanes();

  SocketWork(EventIntake intake, Interactions interactions) {
    this.intake = intake;
    this.interactions = interactions;
  }

  /**
   * Hands an envelope over and returns at once: the thread that reads the socket must not wait.
   *
   * @param line takes an acknowledgement, from any thread
   */
  void take(SocketEnvelope envelope, Consumer<String> line) {
    long since = System.nanoTime();
    Consumer<String> acks =
        ack -> {
          line.accept(ack);
          intake.counts().answered(since);
        };
    try {
      switch (envelope.type()) {
        case "events_api" ->
            lanes.inOrder(envelope.orderedBy(), () -> guarded(() -> event(envelope, acks)));
        case "slash_commands", "interactive" ->
            lanes.anyTime(() -> guarded(() -> interaction(envelope, acks)));
        default -> acks.accept(envelope.ack());
      }
    } catch (RejectedExecutionException e) {
      LOG.warn("too busy for envelope {}: left for Slack to send again", envelope.type());
    }
  }

  /** Ends after what was taken is done, or at the limit. */
  void drain(Duration most) {
    if (!lanes.drain(most)) {
      LOG.warn("stopped with work of the socket unfinished: Slack will send it again");
    }
  }

  private void event(SocketEnvelope envelope, Consumer<String> acks) {
    JsonObject delivery = envelope.payload();
    try {
      intake.take(delivery == null ? new JsonObject() : delivery);
      acks.accept(envelope.ack());
    } catch (Inbox.Unavailable e) {
      LOG.debug("not acknowledged, so that Slack sends it again");
    }
  }

  private void interaction(SocketEnvelope envelope, Consumer<String> acks) {
    JsonObject payload = envelope.payload();
    Outcome outcome = interactions.payload(payload == null ? new JsonObject() : payload);
    if (outcome instanceof Outcome.Answered answered) {
      acks.accept(envelope.ack(answered.body(), answered.contentType()));
    } else if (!(outcome instanceof Outcome.Failed failed)) {
      acks.accept(envelope.ack());
    } else if (envelope.type().equals("slash_commands")) {
      acks.accept(envelope.ack(sorry(failed.reference()), "application/json"));
    }
    // A button or modal that failed gets no answer: then Slack itself says that it did not work.
  }

  private static String sorry(String reference) {
    JsonObject answer = new JsonObject();
    answer.addProperty("response_type", "ephemeral");
    answer.addProperty("text", SlackGate.failure(reference).body());
    return answer.toString();
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("an envelope of the socket failed: left for Slack to send again", Wordless.of(e));
    }
  }
}
