package dev.vouch.advocate.relationship;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person said to one topic.
 *
 * @param text version of the text that they answered, so that one can tell later what it said
 * @param by who noted it: the person's own id, or that of one of us whom they told
 */
public record Consent(Topic topic, Answer answer, Instant at, String text, @Nullable String by) {

  /** Nobody who has not answered has agreed. */
  public enum Answer {
    AGREED,
    DECLINED;

    /** The name used in JSON and Redis, for instance {@code agreed}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** In place of a text's version: they told one of us. */
  public static final String TOLD = "told";

  public boolean agreed() {
    return answer == Answer.AGREED;
  }

  /**
   * Whether it counts after what was on record: a person's own word stands over what one of us
   * noted, whichever came first, and else the later word counts.
   *
   * @param person whose consent it is
   */
  public boolean counts(@Nullable Consent before, String person) {
    if (before == null) {
      return true;
    }
    boolean own = person.equals(by);
    return own == person.equals(before.by) ? !at.isBefore(before.at) : own;
  }
}
