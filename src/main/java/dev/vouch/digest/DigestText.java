package dev.vouch.digest;

import dev.vouch.advocate.Spread.Circle;
import dev.vouch.digest.Digest.DayCount;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Intent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Writes a digest as plain text for a terminal, in the order in which it is posted: what customers
 * need, what they wish, what they gave, and last the reach, which is no advocacy.
 */
public final class DigestText {
  private static final int LONGEST_BAR = 20;
  private static final int MOST_WORDS = 3;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
  private static final DateTimeFormatter ROW = DateTimeFormatter.ofPattern("EEE dd MMM", Locale.UK);

  private DigestText() {}

  /** The whole digest; every line ends with a line feed. */
  public static String of(Digest digest) {
    return digest.isQuiet() ? quiet(digest) : full(digest);
  }

  private static String quiet(Digest digest) {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    String nudges = digest.openNudges() == 0 ? "" : " " + openNudges(digest.openNudges());
    text.add(
        "%s: a quiet day, nothing to act on from %s.%s"
            .formatted(DATE.format(digest.day()), covered(digest), nudges));
    concentration(text, digest);
    return text.toString();
  }

  private static void concentration(StringJoiner text, Digest digest) {
    Circle lately = digest.spread().lately();
    if (Concentration.of(lately).isAlarm()) {
      text.add("Too few carry it: " + Concentration.sentence(lately));
    }
  }

  private static String full(Digest digest) {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    text.add("Digest of " + DATE.format(digest.day())).add("Covers " + covered(digest));
    Totals totals = digest.totals();
    section(text, needs(totals), digest.needs(), totals.complaints() + totals.questions(), digest);
    section(text, wishes(totals), digest.wishes(), totals.suggestions(), digest);
    section(text, acts(totals), digest.acts(), totals.advocacy(), digest);
    section(text, praise(totals), digest.praised(), totals.praise(), digest);
    text.add("").add("Reach: " + reach(totals.likes()));
    days(text, digest.days());
    text.add("").add(openNudges(digest.openNudges()));
    concentration(text, digest);
    return text.toString();
  }

  private static String covered(Digest digest) {
    return "%s to %s (%s)"
        .formatted(
            moment(digest.from(), digest.zone()),
            moment(digest.to(), digest.zone()),
            digest.zone().getId());
  }

  private static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  private static String needs(Totals totals) {
    return totals.complaints() + totals.questions() == 0
        ? "Customers need an answer: nobody is waiting"
        : "Customers need an answer: %s, %s"
            .formatted(
                count(totals.complaints(), "complaint", "complaints"),
                count(totals.questions(), "question", "questions"));
  }

  private static String wishes(Totals totals) {
    return "Customers wish: " + count(totals.suggestions(), "suggestion", "suggestions");
  }

  private static String acts(Totals totals) {
    return "They spoke up for us: "
        + count(totals.advocacy(), "act of advocacy", "acts of advocacy");
  }

  private static String praise(Totals totals) {
    return "Praise to pass on: " + count(totals.praise(), "message", "messages");
  }

  private static String reach(long likes) {
    return count(likes, "like, share or reaction", "likes, shares and reactions")
        + ", not counted as advocacy";
  }

  private static String openNudges(int open) {
    return open == 0
        ? "No nudge waits for an answer."
        : count(open, "nudge waits", "nudges wait") + " for an answer.";
  }

  private static String count(long count, String one, String more) {
    return count == 0
        ? "no " + more
        : String.format(Locale.UK, "%,d %s", count, count == 1 ? one : more);
  }

  private static void section(
      StringJoiner text, String heading, List<Entry> entries, long all, Digest digest) {
    text.add("").add(heading);
    entries.forEach(entry -> entry(text, entry, digest.zone()));
    long left = all - entries.size();
    if (left > 0) {
      text.add(String.format(Locale.UK, "  and %,d more", left));
    }
  }

  private static void entry(StringJoiner text, Entry entry, ZoneId zone) {
    String account = entry.accountName().isEmpty() ? "" : " (" + entry.accountName() + ")";
    text.add(
        "  - %s%s, %s, %s%s"
            .formatted(
                plain(entry.personName()),
                plain(account),
                kind(entry.heard().intent()),
                moment(entry.heard().mention().at(), zone),
                words(entry.heard().evidence())));
    text.add("    " + plain(entry.heard().permalink()));
  }

  private static String kind(Intent intent) {
    return intent == Intent.ADVOCACY ? "act of advocacy" : intent.wire().replace('_', ' ');
  }

  private static String words(List<String> evidence) {
    return evidence.isEmpty()
        ? ""
        : evidence.stream()
            .limit(MOST_WORDS)
            .map(words -> "\"" + plain(words) + "\"")
            .collect(Collectors.joining(", ", ": ", ""));
  }

  /** Names and words come from outside, and control characters in them could drive a terminal. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
  }

  private static void days(StringJoiner text, List<DayCount> days) {
    long mostAdvocacy = most(days, DayCount::advocacy);
    long mostLikes = most(days, DayCount::likes);
    text.add("").add("%d days, each column on its own scale".formatted(days.size()));
    text.add("              %-28s%s".formatted("acts of advocacy", "likes, shares, reactions"));
    for (DayCount day : days) {
      String advocacy = bar('#', day.advocacy(), mostAdvocacy);
      String likes = bar('.', day.likes(), mostLikes);
      text.add("  %s  %-28s%s".formatted(ROW.format(day.day()), advocacy, likes).stripTrailing());
    }
  }

  private static long most(List<DayCount> days, ToLongFunction<DayCount> counted) {
    return days.stream().mapToLong(counted).max().orElse(0);
  }

  /** A count above zero always shows, however small it is beside the greatest. */
  private static String bar(char mark, long count, long most) {
    if (count == 0) {
      return "0";
    }
    long scaled = Math.max(1, Math.round((double) count * LONGEST_BAR / Math.max(most, 1)));
    long length = most <= LONGEST_BAR ? count : scaled;
    return String.valueOf(mark).repeat((int) length) + String.format(Locale.UK, " %,d", count);
  }
}
