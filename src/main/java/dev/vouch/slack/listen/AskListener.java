package dev.vouch.slack.listen;

import com.slack.api.bolt.App;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.AskDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.Draft;
import dev.vouch.slack.command.ReadingDesk;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.reply.ReplyView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes what our own people press about asks: to ask, to let an ask go out, or not. Pressing twice
 * is pressing once, because the button carries the id of the ask that comes of it.
 */
final class AskListener {
  private static final Map<String, Press> PRESSES = new LinkedHashMap<>();

  static {
    PRESSES.put(Actions.ASK_DRAFT, new Press(false, false, AskListener::draft));
    PRESSES.put(Actions.ASK_SEND, new Press(true, true, AskListener::send));
    PRESSES.put(Actions.ASK_SELF, new Press(true, true, AskListener::byHand));
    PRESSES.put(Actions.ASK_DROP, new Press(true, false, AskListener::drop));
    PRESSES.put(Actions.ASK_AGAIN, new Press(false, false, AskDesk::again));
    PRESSES.put(Actions.ASK_APPROVE, new Press(true, true, AskListener::approve));
    PRESSES.put(Actions.ASK_REJECT, new Press(true, true, AskListener::reject));
    for (Answer.Kind kind : ReplyView.readings()) {
      PRESSES.put(
          ReplyView.action(kind),
          new Press(
              false,
              true,
              (value, asked, workspace) -> ReadingDesk.read(kind, value, asked, workspace)));
    }
  }

  /**
   * @param instead whether the answer takes the place of the message that was pressed
   * @param decides whether it changes anything but what is shown
   */
  private record Press(boolean instead, boolean decides, Work work) {
    Reply of(String value, Asked asked, Workspace workspace) {
      return new Reply(work.of(value, asked, workspace), instead);
    }
  }

  /** What comes of the value of a button. */
  private interface Work {
    Rendering of(String value, Asked asked, Workspace workspace);
  }

  private AskListener() {}

  static void on(App app, StaffAnswers staff, Instructions instructions) {
    PRESSES.forEach(
        (action, press) -> {
          if (press.decides()) {
            instructions.button(app, action, press::of);
          } else {
            app.blockAction(action, staff.button("an ask", press::of));
          }
        });
  }

  private static Rendering draft(String value, Asked asked, Workspace workspace) {
    return AskDesk.preview(Draft.parse(value), asked, workspace);
  }

  private static Rendering send(String value, Asked asked, Workspace workspace) {
    return AskDesk.send(Draft.parse(value), asked, workspace);
  }

  private static Rendering byHand(String value, Asked asked, Workspace workspace) {
    return AskDesk.byHand(Draft.parse(value), asked, workspace);
  }

  private static Rendering drop(String value, Asked asked, Workspace workspace) {
    return AskDesk.drop(Draft.parse(value), workspace);
  }

  private static Rendering approve(String value, Asked asked, Workspace workspace) {
    return AskDesk.decide(value, true, asked, workspace);
  }

  private static Rendering reject(String value, Asked asked, Workspace workspace) {
    return AskDesk.decide(value, false, asked, workspace);
  }
}
