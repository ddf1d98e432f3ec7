package dev.vouch.advocate.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which Slack ids of one workspace are the same human, by the word of one of us. Thread-safe.
 *
 * <p>Whatever is asked or written of an id that was merged is asked or written of the person for
 * whom it stands; only who said something is told by the id with which they said it.
 */
public interface Identities {

  /**
   * The person for whom an id stands, which is itself where it was not merged. What another
   * instance changed is known a second later; every write looks itself.
   */
  String person(String id);

  /**
   * All ids of the person for whom an id stands, as it is now: first that under which they are
   * known, then the others in the order in which they were merged.
   */
  List<Identity> of(String id);

  /**
   * One id of a person.
   *
   * @param into the id into which it was merged, or itself if it was not
   * @param by Slack id of whoever did it, or empty
   * @param at when; the epoch if it was not
   */
  record Identity(String id, String into, String by, Instant at) {}

  /** Why two ids cannot be joined now; empty if they can. */
  Optional<Refusal> refusal(Merge merge);

  /**
   * Joins two ids in one atomic step, all of it or nothing.
   *
   * @return why not, if it was not done
   */
  Optional<Refusal> merge(Merge merge);

  /**
   * Parts an id again from the person into whom it was merged last, in one atomic step: what it
   * said, before and since, is its own again, and what stood between us stands as it did. What was
   * noted meanwhile stays with the person, unless it belongs to something that goes; a no that was
   * said meanwhile holds for both.
   *
   * @param by Slack id of whoever does it
   * @return why not, if it was not done
   */
  Optional<Refusal> unmerge(String id, String by, Instant now);

  /**
   * Why ids were not joined or parted.
   *
   * @param other the id that stands in the way, or empty
   */
  record Refusal(Reason reason, String other) {}

  /** What stands in the way. */
  enum Reason {
    /** One cannot be merged with itself. */
    SAME,
    /** They are one person already; the other id is the one they are known by. */
    ALREADY,
    /** What should be joined was merged into somebody else. */
    ELSEWHERE,
    /** With whom it should be joined is itself an id of somebody else. */
    PART,
    /** One of them asked to be forgotten. */
    FORGOTTEN,
    /** It was not merged into anybody. */
    NOT_MERGED,
    /** Another was merged into the same person later. */
    LATER_FIRST,
    /** The person into whom it was merged was merged further. */
    WHOLE_FIRST
  }
}
