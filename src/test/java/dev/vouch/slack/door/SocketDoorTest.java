package dev.vouch.slack.door;

import static dev.vouch.slack.door.TestDoor.delivery;
import static dev.vouch.slack.door.TestDoor.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.SlackStub;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Keeping a connection to Slack, over real sockets. */
class SocketDoorTest {
  private static final String OPEN = "apps.connections.open";
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
  void trap13_refresh_opensTheNextConnectionBeforeTheLastIsClosed() throws Exception {
    connect(inbox);
    socket.slack.event("e1", delivery("Ev1", message("C1", "x")));
    socket.slack.send(
        "{\"type\":\"disconnect\",\"reason\":\"refresh_requested\",\"debug_info\":{}}");
    await().until(() -> socket.slack.open.size() == 2);
    socket.slack.open.get(0).send(envelope("e2", "Ev2"));
    socket.slack.open.get(1).send(envelope("e3", "Ev3"));

    await().until(() -> socket.slack.acked().size() == 3);
    await().until(() -> socket.slack.open.size() == 1);
    assertThat(socket.door.isConnected()).isTrue();
    assertThat(socket.slack.web.calls(OPEN)).isEqualTo(2);
    socket.slack.event("e4", delivery("Ev4", message("C1", "x")));
    await().until(() -> socket.slack.acked().contains("e4"));
  }

  @Test
  void eventOfAChannelThatCompaniesShare_keepsByWhatItIsAskedWhoElseSeesIt() throws Exception {
    connect(inbox);
    String shared = "{\"is_ext_shared_channel\":true,\"event_context\":\"4-eyJ0\",";
    socket.slack.event("e1", shared + delivery("Ev1", message("C1", "x")).substring(1));
    await().until(() -> socket.slack.acked().contains("e1"));

    assertThat(inbox.stored()).singleElement().extracting(Envelope::context).isEqualTo("4-eyJ0");
  }

  @Test
  void trap13_lostConnection_isOpenedAgain() throws Exception {
    connect(inbox);
    socket.slack.open.get(0).close(1011, "gone");

    await().until(() -> socket.slack.web.calls(OPEN) == 2 && socket.slack.open.size() == 1);
    await().until(() -> socket.door.isConnected());
    socket.slack.event("e1", delivery("Ev1", message("C1", "x")));
    await().until(() -> socket.slack.acked().contains("e1"));
  }

  @Test
  void trap15_answersThatAreNotJson_doNotEndTheWatch() throws Exception {
    socket = new TestSocket(inbox);
    socket.slack.web.on(OPEN, form -> new SlackStub.Answer(200, "<html>oops</html>", Map.of()));
    socket.door.start();
    await().until(() -> socket.slack.web.calls(OPEN) >= 3);
    socket.slack.web.on(OPEN, form -> new SlackStub.Answer(502, "", Map.of()));
    long before = socket.slack.web.calls(OPEN);
    await().until(() -> socket.slack.web.calls(OPEN) >= before + 2);
    socket.slack.web.on(OPEN, "{\"ok\":true,\"url\":\"" + socket.slack.url() + "\"}");

    await().until(() -> socket.door.isConnected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "missing_scope"})
  void refusedAppToken_isTriedAgainSlowly_andTheLogSaysWhatToCheck(String error) throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger(SocketDoor.class);
    ListAppender<ILoggingEvent> kept = new ListAppender<>();
    kept.list = new CopyOnWriteArrayList<>();
    kept.start();
    log.addAppender(kept);
    socket = new TestSocket(inbox);
    socket.slack.web.on(OPEN, "{\"ok\":false,\"error\":\"%s\"}".formatted(error));
    socket.door.start();
    await().until(() -> socket.slack.web.calls(OPEN) >= 2);
    log.detachAppender(kept);
    assertThat(kept.list.get(0).getFormattedMessage())
        .contains(error + "; check SLACK_APP_TOKEN and Socket Mode");
    socket.slack.web.on(OPEN, "{\"ok\":true,\"url\":\"" + socket.slack.url() + "\"}");

    await().until(() -> socket.door.isConnected());
  }

  @Test
  void trap9_startWhileSlackIsDown_waitsAndConnectsOnceItIsUp() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    socket = new TestSocket(inbox, new SocketStub(), "http://127.0.0.1:" + port + "/api/");
    socket.door.start();
    assertThat(socket.door.isConnected()).isFalse();
    try (SocketStub late = new SocketStub(port)) {
      await().until(() -> socket.door.isConnected());
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
          TestSocket.pass(release);
          inbox.append(envelope);
        });
    socket.slack.event("e1", delivery("Ev1", message("C1", "x")));
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    List<String> order = new CopyOnWriteArrayList<>();
    Thread closing =
        new Thread(
            () -> {
              socket.door.close();
              order.add("closed");
            });
    closing.start();
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
    socket.slack.event("e2", delivery("Ev2", message("C1", "x")));
    order.add("released");
    release.countDown();
    closing.join(5_000);

    assertThat(order).containsExactly("released", "closed");
    await().until(() -> socket.slack.open.isEmpty());
    assertThat(socket.slack.acked()).containsExactly("e1");
    assertThat(inbox.stored()).hasSize(1);
  }

  private static String envelope(String id, String event) {
    return "{\"envelope_id\":\"%s\",\"type\":\"events_api\",\"payload\":%s}"
        .formatted(id, delivery(event, message("C1", "x")));
  }
}
