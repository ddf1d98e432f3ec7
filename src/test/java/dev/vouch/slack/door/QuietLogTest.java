package dev.vouch.slack.door;

import static dev.vouch.slack.door.TestDoor.delivery;
import static dev.vouch.slack.door.TestDoor.message;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log while requests come in that nobody should be able to write into it. */
class QuietLogTest {
  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Kept kept = new Kept();
  private TestDoor door;

  /** Keeps every line. */
  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getLevel() + " " + event.getFormattedMessage());
    }
  }

  @BeforeEach
  void open() throws Exception {
    door = new TestDoor();
    kept.start();
    ROOT.addAppender(kept);
  }

  @AfterEach
  void close() {
    ROOT.detachAppender(kept);
    door.close();
  }

  @Test
  void trap3_aFloodOfForgeries_writesOneLine_withoutAWordOfThem() throws Exception {
    byte[] body = delivery("Ev1", message("C1", "canary-word")).getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(door.now());
    for (int i = 0; i < 200; i++) {
      assertThat(door.send(door.request(body, timestamp, "v0=canary-word")).statusCode())
          .isEqualTo(401);
    }
    assertThat(kept.lines).singleElement().asString().contains("refused 1 requests");
    assertThat(kept.lines).noneMatch(line -> line.contains("canary-word"));
  }

  @Test
  void signedRequests_leaveNoWordsInTheLog_howeverOddTheyAre() throws Exception {
    door.post(delivery("Ev1", message("C1", "canary-word")));
    door.post(delivery("canary-word\\nWARN forged line", "{\"type\":5}"));
    door.post("{\"type\":\"canary-word\"}");
    door.form("payload=canary-word");
    door.form("command=canary-word&team_id=T0HOME&user_id=U1&text=canary-word");

    assertThat(kept.lines).isNotEmpty().noneMatch(line -> line.contains("canary-word"));
  }
}
