package dev.vouch.nudge.ranking;

/**
 * What came of suggestions that are alike.
 *
 * @param well how often one was taken up, or did good afterwards
 * @param badly how often one was passed over, left unanswered, or came to nothing
 */
public record Tally(long well, long badly) {
  static final Tally NONE = new Tally(0, 0);

  public Tally {
    if (well < 0 || badly < 0) {
      throw new IllegalArgumentException("nothing happens less than never");
    }
  }

  Tally and(Tally more) {
    return new Tally(well + more.well, badly + more.badly);
  }

  public long all() {
    return well + badly;
  }
}
