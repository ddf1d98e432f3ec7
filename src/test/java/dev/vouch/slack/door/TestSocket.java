package dev.vouch.slack.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.Backoff;
import dev.vouch.slack.BoltApp;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.Tokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A Socket Mode door with a real Bolt app, in a hurry, and a Slack on loopback that it talks to.
 */
final class TestSocket implements AutoCloseable {
  final SocketStub slack;
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final DoorCounts counts = new DoorCounts(registry);
  final App app;
  final SocketDoor door;

  /** A door that is connected. */
  static TestSocket connected(Inbox inbox) throws Exception {
    TestSocket socket = new TestSocket(inbox);
    socket.door.start();
    await().until(socket.door::isConnected);
    return socket;
  }

  /** A door that was not started yet, so that a test can say what Slack answers first. */
  TestSocket(Inbox inbox) throws Exception {
    this(inbox, new SocketStub());
  }

  private TestSocket(Inbox inbox, SocketStub slack) {
    this(inbox, slack, slack.web.url());
  }

  /**
   * @param api where the door looks for Slack
   */
  TestSocket(Inbox inbox, SocketStub slack, String api) {
    this.slack = slack;
    Tokens tokens = Tokens.single("T0HOME", TestDoor.SELF);
    Slack client = SlackClient.of(api);
    app = BoltApp.create(client, tokens);
    InstantSource clock = InstantSource.system();
    EventIntake intake = new EventIntake(inbox, tokens, Revocations.none(), counts, clock);
    SocketWork work = new SocketWork(intake, new Interactions(app, counts, () -> "ref-1"));
    door =
        new SocketDoor(new SocketDoor.Lines(client, "xapp-test", registry), work, clock, hurried());
  }

  private static SocketDoor.Timing hurried() {
    return new SocketDoor.Timing(
        new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), new Random(7)),
        Duration.ofMillis(300),
        Duration.ofSeconds(2),
        Duration.ofMillis(200));
  }

  void event(String envelope, String event) {
    slack.event(envelope, TestDoor.delivery(event, TestDoor.message("C1", "x")));
  }

  /** Waits for a latch inside a handler. */
  static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws Exception {
    door.close();
    slack.close();
  }
}
