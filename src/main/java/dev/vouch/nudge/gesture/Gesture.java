package dev.vouch.nudge.gesture;

import static dev.vouch.advocate.relationship.Motivator.ACCESS;
import static dev.vouch.advocate.relationship.Motivator.CAREER;
import static dev.vouch.advocate.relationship.Motivator.EXPERIENCE;
import static dev.vouch.advocate.relationship.Motivator.GIVING_BACK;
import static dev.vouch.advocate.relationship.Motivator.INFLUENCE;
import static dev.vouch.advocate.relationship.Motivator.PEERS;
import static dev.vouch.advocate.relationship.Motivator.RECOGNITION;
import static dev.vouch.nudge.moment.Moment.ACT;
import static dev.vouch.nudge.moment.Moment.DEFENCE;
import static dev.vouch.nudge.moment.Moment.FIRST_ACT;
import static dev.vouch.nudge.moment.Moment.MILESTONE;
import static dev.vouch.nudge.moment.Moment.NEW_MOTIVATOR;
import static dev.vouch.nudge.moment.Moment.QUESTION;
import static dev.vouch.nudge.moment.Moment.RECOVERY;
import static dev.vouch.nudge.moment.Moment.RENEWAL;
import static dev.vouch.nudge.moment.Moment.SILENCE;
import static dev.vouch.nudge.moment.Moment.SMALL_WIN;

import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Driver;
import dev.vouch.nudge.moment.Moment;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one could do for a person: the catalogue, a row each, what costs no money first. Each says
 * whom it suits, what it must be agreed to, what it takes of us and who would do it.
 */
public enum Gesture {
  THANK_YOU(
      "thank-you from the right person",
      "Have the person who built what they spoke of write them a line by hand: what it means to"
          + " them, in their own words.",
      new Takes(Effort.MINUTES, Doer.BUILDER, Topic.SURPRISES, false),
      Set.of(RECOGNITION, GIVING_BACK),
      Set.of(Driver.HUMAN_TOUCH, Driver.SHARED_VALUES),
      List.of(
          DEFENCE,
          RECOVERY,
          FIRST_ACT,
          MILESTONE,
          RENEWAL,
          NEW_MOTIVATOR,
          SMALL_WIN,
          ACT,
          SILENCE)),
  SPOTLIGHT(
      "spotlight",
      "Ask whether they would like their own achievement told among our people or other customers:"
          + " what they did, not what we sell. A no is fine.",
      new Takes(Effort.HOURS, Doer.MARKETING, Topic.RECOGNITION, true),
      Set.of(RECOGNITION, CAREER),
      Set.of(Driver.COMMUNITY),
      List.of(FIRST_ACT, MILESTONE, NEW_MOTIVATOR, SMALL_WIN, ACT)),
  PEER_INTRODUCTION(
      "introduction to a peer",
      "Bring them together with a peer who works on the same thing, once both have said yes.",
      new Takes(Effort.MINUTES, Doer.OWNER, Topic.INTRODUCTIONS, true),
      Set.of(PEERS, CAREER, GIVING_BACK),
      Set.of(Driver.COMMUNITY),
      List.of(FIRST_ACT, MILESTONE, NEW_MOTIVATOR, SMALL_WIN, ACT, QUESTION)),
  PEER_ANSWER(
      "answer from a peer",
      "Ask a customer who has solved it whether they would like to answer below the question.",
      new Takes(Effort.MINUTES, Doer.OWNER, Topic.FEEDBACK, false),
      Set.of(PEERS),
      Set.of(Driver.COMMUNITY),
      List.of(QUESTION)),
  EARLY_ACCESS(
      "early access",
      "Show them something early that fits what they work on, and let them make of it what they"
          + " like.",
      new Takes(Effort.HOURS, Doer.PRODUCT, Topic.SURPRISES, false),
      Set.of(ACCESS, EXPERIENCE, INFLUENCE),
      Set.of(Driver.COOLNESS, Driver.UNIQUE_SELLING_PROPOSITION),
      List.of(FIRST_ACT, MILESTONE, NEW_MOTIVATOR, SMALL_WIN, ACT, SILENCE)),
  PRODUCT_CONVERSATION(
      "conversation with the product team",
      "Ask somebody who builds the product to say hello and listen to how they work with it.",
      new Takes(Effort.HOURS, Doer.PRODUCT, Topic.FEEDBACK, false),
      Set.of(INFLUENCE, ACCESS),
      Set.of(Driver.UNIQUE_SELLING_PROPOSITION, Driver.COOLNESS),
      List.of(RECOVERY, FIRST_ACT, NEW_MOTIVATOR, SMALL_WIN, ACT, SILENCE)),
  EXEC_INTRODUCTION(
      "introduction to an executive",
      "Have one of our executives say hello, with nothing to sell and nothing to ask for.",
      new Takes(Effort.HOURS, Doer.EXECUTIVE, Topic.INTRODUCTIONS, false),
      Set.of(ACCESS, RECOGNITION, CAREER),
      Set.of(Driver.HUMAN_TOUCH),
      List.of()),
  LISTENING_SESSION(
      "listening session",
      "Give them half an hour in which we only listen: what is hard just now, what we should know.",
      new Takes(Effort.HOURS, Doer.OWNER, Topic.FEEDBACK, false),
      Set.of(INFLUENCE, GIVING_BACK),
      Set.of(Driver.HUMAN_TOUCH, Driver.SHARED_VALUES),
      List.of(DEFENCE, RECOVERY, RENEWAL, NEW_MOTIVATOR, SILENCE)),
  EXEC_INTERVIEW(
      "interview that makes them look good",
      "Have an executive ask them, in a short interview of their own, how they did it; they see it"
          + " before anybody else and may take anything out.",
      new Takes(Effort.DAYS, Doer.EXECUTIVE, Topic.RECOGNITION, true),
      Set.of(RECOGNITION, CAREER),
      Set.of(Driver.SHARED_VALUES),
      List.of(MILESTONE, RENEWAL, NEW_MOTIVATOR)),
  TALK_SLOT(
      "slot for a talk",
      "Keep a slot free for a talk of theirs on a subject of their own choosing, if they would"
          + " enjoy one.",
      new Takes(Effort.DAYS, Doer.MARKETING, Topic.TALKS, true),
      Set.of(CAREER, RECOGNITION, EXPERIENCE),
      Set.of(Driver.COMMUNITY),
      List.of(MILESTONE, NEW_MOTIVATOR)),
  QUOTE_REVIEW(
      "help with their own words",
      "Lend them an editor for something of their own: a bio, a post, a quote, a talk.",
      new Takes(Effort.HOURS, Doer.MARKETING, Topic.SURPRISES, false),
      Set.of(CAREER),
      Set.of(),
      List.of(MILESTONE, NEW_MOTIVATOR, SMALL_WIN, ACT)),
  LETTER(
      "letter to somebody who matters to them",
      "Write to their lead, or on their profile, what they achieved and what you saw of it; show it"
          + " to them first.",
      new Takes(Effort.HOURS, Doer.OWNER, Topic.RECOGNITION, true),
      Set.of(CAREER, RECOGNITION),
      Set.of(Driver.HUMAN_TOUCH),
      List.of(MILESTONE, RENEWAL, NEW_MOTIVATOR, ACT)),
  CERTIFICATION(
      "training or certification",
      "Open a course or a certification to them that helps in their own work.",
      new Takes(Effort.HOURS, Doer.SUCCESS, Topic.SURPRISES, false),
      Set.of(CAREER, EXPERIENCE),
      Set.of(),
      List.of(RENEWAL, NEW_MOTIVATOR, SMALL_WIN)),
  SMALL_GIFT(
      "small gift",
      "Send something small that fits the person, within what `/vouch gift` allows.",
      new Takes(Effort.MINUTES, Doer.OWNER, Topic.SURPRISES, true),
      Set.of(EXPERIENCE),
      Set.of(Driver.COOLNESS),
      List.of(FIRST_ACT, MILESTONE, RENEWAL, ACT));

  /** How much of our time it takes. */
  public enum Effort {
    MINUTES,
    HOURS,
    DAYS;

    /** In words that follow "takes". */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which of us does it. */
  public enum Doer {
    OWNER("whoever owns the account"),
    BUILDER("somebody who built it"),
    PRODUCT("the product team"),
    SUCCESS("customer success"),
    MARKETING("marketing"),
    EXECUTIVE("an executive");

    private final String label;

    Doer(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * What a gesture takes.
   *
   * @param topic what they must not have declined
   * @param agreed whether they must have agreed to it in so many words, because others see or hear
   *     of it, or because rules of theirs may bear on it
   */
  private record Takes(Effort effort, Doer doer, Topic topic, boolean agreed) {}

  private final String label;
  private final String sentence;
  private final Takes takes;
  private final Set<Motivator> motivators;
  private final Set<Driver> drivers;
  private final List<Moment> moments;

  Gesture(
      String label,
      String sentence,
      Takes takes,
      Set<Motivator> motivators,
      Set<Driver> drivers,
      List<Moment> moments) {
    this.label = label;
    this.sentence = sentence;
    this.takes = takes;
    this.motivators = motivators;
    this.drivers = drivers;
    this.moments = moments;
  }

  /** What any company can do that means it; the rest is offered once somebody says so. */
  public static final Set<Gesture> USUAL =
      Set.copyOf(
          EnumSet.complementOf(
              EnumSet.of(EARLY_ACCESS, EXEC_INTERVIEW, TALK_SLOT, CERTIFICATION, SMALL_GIFT)));

  /** What it is called where people read it. */
  public String label() {
    return label;
  }

  /** What to do, as a sentence to one of us. */
  public String sentence() {
    return sentence;
  }

  /** How much of our time it takes. */
  public Effort effort() {
    return takes.effort();
  }

  /** Which of us does it. */
  public Doer doer() {
    return takes.doer();
  }

  /** What they must not have declined. */
  public Topic topic() {
    return takes.topic();
  }

  /** Whether they must have agreed to the topic in so many words. */
  public boolean needsConsent() {
    return takes.agreed();
  }

  /** Whom it is good for, by what moves them. */
  public Set<Motivator> motivators() {
    return motivators;
  }

  /** Whom it is good for, by what they speak of. */
  public Set<Driver> drivers() {
    return drivers;
  }

  /** Whether it suits a moment. */
  public boolean suits(Moment moment) {
    return moments.contains(moment);
  }

  /** Whether it costs no money of ours that they could be thought to have earned. */
  public boolean isIntrinsic() {
    return this != SMALL_GIFT;
  }

  /** The name used in commands, JSON and Redis, for instance {@code early_access}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The gesture that a person means; blanks, hyphens and case do not matter. */
  public static Optional<Gesture> named(String text) {
    String wire = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findAny();
  }
}
