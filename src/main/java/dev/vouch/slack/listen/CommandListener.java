package dev.vouch.slack.listen;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.CommandParser;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Rendering;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;

/**
 * Answers {@code /vouch}, to whoever typed it and nobody else.
 *
 * <p>An answer that is there within two seconds goes with the acknowledgement; a slower one follows
 * over the response_url, so that Slack's limit of three seconds always holds.
 */
final class CommandListener {
  private static final String EPHEMERAL = "ephemeral";

  private final Workspace.Lookup workspaces;
  private final InstantSource clock;
  private final Answering answering;

  CommandListener(Workspace.Lookup workspaces, InstantSource clock, Answering answering) {
    this.workspaces = workspaces;
    this.clock = clock;
    this.answering = answering;
  }

  void on(App app) {
    app.command(Actions.COMMAND, this::typed);
  }

  private Response typed(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    Asker asker = new Asker("/vouch", context.getTeamId(), payload.getUserId());
    try {
      return answering
          .soon(() -> answer(asker, payload), late -> answerLate(asker, context, late))
          .map(answer -> acknowledge(context, answer))
          .orElseGet(context::ack);
    } catch (RejectedExecutionException e) {
      return acknowledge(context, answering.failed(asker, e));
    }
  }

  private Rendering answer(Asker asker, SlashCommandPayload payload) {
    try {
      String text = payload.getText() == null ? "" : payload.getText();
      Asked asked = new Asked(asker.person(), payload.getChannelId(), clock.instant());
      return CommandDesk.answer(CommandParser.parse(text), asked, workspaces.of(asker.team()));
    } catch (RuntimeException e) {
      return answering.failed(asker, e);
    }
  }

  private static Response acknowledge(SlashCommandContext context, Rendering answer) {
    return context.ack(
        ack -> ack.responseType(EPHEMERAL).text(answer.text()).blocks(answer.blocks()));
  }

  private void answerLate(Asker asker, SlashCommandContext context, Rendering answer) {
    answering.later(
        asker,
        () ->
            context.respond(
                late -> late.responseType(EPHEMERAL).text(answer.text()).blocks(answer.blocks())));
  }
}
