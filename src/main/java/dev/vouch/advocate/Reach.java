package dev.vouch.advocate;

/**
 * How far words were carried: reactions and shares, counted apart from advocacy and never added to
 * it.
 */
public record Reach(
    int reactionsReceived, int reactionsGiven, int sharesReceived, int sharesGiven) {
  public static final Reach NONE = new Reach(0, 0, 0, 0);
}
