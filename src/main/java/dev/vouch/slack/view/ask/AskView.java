package dev.vouch.slack.view.ask;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.NoteView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.outside.AskedView;
import dev.vouch.slack.view.person.GoodwillView;
import dev.vouch.slack.view.reply.ReplyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Asks as our own people see them: whoever asks, before and after, and an approver. What the person
 * sees who is asked is {@link AskedView}.
 */
public final class AskView {
  private static final int LONGEST = Asking.LONGEST;

  private AskView() {}

  /** Why a person is not to be asked now, what would change it, and what would be right. */
  public static Rendering refused(String name, Rung rung, Refused why) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String first =
        "*Please do not ask %s for %s now,* because %s."
            .formatted(Lines.name(name), rung.label(), why.why().words());
    blocks.add(Kit.section(first));
    Rung instead = why.instead();
    if (instead != null) {
      blocks.add(
          Kit.section(
              "What would be right now: *%s* (%s, %s). `/vouch ask @person %s WHAT`"
                  .formatted(
                      instead.label(),
                      instead.size().wire(),
                      instead.size().time(),
                      instead.wire().replace('_', ' '))));
    }
    blocks.add(Kit.context("What would change it: %s.".formatted(why.why().change())));
    return new Rendering(Mrkdwn.withoutMarks(first), blocks);
  }

  /**
   * What is shown before anything is asked.
   *
   * @param draft what the buttons carry
   * @param goodwill how much there is, in small asks
   * @param company of whoever asks
   * @param sends whether Vouch would send it
   */
  public record Preview(
      Asking asking, String name, String draft, double goodwill, String company, boolean sends) {}

  /** What it takes, what the person would read, and the choice between ways of asking. */
  public static Rendering preview(Preview preview, String rep) {
    Rung rung = preview.asking().rung();
    double takes = rung.size().milliAsks() / 1_000.0;
    String lead =
        "*You may ask %s for %s.* Nothing has been asked yet."
            .formatted(Lines.name(preview.name()), rung.label());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(lead));
    blocks.add(
        Kit.section(
            ("It takes %s of goodwill: %s are there now, and %s would be left. A no or a later gives"
                    + " back three quarters of what is left of it; the rest is what the asking itself"
                    + " took.")
                .formatted(
                    GoodwillView.asks(takes),
                    GoodwillView.asks(preview.goodwill()),
                    GoodwillView.asks(preview.goodwill() - takes))));
    blocks.add(Kit.section("*What they would read*\n" + quoted(preview, rep)));
    blocks.addAll(NoteView.remarks(preview.asking().words()));
    List<BlockElement> buttons = new ArrayList<>();
    if (preview.sends()) {
      buttons.add(
          Kit.button(Actions.ASK_SEND, "Send it in my name", preview.draft())
              .style("primary")
              .build());
    }
    buttons.add(Kit.button(Actions.ASK_SELF, "I ask them myself", preview.draft()).build());
    buttons.add(Kit.button(Actions.ASK_DROP, "Do not ask", preview.draft()).build());
    blocks.add(Kit.actions(Actions.ASK_BLOCK, buttons));
    blocks.add(Kit.context(rule(rung, preview.sends())));
    return new Rendering(Mrkdwn.withoutMarks(lead), blocks);
  }

  private static String quoted(Preview preview, String rep) {
    return "> %s\n> %s"
        .formatted(
            AskedView.asks(preview.asking(), rep, preview.company()),
            Mrkdwn.words(preview.asking().words(), LONGEST));
  }

  private static String rule(Rung rung, boolean sends) {
    String rest =
        ("Why they may be asked: they agreed to %s, are ready, were given something since the last"
                + " ask, and no ask is open. Afterwards the same is not asked for %d days.")
            .formatted(rung.topic().wire(), rung.rest().toDays());
    return sends
        ? rest + " It goes out in their working hours; a pause or a stop until then holds it back."
        : rest + " Sending is switched off in this workspace.";
  }

  /** Nothing was asked. */
  public static Rendering dropped(String name) {
    return Rendering.saying("Nothing was asked of %s.".formatted(Lines.name(name)));
  }

  /** Sending was switched off between the preview and the press. */
  public static Rendering switchedOff(String name) {
    return Rendering.saying(
        "Sending is switched off in this workspace, so nothing was asked of %s."
            .formatted(Lines.name(name)));
  }

  /** What waits for an approver. */
  public static Rendering toApprove(Ask ask, String name, String rep) {
    String lead =
        "*%s would like Vouch to ask %s for %s.*"
            .formatted(Lines.name(rep), Lines.name(name), ask.rung().label());
    return new Rendering(
        Mrkdwn.withoutMarks(lead),
        List.of(
            Kit.section(lead),
            Kit.section(Mrkdwn.quote(ask.asking().words(), LONGEST)),
            Kit.actions(
                Actions.ASK_BLOCK,
                List.of(
                    Kit.button(Actions.ASK_APPROVE, "Let it go out", ask.id())
                        .style("primary")
                        .build(),
                    Kit.button(Actions.ASK_REJECT, "Not this", ask.id()).build())),
            Kit.context(
                "Mode: approve first. What it takes of goodwill is set aside until you have decided,"
                    + " and comes back if it does not go out.")));
  }

  /** What an approver decided. */
  public static Rendering decided(Ask ask, String name) {
    return Rendering.saying(
        ask.state() == State.WITHDRAWN
            ? "%s was not asked for %s.".formatted(Lines.name(name), ask.rung().label())
            : "It goes out to %s in their working hours.".formatted(Lines.name(name)));
  }

  /** Where an ask stands, for whoever asks. */
  public static Rendering told(Ask ask, String name) {
    String what = "Your ask to %s for %s".formatted(Lines.name(name), ask.rung().label());
    String stands = "*%s:* %s".formatted(what, stands(ask));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(stands));
    boolean sendsThemselves = ask.state() == State.BY_HAND && !ask.reason().isEmpty();
    blocks.add(
        Kit.section(
            sendsThemselves
                ? "> Would you %s?\n%s"
                    .formatted(ask.rung().request(), Mrkdwn.quote(ask.asking().words(), LONGEST))
                : Mrkdwn.quote(ask.asking().words(), LONGEST)));
    if (sendsThemselves) {
      blocks.add(
          Kit.context(
              "Then note what they say: `/vouch answered @person yes|no|later|done`. If you do not"
                  + " send it, note a no: most of what it took comes back."));
    }
    return new Rendering(Mrkdwn.withoutMarks(stands), blocks);
  }

  private static String stands(Ask ask) {
    return switch (ask.state()) {
      case APPROVAL -> "it waits for approval.";
      case HELD ->
          ask.due() == null
              ? "it goes out soon."
              : "it goes out in their working hours, %s."
                  .formatted(Mrkdwn.date(Objects.requireNonNull(ask.due())));
      case SENT -> "they have it, in your name. Answers come here.";
      case BY_HAND -> ask.reason().isEmpty() ? "you ask them yourself." : ask.reason();
      case LOGGED -> "only logged, because the mode is log. Nothing was sent and nothing taken.";
      case ACCEPTED -> "they said yes.";
      case DECLINED -> "not this time, and that is fine.";
      case LATER -> "not now, but another time.";
      case DONE -> "done. Thank them!";
      case WITHDRAWN ->
          "it was not sent, because %s. It took nothing of goodwill."
              .formatted(Mrkdwn.words(ask.reason(), 300));
    };
  }

  /** What the person said, for whoever asked. */
  public static Rendering answered(Ask ask, Answer answer, String name) {
    String person = Lines.name(name);
    String said =
        switch (answer.kind()) {
          case YES ->
              "*%s said yes.* Now write to them; `/vouch answered @person done` when it is.";
          case NO ->
              "*%s would rather not,* which is fine and costs them nothing. Please do not ask why.";
          case LATER ->
              "*%s would rather be asked later.* You are reminded then; Vouch does not ask again by"
                  + " itself.";
          case DONE -> "*%s did it.* A thank-you is due, and nothing else.";
          case QUESTION -> "*%s would like to know something first.*";
          case CONDITIONS -> "*%s would, if:*";
          case UNCLEAR -> "*%s answered, and a person should read it:*";
        };
    String lead = said.formatted(person);
    List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(lead)));
    if (answer.until() != null) {
      blocks.add(Kit.section("Not before %s.".formatted(Mrkdwn.date(answer.until()))));
    }
    if (answer.words() != null) {
      blocks.add(Kit.section(Mrkdwn.quote(answer.words(), 1_200)));
    }
    blocks.addAll(ReplyView.read(ask, answer));
    blocks.add(
        Kit.context(
            "About your ask for %s, %s".formatted(ask.rung().label(), Mrkdwn.date(ask.at()))));
    return new Rendering(Mrkdwn.withoutMarks(lead), blocks);
  }

  /** The day on which the person wanted to be asked again, for whoever asked. */
  public static Rendering reminder(Ask ask, String name) {
    String lead =
        "*%s wanted to be asked again about now* for %s."
            .formatted(Lines.name(name), ask.rung().label());
    return new Rendering(
        Mrkdwn.withoutMarks(lead),
        List.of(
            Kit.section(lead),
            Kit.section(Mrkdwn.quote(ask.asking().words(), LONGEST)),
            Kit.actions(
                Actions.ASK_BLOCK,
                List.of(Kit.button(Actions.ASK_AGAIN, "Ask again", ask.id()).build())),
            Kit.context(
                "Nothing is asked before you have seen what it takes now. Leave it if it does not suit"
                    + " any more.")));
  }
}
