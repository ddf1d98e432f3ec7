package dev.vouch.slack.listen;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.ActionRespondUtility;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.HelpView;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers to what only our own people may press: given after the acknowledgement, and to nobody but
 * whoever pressed it.
 */
record StaffAnswers(Workspace.Lookup workspaces, InstantSource clock, Answering answering) {

  /** What comes of the value of a button. */
  interface Work {
    Reply of(String value, Asked asked, Workspace workspace);
  }

  /** A button whose press is answered; the log knows it by {@code what}. */
  BlockActionHandler button(String what, Work work) {
    return (request, context) -> {
      BlockActionPayload payload = request.getPayload();
      BlockActionPayload.User user = payload.getUser();
      Asker asker = new Asker(what, context.getTeamId(), user.getId());
      later(
          asker,
          user.getTeamId(),
          context,
          workspace -> Optional.of(pressed(work, payload, workspace)));
      return context.ack();
    };
  }

  private Reply pressed(Work work, BlockActionPayload payload, Workspace workspace) {
    String channel = payload.getChannel() == null ? "" : payload.getChannel().getId();
    Asked asked = new Asked(payload.getUser().getId(), channel, clock.instant());
    return work.of(payload.getActions().get(0).getValue(), asked, workspace);
  }

  /**
   * Does something for one of our own people after the acknowledgement; others are told that it is
   * not for them.
   *
   * @param homeTeam the person's own workspace as Slack's payload gives it, where it does
   * @param work what is to be done, and what they are told of it, if anything
   */
  void later(
      Asker asker,
      @Nullable String homeTeam,
      ActionRespondUtility context,
      Function<Workspace, Optional<Reply>> work) {
    answering.later(
        asker,
        () -> {
          Optional<Reply> reply = reply(asker, homeTeam, work);
          if (reply.isPresent()) {
            reply.get().to(context);
          }
        });
  }

  private Optional<Reply> reply(
      Asker asker, @Nullable String homeTeam, Function<Workspace, Optional<Reply>> work) {
    try {
      return allowed(asker, homeTeam, work);
    } catch (RuntimeException e) {
      return Optional.of(Reply.beside(answering.failed(asker, e)));
    }
  }

  /** What one of our own people gets by some work; others learn that it is not for them. */
  Optional<Reply> allowed(
      Asker asker, @Nullable String homeTeam, Function<Workspace, Optional<Reply>> work) {
    Workspace workspace = workspaces.of(asker.team());
    return Staff.isStaff(workspace, asker.person(), homeTeam)
        ? work.apply(workspace)
        : Optional.of(Reply.beside(HelpView.notForYou()));
  }
}
