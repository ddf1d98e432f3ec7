package dev.vouch.slack.door;

import static dev.vouch.slack.door.TestDoor.delivery;
import static dev.vouch.slack.door.TestDoor.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done with envelopes of Socket Mode, over real sockets. */
class SocketWorkTest {
  private final MemoryInbox inbox = new MemoryInbox();
  private TestSocket socket;

  private void connect(Inbox into) throws Exception {
    socket = TestSocket.connected(into);
  }

  @AfterEach
  void stop() throws Exception {
    socket.close();
  }

  @Test
  void event_isAcknowledgedOnlyOnceItIsStored() throws Exception {
    CountDownLatch store = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    connect(
        envelope -> {
          arrived.countDown();
          TestSocket.pass(store);
          inbox.append(envelope);
        });
    socket.slack.event("e1", delivery("Ev1", message("C1", "größe 🙂")));
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(socket.slack.acked()).isEmpty();

    store.countDown();
    await().until(() -> socket.slack.acked().equals(List.of("e1")));
    assertThat(inbox.stored().get(0).payload()).contains("größe 🙂");
    assertThat(socket.slack.acks.get(0).keySet()).containsExactly("envelope_id");
  }

  @Test
  void fullInbox_isNotAcknowledged_andTheRepeatIs() throws Exception {
    connect(inbox);
    inbox.full(true);
    socket.slack.event("e1", delivery("Ev1", message("C1", "x")));
    await().until(() -> socket.counts.of(DoorCounts.Of.UNAVAILABLE) == 1);
    inbox.full(false);
    socket.slack.event("e2", delivery("Ev1", message("C1", "x")));

    await().until(() -> socket.slack.acked().contains("e2"));
    assertThat(socket.slack.acked()).containsExactly("e2");
    assertThat(inbox.stored()).hasSize(1);
    await().until(() -> socket.registry.get("vouch.acknowledging").timer().count() == 1);
  }

  @Test
  void inboxThatFailsInAnUnknownWay_isNotAcknowledged() throws Exception {
    connect(
        envelope -> {
          if (envelope.id().equals("Ev1")) {
            throw new IllegalStateException("broken");
          }
          inbox.append(envelope);
        });
    socket.slack.event("e1", delivery("Ev1", message("C1", "x")));
    socket.slack.event("e2", delivery("Ev2", message("C1", "x")));

    await().until(() -> socket.slack.acked().contains("e2"));
    assertThat(socket.slack.acked()).containsExactly("e2");
  }

  @Test
  void trap4_unusedEventsAndUnknownEnvelopesAreAcknowledged() throws Exception {
    connect(inbox);
    socket.slack.event("e1", delivery("Ev1", "{\"type\":\"never_heard_of\"}"));
    socket.slack.event("e2", "{\"type\":\"event_callback\",\"event_id\":7}");
    socket.slack.send("{\"envelope_id\":\"e3\",\"type\":\"brand_new\",\"payload\":{}}");
    socket.slack.send("not JSON {");
    socket.slack.send("{\"type\":\"no_envelope_id\"}");

    await().until(() -> socket.slack.acked().size() == 3);
    assertThat(socket.slack.acked()).containsExactlyInAnyOrder("e1", "e2", "e3");
    assertThat(inbox.stored()).isEmpty();
  }

  @Test
  void trap12_oneSlowChannelDoesNotHoldUpAnother() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    connect(
        envelope -> {
          if (envelope.payload().contains("C-SLOW")) {
            TestSocket.pass(release);
          }
          inbox.append(envelope);
        });
    socket.slack.event("slow", delivery("Ev1", message("C-SLOW", "x")));
    socket.slack.event("quick", delivery("Ev2", message("C1", "x")));

    await().until(() -> socket.slack.acked().equals(List.of("quick")));
    release.countDown();
    await().until(() -> socket.slack.acked().contains("slow"));
  }

  @Test
  void trap12_eventsOfOneChannelKeepTheirOrder_andAThousandTakeNoTenSeconds() throws Exception {
    connect(inbox);
    long start = System.nanoTime();
    IntStream.range(0, 1_000)
        .forEach(
            i -> socket.slack.event("e" + i, delivery("Ev" + i, message("C" + i % 5, "m" + i))));

    await().atMost(Duration.ofSeconds(20)).until(() -> socket.slack.acks.size() == 1_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    for (int channel = 0; channel < 5; channel++) {
      String name = "\"C" + channel + "\"";
      List<Integer> numbers =
          inbox.stored().stream()
              .filter(envelope -> envelope.payload().contains(name))
              .map(Envelope::id)
              .map(id -> Integer.valueOf(id.substring(2)))
              .toList();
      assertThat(numbers).hasSize(200).isSorted();
    }
  }

  @Test
  void command_isAnsweredInTheAcknowledgement() throws Exception {
    connect(inbox);
    socket.app.command(
        "/vouch", (request, context) -> context.ack("hello ✓ " + context.getBotToken()));
    command("c1", "/vouch");

    await().until(() -> socket.slack.acks.size() == 1);
    JsonObject payload = socket.slack.acks.get(0).getAsJsonObject("payload");
    assertThat(payload.get("text").getAsString()).isEqualTo("hello ✓ xoxb-test");
  }

  @Test
  void buttonsAndModals_areRun_andWhatNobodyHearsIsAcknowledged() throws Exception {
    connect(inbox);
    socket.app.viewSubmission(
        "save", (request, context) -> context.ackWithErrors(Map.of("who", "choose somebody")));
    interactive(
        "i1",
        "{\"type\":\"view_submission\",\"team\":{\"id\":\"T0HOME\"},\"user\":{\"id\":\"U1\"},"
            + "\"view\":{\"type\":\"modal\",\"callback_id\":\"save\",\"state\":{\"values\":{}}}}");
    interactive("i2", "{\"type\":\"brand_new\"}");
    interactive("i3", "{\"type\":\"block_actions\"}");
    command("c1", "/other");

    await().until(() -> socket.slack.acks.size() == 4);
    JsonObject modal =
        socket.slack.acks.stream()
            .filter(ack -> ack.get("envelope_id").getAsString().equals("i1"))
            .findFirst()
            .orElseThrow();
    assertThat(modal.toString()).contains("choose somebody");
  }

  @Test
  void commandThatFails_tellsThePersonAReference_aButtonIsLeftUnanswered() throws Exception {
    connect(inbox);
    socket.app.command(
        "/vouch",
        (request, context) -> {
          throw new IllegalStateException("secret-inner-words");
        });
    socket.app.blockAction(
        "go",
        (request, context) -> {
          throw new IllegalStateException("secret-inner-words");
        });
    interactive(
        "i1",
        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T0HOME\"},\"user\":{\"id\":\"U1\"},"
            + "\"actions\":[{\"action_id\":\"go\",\"type\":\"button\"}]}");
    await().until(() -> socket.counts.of(DoorCounts.Of.FAILED) == 1);
    command("c1", "/vouch");

    await().until(() -> socket.slack.acked().contains("c1"));
    assertThat(socket.slack.acked()).containsExactly("c1");
    assertThat(socket.slack.acks.get(0).toString())
        .contains("ref-1", "ephemeral")
        .doesNotContain("secret");
  }

  private void command(String envelope, String command) {
    socket.slack.send(
        "{\"envelope_id\":\"%s\",\"type\":\"slash_commands\",\"accepts_response_payload\":true,\"payload\":{\"command\":\"%s\",\"text\":\"\",\"team_id\":\"T0HOME\",\"user_id\":\"U1\",\"channel_id\":\"C1\",\"trigger_id\":\"1.2\"}}"
            .formatted(envelope, command));
  }

  private void interactive(String envelope, String payload) {
    socket.slack.send(
        "{\"envelope_id\":\"%s\",\"type\":\"interactive\",\"accepts_response_payload\":true,\"payload\":%s}"
            .formatted(envelope, payload));
  }
}
