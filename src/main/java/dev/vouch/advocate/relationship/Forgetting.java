package dev.vouch.advocate.relationship;

import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Erases what one workspace holds of a person, and sees to it that nothing about them is recorded
 * again until they ask for it. Thread-safe.
 *
 * <p>Of whoever was forgotten only a salted hash of each handle is kept. Every write about a person
 * looks there in the same atomic step, so that what was on its way leaves nothing behind either.
 */
public interface Forgetting {

  /**
   * Erases a person for good. It walks all that is kept, so it takes its time.
   *
   * @param handles the Slack ids and e-mail addresses that the caller knows to be this one person
   * @param by who had it done, for the log
   */
  Erasure forget(Collection<String> handles, String by, Instant now);

  /** What {@link #forget} would find; changes nothing. */
  Erasure look(Collection<String> handles);

  /** Those of these Slack ids and addresses that were forgotten. */
  Set<String> forgotten(Collection<String> handles);

  /** Whether a person was forgotten; what another instance changed is known a second later. */
  boolean isForgotten(String handle);

  /**
   * Notes where one of our own people was told of somebody: it is edited once they are erased, or
   * soon where they were.
   */
  void told(String person, MentionId where);

  /** The messages about people who were erased that are to be edited, oldest first. */
  List<MentionId> toEdit(int limit);

  /** Such a message tells of nobody any more. */
  void edited(MentionId message);

  /** Ids of nudges about others that named people who were erased, and are to be shown anew. */
  List<String> toShow(int limit);

  /** Such a nudge is shown without them. */
  void shown(String nudge);

  /** They ask for it themselves: from now on there is something to be known about them again. */
  void remember(String handle);
}
