package dev.vouch.slack.listen;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.Command;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.MergeDesk;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.MergeView;
import dev.vouch.slack.view.Rendering;
import java.io.IOException;
import java.time.InstantSource;

/** Takes whether two accounts are the same human, from whoever asked for them to be joined. */
final class MergeListener {
  private final Workspace.Lookup workspaces;
  private final InstantSource clock;
  private final Answering answering;

  MergeListener(Workspace.Lookup workspaces, InstantSource clock, Answering answering) {
    this.workspaces = workspaces;
    this.clock = clock;
    this.answering = answering;
  }

  Response no(BlockActionRequest request, ActionContext context) {
    Asker asker = asker(request, context);
    answering.later(asker, () -> tell(MergeView.left(), true, context));
    return context.ack();
  }

  Response yes(BlockActionRequest request, ActionContext context) {
    Asker asker = asker(request, context);
    answering.later(asker, () -> join(asker, request.getPayload(), context));
    return context.ack();
  }

  private static Asker asker(BlockActionRequest request, ActionContext context) {
    return new Asker("joining", context.getTeamId(), request.getPayload().getUser().getId());
  }

  private void join(Asker asker, BlockActionPayload payload, ActionContext context)
      throws IOException {
    try {
      Workspace workspace = workspaces.of(asker.team());
      if (!Staff.isStaff(workspace, asker.person(), payload.getUser().getTeamId())) {
        tell(HelpView.notForYou(), false, context);
        return;
      }
      String[] both = payload.getActions().get(0).getValue().split(" ", 2);
      String channel = payload.getChannel() == null ? "" : payload.getChannel().getId();
      Asked asked = new Asked(asker.person(), channel, clock.instant());
      tell(MergeDesk.join(new Command.Merge(both[0], both[1]), asked, workspace), true, context);
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
