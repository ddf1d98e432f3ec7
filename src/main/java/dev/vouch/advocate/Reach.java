package dev.vouch.advocate;

/**
 * How far words were carried: reactions, shares and seconds of acts of advocacy, counted apart from
 * advocacy and never added to it.
 */
public record Reach(
    int reactionsReceived,
    int reactionsGiven,
    int sharesReceived,
    int sharesGiven,
    int secondsReceived,
    int secondsGiven) {
  public static final Reach NONE = new Reach(0, 0, 0, 0);

  /** The reach of words that nobody seconded, of a person who seconded none. */
  public Reach(int reactionsReceived, int reactionsGiven, int sharesReceived, int sharesGiven) {
    this(reactionsReceived, reactionsGiven, sharesReceived, sharesGiven, 0, 0);
  }
}
