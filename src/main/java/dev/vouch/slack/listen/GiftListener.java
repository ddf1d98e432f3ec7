package dev.vouch.slack.listen;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.gift.GiftOutcome;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.GiftAnswers;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Takes the buttons under a gift: the approver's word, and what became of it. */
final class GiftListener {
  /** What one can say by a button. */
  static final List<State> BUTTONS =
      List.of(State.GIVEN, State.REFUSED, State.DECLINED, State.TAKEN_BACK);

  private final Workspace.Lookup workspaces;
  private final InstantSource clock;
  private final Answering answering;

  GiftListener(Workspace.Lookup workspaces, InstantSource clock, Answering answering) {
    this.workspaces = workspaces;
    this.clock = clock;
    this.answering = answering;
  }

  Response pressed(State state, BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Asker asker = new Asker("a gift's button", context.getTeamId(), payload.getUser().getId());
    answering.later(asker, () -> answer(state, asker, payload, context));
    return context.ack();
  }

  private void answer(State state, Asker asker, BlockActionPayload payload, ActionContext context)
      throws IOException {
    try {
      Workspace workspace = workspaces.of(asker.team());
      if (!Staff.isStaff(workspace, asker.person(), payload.getUser().getTeamId())) {
        tell(HelpView.notForYou(), false, context);
        return;
      }
      String gift = payload.getActions().get(0).getValue();
      CommandDesk.Asked asked = new CommandDesk.Asked(asker.person(), "", clock.instant());
      GiftOutcome outcome = GiftAnswers.pressed(state, gift, asked, workspace);
      boolean theirs = outcome.end() != GiftOutcome.End.NOT_YOURS;
      tell(GiftAnswers.shown(outcome, workspace), theirs, context);
    } catch (RuntimeException e) {
      tell(answering.failed(asker, e), false, context);
    }
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
