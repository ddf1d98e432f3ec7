package dev.vouch.pipeline.ask;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.reply.ReplyNote;
import java.time.Instant;
import java.util.Optional;

/** Carries asks to people in Slack, and tells whoever asks what became of them. */
public interface AskLine {

  /** Asks the person in a direct message, in the name of whoever asks. */
  Posted send(Ask ask);

  /** Looks for an ask whose sending was begun then and whose answer never came. */
  Optional<Posted> find(Ask ask, Instant begun);

  /** Shows on the message that the person got where the ask stands now. */
  void show(Ask ask);

  /** Asks the approver whether it may go out. */
  void approve(Ask ask, String approver);

  /** Tells whoever asks where the ask stands: in a new message, or on the one that they got. */
  Posted tell(Ask ask);

  /** Tells whoever asks what the person said, below that message. */
  void tell(Ask ask, Answer answer);

  /** Tells one of our own people, once, what somebody outside the company wrote back. */
  void tell(ReplyNote note, String staff);

  /** Reminds whoever asks that the person wanted to be asked again now. */
  void remind(Ask ask);

  /** One that refuses everything, for work on what is long past. */
  static AskLine silent() {
    return new AskLine() {
      @Override
      public Posted send(Ask ask) {
        throw refused(ask);
      }

      @Override
      public Optional<Posted> find(Ask ask, Instant begun) {
        return Optional.empty();
      }

      @Override
      public void show(Ask ask) {
        // There is no message to change.
      }

      @Override
      public void approve(Ask ask, String approver) {
        throw refused(ask);
      }

      @Override
      public Posted tell(Ask ask) {
        throw refused(ask);
      }

      @Override
      public void tell(Ask ask, Answer answer) {
        throw refused(ask);
      }

      @Override
      public void tell(ReplyNote note, String staff) {
        throw new Messenger.Refused("nothing is sent here, to " + staff);
      }

      @Override
      public void remind(Ask ask) {
        throw refused(ask);
      }

      private Messenger.Refused refused(Ask ask) {
        return new Messenger.Refused("nothing is sent here: " + ask.id());
      }
    };
  }
}
