package dev.vouch.slack.view.ask;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.person.GoodwillView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a person was asked, by whom, what they said, and when the same may be asked again. */
public final class AskLines {
  private static final int MOST = 5;

  private AskLines() {}

  /**
   * @param names the name of a member of staff by Slack id
   */
  public static List<LayoutBlock> of(
      Relationship person, Instant now, UnaryOperator<String> names) {
    List<LedgerEntry> newest = new ArrayList<>(person.entries(Kind.ASK));
    Collections.reverse(newest);
    return Kit.list("Asks", newest, Kit.Cap.of(MOST), ask -> ask(ask, person, now, names));
  }

  private static String ask(
      LedgerEntry ask, Relationship person, Instant now, UnaryOperator<String> names) {
    Optional<Rung> rung = Rung.of(ask);
    String what =
        rung.map(one -> "%s (%s)".formatted(one.label(), one.size().wire())).orElse("something");
    String by = ask.note().by();
    String words = ask.note().words();
    String asked =
        "*%s* · %s%s"
            .formatted(
                Lines.sentence(what),
                Mrkdwn.date(ask.from()),
                by == null ? "" : " · " + Lines.name(names.apply(by)));
    return asked
        + (words == null ? "" : "\n" + Mrkdwn.quote(words, 200))
        + answers(ask, person)
        + rung.map(one -> again(one, person, now)).orElse("");
  }

  private static String answers(LedgerEntry ask, Relationship person) {
    String answers =
        person.entries(Kind.ASK_ACCEPTED, Kind.ASK_DECLINED, Kind.ASK_LATER, Kind.ASK_DONE).stream()
            .filter(entry -> entry.isAbout(ask.id()))
            .map(
                entry ->
                    "\n• %s · %s".formatted(GoodwillView.words(entry), Mrkdwn.date(entry.from())))
            .collect(Collectors.joining());
    return answers.isEmpty() ? "\n• no answer is on record" : answers;
  }

  private static String again(Rung rung, Relationship person, Instant now) {
    return rung.restsUntil(person)
        .filter(until -> until.isAfter(now))
        .map(until -> "\n• the same is not asked again before %s".formatted(Mrkdwn.date(until)))
        .orElse("");
  }
}
