package dev.vouch.slack.view.gift;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftRule;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.nudge.wording.Linter;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.gift.GiftOutcome;
import dev.vouch.pipeline.gift.GiftOutcome.End;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.NoteView;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A gift, what was decided about it, by which rule, and what one can do. */
public final class GiftView {
  private GiftView() {}

  /**
   * What came of a word about a gift.
   *
   * @param notice what the rules are not
   * @param names the name of anybody by Slack id
   */
  public static Rendering of(GiftOutcome outcome, String notice, UnaryOperator<String> names) {
    GiftEvent event = outcome.event();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(title(event, names)));
    blocks.add(Kit.section(said(outcome, names)));
    remark(event).map(Kit::section).ifPresent(blocks::add);
    year(outcome).map(Kit::section).ifPresent(blocks::add);
    buttons(outcome).ifPresent(blocks::add);
    blocks.add(Kit.context(cited(event, outcome.rule())));
    blocks.add(Kit.context(Mrkdwn.words(notice, 600)));
    return new Rendering(plain(event, names), blocks);
  }

  /** What one of our own people is to decide, or to know, in a direct message. */
  public static Rendering news(GiftNews news, UnaryOperator<String> names) {
    GiftEvent event = news.event();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(title(event, names)));
    if (event.state() == State.ASKED) {
      blocks.add(
          Kit.section(
              "%s would like to give it. *It needs your word*, because %s."
                  .formatted(name(event.by(), names), event.cited().why().words())));
      remark(event).map(Kit::section).ifPresent(blocks::add);
      blocks.add(
          Kit.actions(
              Actions.GIFT_BLOCK,
              List.of(
                  primary(State.GIVEN, "Approve", event), button(State.REFUSED, "Refuse", event))));
    } else {
      blocks.add(Kit.section(decided(event, names)));
      if (event.state() == State.GIVEN) {
        blocks.add(undoing(event));
      }
    }
    blocks.add(Kit.context(cited(event, news.rule())));
    return new Rendering(plain(event, names), blocks);
  }

  private static String title(GiftEvent event, UnaryOperator<String> names) {
    return "*Gift to %s:* %s, worth %s"
        .formatted(
            name(event.to().person(), names),
            Mrkdwn.words(event.what().what(), 200),
            event.what().worth());
  }

  private static String plain(GiftEvent event, UnaryOperator<String> names) {
    return "Gift to %s".formatted(Lines.plainName(names.apply(event.to().person())));
  }

  private static String name(String person, UnaryOperator<String> names) {
    return Lines.name(names.apply(person));
  }

  private static String said(GiftOutcome outcome, UnaryOperator<String> names) {
    GiftEvent event = outcome.event();
    String approver = outcome.approver() == null ? "" : name(outcome.approver(), names);
    return switch (outcome.end()) {
      case CHECKED -> checked(event);
      case NOTED -> decided(event, names);
      case TO_APPROVE ->
          "*It waits for %s*, because %s. They have been asked, and you are told what they say."
              .formatted(approver, event.cited().why().words());
      case NOT_TOLD ->
          "*It waits for %s*, because %s. Slack did not let me tell them: please do."
              .formatted(approver, event.cited().why().words());
      case NO_APPROVER ->
          "*It needs somebody else's word*, because %s, and there is nobody to ask. Name one:"
                  .formatted(event.cited().why().words())
              + " `/vouch settings approver @person`. Nothing was noted.";
      case TOO_LATE -> "Nothing was changed: this one is settled. " + decided(event, names);
      case NOT_YOURS ->
          "This one is for others to decide: the approver, or who else stands for the account, but"
              + " not whoever asks.";
      case GONE -> "They have asked to be forgotten, so nothing was noted.";
    };
  }

  private static String checked(GiftEvent event) {
    String why = event.cited().why().words();
    return switch (event.state()) {
      case DENIED -> "*It may not be given*, because %s.%s".formatted(why, change(event));
      case ASKED -> "*It would need an approver's word*, because %s.".formatted(why);
      default -> "*It may be given:* %s. Nothing was noted.".formatted(why);
    };
  }

  private static String decided(GiftEvent event, UnaryOperator<String> names) {
    String by = name(event.by(), names);
    return switch (event.state()) {
      case DENIED ->
          "*It may not be given*, because %s.%s"
              .formatted(event.cited().why().words(), change(event));
      case ASKED ->
          "*It waits for an approver*, because %s.".formatted(event.cited().why().words());
      case REFUSED -> "*%s said no* %s.".formatted(by, Mrkdwn.date(event.at()));
      case GIVEN ->
          "*Noted as given* by %s %s. It ties them to us, and what they say for us ought to say so."
              .formatted(by, Mrkdwn.date(event.at()));
      case DECLINED -> "*They did not take it*, noted by %s. It counts for nothing.".formatted(by);
      case TAKEN_BACK -> "*It was not given after all*, noted by %s.".formatted(by);
    };
  }

  private static String change(GiftEvent event) {
    String change = event.cited().why().change();
    return change.isEmpty() ? "" : " What would change it: %s.".formatted(change);
  }

  /** What in the words sounds like pay. */
  private static Optional<String> remark(GiftEvent event) {
    return Linter.check(event.what().what()).stream()
        .filter(finding -> finding.flaw().isTransactional())
        .findFirst()
        .map(NoteView::remark);
  }

  private static Optional<String> year(GiftOutcome outcome) {
    GiftOutcome.Year year = outcome.year();
    GiftRule rule = outcome.rule();
    return year == null || rule == null || outcome.end() == End.GONE
        ? Optional.empty()
        : Optional.of(GiftsView.year(year, rule));
  }

  private static Optional<LayoutBlock> buttons(GiftOutcome outcome) {
    return outcome.end() == End.NOTED && outcome.event().state() == State.GIVEN
        ? Optional.of(undoing(outcome.event()))
        : Optional.empty();
  }

  private static LayoutBlock undoing(GiftEvent event) {
    return Kit.actions(
        Actions.GIFT_BLOCK,
        List.of(
            button(State.DECLINED, "They declined it", event),
            button(State.TAKEN_BACK, "Not given after all", event)));
  }

  private static BlockElement primary(State state, String label, GiftEvent event) {
    return Kit.button(Actions.gift(state), label, event.gift()).style("primary").build();
  }

  private static BlockElement button(State state, String label, GiftEvent event) {
    return Kit.button(Actions.gift(state), label, event.gift()).build();
  }

  /** The rule and its version, so that each decision can be followed up. */
  private static String cited(GiftEvent event, @Nullable GiftRule rule) {
    Why why = event.cited().why();
    String by =
        rule == null
            ? "No rule was needed to say so (%s)".formatted(why.name())
            : "Rule `%s`: %s %s".formatted(rule.id(), GiftsView.limits(rule), rule.grounds().why());
    return "%s Policy of gifts, version %s. All rules and their sources: `/vouch gifts`."
        .formatted(by.endsWith(".") ? by : by + ".", event.cited().policy());
  }
}
