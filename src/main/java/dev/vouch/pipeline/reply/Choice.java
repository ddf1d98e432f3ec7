package dev.vouch.pipeline.reply;

import dev.vouch.mention.MentionId;
import dev.vouch.nudge.ask.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody outside the company pressed, chose or filled in.
 *
 * @param person their Slack id
 * @param values what was chosen, by the names that views give
 * @param cause Slack's timestamp of the press
 * @param channel of the message that it stands on; null on App Home
 * @param ts of that message
 * @param welcome whether it stood under the first words of Vouch
 */
public record Choice(
    Kind kind,
    String person,
    List<String> values,
    String cause,
    @Nullable String channel,
    @Nullable String ts,
    boolean welcome) {

  /** What can be pressed. */
  public enum Kind {
    /** Messages are welcome. */
    YES,
    /** No messages any more. */
    STOP,
    /** It was not meant as a stop. */
    GO_ON,
    /** No messages for so many days. */
    PAUSE,
    /** Everything that they agree to, but messages as such. */
    TOPICS,
    /** Everything that interests them. */
    INTERESTS,
    /** What a message of theirs really was: {@code intent channel:ts}. */
    LABEL,
    /** A tie that was noted is not so: its id. */
    TIE,
    /** Something else that is wrong, in their words. */
    WRONG,
    SHOW,
    DOWNLOAD,
    /** To erase all of it; they are asked first. */
    ERASE,
    /** To erase all of it, after they were asked. */
    ERASE_NOW,
    /** Gladly, to an ask: its id. */
    ASK_YES,
    /** Another time. */
    ASK_LATER,
    /** They would like to know something first. */
    ASK_QUESTION,
    /** No, which costs nothing. */
    ASK_NO;

    /** The name used in action ids, for instance {@code erase_now}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What it answers to an ask; empty where it is about something else. */
    public Optional<Answer.Kind> answer() {
      return switch (this) {
        case ASK_YES -> Optional.of(Answer.Kind.YES);
        case ASK_LATER -> Optional.of(Answer.Kind.LATER);
        case ASK_QUESTION -> Optional.of(Answer.Kind.QUESTION);
        case ASK_NO -> Optional.of(Answer.Kind.NO);
        default -> Optional.empty();
      };
    }
  }

  public Choice {
    values = List.copyOf(values);
  }

  /** The message of ours that it stands on; null on App Home. */
  public @Nullable MentionId on() {
    return channel == null || ts == null ? null : new MentionId(channel, ts);
  }

  public Instant at() {
    return dev.vouch.mention.SlackTime.instant(cause);
  }
}
