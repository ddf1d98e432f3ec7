package dev.vouch.store;

import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries.DeadLetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.resps.StreamEntry;

/** The form of an envelope in a stream, be it the inbox or that of the dead letters. */
final class EnvelopeFields {
  private EnvelopeFields() {}

  /** Few fields, because Redis' own work at the door goes by their number. */
  static Map<String, String> of(Envelope envelope) {
    String about =
        envelope.type().name()
            + ' '
            + envelope.receivedAt().toEpochMilli()
            + ' '
            + envelope.happenedAt().toEpochMilli()
            + ' '
            + envelope.id();
    return envelope.context() == null
        ? Map.of("about", about, "payload", envelope.payload())
        : Map.of("about", about, "payload", envelope.payload(), "context", envelope.context());
  }

  /**
   * One that this version cannot read may be of a newer instance beside this one: it must not keep
   * those that come with it from being read.
   */
  static Envelope envelope(String team, Map<String, String> fields) {
    String payload = fields.getOrDefault("payload", "");
    String[] about = fields.getOrDefault("about", "").split(" ", 4);
    try {
      Envelope.Type type = Envelope.Type.valueOf(about[0]);
      return new Envelope(
          about[3], team, type, payload, millis(about[1]), millis(about[2]), fields.get("context"));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      String id = about.length == 4 && !about[3].isBlank() ? about[3] : "unknown";
      return new Envelope(id, team, Envelope.Type.UNKNOWN, payload, Instant.EPOCH);
    }
  }

  static DeadLetter deadLetter(String team, StreamEntry entry) {
    Map<String, String> fields = entry.getFields();
    return new DeadLetter(
        entry.getID().toString(),
        envelope(team, fields),
        fields.getOrDefault("reason", ""),
        Integer.parseInt(fields.getOrDefault("attempts", "0")),
        millis(fields.get("died")));
  }

  private static Instant millis(@Nullable String millis) {
    return Instant.ofEpochMilli(millis == null ? 0 : Long.parseLong(millis));
  }
}
