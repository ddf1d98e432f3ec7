package dev.vouch.slack.listen;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.ViewState;
import dev.vouch.mention.SlackTime;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.Choice.Kind;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.listen.SaveListener.Out;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.outside.OwnView;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes what people outside the company press and fill in. It is in the inbox before Slack is told
 * that all is well; the worker does it and shows what came of it.
 */
final class OwnListener {
  private static final int TRY_AGAIN = 503;
  private static final Gson GSON = new Gson();

  private final Out out;
  private final InstantSource clock;
  private final Answering answering;

  OwnListener(Out out, InstantSource clock, Answering answering) {
    this.out = out;
    this.clock = clock;
    this.answering = answering;
  }

  void on(App app) {
    for (Kind kind : Kind.values()) {
      app.blockAction(
          Actions.own(kind),
          (request, context) ->
              kind == Kind.WRONG ? wrong(request, context) : pressed(kind, request, context));
    }
    app.viewSubmission(Actions.OWN_WRONG_FORM, this::filledIn);
  }

  private Response pressed(Kind kind, BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Choice choice = choice(kind, payload);
    return stored(choice, context.getTeamId()) ? context.ack() : Response.error(TRY_AGAIN);
  }

  /** Slack shows that a press did not get through when it is not acknowledged. */
  private boolean stored(Choice choice, String team) {
    Asker asker = new Asker("a choice of their own", team, choice.person());
    return answering.isDone(asker, () -> append(choice, team));
  }

  private void append(Choice choice, String team) {
    out.inbox()
        .append(
            new Envelope(
                "own:%s:%s:%s".formatted(choice.kind().wire(), choice.cause(), choice.person()),
                team,
                Envelope.Type.CHOICE,
                GSON.toJson(choice),
                clock.instant()));
  }

  private static Choice choice(Kind kind, BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    BlockActionPayload.Container container = payload.getContainer();
    boolean onMessage = container != null && "message".equals(container.getType());
    return new Choice(
        kind,
        payload.getUser().getId(),
        values(action),
        action.getActionTs(),
        onMessage ? container.getChannelId() : null,
        onMessage ? container.getMessageTs() : null,
        action.getBlockId() != null && action.getBlockId().startsWith(Actions.OWN_WELCOME_BLOCK));
  }

  private static List<String> values(BlockActionPayload.Action action) {
    if (action.getSelectedOptions() != null) {
      return action.getSelectedOptions().stream().map(one -> one.getValue()).toList();
    }
    if (action.getSelectedOption() != null) {
      return List.of(action.getSelectedOption().getValue());
    }
    return action.getValue() == null ? List.of() : List.of(action.getValue());
  }

  /** Opens the form in which somebody says what is wrong. */
  private Response wrong(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Asker asker = new Asker("what is wrong", context.getTeamId(), payload.getUser().getId());
    answering.later(
        asker,
        () ->
            out.calls()
                .apply(context.client())
                .call(
                    "views.open",
                    slack ->
                        slack.viewsOpen(
                            open -> open.triggerId(payload.getTriggerId()).view(OwnView.wrong()))));
    return context.ack();
  }

  private Response filledIn(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    String words = words(payload);
    if (words == null || words.isBlank()) {
      return context.ackWithErrors(Map.of(Actions.OWN_WRONG_WORDS, "Please say what is wrong."));
    }
    Choice choice =
        new Choice(
            Kind.WRONG,
            payload.getUser().getId(),
            List.of(words.strip()),
            SlackTime.ts(clock.instant()),
            null,
            null,
            false);
    return stored(choice, context.getTeamId())
        ? context.ack()
        : context.ackWithErrors(
            Map.of(Actions.OWN_WRONG_WORDS, "That did not get through. Please press Send again."));
  }

  private static @Nullable String words(ViewSubmissionPayload payload) {
    ViewState state = payload.getView().getState();
    return state == null || state.getValues() == null
        ? null
        : state
            .getValues()
            .getOrDefault(Actions.OWN_WRONG_WORDS, Map.of())
            .getOrDefault(Actions.OWN_WRONG_WORDS, new ViewState.Value())
            .getValue();
  }
}
