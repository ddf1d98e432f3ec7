package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.NextStep;
import dev.vouch.advocate.standing.Owed;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.advocate.standing.ResponseTime;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person likes, what we did for them, asked and owe, and what comes next. */
final class CareLines {
  private static final int MOST = 3;
  private static final int LONGEST_WORDS = 120;

  /** What has begun of an hour counts whole. */
  private static final Duration ALMOST_AN_HOUR = Duration.ofHours(1).minusNanos(1);

  private CareLines() {}

  /** What moves them, and their last words of praise. */
  static List<LayoutBlock> likes(Evidence evidence) {
    String moved =
        evidence.person().motivators().keySet().stream()
            .map(CareLines::motivator)
            .collect(Collectors.joining(", "));
    List<String> praise =
        evidence.heard().stream()
            .filter(one -> one.intent() == Intent.PRAISE && !one.abstained())
            .flatMap(one -> one.evidence().stream().limit(1))
            .toList();
    return moved.isEmpty() && praise.isEmpty()
        ? List.of()
        : List.of(Kit.section(Lines.withQuotes(("*What they like:* " + moved).strip(), praise)));
  }

  private static String motivator(Motivator motivator) {
    return motivator.wire().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What we gave and what we asked, the latest of each. */
  static LayoutBlock gaveAndAsked(Evidence evidence) {
    Relationship person = evidence.person();
    List<LedgerEntry> gave =
        person.entries(
            Kind.HELP,
            Kind.DELIGHT,
            Kind.ANSWER,
            Kind.PROMISE_KEPT,
            Kind.SUGGESTION_TAKEN,
            Kind.FOLLOWED_UP);
    List<LedgerEntry> asked = person.entries(Kind.ASK);
    return Kit.section(
        "*What we did:*%s\n*What we asked:*%s"
            .formatted(
                latest(gave.stream().map(CareLines::entry).toList()),
                latest(asked.stream().map(ask -> ask(ask, person)).toList())));
  }

  /** The latest first, and how many there are beside. */
  private static String latest(List<String> oldestFirst) {
    if (oldestFirst.isEmpty()) {
      return " nothing on record";
    }
    List<String> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    return listed(newestFirst);
  }

  private static String listed(List<String> lines) {
    String shown =
        lines.stream().limit(MOST).map(line -> "\n• " + line).collect(Collectors.joining());
    return lines.size() > MOST ? "%s\n…and %d more".formatted(shown, lines.size() - MOST) : shown;
  }

  /** How long they waited for us, where they wanted an answer. */
  static List<LayoutBlock> waited(Evidence evidence, Instant now) {
    return ResponseTime.of(evidence.heard(), now)
        .map(time -> List.of(Kit.section("*How soon we answered:* " + waited(time))))
        .orElse(List.of());
  }

  private static String waited(ResponseTime time) {
    Duration median = time.median();
    String soon =
        median == null
            ? "not yet"
            : "within %s, half of the time"
                .formatted(Lines.count(median.plus(ALMOST_AN_HOUR).toHours(), "hour"));
    return "%s · %d of %d questions and complaints in 90 days have an answer"
        .formatted(soon, time.answered(), time.wanted());
  }

  private static String entry(LedgerEntry entry) {
    return "%s · %s".formatted(GoodwillView.words(entry), Mrkdwn.date(entry.from()));
  }

  private static String ask(LedgerEntry ask, Relationship person) {
    String outcome =
        person.has(ask.id(), Kind.ASK_DONE)
            ? "done"
            : person.has(ask.id(), Kind.ASK_DECLINED)
                ? "they said no"
                : person.has(ask.id(), Kind.ASK_LATER)
                    ? "they would rather be asked later"
                    : person.has(ask.id(), Kind.ASK_ACCEPTED) ? "they said yes" : "no answer yet";
    String rung =
        Rung.of(ask).map(one -> "%s (%s) · ".formatted(one.label(), one.size().wire())).orElse("");
    return "%s%s · %s".formatted(rung, entry(ask), outcome);
  }

  /** What we owe, the most pressing first. */
  static LayoutBlock owed(Evidence evidence, Instant now) {
    Owed owed = Owed.of(evidence, now);
    List<String> lines =
        Stream.of(
                owed.recoveries().stream().map(CareLines::recovery),
                owed.promises().stream().map(promise -> promise(promise, now)),
                owed.questions().stream().map(CareLines::question))
            .flatMap(one -> one)
            .toList();
    return Kit.section("*What we owe:*" + (lines.isEmpty() ? " nothing" : listed(lines)));
  }

  private static String recovery(Recovery open) {
    String what = open.permalink() == null ? "an incident of " : "a complaint of ";
    String said =
        open.permalink() == null
            ? Mrkdwn.date(open.since())
            : Lines.said(open.since(), open.permalink());
    String next = open.next().map(GoodwillView::step).orElse("nothing");
    return "%s%s. Next: %s".formatted(what, said, next);
  }

  private static String promise(LedgerEntry promise, Instant now) {
    String words = promise.note().words();
    String what = words == null ? "a promise" : Mrkdwn.words(words, LONGEST_WORDS);
    Instant due = promise.until();
    String by =
        due == null
            ? "no date"
            : "%s %s".formatted(due.isBefore(now) ? "late since" : "by", Mrkdwn.date(due));
    return "promised: %s · %s".formatted(what, by);
  }

  private static String question(Heard heard) {
    return "an answer to a %s · %s"
        .formatted(
            Lines.label(heard.intent()), Lines.said(heard.mention().at(), heard.permalink()));
  }

  /** The one thing to do next. */
  static LayoutBlock next(Evidence evidence, Instant now) {
    PersonStanding stands = PersonStanding.of(evidence, now);
    return Kit.section("*Next:* " + NextStep.of(evidence, stands, now).words());
  }
}
