package dev.vouch.slack.listen;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.listen.Instructions.Kept;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * Answers {@code /vouch}, to whoever typed it and nobody else.
 *
 * <p>An answer that is there within two seconds goes with the acknowledgement; a slower one follows
 * over the response_url, so that Slack's limit of three seconds always holds. It is kept before it
 * is acknowledged, so that it is done even where this instance stops in the middle.
 */
final class CommandListener {
  private static final String EPHEMERAL = "ephemeral";

  private static final int TRY_AGAIN = 503;

  private final StaffAnswers staff;
  private final Answering answering;
  private final Instructions instructions;

  CommandListener(StaffAnswers staff, Instructions instructions) {
    this.staff = staff;
    this.answering = staff.answering();
    this.instructions = instructions;
  }

  void on(App app) {
    app.command(Actions.COMMAND, this::typed);
    instructions.known(
        Actions.COMMAND,
        (text, asked, workspace) ->
            Reply.beside(CommandDesk.answer(CommandParser.parse(text), asked, workspace)));
  }

  private Response typed(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    Asker asker = new Asker("/vouch", context.getTeamId(), payload.getUserId());
    Instruction typed = Instruction.typed(payload);
    Instant now = instructions.now();
    Kept kept = new Kept(asker.team(), asker.person(), now);
    try {
      CompletableFuture<Rendering> answer = answering.begun(() -> answer(asker, typed, kept));
      return answering
          .soon(answer)
          .map(soon -> acknowledge(context, soon))
          .orElseGet(
              () -> {
                answering.afterwards(answer, late -> answerLate(asker, kept, context, late));
                return instructions.isKept(typed, kept, answer)
                    ? context.ack()
                    : Response.error(TRY_AGAIN);
              });
    } catch (RejectedExecutionException e) {
      return acknowledge(context, answering.failed(asker, e));
    }
  }

  private Rendering answer(Asker asker, Instruction typed, Kept kept) {
    try {
      instructions.begins(kept);
      Asked asked = new Asked(asker.person(), typed.channel(), kept.at());
      return CommandDesk.answer(
          CommandParser.parse(typed.value()), asked, staff.workspaces().of(asker.team()));
    } catch (RuntimeException e) {
      return answering.failed(asker, e);
    }
  }

  private static Response acknowledge(SlashCommandContext context, Rendering answer) {
    return context.ack(
        ack -> ack.responseType(EPHEMERAL).text(answer.text()).blocks(answer.blocks()));
  }

  private void answerLate(Asker asker, Kept kept, SlashCommandContext context, Rendering answer) {
    answering.later(
        asker,
        () -> {
          if (instructions.isToBeAnswered(kept)) {
            context.respond(
                late -> late.responseType(EPHEMERAL).text(answer.text()).blocks(answer.blocks()));
          }
        });
  }
}
