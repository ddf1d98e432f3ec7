package dev.vouch.store;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.mention.Intent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of {@code person:ID}. */
final class ContactFields {
  private ContactFields() {}

  static Optional<Contact> read(String id, Map<String, String> fields, long acts) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Contact(
            id,
            fields.getOrDefault("n", id),
            link(fields),
            mentions(fields),
            new Reach(
                count(fields, "rr"),
                count(fields, "rg"),
                count(fields, "sr"),
                count(fields, "sg"),
                count(fields, "nr"),
                count(fields, "ng")),
            Math.toIntExact(acts),
            micros(fields, "f"),
            micros(fields, "l")));
  }

  private static @Nullable AccountLink link(Map<String, String> fields) {
    String account = fields.get("a");
    String since = fields.get("s");
    String rule = fields.get("r");
    return account == null || since == null || rule == null
        ? null
        : new AccountLink(account, Packed.text(rule), Instant.ofEpochSecond(Long.parseLong(since)));
  }

  private static Map<Intent, Integer> mentions(Map<String, String> fields) {
    Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      int count = count(fields, String.valueOf(intent.ordinal()));
      if (count > 0) {
        counts.put(intent, count);
      }
    }
    return counts;
  }

  private static int count(Map<String, String> fields, String field) {
    return Integer.parseInt(fields.getOrDefault(field, "0"));
  }

  private static @Nullable Instant micros(Map<String, String> fields, String field) {
    String micros = fields.get(field);
    return micros == null ? null : Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }
}
