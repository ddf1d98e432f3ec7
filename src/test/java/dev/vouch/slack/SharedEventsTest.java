package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

class SharedEventsTest {
  private static final RuntimeException AWAY = new JedisConnectionException("away");

  private static SharedEvents events(SlackStub slack) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    WebApi api = new WebApi(slack.slack().methods(), clock);
    return new SharedEvents(
        new EventAuthorizations(api, "xapp-1", clock),
        () -> {
          throw AWAY;
        },
        (envelope, event) -> CompletableFuture.completedFuture(null));
  }

  /** Or a batch would break as a whole, and count against each that was in it. */
  @Test
  void whoElseThereIs_cannotBeAsked_onlyWhatIsSharedComesAgain() throws IOException {
    Instant now = Instant.EPOCH;
    Envelope shared =
        new Envelope("Ev1", "T1", Envelope.Type.EVENT, "{\"channel\":\"C1\"}", now, now, "EC-1");
    Envelope own = new Envelope("Ev2", "T1", Envelope.Type.EVENT, "{\"channel\":\"C2\"}", now);
    List<Delivery> batch =
        List.of(new Delivery("1-0", shared, 1, 0), new Delivery("2-0", own, 1, 0));
    try (SlackStub slack = new SlackStub()) {
      assertThat(events(slack).passOn(batch)).containsOnlyKeys("1-0").containsValue(AWAY);
    }
  }
}
