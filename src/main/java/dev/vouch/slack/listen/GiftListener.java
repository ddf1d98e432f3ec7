package dev.vouch.slack.listen;

import com.slack.api.bolt.App;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.gift.GiftOutcome;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.GiftAnswers;
import dev.vouch.slack.view.Actions;
import java.util.List;

/** Takes the buttons under a gift: the approver's word, and what became of it. */
final class GiftListener {
  private static final List<State> BUTTONS =
      List.of(State.GIVEN, State.REFUSED, State.DECLINED, State.TAKEN_BACK);

  private GiftListener() {}

  static void on(App app, Instructions instructions) {
    for (State state : BUTTONS) {
      instructions.button(
          app,
          Actions.gift(state),
          (gift, asked, workspace) -> pressed(state, gift, asked, workspace));
    }
  }

  private static Reply pressed(State state, String gift, Asked asked, Workspace workspace) {
    GiftOutcome outcome = GiftAnswers.pressed(state, gift, asked, workspace);
    boolean theirs = outcome.end() != GiftOutcome.End.NOT_YOURS;
    return new Reply(GiftAnswers.shown(outcome, workspace), theirs);
  }
}
