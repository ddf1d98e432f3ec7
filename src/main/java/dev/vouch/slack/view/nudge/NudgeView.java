package dev.vouch.slack.view.nudge;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A nudge as its owner or approver gets it in a direct message, in every state of its life.
 *
 * <p>While it can be answered it says everything: what was said, why now, what one could do. Once
 * it is answered the buttons go, and where it turned out to be no advocacy the words go too.
 */
public final class NudgeView {
  private NudgeView() {}

  /**
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(Nudge nudge, UnaryOperator<String> names) {
    NudgeWords words = NudgeWords.of(nudge, names);
    return standsAsSaid(nudge) ? standing(nudge, words, names) : takenBack(nudge, names);
  }

  private static Rendering standing(Nudge nudge, NudgeWords words, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.context(NudgeWords.title(nudge)));
    blocks.add(Kit.section("*" + words.lead() + "*"));
    blocks.add(Kit.section(Lines.quotes(quotable(nudge))));
    blocks.add(Kit.context(NudgeWords.source(nudge)));
    if (nudge.state().isOpen()) {
      int last = words.advice().size() - 1;
      words.advice().subList(0, last).stream().map(Kit::section).forEach(blocks::add);
      blocks.addAll(others(nudge));
      blocks.add(Kit.section(words.advice().get(last)));
    }
    outcome(nudge, names).map(Kit::section).ifPresent(blocks::add);
    buttons(nudge, names, Actions.NUDGE_BLOCK).ifPresent(blocks::add);
    if (nudge.state().isOpen()) {
      blocks.add(Kit.context(words.rule()));
    }
    return new Rendering(words.notification(), blocks);
  }

  /** It does not stand, or rests: neither the words nor what was said of them remain. */
  private static Rendering takenBack(Nudge nudge, UnaryOperator<String> names) {
    String what = nudge.kind().isQuiet() ? "A note about " : "A suggestion about ";
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(what + Lines.of(nudge.aboutName(), nudge.accountName())));
    outcome(nudge, names).map(Kit::section).ifPresent(blocks::add);
    return new Rendering(what + Lines.plainName(nudge.aboutName()), blocks);
  }

  /** The nudge as one of many on App Home. */
  public static List<LayoutBlock> brief(Nudge nudge, UnaryOperator<String> names, String blockId) {
    List<LayoutBlock> blocks = new ArrayList<>(withoutButtons(nudge, names));
    buttons(nudge, names, blockId).ifPresent(blocks::add);
    return blocks;
  }

  /** The nudge as one of many on App Home, where it is another person's to answer. */
  public static List<LayoutBlock> withoutButtons(Nudge nudge, UnaryOperator<String> names) {
    String lead = NudgeWords.of(nudge, names).lead();
    return List.of(
        Kit.context(NudgeWords.title(nudge)),
        Kit.section("*%s*\n%s".formatted(lead, Lines.quotes(quotable(nudge)))),
        Kit.context(NudgeWords.source(nudge)));
  }

  /** What would do as well, each to be taken instead. */
  private static List<LayoutBlock> others(Nudge nudge) {
    Advice advice = nudge.advice();
    if (advice == null) {
      return List.of();
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    for (int i = 0; i < advice.others().size(); i++) {
      String words = "*Or:* " + NudgeWords.gesture(advice.others().get(i));
      Choice choice = i == 0 ? Choice.SECOND : Choice.THIRD;
      blocks.add(
          nudge.state() == State.SENT
              ? Kit.section(words, button(nudge, choice, "Rather this").build())
              : Kit.section(words));
    }
    return blocks;
  }

  private static List<String> quotable(Nudge nudge) {
    if (!nudge.evidence().isEmpty()) {
      return nudge.evidence();
    }
    return List.of(
        nudge.mention() == null
            ? "(no words of theirs: " + nudge.moment().label().toLowerCase(Locale.ROOT) + ")"
            : "(open the message to read their words)");
  }

  private static boolean standsAsSaid(Nudge nudge) {
    return nudge.state() != State.WRONG
        && nudge.state() != State.NOTHING
        && nudge.state() != State.PAUSED;
  }

  private static Optional<String> outcome(Nudge nudge, UnaryOperator<String> names) {
    String by =
        nudge.answeredBy() == null ? "Somebody" : Lines.name(names.apply(nudge.answeredBy()));
    return switch (nudge.state()) {
      case SENT -> Optional.empty();
      case APPROVAL ->
          Optional.of(
              "It is for %s, and goes out when you say so."
                  .formatted(Lines.name(names.apply(nudge.to()))));
      case DOING ->
          Optional.of(
              (nudge.kind().isQuiet() ? "%s has taken note." : "%s is doing it.").formatted(by));
      case HELD -> Optional.of(later(nudge));
      case NOT_THIS -> Optional.of("%s passed on this one.".formatted(by));
      case WRONG -> Optional.of("%s said that this %s.".formatted(by, notSo(nudge)));
      case NOTHING ->
          Optional.of("Nothing to do here any more. " + Mrkdwn.words(nudge.reason(), 300));
      case EXPIRED -> Optional.of("Nobody answered it in two weeks, so it is over. That is fine.");
      case LOGGED -> Optional.of("Only logged: nothing was sent.");
      case PAUSED ->
          Optional.of(
              "Everything about them is paused. It comes back when that is over; `/vouch who` says"
                  + " why and until when.");
    };
  }

  private static String notSo(Nudge nudge) {
    return nudge.kind() == NudgeKind.COMPETITOR_FLAG
        ? "speaks for no competitor, so it does not count as a warning"
        : "is no advocacy, so it does not count as one";
  }

  private static String later(Nudge nudge) {
    return nudge.due() == null
        ? "Put off for now."
        : "Put off: it comes back %s.".formatted(Mrkdwn.date(nudge.due()));
  }

  private static Optional<LayoutBlock> buttons(
      Nudge nudge, UnaryOperator<String> names, String blockId) {
    return switch (nudge.state()) {
      case SENT ->
          Optional.of(
              Kit.actions(
                  blockId,
                  switch (nudge.kind()) {
                    case DELIGHT, OFFER_TO_VOUCH, PEER_HELP, CHECK_IN -> suggestion(nudge);
                    case EXEC_INTRO -> introduction(nudge);
                    case DISCLOSURE_REMINDER ->
                        List.of(button(nudge, Choice.DOING, "Noted").build());
                    case COMPETITOR_FLAG ->
                        List.of(button(nudge, Choice.DOING, "Noted").build(), wrong(nudge));
                  }));
      case APPROVAL ->
          Optional.of(
              Kit.actions(
                  blockId,
                  withWrong(
                      nudge,
                      primary(
                          nudge,
                          Choice.APPROVE,
                          "Send to @" + Lines.plainName(names.apply(nudge.to()))),
                      button(nudge, Choice.NOT_THIS, "Not this").build())));
      default -> Optional.empty();
    };
  }

  private static List<BlockElement> introduction(Nudge nudge) {
    return withWrong(
        nudge,
        primary(nudge, Choice.REQUEST, "Request introduction"),
        button(nudge, Choice.DOING, "Doing it").build(),
        button(nudge, Choice.LATER, "Later").build(),
        button(nudge, Choice.NOT_THIS, "Not this").build());
  }

  private static List<BlockElement> suggestion(Nudge nudge) {
    return withWrong(
        nudge,
        primary(nudge, Choice.DOING, "Doing it"),
        button(nudge, Choice.LATER, "Later").build(),
        button(nudge, Choice.NOT_THIS, "Not this").build());
  }

  /** What came of an act can be wrong about it. */
  private static List<BlockElement> withWrong(Nudge nudge, BlockElement... buttons) {
    List<BlockElement> all = new ArrayList<>(List.of(buttons));
    if (nudge.moment().isAct()) {
      all.add(wrong(nudge));
    }
    return all;
  }

  private static BlockElement primary(Nudge nudge, Choice choice, String label) {
    return button(nudge, choice, label).style("primary").build();
  }

  private static ButtonElement.ButtonElementBuilder button(
      Nudge nudge, Choice choice, String label) {
    return Kit.button(Actions.nudge(choice), label, nudge.id());
  }

  private static BlockElement wrong(Nudge nudge) {
    boolean flag = nudge.kind() == NudgeKind.COMPETITOR_FLAG;
    return button(nudge, Choice.WRONG, "Wrong")
        .confirm(flag ? takesTheFlagBack() : takesItBack())
        .build();
  }

  private static ConfirmationDialogObject takesTheFlagBack() {
    return ConfirmationDialogObject.builder()
        .title(Kit.plain("For no competitor?"))
        .text(
            Kit.plain(
                "The message then stops counting as a warning to others, and this note ends. What"
                    + " else it is can be said with Save as advocacy in its menu."))
        .confirm(Kit.plain("Yes, take it back"))
        .deny(Kit.plain("Keep it"))
        .build();
  }

  private static ConfirmationDialogObject takesItBack() {
    return ConfirmationDialogObject.builder()
        .title(Kit.plain("Was it not advocacy?"))
        .text(
            Kit.plain(
                "The message then stops counting as an act of advocacy, for this person and in the"
                    + " digest, and nudges about it end. Use \"Not this\" if it is advocacy and the"
                    + " nudge just does not suit."))
        .confirm(Kit.plain("Yes, take it back"))
        .deny(Kit.plain("Keep it"))
        .build();
  }
}
