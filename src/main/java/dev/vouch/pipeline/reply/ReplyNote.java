package dev.vouch.pipeline.reply;

import dev.vouch.classify.reply.Meaning;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside the company wrote back, for the one of us whom it concerns.
 *
 * @param message of theirs, in the wording that it is about
 * @param person who wrote
 * @param about what it answers, as words that follow "about"
 * @param what became of it
 * @param meaning what it was taken for
 * @param sure how sure that is, in percent
 * @param words theirs; null where they took them back
 * @param until when they want to be asked again; null where they named no day
 * @param handle what a person's reading of it is noted under; null where there is none to give
 */
public record ReplyNote(
    MentionId message,
    String person,
    String about,
    What what,
    Meaning meaning,
    int sure,
    @Nullable String words,
    @Nullable Instant until,
    @Nullable String handle) {

  /** What became of what they wrote. */
  public enum What {
    /** It was clear, and is noted. */
    READ,
    /** A person must read it. */
    UNCLEAR,
    /** They changed what they had written, after it had ended the matter. */
    CHANGED,
    /** They deleted what they had written. */
    DELETED,
    /** They want no messages any more, or may. */
    SILENCE
  }
}
