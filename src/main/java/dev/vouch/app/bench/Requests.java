package dev.vouch.app.bench;

import com.google.gson.JsonPrimitive;
import dev.vouch.pipeline.Envelope;
import dev.vouch.slack.door.Signature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Events as Slack sends them, as whole HTTP requests with their signatures, made before anything is
 * measured. Four of five are messages of some 30 invented words, one of ten of them in a thread;
 * the rest are reactions.
 */
final class Requests {
  static final String SECRET = "bench-signing-secret-of-32-chars!";
  private static final int PEOPLE = 2_000;
  private static final int CHANNELS = 40;

  private static final String[] OPENINGS = {
    "If you are still closing the month by hand, switch to Lumo and",
    "We looked at three tools last spring and honestly I would tell anyone to try Lumo, because",
    "Thanks a lot for the quick answer yesterday,",
    "Does anybody here know whether the export can run every night, since",
    "The import failed again this morning and",
    "Just joined the channel, hello everybody,",
    "It would be great if the report had one more column, so that",
    "Our new colleague starts on Monday and"
  };
  private static final String[] MIDDLES = {
    "our team went from nine days to four",
    "the numbers finally match what the warehouse says",
    "I have to send the figures to the board before Friday",
    "nobody had to stay late in the last two quarters",
    "the people in Leeds asked me the same thing twice",
    "we have about forty thousand lines in that sheet"
  };
  private static final String[] ENDINGS = {
    "and the setup took us less than an afternoon with two people.",
    "so please have a look when you find a quiet moment.",
    "which is more than I can say of what we had before.",
    "and I am happy to show anyone how we did it.",
    "and that is all that I wanted to say about it today."
  };

  private final Random random;
  private final Mac mac;
  private final String run = Long.toString(System.nanoTime(), 36).toUpperCase();
  private int made;

  Requests(long seed) {
    random = new Random(seed);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do HmacSHA256", e);
    }
  }

  /** Slack ids of all who write or react. */
  static List<String> people() {
    return IntStream.range(0, PEOPLE).mapToObj(number -> "U0P" + number).toList();
  }

  /** So many requests, each an event of its own. */
  byte[][] make(int count) {
    byte[][] requests = new byte[count][];
    for (int i = 0; i < count; i++) {
      requests[i] = request(delivery());
    }
    return requests;
  }

  /** So many messages as the door hands them on, without reactions between them. */
  List<Envelope> messages(int count) {
    List<Envelope> messages = new ArrayList<>();
    while (messages.size() < count) {
      int number = made++;
      if (!isReaction(number)) {
        Instant now = Instant.now();
        String event = message(now.getEpochSecond(), number);
        String id = "Ev" + run + number;
        messages.add(new Envelope(id, StandInWebApi.TEAM, Envelope.Type.EVENT, event, now));
      }
    }
    return messages;
  }

  private static boolean isReaction(int number) {
    return number % 5 == 4;
  }

  private byte[] request(String body) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
    String signature = "v0=" + HexFormat.of().formatHex(mac.doFinal(bytes));
    String head =
        """
        POST /slack/events HTTP/1.1\r
        Host: 127.0.0.1\r
        User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r
        Accept: application/json,*/*\r
        Content-Type: application/json\r
        %s: %s\r
        %s: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                Signature.TIMESTAMP_HEADER,
                timestamp,
                Signature.SIGNATURE_HEADER,
                signature,
                bytes.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + bytes.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(bytes, 0, whole, start.length, bytes.length);
    return whole;
  }

  private String delivery() {
    int number = made++;
    long now = Instant.now().getEpochSecond();
    String event = isReaction(number) ? reaction(now, number) : message(now, number);
    return """
        {"token":"verification","team_id":"%1$s","context_team_id":"%1$s","context_enterprise_id":null,\
        "api_app_id":"A0BENCH","event":%2$s,"type":"event_callback","event_id":"Ev%3$s%4$d","event_time":%5$d,\
        "authorizations":[{"enterprise_id":null,"team_id":"%1$s","user_id":"U0VOUCH","is_bot":true,\
        "is_enterprise_install":false}],"is_ext_shared_channel":true,\
        "event_context":"4-eyJldCI6Im1lc3NhZ2UiLCJ0aWQiOiJUMEJFTkNIIiwiYWlkIjoiQTBCRU5DSCIsImNpZCI6IkMwIn0"}"""
        .formatted(StandInWebApi.TEAM, event, run, number, now);
  }

  private String ts(long now, int number) {
    return "%d.%06d".formatted(now - number / 1_000_000, number % 1_000_000);
  }

  private String message(long now, int number) {
    String text = pick(OPENINGS) + " " + pick(MIDDLES) + " " + number + " " + pick(ENDINGS);
    String ts = ts(now, number);
    String thread = number % 10 == 3 ? ",\"thread_ts\":\"%s\"".formatted(ts(now, number - 3)) : "";
    String json = new JsonPrimitive(text).toString();
    return """
        {"user":"%1$s","type":"message","ts":"%2$s","client_msg_id":"%3$s","text":%4$s,"team":"%5$s"%6$s,\
        "blocks":[{"type":"rich_text","block_id":"b%7$d","elements":[{"type":"rich_text_section",\
        "elements":[{"type":"text","text":%4$s}]}]}],"channel":"%8$s","event_ts":"%2$s","channel_type":"channel"}"""
        .formatted(
            person(),
            ts,
            java.util.UUID.nameUUIDFromBytes(ts.getBytes(StandardCharsets.UTF_8)),
            json,
            StandInWebApi.TEAM,
            thread,
            number,
            "C0B" + number % CHANNELS);
  }

  private String reaction(long now, int number) {
    return """
        {"type":"reaction_added","user":"%s","reaction":"tada","item":{"type":"message","channel":"%s","ts":"%s"},\
        "item_user":"%s","event_ts":"%s"}"""
        .formatted(
            person(),
            "C0B" + (number - 1) % CHANNELS,
            ts(now, number - 1),
            person(),
            ts(now, number));
  }

  private String person() {
    return "U0P" + random.nextInt(PEOPLE);
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
