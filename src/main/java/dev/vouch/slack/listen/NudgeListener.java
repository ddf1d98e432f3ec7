package dev.vouch.slack.listen;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import java.util.Optional;

/**
 * Takes the buttons of nudges, in a direct message or on App Home. What was pressed is in the inbox
 * before Slack is told that all is well; the message itself changes when the worker has acted.
 */
final class NudgeListener {
  private static final int TRY_AGAIN = 503;
  private static final Gson GSON = new Gson();

  private final StaffAnswers staff;
  private final Inbox inbox;

  NudgeListener(StaffAnswers staff, Inbox inbox) {
    this.staff = staff;
    this.inbox = inbox;
  }

  void on(App app) {
    for (Choice choice : Choice.values()) {
      app.blockAction(
          Actions.nudge(choice), (request, context) -> pressed(choice, request, context));
    }
  }

  private Response pressed(Choice choice, BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Asker asker = new Asker("a nudge's button", context.getTeamId(), payload.getUser().getId());
    try {
      return staff
          .answering()
          .soon(() -> take(choice, payload, asker), late -> tell(late, asker, context))
          .map(refusal -> reply(refusal, asker, payload, context))
          .orElseGet(() -> Response.error(TRY_AGAIN));
    } catch (RuntimeException e) {
      return reply(Optional.of(staff.answering().failed(asker, e)), asker, payload, context);
    }
  }

  /** Stores what was pressed, or says why not. */
  private Optional<Rendering> take(Choice choice, BlockActionPayload payload, Asker asker) {
    Workspace workspace = staff.workspaces().of(asker.team());
    BlockActionPayload.User person = payload.getUser();
    if (!Staff.isStaff(workspace, person.getId(), person.getTeamId())) {
      return Optional.of(HelpView.notForYou());
    }
    String homeTeam = person.getTeamId() == null ? workspace.team() : person.getTeamId();
    BlockActionPayload.Action action = payload.getActions().get(0);
    NudgeAnswer answer = new NudgeAnswer(action.getValue(), choice, person.getId(), homeTeam);
    inbox.append(
        new Envelope(
            "answer:%s:%s:%s".formatted(action.getValue(), action.getActionTs(), person.getId()),
            workspace.team(),
            Envelope.Type.NUDGE_ANSWER,
            GSON.toJson(answer),
            staff.clock().instant()));
    return Optional.empty();
  }

  /** App Home has no response_url: there Slack itself shows that the press did not get through. */
  private Response reply(
      Optional<Rendering> refusal, Asker asker, BlockActionPayload payload, ActionContext context) {
    if (refusal.isPresent() && payload.getResponseUrl() == null) {
      return Response.error(TRY_AGAIN);
    }
    tell(refusal, asker, context);
    return context.ack();
  }

  private void tell(Optional<Rendering> refusal, Asker asker, ActionContext context) {
    refusal.ifPresent(said -> staff.answering().later(asker, () -> Reply.beside(said).to(context)));
  }
}
