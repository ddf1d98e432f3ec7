package dev.vouch.store;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The form of a mention in Redis, short because there are many of them: what the scripts read, and
 * after a bar the rest, {@link Packed}, with what it counts as, an {@link ActRecord}. Enums are
 * kept by their number, small numbers as one digit.
 */
final class MentionRecord {
  private static final String GONE = "gone|";
  private static final String[] PIECES = {"", ".", "+", "*", "$"};

  /** Between the parts of what is packed, in the order of nesting. */
  static final String PART = "\u0001";

  private static final String OUTCOME = "\u0002";
  private static final String ACT = "\u0003";

  /** Between what judged and where its link leads. */
  private static final String LINK = "\u0005";

  private static final Set<String> PIECES_BUT_FIRST = Set.of(".", "+", "*", "$");
  private static final int FLAGS = 5;

  private final Words words;

  MentionRecord(Words words) {
    this.words = words;
  }

  /** The fields of a hash that hold what is stored under {@code field}. */
  static String[] pieces(String field) {
    return Arrays.stream(PIECES).map(piece -> field + piece).toArray(String[]::new);
  }

  /** Whether it is the first of the {@link #pieces}. */
  static boolean isFirst(String field) {
    return !PIECES_BUT_FIRST.contains(field.substring(field.length() - 1));
  }

  /** The record in its pieces; empty if there is none. */
  static String joined(List<@Nullable String> pieces) {
    StringBuilder record = new StringBuilder();
    for (String piece : pieces) {
      record.append(piece == null ? "" : piece);
    }
    return record.toString();
  }

  /** Whether the entry of a slot marks a deleted message. */
  static boolean isGone(String entry) {
    return entry.startsWith(GONE);
  }

  /** The thread that a deleted message stood in; empty if it answered none. */
  static String rootOfGone(String entry) {
    return entry.substring(GONE.length());
  }

  /** Slack's timestamp of the wording, or of the moment a person set the label. */
  static String version(String record, String ts) {
    return Head.of(record, ts).version();
  }

  /** The thread that a mention stands in; empty if it answers none. */
  static String root(String record) {
    return orEmpty(Head.of(record, "").root());
  }

  /**
   * What the scripts read.
   *
   * @param by the id by which it was said, if that was merged into the person's
   */
  private record Head(
      int intent,
      int stance,
      String version,
      @Nullable String correctedBy,
      @Nullable String seconds,
      @Nullable String root,
      @Nullable String by) {

    static Head of(String record, String ts) {
      String[] rest = record.substring(2, record.indexOf('|')).split(",", -1);
      boolean usual = rest.length < 4;
      return new Head(
          digit(record, 0),
          digit(record, 1),
          rest[0].isEmpty() ? ts : rest[0],
          usual ? null : orNull(rest[1]),
          usual ? null : orNull(rest[2]),
          usual ? null : orNull(rest[3]),
          rest.length < 5 ? null : rest[4]);
    }

    @Override
    public String toString() {
      String rest =
          String.join(",", version, orEmpty(correctedBy), orEmpty(seconds), orEmpty(root));
      String others = by == null ? rest : rest + "," + by;
      return "" + intent + stance + (others.equals(",,,") ? "" : others) + "|";
    }
  }

  /**
   * @param standing what {@code hearing} comes to now
   */
  String of(Hearing hearing, Hearing.Outcome standing) {
    Heard heard = standing.heard();
    Place place = heard.place();
    String version = hearing.version();
    Head head =
        new Head(
            heard.intent().ordinal(),
            place.stance().ordinal(),
            version.equals(heard.mention().ts()) ? "" : version,
            heard.correctedBy(),
            place.seconds(),
            place.root(),
            null);
    return head + Packed.of(judged(standing) + (hearing.hangsOnContext() ? outcomes(hearing) : ""));
  }

  /** What is said by its code in the records of a hearing and in their members. */
  Set<String> said(Hearing hearing) {
    Set<String> said = new TreeSet<>();
    said.add(hearing.alone().mention().channel());
    hearing.outcomes().values().forEach(outcome -> said.add(source(outcome.heard())));
    return said;
  }

  private static String source(Heard heard) {
    String link = Permalink.shortened(heard.permalink(), heard.mention());
    return heard.rule() + LINK + link.substring(0, Permalink.beginning(link));
  }

  private String outcomes(Hearing hearing) {
    StringBuilder text = new StringBuilder(OUTCOME + (hearing.second() ? "1" : "0"));
    new TreeMap<>(hearing.outcomes())
        .forEach(
            (stance, outcome) -> {
              Place place = outcome.heard().place();
              text.append(OUTCOME).append(stance.ordinal());
              text.append(outcome.heard().intent().ordinal()).append(place.stance().ordinal());
              text.append("|").append(judged(outcome));
            });
    return text.toString();
  }

  private String judged(Hearing.Outcome outcome) {
    AdvocacyAct act = outcome.act();
    return heard(outcome.heard()) + (act == null ? "" : ACT + ActRecord.of(act, outcome.heard()));
  }

  private String heard(Heard heard) {
    ContextReason reason = heard.place().reason();
    String link = Permalink.shortened(heard.permalink(), heard.mention());
    List<String> parts = new ArrayList<>();
    parts.add(
        digit(heard.otherwise().ordinal())
            + digit(
                heard.sentiment().ordinal() * 4
                    + (heard.abstained() ? 1 : 0)
                    + (heard.competitor() ? 2 : 0))
            + thousandths(heard.confidence())
            + digit(reason == null ? 0 : reason.ordinal() + 1)
            + words.code(source(heard)));
    parts.add(link.substring(Permalink.beginning(link)));
    heard.evidence().forEach(said -> parts.add(printable(said)));
    return String.join(PART, parts);
  }

  /** What a mention may come to; empty where it does not hang on its context. */
  Optional<Hearing> hearing(MentionId id, String person, String record) {
    Head head = Head.of(record, id.ts());
    String[] packed = packed(record).split(OUTCOME, -1);
    if (head.correctedBy() != null || packed.length < 2) {
      return Optional.empty();
    }
    Map<Stance, Hearing.Outcome> outcomes = new EnumMap<>(Stance.class);
    for (int i = 2; i < packed.length; i++) {
      String part = packed[i].substring(1);
      Head own = Head.of(part, "");
      Head there = new Head(own.intent(), own.stance(), "", null, null, head.root(), head.by());
      String judged = part.substring(part.indexOf('|') + 1);
      outcomes.put(Stance.values()[digit(packed[i], 0)], outcome(id, person, there, judged));
    }
    return Optional.of(new Hearing(head.version(), packed[1].equals("1"), outcomes));
  }

  /**
   * What is known of a mention.
   *
   * @param person whose record it is; of whoever has several ids it tells by which it was said
   */
  Heard heard(MentionId id, String person, String record) {
    return standing(id, person, record).heard();
  }

  /** What it counts as, if it is an act. */
  Optional<AdvocacyAct> act(MentionId id, String person, String record) {
    return Optional.ofNullable(standing(id, person, record).act());
  }

  /** All that a record says, for whoever looks for something in it. */
  static String plain(String record) {
    return record.substring(0, record.indexOf('|') + 1) + packed(record);
  }

  /** The same record without somebody: their words about others stay, others' about them do not. */
  static String without(String record, Traces traces) {
    Head head = Head.of(record, "");
    boolean theirs = head.seconds() != null && traces.isHandle(head.seconds());
    Head kept =
        new Head(
            head.intent(),
            head.stance(),
            head.version(),
            head.correctedBy(),
            theirs ? null : head.seconds(),
            head.root(),
            head.by());
    String[] outcomes = packed(record).split(OUTCOME, -1);
    outcomes[0] = judgedWithout(outcomes[0], traces);
    for (int i = 2; i < outcomes.length; i++) {
      int bar = outcomes[i].indexOf('|') + 1;
      outcomes[i] =
          outcomes[i].substring(0, bar) + judgedWithout(outcomes[i].substring(bar), traces);
    }
    return kept + Packed.of(String.join(OUTCOME, outcomes));
  }

  /** Words begin with the third part, of a mention and of its act. */
  private static String judgedWithout(String judged, Traces traces) {
    String[] halves = judged.split(ACT, -1);
    for (int half = 0; half < halves.length; half++) {
      String[] parts = halves[half].split(PART, -1);
      for (int i = 2; i < parts.length; i++) {
        parts[i] = traces.without(parts[i]);
      }
      halves[half] = String.join(PART, parts);
    }
    return String.join(ACT, halves);
  }

  private Hearing.Outcome standing(MentionId id, String person, String record) {
    String judged = packed(record).split(OUTCOME, 2)[0];
    return outcome(id, person, Head.of(record, id.ts()), judged);
  }

  private static String packed(String record) {
    return Packed.text(record.substring(record.indexOf('|') + 1));
  }

  private Hearing.Outcome outcome(MentionId id, String person, Head head, String judged) {
    String[] halves = judged.split(ACT, 2);
    Heard heard = heard(id, person, head, halves[0]);
    return new Hearing.Outcome(heard, halves.length < 2 ? null : ActRecord.act(heard, halves[1]));
  }

  private Heard heard(MentionId id, String person, Head head, String text) {
    String[] parts = text.split(PART, -1);
    String[] source = words.text(parts[0].substring(FLAGS)).split(LINK, -1);
    int flags = digit(text, 1);
    int reason = digit(text, 4);
    return new Heard(
        id,
        head.by() == null ? person : head.by(),
        Intent.values()[head.intent()],
        Intent.values()[digit(text, 0)],
        thousandths(text, 2),
        Sentiment.values()[flags / 4],
        (flags & 1) > 0,
        (flags & 2) > 0,
        List.of(parts).subList(2, parts.length),
        Permalink.whole(source[1] + parts[1], id),
        source[0],
        head.correctedBy(),
        new Place(
            head.root(),
            Stance.values()[head.stance()],
            reason == 0 ? null : ContextReason.values()[reason - 1],
            head.seconds()));
  }

  /** Without what stands between parts. */
  static String printable(String words) {
    return words.replaceAll("[\\u0001-\\u0005]", "");
  }

  /** A number below 64. */
  static String digit(int number) {
    return String.valueOf((char) ('0' + number));
  }

  static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }

  static String thousandths(double share) {
    int thousandths = (int) Math.round(share * 1000);
    return digit(thousandths / 64) + digit(thousandths % 64);
  }

  static double thousandths(String text, int at) {
    return (digit(text, at) * 64 + digit(text, at + 1)) / 1000.0;
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
