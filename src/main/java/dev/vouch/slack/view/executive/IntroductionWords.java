package dev.vouch.slack.view.executive;

import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.util.function.UnaryOperator;

/** Where an introduction stands, in a sentence. */
public final class IntroductionWords {
  private static final int LONGEST = 200;

  private IntroductionWords() {}

  /** Whom it is about, with their account. */
  static String who(Introduction one) {
    return Lines.of(one.request().name(), one.request().account());
  }

  /** Where it stands. */
  static String stands(Introduction one, UnaryOperator<String> names) {
    String executive = Lines.name(names.apply(one.executive()));
    return switch (one.stage()) {
      case REQUESTED -> "%s is asked in their working hours.".formatted(executive);
      case ASKED -> "It waits for the answer of %s.".formatted(executive);
      case LATER ->
          "%s would rather do it at another time, and is asked again in two weeks%s."
              .formatted(executive, because(one));
      case APPROVED -> approved(one, executive);
      case DECLINED -> "%s passed on it%s.".formatted(executive, said(one));
      case HAPPENED -> "%s and they have met.".formatted(executive);
      case DID_NOT -> "%s and they will not meet.".formatted(executive);
      case UNTOLD -> "Nobody has said whether %s and they have met.".formatted(executive);
      case EXPIRED -> "%s did not answer in time, so nothing comes of it.".formatted(executive);
      case STOPPED -> "It is off%s.".formatted(because(one));
      case GONE ->
          "%s cannot be reached in Slack any more, so nothing comes of it.".formatted(executive);
    };
  }

  private static String approved(Introduction one, String executive) {
    boolean moved = one.last().filter(step -> step.event().wire().equals("moved")).isPresent();
    return moved
        ? "%s and they meet at another time; how it went is asked then.".formatted(executive)
        : "%s will do it.".formatted(executive);
  }

  private static String said(Introduction one) {
    return one.last()
        .map(Step::words)
        .map(words -> ": \"%s\"".formatted(Mrkdwn.words(words, LONGEST)))
        .orElse("");
  }

  private static String because(Introduction one) {
    return one.last()
        .map(Step::words)
        .map(words -> ", because " + Mrkdwn.words(words, LONGEST))
        .orElse("");
  }
}
