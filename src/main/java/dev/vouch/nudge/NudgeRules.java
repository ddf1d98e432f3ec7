package dev.vouch.nudge;

import dev.vouch.nudge.etiquette.QuietHours;
import dev.vouch.nudge.gesture.Gesture;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The limits within which nudges are sent.
 *
 * @param leastDelay a delight comes at least this long after the act
 * @param mostDelay and at most about this long (quiet hours may add to it)
 * @param awayFromAsks nor this long after we asked for something, or were told that it is done
 * @param delightEvery at most one delight a person in this time
 * @param roundTheAccount at most one delight given at an account in this time
 * @param introEvery at most one suggested introduction a person in this time
 * @param staleAfter an act older than this is not acted on any more
 * @param dayStart start of a working day in the recipient's own zone
 * @param dayEnd end of it
 * @param offers the gestures that the company can offer
 * @param switches which kinds of nudges are off, and how many people are held out
 */
public record NudgeRules(
    Duration leastDelay,
    Duration mostDelay,
    Duration awayFromAsks,
    Duration delightEvery,
    Duration roundTheAccount,
    Duration introEvery,
    Duration staleAfter,
    LocalTime dayStart,
    LocalTime dayEnd,
    Set<Gesture> offers,
    Switches switches) {

  /** Conservative figures that a workspace can change. */
  public static final NudgeRules DEFAULT =
      new NudgeRules(
          Duration.ofDays(3),
          Duration.ofDays(9),
          Duration.ofDays(14),
          Duration.ofDays(60),
          Duration.ofDays(7),
          Duration.ofDays(90),
          Duration.ofDays(21),
          LocalTime.of(9, 0),
          LocalTime.of(17, 30),
          Gesture.USUAL,
          Switches.DEFAULT);

  public NudgeRules {
    if (leastDelay.isNegative() || mostDelay.compareTo(leastDelay) <= 0) {
      throw new IllegalArgumentException(
          "the longest delay must be longer than the shortest: a surprise needs room to vary");
    }
    if (staleAfter.compareTo(mostDelay) < 0) {
      throw new IllegalArgumentException("an act must not go stale before its delight is due");
    }
    offers = Set.copyOf(offers);
  }

  /** When nobody is written to, by the zone of whoever it is. */
  public QuietHours quiet() {
    return new QuietHours(dayStart, dayEnd);
  }

  /** The same rules with another span for the random delay, in days. */
  public NudgeRules withDelayDays(int least, int most) {
    Duration longest = Duration.ofDays(most);
    Duration stale = staleAfter.compareTo(longest) < 0 ? longest.plusDays(7) : staleAfter;
    return new NudgeRules(
        Duration.ofDays(least),
        longest,
        awayFromAsks,
        delightEvery,
        roundTheAccount,
        introEvery,
        stale,
        dayStart,
        dayEnd,
        offers,
        switches);
  }

  /** The same rules with another catalogue. */
  public NudgeRules withOffers(Set<Gesture> gestures) {
    return new NudgeRules(
        leastDelay,
        mostDelay,
        awayFromAsks,
        delightEvery,
        roundTheAccount,
        introEvery,
        staleAfter,
        dayStart,
        dayEnd,
        gestures,
        switches);
  }

  /** The same rules with other kinds of nudges off, or other people held out. */
  public NudgeRules withSwitches(Switches newSwitches) {
    return new NudgeRules(
        leastDelay,
        mostDelay,
        awayFromAsks,
        delightEvery,
        roundTheAccount,
        introEvery,
        staleAfter,
        dayStart,
        dayEnd,
        offers,
        newSwitches);
  }

  /** The same rules with a gesture that the company can offer, or cannot. */
  public NudgeRules offering(Gesture gesture, boolean offered) {
    Set<Gesture> all = EnumSet.noneOf(Gesture.class);
    all.addAll(offers);
    if (offered) {
      all.add(gesture);
    } else {
      all.remove(gesture);
    }
    return withOffers(all);
  }
}
