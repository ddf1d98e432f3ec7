package dev.vouch.slack.listen;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.Actions;

/** Takes the buttons of App Home that are not those of a nudge. */
final class HomeListener {
  private final Workspace.Lookup workspaces;
  private final Answering answering;

  HomeListener(Workspace.Lookup workspaces, Answering answering) {
    this.workspaces = workspaces;
    this.answering = answering;
  }

  void on(App app) {
    app.blockAction(Actions.HOME_REFRESH, this::refresh);
  }

  /**
   * Brings the page up to date after the acknowledgement; the page itself knows who may see what.
   */
  private Response refresh(BlockActionRequest request, ActionContext context) {
    String person = request.getPayload().getUser().getId();
    Asker asker = new Asker("App Home", context.getTeamId(), person);
    answering.later(asker, () -> workspaces.of(asker.team()).messenger().publishHome(person));
    return context.ack();
  }
}
