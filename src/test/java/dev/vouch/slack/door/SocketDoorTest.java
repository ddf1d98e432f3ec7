package dev.vouch.slack.door;

import static dev.vouch.slack.door.TestDoor.delivery;
import static dev.vouch.slack.door.TestDoor.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Inbox;
import dev.vouch.slack.Backoff;
import dev.vouch.slack.BoltApp;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.SlackStub;
import dev.vouch.slack.Tokens;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Socket Mode against a server on loopback, over real sockets. */
class SocketDoorTest {
  private final DoorCounts counts = new DoorCounts();
  private final MemoryInbox inbox = new MemoryInbox();
  private SocketStub slack;
  private SocketDoor door;
  private App app;

  @BeforeEach
  void start() throws Exception {
    slack = new SocketStub();
  }

  @AfterEach
  void stop() throws Exception {
    if (door != null) {
      door.close();
    }
    slack.close();
  }

  private void open(Inbox into) {
    open(into, slack.web.url());
  }

  private void open(Inbox into, String api) {
    Tokens tokens = Tokens.single("T0HOME", TestDoor.SELF);
    var client = SlackClient.of(api);
    app = BoltApp.create(client, tokens);
    InstantSource clock = InstantSource.system();
    EventIntake intake = new EventIntake(into, tokens, Revocations.none(), counts, clock);
    SocketWork work = new SocketWork(intake, new Interactions(app, counts, () -> "ref-1"));
    SocketDoor.Timing timing =
        new SocketDoor.Timing(
            new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), new Random(7)),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            Duration.ofMillis(200));
    door = new SocketDoor(client, "xapp-test", work, clock, timing);
    door.start();
  }

  private void connect(Inbox into) {
    open(into);
    await().until(() -> door.isConnected());
  }

  @Test
  void event_isAcknowledgedOnlyOnceItIsStored() throws Exception {
    CountDownLatch store = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    connect(
        envelope -> {
          arrived.countDown();
          pass(store);
          return inbox.append(envelope);
        });
    slack.event("e1", delivery("Ev1", message("C1", "größe 🙂")));
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(slack.acked()).isEmpty();

    store.countDown();
    await().until(() -> slack.acked().equals(List.of("e1")));
    assertThat(inbox.stored().get(0).payload()).contains("größe 🙂");
    assertThat(slack.acks.get(0).keySet()).containsExactly("envelope_id");
  }

  @Test
  void fullInbox_isNotAcknowledged_andTheRepeatIs() {
    connect(inbox);
    inbox.full(true);
    slack.event("e1", delivery("Ev1", message("C1", "x")));
    await().until(() -> counts.of(DoorCounts.Of.UNAVAILABLE) == 1);
    inbox.full(false);
    slack.event("e2", delivery("Ev1", message("C1", "x")));

    await().until(() -> slack.acked().contains("e2"));
    assertThat(slack.acked()).containsExactly("e2");
    assertThat(inbox.stored()).hasSize(1);
  }

  @Test
  void inboxThatFailsInAnUnknownWay_isNotAcknowledged() {
    connect(
        envelope -> {
          if (envelope.id().equals("Ev1")) {
            throw new IllegalStateException("broken");
          }
          return inbox.append(envelope);
        });
    slack.event("e1", delivery("Ev1", message("C1", "x")));
    slack.event("e2", delivery("Ev2", message("C1", "x")));

    await().until(() -> slack.acked().contains("e2"));
    assertThat(slack.acked()).containsExactly("e2");
  }

  @Test
  void trap4_unusedEventsAndUnknownEnvelopesAreAcknowledged() {
    connect(inbox);
    slack.event("e1", delivery("Ev1", "{\"type\":\"never_heard_of\"}"));
    slack.event("e2", "{\"type\":\"event_callback\",\"event_id\":7}");
    slack.send("{\"envelope_id\":\"e3\",\"type\":\"brand_new\",\"payload\":{}}");
    slack.send("not JSON {");
    slack.send("{\"type\":\"no_envelope_id\"}");

    await().until(() -> slack.acked().size() == 3);
    assertThat(slack.acked()).containsExactlyInAnyOrder("e1", "e2", "e3");
    assertThat(inbox.stored()).isEmpty();
  }

  @Test
  void trap12_oneSlowChannelDoesNotHoldUpAnother() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    connect(
        envelope -> {
          if (envelope.payload().contains("C-SLOW")) {
            pass(release);
          }
          return inbox.append(envelope);
        });
    slack.event("slow", delivery("Ev1", message("C-SLOW", "x")));
    slack.event("quick", delivery("Ev2", message("C1", "x")));

    await().until(() -> slack.acked().equals(List.of("quick")));
    release.countDown();
    await().until(() -> slack.acked().contains("slow"));
  }

  @Test
  void trap12_eventsOfOneChannelKeepTheirOrder_andAThousandTakeNoTenSeconds() {
    connect(inbox);
    long start = System.nanoTime();
    IntStream.range(0, 1_000)
        .forEach(i -> slack.event("e" + i, delivery("Ev" + i, message("C" + i % 5, "m" + i))));

    await().atMost(Duration.ofSeconds(20)).until(() -> slack.acks.size() == 1_000);
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
  void command_isAnsweredInTheAcknowledgement() {
    connect(inbox);
    app.command("/vouch", (request, context) -> context.ack("hello ✓ " + context.getBotToken()));
    command("c1", "/vouch");

    await().until(() -> slack.acks.size() == 1);
    JsonObject payload = slack.acks.get(0).getAsJsonObject("payload");
    assertThat(payload.get("text").getAsString()).isEqualTo("hello ✓ xoxb-test");
  }

  @Test
  void buttonsAndModals_areRun_andWhatNobodyHearsIsAcknowledged() {
    connect(inbox);
    app.viewSubmission(
        "save", (request, context) -> context.ackWithErrors(Map.of("who", "choose somebody")));
    interactive(
        "i1",
        "{\"type\":\"view_submission\",\"team\":{\"id\":\"T0HOME\"},\"user\":{\"id\":\"U1\"},"
            + "\"view\":{\"type\":\"modal\",\"callback_id\":\"save\",\"state\":{\"values\":{}}}}");
    interactive("i2", "{\"type\":\"brand_new\"}");
    interactive("i3", "{\"type\":\"block_actions\"}");
    command("c1", "/other");

    await().until(() -> slack.acks.size() == 4);
    JsonObject modal =
        slack.acks.stream()
            .filter(ack -> ack.get("envelope_id").getAsString().equals("i1"))
            .findFirst()
            .orElseThrow();
    assertThat(modal.toString()).contains("choose somebody");
  }

  @Test
  void commandThatFails_tellsThePersonAReference_aButtonIsLeftUnanswered() {
    connect(inbox);
    app.command(
        "/vouch",
        (request, context) -> {
          throw new IllegalStateException("secret-inner-words");
        });
    app.blockAction(
        "go",
        (request, context) -> {
          throw new IllegalStateException("secret-inner-words");
        });
    interactive(
        "i1",
        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T0HOME\"},\"user\":{\"id\":\"U1\"},"
            + "\"actions\":[{\"action_id\":\"go\",\"type\":\"button\"}]}");
    await().until(() -> counts.of(DoorCounts.Of.FAILED) == 1);
    command("c1", "/vouch");

    await().until(() -> slack.acked().contains("c1"));
    assertThat(slack.acked()).containsExactly("c1");
    assertThat(slack.acks.get(0).toString())
        .contains("ref-1", "ephemeral")
        .doesNotContain("secret");
  }

  @Test
  void trap13_refresh_opensTheNextConnectionBeforeTheLastIsClosed() {
    connect(inbox);
    slack.event("e1", delivery("Ev1", message("C1", "x")));
    slack.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\",\"debug_info\":{}}");
    await().until(() -> slack.open.size() == 2);
    slack.open.get(0).send(envelope("e2", "Ev2"));
    slack.open.get(1).send(envelope("e3", "Ev3"));

    await().until(() -> slack.acked().size() == 3);
    await().until(() -> slack.open.size() == 1);
    assertThat(door.isConnected()).isTrue();
    assertThat(slack.web.calls("apps.connections.open")).isEqualTo(2);
    slack.event("e4", delivery("Ev4", message("C1", "x")));
    await().until(() -> slack.acked().contains("e4"));
  }

  @Test
  void trap13_lostConnection_isOpenedAgain() {
    connect(inbox);
    slack.open.get(0).close(1011, "gone");

    await().until(() -> slack.web.calls("apps.connections.open") == 2 && slack.open.size() == 1);
    await().until(() -> door.isConnected());
    slack.event("e1", delivery("Ev1", message("C1", "x")));
    await().until(() -> slack.acked().contains("e1"));
  }

  @Test
  void trap15_answersThatAreNotJson_doNotEndTheWatch() {
    for (String method : List.of("apps.connections.open")) {
      slack.web.on(method, form -> new SlackStub.Answer(200, "<html>oops</html>", Map.of()));
    }
    open(inbox);
    await().until(() -> slack.web.calls("apps.connections.open") >= 3);
    slack.web.on("apps.connections.open", form -> new SlackStub.Answer(502, "", Map.of()));
    long before = slack.web.calls("apps.connections.open");
    await().until(() -> slack.web.calls("apps.connections.open") >= before + 2);
    slack.web.on("apps.connections.open", "{\"ok\":true,\"url\":\"" + slack.url() + "\"}");

    await().until(() -> door.isConnected());
  }

  @Test
  void refusedAppToken_isTriedAgainSlowly() {
    slack.web.on("apps.connections.open", "{\"ok\":false,\"error\":\"invalid_auth\"}");
    open(inbox);
    await().until(() -> slack.web.calls("apps.connections.open") >= 2);
    slack.web.on("apps.connections.open", "{\"ok\":true,\"url\":\"" + slack.url() + "\"}");

    await().until(() -> door.isConnected());
  }

  @Test
  void trap9_startWhileSlackIsDown_waitsAndConnectsOnceItIsUp() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    open(inbox, "http://127.0.0.1:" + port + "/api/");
    assertThat(door.isConnected()).isFalse();
    try (SocketStub late = new SocketStub(port)) {
      await().until(() -> door.isConnected());
      late.event("e1", delivery("Ev1", message("C1", "x")));
      await().until(() -> late.acked().contains("e1"));
    }
  }

  @Test
  void closing_finishesWhatRuns_andTakesNothingNew() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    connect(
        envelope -> {
          arrived.countDown();
          pass(release);
          return inbox.append(envelope);
        });
    slack.event("e1", delivery("Ev1", message("C1", "x")));
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    List<String> order = new CopyOnWriteArrayList<>();
    Thread closing =
        new Thread(
            () -> {
              door.close();
              order.add("closed");
            });
    closing.start();
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    slack.event("e2", delivery("Ev2", message("C1", "x")));
    order.add("released");
    release.countDown();
    closing.join(5_000);

    assertThat(order).containsExactly("released", "closed");
    await().until(() -> slack.open.isEmpty());
    assertThat(slack.acked()).containsExactly("e1");
    assertThat(inbox.stored()).hasSize(1);
  }

  private static String envelope(String id, String event) {
    return "{\"envelope_id\":\"%s\",\"type\":\"events_api\",\"payload\":%s}"
        .formatted(id, delivery(event, message("C1", "x")));
  }

  private void command(String envelope, String command) {
    slack.send(
        "{\"envelope_id\":\"%s\",\"type\":\"slash_commands\",\"accepts_response_payload\":true,\"payload\":{\"command\":\"%s\",\"text\":\"\",\"team_id\":\"T0HOME\",\"user_id\":\"U1\",\"channel_id\":\"C1\",\"trigger_id\":\"1.2\"}}"
            .formatted(envelope, command));
  }

  private void interactive(String envelope, String payload) {
    slack.send(
        "{\"envelope_id\":\"%s\",\"type\":\"interactive\",\"accepts_response_payload\":true,\"payload\":%s}"
            .formatted(envelope, payload));
  }

  private static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
