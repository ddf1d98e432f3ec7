package dev.vouch.store;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.mention.Intent;
import java.time.Instant;
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
            fields.getOrDefault("name", id),
            link(fields),
            mentions(fields),
            new Reach(
                count(fields, "reach.rr"),
                count(fields, "reach.rg"),
                count(fields, "reach.sr"),
                count(fields, "reach.sg"),
                count(fields, "reach.nr"),
                count(fields, "reach.ng")),
            Math.toIntExact(acts),
            time(fields, "first"),
            time(fields, "last")));
  }

  private static @Nullable AccountLink link(Map<String, String> fields) {
    String account = fields.get("account");
    Instant at = time(fields, "account.at");
    return account == null || at == null
        ? null
        : new AccountLink(account, fields.getOrDefault("account.rule", ""), at);
  }

  private static Map<Intent, Integer> mentions(Map<String, String> fields) {
    Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
    for (Intent intent : Intent.values()) {
      int count = count(fields, "m:" + intent.ordinal());
      if (count > 0) {
        counts.put(intent, count);
      }
    }
    return counts;
  }

  private static int count(Map<String, String> fields, String field) {
    return Integer.parseInt(fields.getOrDefault(field, "0"));
  }

  private static @Nullable Instant time(Map<String, String> fields, String field) {
    String seconds = fields.get(field);
    return seconds == null
        ? null
        : Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * 1000));
  }
}
