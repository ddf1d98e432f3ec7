package dev.vouch.slack.listen;

import com.slack.api.bolt.App;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.Actions;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what one of our own people decides on what seems to drive somebody's acts. It can be taken
 * back, and the log says who decided what and when.
 */
final class PatternListener {
  private static final Logger LOG = LoggerFactory.getLogger(PatternListener.class);

  /** What the buttons stand for. */
  private enum Decision {
    CONFIRM,
    DISMISS,
    UNDO
  }

  private PatternListener() {}

  static void on(App app, Instructions instructions) {
    Map.of(
            Actions.PATTERN_CONFIRM, Decision.CONFIRM,
            Actions.PATTERN_DISMISS, Decision.DISMISS,
            Actions.PATTERN_UNDO, Decision.UNDO)
        .forEach(
            (action, decision) ->
                instructions.button(
                    app,
                    action,
                    (about, asked, workspace) -> pressed(decision, about, asked, workspace)));
  }

  private static Reply pressed(Decision decision, String about, Asked asked, Workspace workspace) {
    decide(decision, about, asked, workspace);
    return Reply.instead(CommandDesk.answer(new Command.Why(about), asked, workspace));
  }

  private static void decide(Decision decision, String about, Asked asked, Workspace workspace) {
    workspace
        .relationships()
        .change(Subject.person(about), between -> decided(decision, between, asked));
    LOG.info(
        "pattern of acts: {} about {} by {} (team {})",
        decision,
        about,
        asked.by(),
        workspace.team());
  }

  /** Whoever says the same again changes nothing: who said it first stands. */
  private static Relationship decided(Decision decision, Relationship between, Asked asked) {
    if (decision == Decision.UNDO) {
      return between.ruled(null);
    }
    boolean confirmed = decision == Decision.CONFIRM;
    Ruling before = between.pattern();
    return before != null && confirmed && before.confirmed()
        ? between
        : between.ruled(new Ruling(confirmed, asked.by(), asked.now()));
  }
}
