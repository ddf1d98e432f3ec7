package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.standing.Cause;
import dev.vouch.advocate.standing.Change;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.PersonLoyalty;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a person stands and how loyal they are: each by itself, never as one number. */
final class StandingLines {
  private static final int LONGEST_WORDS = 200;

  private StandingLines() {}

  /** Both in a line each. */
  static LayoutBlock shortly(Evidence evidence, Instant now) {
    PersonStanding stands = PersonStanding.of(evidence, now);
    PersonLoyalty loyalty = PersonLoyalty.of(evidence);
    return Kit.section(
        "*Stands:* %s\n*Loyalty:* %s"
            .formatted(
                line(stands.standing().wire(), stands.since(), stands.reason(), stands.cause()),
                line(
                    loyalty.loyalty().wire(), loyalty.since(), loyalty.reason(), loyalty.cause())));
  }

  /** {@code active since 3 November, because they spoke up for us · open}. */
  private static String line(
      String state, @Nullable Instant since, String reason, @Nullable Cause cause) {
    String where = cause == null || cause.permalink() == null ? "" : open(cause.permalink());
    return "*%s*%s, because %s%s"
        .formatted(
            state.replace('_', ' '),
            since == null ? "" : " since " + Mrkdwn.date(since),
            reason,
            where);
  }

  private static String open(String permalink) {
    String link = Mrkdwn.link(permalink, "open");
    return link.startsWith("<") ? " · " + link : "";
  }

  /** Each with its rule, its evidence, its date, and what would change it. */
  static List<LayoutBlock> why(Evidence evidence, Instant now) {
    PersonStanding stands = PersonStanding.of(evidence, now);
    PersonLoyalty loyalty = PersonLoyalty.of(evidence);
    String standing =
        "*Standing:* "
            + since(stands.standing().wire(), stands.since())
            + because(stands.reason(), stands.cause(), stands.changes());
    String staying =
        "*Loyalty:* "
            + since(loyalty.loyalty().wire(), loyalty.since())
            + because(loyalty.reason(), loyalty.cause(), loyalty.changes());
    return List.of(Kit.section(standing), Kit.section(staying));
  }

  private static String since(String state, @Nullable Instant since) {
    String shown = state.replace('_', ' ');
    return since == null ? shown : "%s, since %s".formatted(shown, Mrkdwn.date(since));
  }

  private static String because(String reason, @Nullable Cause cause, List<Change> changes) {
    return "\nRule: %s.%s\nWould change it:\n%s"
        .formatted(
            Lines.sentence(reason),
            cause == null ? "" : "\nEvidence: " + cause(cause),
            changes.stream().map(StandingLines::change).collect(Collectors.joining("\n")));
  }

  private static String cause(Cause cause) {
    String what =
        "%s · %s%s"
            .formatted(
                cause.what().replace('_', ' '),
                Mrkdwn.date(cause.at()),
                cause.permalink() == null ? "" : open(cause.permalink()));
    return cause.words() == null ? what : what + "\n" + Mrkdwn.quote(cause.words(), LONGEST_WORDS);
  }

  private static String change(Change change) {
    String to = change.to() == null ? "" : ": *" + change.to().replace('_', ' ') + "*";
    String at = change.at() == null ? "" : ", on " + Mrkdwn.date(change.at());
    return "• if %s%s%s".formatted(change.condition(), to, at);
  }
}
