package dev.vouch.store;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The forms of mentions and acts in Redis, short because there are many of them: what the scripts
 * read, between bars, and then the rest, {@link Packed}. Enums are kept by their number.
 */
final class MentionRecord {
  private static final String GONE = "gone|";
  private static final String[] PIECES = {"", ".", "+", "*", "$"};

  /** Between the parts of what is packed, in the order of nesting. */
  private static final String PART = "\u0001";

  private static final String OUTCOME = "\u0002";
  private static final String HALF = "\u0003";

  private static final Set<String> PIECES_BUT_FIRST = Set.of(".", "+", "*", "$");

  private MentionRecord() {}

  /** The fields of a hash that hold what is stored under {@code field}. */
  static String[] pieces(String field) {
    return Arrays.stream(PIECES).map(piece -> field + piece).toArray(String[]::new);
  }

  /** Whether it is the first of the {@link #pieces}. */
  static boolean isFirst(String field) {
    return !PIECES_BUT_FIRST.contains(field.substring(field.length() - 1));
  }

  /** The record in its pieces; null if there is none. */
  static @Nullable String joined(List<@Nullable String> pieces) {
    if (pieces.get(0) == null) {
      return null;
    }
    StringBuilder record = new StringBuilder();
    for (String piece : pieces) {
      record.append(piece == null ? "" : piece);
    }
    return record.toString();
  }

  /**
   * @param standing what {@code hearing} comes to now
   */
  static String of(Hearing hearing, Heard standing) {
    Place place = standing.place();
    return String.join(
        "|",
        hearing.version(),
        standing.person(),
        String.valueOf(standing.intent().ordinal()),
        String.valueOf(place.stance().ordinal()),
        orEmpty(standing.correctedBy()),
        orEmpty(place.seconds()),
        orEmpty(place.root()),
        Packed.of(heard(standing) + (hearing.hangsOnContext() ? outcomes(hearing) : "")));
  }

  private static String outcomes(Hearing hearing) {
    StringBuilder text = new StringBuilder(OUTCOME + (hearing.second() ? "1" : "0"));
    new TreeMap<>(hearing.outcomes())
        .forEach(
            (stance, outcome) -> {
              AdvocacyAct act = outcome.act();
              Place place = outcome.heard().place();
              text.append(OUTCOME).append(stance.ordinal());
              text.append(place.stance().ordinal()).append(outcome.heard().intent().ordinal());
              text.append(heard(outcome.heard())).append(HALF).append(act == null ? "" : act(act));
            });
    return text.toString();
  }

  private static String heard(Heard heard) {
    ContextReason reason = heard.place().reason();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%d%d%d%d"
            .formatted(
                heard.otherwise().ordinal(),
                heard.sentiment().ordinal(),
                (heard.abstained() ? 1 : 0) + (heard.competitor() ? 2 : 0),
                thousandths(heard.confidence())));
    parts.add(reason == null ? "" : String.valueOf(reason.ordinal()));
    parts.add(Permalink.shortened(heard.permalink(), heard.mention()));
    parts.add(heard.rule());
    heard.evidence().forEach(words -> parts.add(printable(words)));
    return String.join(PART, parts);
  }

  /** What a mention may come to; empty where it was deleted or does not hang on its context. */
  static Optional<Hearing> hearing(MentionId id, String record) {
    String[] head = record.split("\\|", 8);
    if (record.startsWith(GONE) || !head[4].isEmpty()) {
      return Optional.empty();
    }
    String[] packed = Packed.text(head[7]).split(OUTCOME, -1);
    if (packed.length < 2) {
      return Optional.empty();
    }
    Map<Stance, Hearing.Outcome> outcomes = new EnumMap<>(Stance.class);
    for (int i = 2; i < packed.length; i++) {
      outcomes.put(Stance.values()[digit(packed[i], 0)], outcome(id, head, packed[i]));
    }
    return Optional.of(new Hearing(head[0], packed[1].equals("1"), outcomes));
  }

  private static Hearing.Outcome outcome(MentionId id, String[] head, String text) {
    String[] halves = text.substring(3).split(HALF, -1);
    Stance stance = Stance.values()[digit(text, 1)];
    String[] of = head.clone();
    of[2] = text.substring(2, 3);
    of[3] = String.valueOf(stance.ordinal());
    of[5] = "";
    AdvocacyAct act = halves[1].isEmpty() ? null : actOf(head[1], id, halves[1]);
    return new Hearing.Outcome(heard(id, of, halves[0]), act);
  }

  /** Who said it and what it is to those who answer: {@code person|number of the stance}. */
  static String turn(String record) {
    String[] head = record.split("\\|", 8);
    return record.startsWith(GONE) ? "|" : head[1] + "|" + head[3];
  }

  /** The thread that a mention stands in, deleted or not. */
  static Optional<String> root(@Nullable String record) {
    if (record == null) {
      return Optional.empty();
    }
    String root =
        record.startsWith(GONE) ? record.substring(GONE.length()) : record.split("\\|", 8)[6];
    return Optional.ofNullable(orNull(root));
  }

  /** What is known of a mention; empty where it was deleted. */
  static Optional<Heard> heard(MentionId id, String record) {
    if (record.startsWith(GONE)) {
      return Optional.empty();
    }
    String[] head = record.split("\\|", 8);
    return Optional.of(heard(id, head, Packed.text(head[7]).split(OUTCOME, 2)[0]));
  }

  private static Heard heard(MentionId id, String[] head, String text) {
    String[] parts = text.split(PART, -1);
    int flags = digit(text, 2);
    String root = orNull(head[6]);
    ContextReason reason =
        parts[1].isEmpty() ? null : ContextReason.values()[Integer.parseInt(parts[1])];
    return new Heard(
        id,
        head[1],
        Intent.values()[Integer.parseInt(head[2])],
        Intent.values()[digit(text, 0)],
        Integer.parseInt(parts[0].substring(3)) / 1000.0,
        Sentiment.values()[digit(text, 1)],
        (flags & 1) > 0,
        (flags & 2) > 0,
        List.of(parts).subList(4, parts.length),
        Permalink.whole(parts[2], id),
        parts[3],
        orNull(head[4]),
        new Place(root, Stance.values()[Integer.parseInt(head[3])], reason, orNull(head[5])));
  }

  static String of(AdvocacyAct act) {
    return Packed.of(act(act));
  }

  private static String act(AdvocacyAct act) {
    int drivers = act.drivers().stream().mapToInt(driver -> 1 << driver.ordinal()).sum();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%d%d%d%02d%d"
            .formatted(
                act.kind().ordinal(),
                act.aim().ordinal(),
                act.incentivised() ? 1 : 0,
                drivers,
                thousandths(act.confidence())));
    parts.add(Permalink.shortened(act.permalink(), act.mention()));
    parts.add(orEmpty(act.savedBy()));
    act.evidence().forEach(words -> parts.add(printable(words)));
    return String.join(PART, parts);
  }

  static AdvocacyAct act(String person, MentionId id, String record) {
    return actOf(person, id, Packed.text(record));
  }

  private static AdvocacyAct actOf(String person, MentionId id, String text) {
    String[] parts = text.split(PART, -1);
    int mask = Integer.parseInt(text.substring(3, 5));
    Set<Driver> drivers = EnumSet.allOf(Driver.class);
    drivers.removeIf(driver -> (mask & 1 << driver.ordinal()) == 0);
    return new AdvocacyAct(
        id,
        person,
        new Purpose(ActKind.values()[digit(text, 0)], Aim.values()[digit(text, 1)]),
        Integer.parseInt(parts[0].substring(5)) / 1000.0,
        drivers,
        List.of(parts).subList(3, parts.length),
        digit(text, 2) == 1,
        Permalink.whole(parts[1], id),
        orNull(parts[2]));
  }

  /** Without what stands between parts. */
  private static String printable(String words) {
    return words.replaceAll("[\\u0001-\\u0003]", "");
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }

  private static long thousandths(double share) {
    return Math.round(share * 1000);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
