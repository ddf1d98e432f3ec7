package dev.vouch.store;

import com.google.gson.Gson;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.ActKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code relation:KIND:ID}, each a part that changes by itself: {@code v} the
 * version, {@code e:ID} an entry of the ledger, {@code c:TOPIC} a consent, {@code p} the pause,
 * {@code t:ID} a tie, {@code m:MOTIVATOR} what moves the person, {@code r} a ruling on the pattern
 * of their acts.
 */
final class RelationshipFields {
  static final String VERSION = "v";
  static final String PAUSE = "p";
  private static final Gson GSON = new Gson();

  private RelationshipFields() {}

  /** The field of a consent. */
  static String of(Topic topic) {
    return "c:" + topic.wire();
  }

  /** Whether what stands there may forbid something: a consent or the pause. */
  static boolean isNo(String field) {
    return field.startsWith("c:") || field.equals(PAUSE);
  }

  private record Entry(
      String k,
      long f,
      @Nullable Long u,
      @Nullable List<String> p,
      @Nullable Integer g,
      @Nullable String b,
      @Nullable String w,
      @Nullable String a) {}

  private record Said(String a, long t, String v, @Nullable String b) {}

  private record Rest(String b, long t, @Nullable Long u, String r) {}

  private record Bound(String k, String w, long f, @Nullable Long u, @Nullable String b) {}

  private record Told(String b, long t) {}

  private record Ruled(boolean c, String b, long t) {}

  /** All of it but the version. */
  static Map<String, String> of(Relationship one) {
    Map<String, String> fields = new HashMap<>();
    one.ledger().forEach(entry -> fields.put("e:" + entry.id(), GSON.toJson(stored(entry))));
    one.consents().forEach((topic, said) -> fields.put(of(topic), GSON.toJson(stored(said))));
    one.ties().forEach(tie -> fields.put("t:" + tie.id(), GSON.toJson(stored(tie))));
    one.motivators()
        .forEach(
            (motivator, known) ->
                fields.put(
                    "m:" + motivator.wire(), GSON.toJson(new Told(known.by(), ms(known.at())))));
    Pause pause = one.pause();
    if (pause != null) {
      Instant until = pause.until();
      fields.put(
          PAUSE,
          GSON.toJson(
              new Rest(
                  pause.by(), ms(pause.at()), until == null ? null : ms(until), pause.reason())));
    }
    Ruling ruling = one.pattern();
    if (ruling != null) {
      fields.put("r", GSON.toJson(new Ruled(ruling.confirmed(), ruling.by(), ms(ruling.at()))));
    }
    return fields;
  }

  static Relationship read(Subject with, Map<String, String> fields) {
    List<LedgerEntry> ledger = new ArrayList<>();
    Map<Topic, Consent> consents = new EnumMap<>(Topic.class);
    List<Tie> ties = new ArrayList<>();
    Map<Motivator, Relationship.Known> motivators = new EnumMap<>(Motivator.class);
    fields.forEach(
        (field, json) -> {
          String name = field.length() > 2 ? field.substring(2) : "";
          switch (field.charAt(0)) {
            case 'e' -> ledger.add(entry(name, json));
            case 'c' -> Topic.named(name).ifPresent(one -> consents.put(one, consent(one, json)));
            case 't' -> ties.add(tie(name, json));
            case 'm' -> Motivator.named(name).ifPresent(one -> motivators.put(one, known(json)));
            default -> {}
          }
        });
    return new Relationship(
        with,
        Long.parseLong(fields.getOrDefault(VERSION, "0")),
        ledger,
        consents,
        pause(fields.get(PAUSE)),
        ties,
        motivators,
        ruling(fields.get("r")));
  }

  private static Entry stored(LedgerEntry entry) {
    Instant until = entry.until();
    return new Entry(
        entry.kind().wire(),
        ms(entry.from()),
        until == null ? null : until.equals(entry.from()) ? Long.valueOf(-1) : ms(until),
        entry.pays().isEmpty() ? null : entry.pays().stream().map(ActKind::wire).sorted().toList(),
        entry.goodwill() == 0 ? null : entry.goodwill(),
        entry.note().by(),
        entry.note().words(),
        entry.note().about());
  }

  private static LedgerEntry entry(String id, String json) {
    Entry stored = GSON.fromJson(json, Entry.class);
    Instant from = at(stored.f());
    Long until = stored.u();
    Set<ActKind> pays =
        stored.p() == null
            ? Set.of()
            : stored.p().stream().map(ActKind::fromWire).collect(Collectors.toSet());
    return new LedgerEntry(
        id,
        LedgerEntry.Kind.fromWire(stored.k()),
        from,
        until == null ? null : until == -1 ? from : at(until),
        pays,
        stored.g() == null ? 0 : stored.g(),
        new LedgerEntry.Note(stored.b(), stored.w(), stored.a()));
  }

  private static Said stored(Consent said) {
    return new Said(said.answer().wire(), ms(said.at()), said.text(), said.by());
  }

  private static Consent consent(Topic topic, String json) {
    Said stored = GSON.fromJson(json, Said.class);
    return new Consent(
        topic,
        Consent.Answer.valueOf(stored.a().toUpperCase(Locale.ROOT)),
        at(stored.t()),
        stored.v(),
        stored.b());
  }

  private static Bound stored(Tie tie) {
    Instant until = tie.until();
    return new Bound(
        tie.kind().wire(), tie.what(), ms(tie.from()), until == null ? null : ms(until), tie.by());
  }

  private static Tie tie(String id, String json) {
    Bound stored = GSON.fromJson(json, Bound.class);
    return new Tie(
        id,
        Tie.Kind.valueOf(stored.k().toUpperCase(Locale.ROOT)),
        stored.w(),
        at(stored.f()),
        stored.u() == null ? null : at(stored.u()),
        stored.b());
  }

  private static Relationship.Known known(String json) {
    Told stored = GSON.fromJson(json, Told.class);
    return new Relationship.Known(stored.b(), at(stored.t()));
  }

  private static @Nullable Pause pause(@Nullable String json) {
    if (json == null) {
      return null;
    }
    Rest stored = GSON.fromJson(json, Rest.class);
    return new Pause(
        stored.b(), at(stored.t()), stored.u() == null ? null : at(stored.u()), stored.r());
  }

  private static @Nullable Ruling ruling(@Nullable String json) {
    if (json == null) {
      return null;
    }
    Ruled stored = GSON.fromJson(json, Ruled.class);
    return new Ruling(stored.c(), stored.b(), at(stored.t()));
  }

  private static long ms(Instant at) {
    return at.toEpochMilli();
  }

  private static Instant at(long ms) {
    return Instant.ofEpochMilli(ms);
  }
}
