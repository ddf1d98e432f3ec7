package dev.vouch.nudge.ranking;

/** What somebody's answer to a suggestion, or what came of it later, teaches. */
public enum Lesson {
  /** They do it. */
  TAKEN(true, false),
  /** They do not want this one, or it was wrong. */
  PASSED(false, false),
  /** They left it unanswered. */
  IGNORED(false, false),
  /** It was done, and did good. */
  DID_GOOD(true, true),
  /** It was done, and did none. */
  DID_NO_GOOD(false, true);

  private final boolean good;
  private final boolean afterwards;

  Lesson(boolean good, boolean afterwards) {
    this.good = good;
    this.afterwards = afterwards;
  }

  public boolean isGood() {
    return good;
  }

  /** What is learnt once of each nudge: its answer, and what came of it afterwards. */
  public String about() {
    return afterwards ? "outcome" : "answer";
  }
}
