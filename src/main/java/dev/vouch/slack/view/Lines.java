package dev.vouch.slack.view;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Phrases that several views share: names, labels, and words with where they were said. */
public final class Lines {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUOTE = 280;
  private static final int MOST_QUOTES = 2;

  private Lines() {}

  /** Somebody's name, for text with markup. */
  public static String name(String name) {
    String shown = Mrkdwn.words(name, LONGEST_NAME);
    return shown.isEmpty() ? "somebody" : shown;
  }

  /** Somebody's name, for a notification. */
  public static String plainName(String name) {
    String shown = Mrkdwn.plainWords(name, LONGEST_NAME);
    return shown.isEmpty() ? "somebody" : shown;
  }

  public static String of(String person, @Nullable String account) {
    return account == null || account.isBlank()
        ? name(person)
        : "%s of %s".formatted(name(person), name(account));
  }

  public static String label(Intent intent) {
    return intent.wire().replace('_', ' ');
  }

  public static String label(Driver driver) {
    return driver.wire().replace('_', ' ');
  }

  public static String label(ActKind kind) {
    return kind.wire().replace('_', ' ');
  }

  /** The words that decided, as quotations; empty where none were kept. */
  public static String quotes(List<String> evidence) {
    return evidence.stream()
        .limit(MOST_QUOTES)
        .map(words -> Mrkdwn.quote(words, LONGEST_QUOTE))
        .collect(Collectors.joining("\n"));
  }

  /** {@code line}, and under it the words that decided. */
  public static String withQuotes(String line, List<String> evidence) {
    return evidence.isEmpty() ? line : line + "\n" + quotes(evidence);
  }

  /** When it was said, as a link to where. */
  public static String said(Instant at, String permalink) {
    String open = Mrkdwn.link(permalink, "open");
    return open.startsWith("<") ? Mrkdwn.date(at) + " · " + open : Mrkdwn.date(at);
  }

  public static String act(AdvocacyAct act) {
    String line =
        "*%s* · %s".formatted(sentence(label(act.kind())), said(act.at(), act.permalink()));
    return withQuotes(line, act.evidence());
  }

  public static String heard(String who, Heard heard) {
    String line =
        "*%s* · %s · %s"
            .formatted(who, label(heard.intent()), said(heard.mention().at(), heard.permalink()));
    return withQuotes(line, heard.evidence());
  }

  /** With a capital at its start. */
  public static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** {@code 1 act}, {@code 2 acts}. */
  public static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  public static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
