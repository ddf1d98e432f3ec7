package dev.vouch.nudge.ranking;

/**
 * The place of a suggestion in somebody's list, and why it has that one.
 *
 * @param tally what came of others like it
 */
public record Place(Candidate candidate, Why why, Tally tally) {

  /** By what it came to its place. */
  public enum Why {
    /** The highest draw of those that wait. */
    LIKELY,
    /** One place in three is for what has waited longest. */
    WAITED_LONGEST
  }
}
