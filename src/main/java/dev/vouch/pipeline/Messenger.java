package dev.vouch.pipeline;

import dev.vouch.digest.Digest;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says things in Slack on Vouch's behalf, one workspace each. Messages of one channel keep their
 * order. Thread-safe.
 *
 * <p>Methods throw {@link Directory.Unreachable} when Slack cannot be asked just now and {@link
 * Refused} when it will not do it at all.
 */
public interface Messenger {

  /**
   * The same for whoever has so long from now to send what they have taken: later it begins no
   * message, and is {@link Directory.Unreachable}, because others may have begun it.
   */
  default Messenger within(Duration lease) {
    return this;
  }

  /** Sends a nudge to a person (its recipient or the approver) in a direct message. */
  Nudge.Posted send(Nudge nudge, String person);

  /** Looks for a nudge whose sending to a person was begun then and whose answer never came. */
  Optional<Nudge.Posted> find(String nudgeId, String person, Instant begun);

  /** Shows on the message itself where a nudge stands now; its buttons go once it is answered. */
  void show(Nudge nudge);

  /** Tells one of our own people something of an introduction, in a direct message. */
  Nudge.Posted send(Notice notice);

  /** Shows on the message itself where an introduction stands now. */
  void show(Notice notice);

  /** Posts a digest and then its chart (a PNG; empty where none could be drawn). */
  void post(Digest digest, byte[] chart, String channel);

  /** Posts the chart of a digest that stands there, unless the chart does, too. */
  void complete(Digest digest, byte[] chart, String channel);

  /** Whether a digest stands in a channel already; no, where the channel cannot be read back. */
  boolean isPosted(Digest digest, String channel);

  /** Answers a person's direct message with one sentence and where to go from there. */
  void greet(MentionId message, String person);

  /** Answers what somebody outside the company wrote to Vouch, where they wrote it. */
  void answer(MentionId message, Reply reply);

  /**
   * Answers somebody outside the company privately, once, who asked Vouch for silence where others
   * read it: in a direct message.
   *
   * @return whether Slack allows that
   */
  boolean confirm(MentionId message, String person, Reply reply);

  /**
   * Answers where they asked, and seen by them alone. Nobody can look later whether it was, so
   * whoever calls this does it at most once.
   *
   * @param root of the thread in which they asked; null where that was none
   */
  void whisper(MentionId message, @Nullable String root, String person, Reply reply);

  /** Whether a direct message was answered already. */
  boolean isGreeted(MentionId message);

  /** Shows on a message of ours what came of a press there. */
  void show(MentionId message, Reply reply);

  /**
   * Gives somebody the file of what is held about them, once, because they have asked for it then.
   */
  void hand(String person, byte[] json, Instant at);

  /** Asks somebody, once, whether they may be written to. */
  void invite(Invitation invitation);

  /**
   * Gives whoever of our own people wanted an invitation, once, words to send themselves, because
   * Slack does not let Vouch send it.
   */
  void tell(Invitation refused);

  /** Whether somebody was asked that already, as far as Slack shows. */
  boolean isInvited(Invitation invitation);

  /** Tells one of our own people, once, what somebody outside the company wants of us. */
  void task(Task task, String staff);

  /** Tells one of our own people that they get nothing more, and how to have it again. */
  Nudge.Posted tell(Silence silence);

  /** Looks for that where it may have been said already. */
  Optional<Nudge.Posted> find(Silence silence);

  /** Shows where that was said that it is over. */
  void show(Silence over, Nudge.Posted where);

  /**
   * Shows on a message to one of our own people nothing but that whoever it was about is erased.
   */
  void erase(MentionId message);

  /** Asks one of our own people, once, to decide about a gift, or tells what was decided. */
  void gift(GiftNews news, String staff);

  /** Brings a person's App Home up to date. */
  void publishHome(String person);

  /** What carries asks. */
  default AskLine asks() {
    return AskLine.silent();
  }

  /** Says nothing at all, for work on what is long past. */
  static Messenger silent() {
    return new SilentMessenger();
  }

  /** Slack will not do this, now or later: the person or channel is gone, or forbidden. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String message) {
      super(message);
    }
  }
}
