package dev.vouch.nudge.moment;

import java.util.Locale;

/**
 * A reason to act now. The earlier in this list the stronger: where two of them would lead to the
 * same kind of nudge about a person, the stronger one does.
 */
public enum Moment {
  OFFER(
      "An offer",
      "They offer to answer for us before others, and whoever offers should hear from us soon.",
      "an act of advocacy that offers to speak with those who think of choosing us"),
  DEFENCE(
      "A defence",
      "They took our side where we were criticised.",
      "an act of advocacy that takes our side against criticism"),
  RECOVERY(
      "A fresh start",
      "What had gone wrong for them is made good and followed up.",
      "the last thing we had to make good for them was followed up in the last 14 days"),
  FIRST_ACT(
      "A first",
      "They spoke up for us for the first time.",
      "an act of advocacy, and we had heard none of theirs before"),
  MILESTONE(
      "A milestone",
      "There is something to look back on with them.",
      "a year, or several, since they first spoke up, or the tenth, 25th, 50th or 100th time that"
          + " they helped a peer"),
  RENEWAL(
      "A renewal",
      "Their company has renewed with us, and their voice is the one that we hear most from there.",
      "their account was renewed in the last 14 days, and nobody there has more acts of advocacy"),
  NEW_MOTIVATOR(
      "A new interest",
      "We have just learnt what they would be glad of.",
      "something that moves them was noted in the last 14 days"),
  SMALL_WIN(
      "A small win",
      "They told of something particular that works for them.",
      "praise that names a feature, a figure or a before and after"),
  ACT(
      "Good words",
      "They spoke up for us.",
      "an act of advocacy for which no stronger reason is known"),
  QUESTION(
      "Open question",
      "They asked something hours ago and none of us has answered; a peer may know it best.",
      "a question that none of us has answered in four hours, for three days at most"),
  SILENCE(
      "A silence",
      "They used to speak warmly of us and have said nothing for two months; silence is not"
          + " satisfaction.",
      "two warm messages or more within half a year, the last no complaint, and then nothing for 60"
          + " days"),
  UNDISCLOSED(
      "Disclosure",
      "They spoke up for us without saying what ties them to us.",
      "an act of somebody with a tie on record, or whose role is one, that does not name it"),
  FOR_A_COMPETITOR(
      "Competitor",
      "They spoke up for another product instead of ours.",
      "words that promote another product instead of ours");

  private final String label;
  private final String now;
  private final String rule;

  Moment(String label, String now, String rule) {
    this.label = label;
    this.now = now;
    this.rule = rule;
  }

  /** What it is called where people read it. */
  public String label() {
    return label;
  }

  /** Why one would act now, in a sentence. */
  public String now() {
    return now;
  }

  /** The rule by which it arises, in words that follow "Rule:". */
  public String rule() {
    return rule;
  }

  /** Whether it is a reason to act only because the person spoke up for us. */
  public boolean isAct() {
    return switch (this) {
      case OFFER, DEFENCE, FIRST_ACT, ACT, UNDISCLOSED -> true;
      default -> false;
    };
  }

  /** Whether of two the one goes before the other. */
  public boolean isStrongerThan(Moment other) {
    return compareTo(other) < 0;
  }

  /** The name used in ids, JSON and Redis, for instance {@code first_act}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if {@code wire} names none
   */
  public static Moment fromWire(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
