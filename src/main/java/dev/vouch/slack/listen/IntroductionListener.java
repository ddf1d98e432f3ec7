package dev.vouch.slack.listen;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.executive.IntroductionAnswer;
import dev.vouch.pipeline.executive.IntroductionAnswer.NotMe;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.executive.Wish;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.executive.RosterView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the buttons of what our own people are told of introductions. An answer is in the inbox
 * before Slack is told that all is well; the worker does it and changes the message.
 */
final class IntroductionListener {
  private static final int TRY_AGAIN = 503;
  private static final Gson GSON = new Gson();

  private final StaffAnswers staff;
  private final Inbox inbox;

  IntroductionListener(StaffAnswers staff, Inbox inbox) {
    this.staff = staff;
    this.inbox = inbox;
  }

  void on(App app, Instructions instructions) {
    for (Event event : Event.values()) {
      if (event.isAnswer() || event.isOutcome()) {
        app.blockAction(
            Actions.introduction(event), (request, context) -> pressed(event, request, context));
      }
    }
    instructions.button(app, Actions.INTRODUCTION_INSTEAD, IntroductionListener::next);
  }

  private Response pressed(Event event, BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Asker asker =
        new Asker("an introduction's button", context.getTeamId(), payload.getUser().getId());
    return staff.answering().isDone(asker, () -> store(event, payload, asker))
        ? context.ack()
        : Response.error(TRY_AGAIN);
  }

  /** Whoever is not one of our own people changes nothing. */
  private void store(Event event, BlockActionPayload payload, Asker asker) {
    Workspace workspace = staff.workspaces().of(asker.team());
    if (Staff.isStaff(workspace, asker.person(), payload.getUser().getTeamId())) {
      BlockActionPayload.Action action = payload.getActions().get(0);
      String id = id(action);
      IntroductionAnswer answer = new IntroductionAnswer(id, event, asker.person(), reason(action));
      inbox.append(
          new Envelope(
              "introduction:%s:%s:%s".formatted(id, action.getActionTs(), asker.person()),
              workspace.team(),
              Envelope.Type.INTRODUCTION_ANSWER,
              GSON.toJson(answer),
              staff.clock().instant()));
    }
  }

  /** A menu's choices are too short for the id, which stands in its block's. */
  private static String id(BlockActionPayload.Action action) {
    return action.getSelectedOption() == null
        ? action.getValue()
        : action.getBlockId().substring(Actions.INTRODUCTION_BLOCK.length() + 1);
  }

  private static @Nullable String reason(BlockActionPayload.Action action) {
    return action.getSelectedOption() == null
        ? null
        : NotMe.valueOf(action.getSelectedOption().getValue()).words();
  }

  /** Whoever wanted an introduction has the next best executive asked. */
  private static Reply next(String pressed, Asked asked, Workspace workspace) {
    String[] value = pressed.split(" ", 2);
    Optional<Introduction> before = workspace.executives().introduction(value[0]);
    return before
        .map(
            one ->
                new Wish(
                    "%s:%s".formatted(one.id(), value[1]),
                    one.request().person(),
                    value[1],
                    asked.by(),
                    one.request().words()))
        .map(wish -> new IntroductionDesk(workspace, asked::now).request(wish))
        .map(outcome -> RosterView.of(outcome, workspace.directory()::name))
        .map(Reply::beside)
        .orElseGet(() -> Reply.beside(HelpView.gone()));
  }
}
