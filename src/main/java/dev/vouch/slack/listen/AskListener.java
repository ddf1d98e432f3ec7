package dev.vouch.slack.listen;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.AskDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.Draft;
import dev.vouch.slack.command.ReadingDesk;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.reply.ReplyView;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes what our own people press about asks: to ask, to let an ask go out, or not. Pressing twice
 * is pressing once, because the button carries the id of the ask that comes of it.
 */
final class AskListener {
  private static final Map<String, Press> PRESSES = new LinkedHashMap<>();

  static {
    PRESSES.put(Actions.ASK_DRAFT, new Press(false, AskListener::draft));
    PRESSES.put(Actions.ASK_SEND, new Press(true, AskListener::send));
    PRESSES.put(Actions.ASK_SELF, new Press(true, AskListener::byHand));
    PRESSES.put(Actions.ASK_DROP, new Press(true, AskListener::drop));
    PRESSES.put(Actions.ASK_AGAIN, new Press(false, AskDesk::again));
    PRESSES.put(Actions.ASK_APPROVE, new Press(true, AskListener::approve));
    PRESSES.put(Actions.ASK_REJECT, new Press(true, AskListener::reject));
    for (Answer.Kind kind : ReplyView.readings()) {
      PRESSES.put(
          ReplyView.action(kind),
          new Press(
              false, (value, asked, workspace) -> ReadingDesk.read(kind, value, asked, workspace)));
    }
  }

  private final Workspace.Lookup workspaces;
  private final InstantSource clock;
  private final Answering answering;

  /** What comes of the value of a button. */
  private interface Work {
    Rendering of(String value, Asked asked, Workspace workspace);
  }

  /**
   * @param instead whether the answer takes the place of the message that was pressed
   */
  private record Press(boolean instead, Work work) {}

  AskListener(Workspace.Lookup workspaces, InstantSource clock, Answering answering) {
    this.workspaces = workspaces;
    this.clock = clock;
    this.answering = answering;
  }

  void on(App app) {
    PRESSES.forEach(
        (action, press) ->
            app.blockAction(
                action,
                (request, context) -> {
                  BlockActionPayload payload = request.getPayload();
                  Asker asker = new Asker("an ask", context.getTeamId(), payload.getUser().getId());
                  answering.later(asker, () -> answer(press, asker, payload, context));
                  return context.ack();
                }));
  }

  private void answer(Press press, Asker asker, BlockActionPayload payload, ActionContext context)
      throws IOException {
    try {
      Workspace workspace = workspaces.of(asker.team());
      if (!Staff.isStaff(workspace, asker.person(), payload.getUser().getTeamId())) {
        tell(HelpView.notForYou(), false, context);
        return;
      }
      String channel = payload.getChannel() == null ? "" : payload.getChannel().getId();
      Asked asked = new Asked(asker.person(), channel, clock.instant());
      String value = payload.getActions().get(0).getValue();
      tell(press.work().of(value, asked, workspace), press.instead(), context);
    } catch (RuntimeException e) {
      tell(answering.failed(asker, e), false, context);
    }
  }

  private static Rendering draft(String value, Asked asked, Workspace workspace) {
    return AskDesk.preview(Draft.parse(value), asked, workspace);
  }

  private static Rendering send(String value, Asked asked, Workspace workspace) {
    return AskDesk.send(Draft.parse(value), asked, workspace);
  }

  private static Rendering byHand(String value, Asked asked, Workspace workspace) {
    return AskDesk.byHand(Draft.parse(value), asked, workspace);
  }

  private static Rendering drop(String value, Asked asked, Workspace workspace) {
    return AskDesk.drop(Draft.parse(value), workspace);
  }

  private static Rendering approve(String value, Asked asked, Workspace workspace) {
    return AskDesk.decide(value, true, asked, workspace);
  }

  private static Rendering reject(String value, Asked asked, Workspace workspace) {
    return AskDesk.decide(value, false, asked, workspace);
  }

  private static void tell(Rendering said, boolean instead, ActionContext context)
      throws IOException {
    if (context.getResponseUrl() == null) {
      return;
    }
    context.respond(
        note ->
            note.responseType("ephemeral")
                .replaceOriginal(instead)
                .text(said.text())
                .blocks(said.blocks()));
  }
}
