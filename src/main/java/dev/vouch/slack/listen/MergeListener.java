package dev.vouch.slack.listen;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.MergeDesk;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.person.MergeView;

/** Takes whether two accounts are the same human, from whoever asked for them to be joined. */
final class MergeListener {
  private MergeListener() {}

  static void on(App app, StaffAnswers staff, Instructions instructions) {
    instructions.button(app, Actions.MERGE_YES, MergeListener::join);
    app.blockAction(
        Actions.MERGE_NO, (request, context) -> leave(request, context, staff.answering()));
  }

  private static Reply join(String value, Asked asked, Workspace workspace) {
    String[] both = value.split(" ", 2);
    return Reply.instead(MergeDesk.join(new Command.Merge(both[0], both[1]), asked, workspace));
  }

  private static Response leave(
      BlockActionRequest request, ActionContext context, Answering answering) {
    String person = request.getPayload().getUser().getId();
    answering.later(
        new Asker("joining", context.getTeamId(), person),
        () -> Reply.instead(MergeView.left()).to(context));
    return context.ack();
  }
}
