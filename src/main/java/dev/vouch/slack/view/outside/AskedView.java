package dev.vouch.slack.view.outside;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement.ButtonElementBuilder;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.pipeline.reply.Choice.Kind;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ask as the person sees it who is asked: who asks, what for, how long it takes, and that no is
 * fine. Nothing of what our own people weigh stands here.
 */
public final class AskedView {
  private AskedView() {}

  /**
   * What the person who is asked sees, in every state.
   *
   * @param rep the name of whoever asks
   */
  public static Rendering of(Ask ask, String rep, String company) {
    String asks = asks(ask.asking(), rep, company);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(asks));
    blocks.add(Kit.section(Mrkdwn.quote(ask.asking().words(), Asking.LONGEST)));
    String outcome = outcome(ask, Lines.name(rep));
    if (!outcome.isEmpty()) {
      blocks.add(Kit.section("*%s*".formatted(outcome)));
    }
    List<BlockElement> buttons = buttons(ask);
    if (!buttons.isEmpty()) {
      blocks.add(Kit.actions(Actions.OWN_BLOCK + "_ask", buttons));
      blocks.add(
          Kit.context(
              ("It takes %s. No is fine: it changes nothing, and you need not say why. You can also"
                      + " answer in your own words, or write *stop*.")
                  .formatted(ask.rung().size().time())));
    }
    return new Rendering(Mrkdwn.withoutMarks(asks), blocks);
  }

  /** The one sentence in which somebody is asked. */
  public static String asks(Asking asking, String rep, String company) {
    return "%s of %s asks: would you %s?"
        .formatted(Lines.name(rep), Lines.name(company), asking.rung().request());
  }

  private static String outcome(Ask ask, String rep) {
    return switch (ask.state()) {
      case ACCEPTED -> "Thank you! %s knows, and will write to you about it.".formatted(rep);
      case DECLINED -> "That is fine. %s knows, and it changes nothing.".formatted(rep);
      case LATER -> later(ask, rep);
      case DONE -> "Thank you!";
      case SENT, BY_HAND -> lastWords(ask, rep);
      case APPROVAL, HELD, LOGGED, WITHDRAWN -> "This was taken back. There is nothing to do.";
    };
  }

  private static String later(Ask ask, String rep) {
    return last(ask)
        .map(Answer::until)
        .map(
            until ->
                "Gladly another time. %s will not come back to it before %s."
                    .formatted(rep, Mrkdwn.date(until)))
        .orElse("Gladly another time.");
  }

  private static String lastWords(Ask ask, String rep) {
    return last(ask)
        .map(
            answer ->
                answer.words() == null
                    ? "Please write your question here; it goes to %s.".formatted(rep)
                    : "%s has what you wrote, and will answer you.".formatted(rep))
        .orElse("");
  }

  private static Optional<Answer> last(Ask ask) {
    return ask.answers().stream().reduce((earlier, later) -> later);
  }

  private static List<BlockElement> buttons(Ask ask) {
    ButtonElementBuilder no = own(Kind.ASK_NO, "No, thanks", ask);
    return switch (ask.state()) {
      case SENT ->
          List.of(
              own(Kind.ASK_YES, "Happy to", ask).style("primary").build(),
              own(Kind.ASK_LATER, "Later", ask).build(),
              own(Kind.ASK_QUESTION, "Ask something first", ask).build(),
              no.build());
      case ACCEPTED -> List.of(no.build());
      default -> List.of();
    };
  }

  private static ButtonElementBuilder own(Kind kind, String label, Ask ask) {
    return OwnParts.button(kind, label, ask.id());
  }
}
