package dev.vouch.slack.listen;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.Command;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what one of our own people decides on what seems to drive somebody's acts. It can be taken
 * back, and the log says who decided what and when.
 */
final class PatternListener {
  private static final Logger LOG = LoggerFactory.getLogger(PatternListener.class);

  private final Workspace.Lookup workspaces;
  private final InstantSource clock;
  private final Answering answering;

  /** What the buttons stand for. */
  enum Decision {
    CONFIRM,
    DISMISS,
    UNDO
  }

  PatternListener(Workspace.Lookup workspaces, InstantSource clock, Answering answering) {
    this.workspaces = workspaces;
    this.clock = clock;
    this.answering = answering;
  }

  Response pressed(Decision decision, BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Asker asker = new Asker("a pattern's button", context.getTeamId(), payload.getUser().getId());
    answering.later(asker, () -> answer(decision, asker, payload, context));
    return context.ack();
  }

  private void answer(
      Decision decision, Asker asker, BlockActionPayload payload, ActionContext context)
      throws IOException {
    try {
      Workspace workspace = workspaces.of(asker.team());
      if (!Staff.isStaff(workspace, asker.person(), payload.getUser().getTeamId())) {
        tell(HelpView.notForYou(), false, context);
        return;
      }
      String about = payload.getActions().get(0).getValue();
      Instant now = clock.instant();
      decide(decision, about, asker, workspace);
      String channel = payload.getChannel() == null ? "" : payload.getChannel().getId();
      CommandDesk.Asked asked = new CommandDesk.Asked(asker.person(), channel, now);
      tell(CommandDesk.answer(new Command.Why(about), asked, workspace), true, context);
    } catch (RuntimeException e) {
      tell(answering.failed(asker, e), false, context);
    }
  }

  private void decide(Decision decision, String about, Asker asker, Workspace workspace) {
    Instant now = clock.instant();
    workspace
        .relationships()
        .change(Subject.person(about), between -> decided(decision, between, asker.person(), now));
    LOG.info(
        "pattern of acts: {} about {} by {} (team {})",
        decision,
        about,
        asker.person(),
        asker.team());
  }

  /** Whoever says the same again changes nothing: who said it first stands. */
  private static Relationship decided(
      Decision decision, Relationship between, String by, Instant now) {
    if (decision == Decision.UNDO) {
      return between.ruled(null);
    }
    boolean confirmed = decision == Decision.CONFIRM;
    Ruling before = between.pattern();
    return before != null && confirmed && before.confirmed()
        ? between
        : between.ruled(new Ruling(confirmed, by, now));
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
