package dev.vouch.store;

import dev.vouch.pipeline.Deliveries.DeadLetter;
import dev.vouch.pipeline.Envelope;
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

  /** What was put back in from the dead letters has their fields. */
  static Envelope envelope(String team, Map<String, String> fields) {
    String payload = fields.getOrDefault("payload", "");
    String about = fields.get("about");
    if (about != null) {
      String[] parts = about.split(" ", 4);
      Envelope.Type type = Envelope.Type.valueOf(parts[0]);
      return new Envelope(
          parts[3], team, type, payload, millis(parts[1]), millis(parts[2]), context(fields));
    }
    return new Envelope(
        fields.getOrDefault("id", "unknown"),
        team,
        Envelope.Type.valueOf(fields.getOrDefault("type", "EVENT")),
        payload,
        millis(fields.get("at")),
        millis(fields.get("at")),
        context(fields));
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

  private static @Nullable String context(Map<String, String> fields) {
    String context = fields.getOrDefault("context", "");
    return context.isEmpty() ? null : context;
  }

  private static Instant millis(@Nullable String millis) {
    return Instant.ofEpochMilli(millis == null ? 0 : Long.parseLong(millis));
  }
}
