package dev.vouch.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors on a machine without LANG, where Java 17 takes US-ASCII for everything. */
class CharsetTest {
  private static final String WORDS = "größer 🙂 日本";

  @Test
  void trap1_bothDoorsKeepEveryLetter_whereTheMachinesCharsetIsAscii(@TempDir Path folder)
      throws Exception {
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
  }

  /** What runs in the other Java: fails loudly if a letter is lost anywhere. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      require(Charset.defaultCharset().equals(StandardCharsets.US_ASCII), "charset");
      try (TestDoor door = new TestDoor();
          SocketStub slack = new SocketStub()) {
        http(door);
        socket(door, slack);
      }
      System.exit(0);
    }

    private static void http(TestDoor door) throws Exception {
      String body = TestDoor.delivery("Ev1", TestDoor.message("C1", WORDS));
      require(door.post(body).statusCode() == 200, "event refused");
      require(door.inbox.stored().get(0).payload().contains(WORDS), "event garbled");
      door.app.command("/vouch", (request, context) -> context.ack(request.getPayload().getText()));
      String form =
          "team_id=T0HOME&user_id=U1&command=%2Fvouch&text=gr%C3%B6%C3%9Fer+%F0%9F%99%82+%E6%97%A5%E6%9C%AC";
      require(door.form(form).body().contains(WORDS), "command garbled");
    }

    private static void socket(TestDoor door, SocketStub slack) throws Exception {
      var client = slack.web.slack();
      SocketDoor.Timing timing =
          SocketDoor.Timing.usual(dev.vouch.slack.Backoff.usual(new java.util.Random(1)));
      SocketWork work = new SocketWork(door.intake, door.interactions);
      try (SocketDoor socket =
          new SocketDoor(
              new SocketDoor.Lines(client, "xapp", new SimpleMeterRegistry()),
              work,
              door.clock,
              timing)) {
        socket.start();
        org.awaitility.Awaitility.await().until(socket::isConnected);
        slack.event("e1", TestDoor.delivery("Ev2", TestDoor.message("C1", WORDS)));
        org.awaitility.Awaitility.await().until(() -> slack.acked().contains("e1"));
        require(door.inbox.stored().get(1).payload().contains(WORDS), "socket garbled");
      }
    }

    private static void require(boolean held, String what) {
      if (!held) {
        throw new IllegalStateException(what);
      }
    }
  }
}
