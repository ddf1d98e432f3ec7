package dev.vouch.digest;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The dictionary of every number that Vouch shows people: what it counts, what it can stand for,
 * and where it misleads.
 *
 * <p>A number that is shown has an entry here, and an entry says where it is shown; a test holds
 * both against the views.
 */
public enum Metric {
  ACTS(
      "acts of advocacy",
      new Meaning(
          "How many messages that stand now meant to change what others think or do in our favour.",
          "How often customers speak up for us of their own will.",
          "It counts what was said where Vouch listens: most word of mouth is private. One sentence"
              + " and a talk before hundreds count alike."),
      Place.WHO,
      Place.TOP,
      Place.ACCOUNT,
      Place.BREADTH,
      Place.DIGEST,
      Place.CHART,
      Place.HOME),
  ADVOCATES(
      "people",
      new Meaning(
          "How many different people have an act of advocacy, in 90 days or ever.",
          "How many would be missed by few of them leaving.",
          "Somebody who changes their Slack account counts twice until the two are told to be one."),
      Place.BREADTH,
      Place.DIGEST,
      Place.HOME),
  ACCOUNTS(
      "accounts",
      new Meaning(
          "How many different accounts have somebody with an act of advocacy, by where people belong"
              + " now; in 90 days or ever.",
          "Over how much of the customer base advocacy is spread.",
          "People whom no rule and nobody puts into an account count for none; one account may be"
              + " far larger than another."),
      Place.BREADTH,
      Place.HOME),
  TOP_THREE(
      "percent of acts",
      new Meaning(
          "The share of acts that the three people with most acts gave, in 90 days or ever.",
          "How much hangs on few people, who tire and leave.",
          "Among few people three always have much, so there is an alarm only where it lies halfway"
              + " between even shares and all, and beyond what chance makes of even shares; never"
              + " with fewer than 10 acts. Behind a hundred people who once acted more, somebody"
              + " new is not seen."),
      Place.BREADTH,
      Place.DIGEST,
      Place.HOME),
  WEIGHT(
      "fresh organic acts",
      new Meaning(
          "What a person's acts still weigh: an organic act begins at 1, one that we prompted at 0.7,"
              + " one for a reward at 0.3; each halves with time, sooner the more we did for it and"
              + " where it rests on drivers that pass.",
          "How much of what somebody said for us is still in the world and was meant.",
          "Starting weights and half-lives are assumptions with reasons, not measured. The order"
              + " between them is what counts."),
      Place.WHO,
      Place.WHY),
  REWARDS(
      "percent",
      new Meaning(
          "The chance that rewards drive most of a person's acts, by when they act, what they say and"
              + " how, if rewards do in three of ten of whom there is so much to weigh.",
          "Whether somebody should look at what lies behind these acts.",
          "A degree of belief under assumptions, no rate measured here. A reward that nobody noted is"
              + " not seen, and seasons of one's own can look like ours."),
      Place.WHY),
  AFTER_OFFERS(
      "percent of acts",
      new Meaning(
          "Acts while a reward was offered or within 14 days after, of the acts of the 200 people with"
              + " the most.",
          "How far a programme trains people to wait for rewards.",
          "An offer that nobody noted is not seen, and some would have acted without it."),
      Place.PROGRAMME),
  REWARD_COST(
      "money for each act",
      new Meaning(
          "What was given out as rewards in a year, for each act that nothing of ours prompted and that"
              + " names something in particular.",
          "What rewards cost beside what comes without them.",
          "It knows the amounts that were noted, and no work of ours; that one stands beside the other"
              + " does not mean that it brought it."),
      Place.PROGRAMME),
  IMPACT(
      "acts a person",
      new Meaning(
          "Acts of advocacy in 90 days of people about whom a nudge of a kind could have been sent, less"
              + " those of people whom chance held out; with the interval that holds the truth in 95 of 100"
              + " such studies.",
          "Whether nudges of that kind make people speak up more than they would have anyhow.",
          "With few people it says too few, or has a wide interval. Who was held out in one quarter may"
              + " have been nudged in the one before. It counts acts, not what they are worth."),
      Place.IMPACT),
  GIFTS(
      "money",
      new Meaning(
          "What the register says was given this year to a person, and to everybody at their company.",
          "How near they are to what the policy lets them have in a year.",
          "A gift that nobody noted is not seen, and what was declined or taken back counts for"
              + " nothing. Who was erased begins at nothing again."),
      Place.GIFTS),
  DRIVERS(
      "acts",
      new Meaning(
          "In how many of a person's acts each of five drivers shows: coolness, a unique selling"
              + " proposition, shared values, community, human touch.",
          "What moves somebody to advocate, and whether it will last.",
          "People often do not say why; a driver that does not show may be there all the same."),
      Place.WHO),
  MENTIONS(
      "mentions",
      new Meaning(
          "How many of a person's messages stand under each intent now.",
          "What somebody comes to us with.",
          "Who writes more is counted more, whatever they feel; what Vouch was unsure of is neutral."),
      Place.WHO,
      Place.FLAG),
  CONFIDENCE(
      "percent",
      new Meaning(
          "How sure the model was of the label: of a hundred that it is 80 percent sure of, about 80"
              + " should be right.",
          "How much a label needs a second look.",
          "It was calibrated on texts that are not yours; `/vouch model` shows how it does here."),
      Place.WHY,
      Place.ASK,
      Place.REPLY),
  NEEDS(
      "mentions",
      new Meaning(
          "Complaints, warnings to others and questions in the time that a digest covers.",
          "How many customers wait for somebody of us.",
          "Vouch does not see answers given elsewhere, so some of them wait no more."),
      Place.DIGEST),
  WISHES(
      "mentions",
      new Meaning(
          "Suggestions in the time that a digest covers.",
          "What customers would have differently.",
          "Ten people who wish for the same count ten times; those who have given up do not count."),
      Place.DIGEST),
  PRAISE(
      "mentions",
      new Meaning(
          "Messages in the time that a digest covers that say how satisfied their author is, or"
              + " thank somebody.",
          "What to pass on to whoever earned it.",
          "Satisfaction is not advocacy and not loyalty: most who leave were satisfied."),
      Place.DIGEST),
  LIKES(
      "likes and shares",
      new Meaning(
          "Reactions, shares and \"+1\"s in the time shown, for whatever was said.",
          "How far words were carried.",
          "It costs nothing to press a button: it is worth nothing as advocacy and is never added to"
              + " it."),
      Place.DIGEST,
      Place.CHART),
  REACTIONS(
      "reactions",
      new Meaning(
          "Reactions on a person's messages, and those the person put on others', that stand now.",
          "How far somebody's words carry.",
          "It follows the size of a channel more than anything else. It moves advocacy by nothing."),
      Place.WHY),
  SHARES(
      "shares",
      new Meaning(
          "How often a person's messages were passed on, and how often the person passed on others'.",
          "How far somebody's words carry.",
          "Passing on is not agreeing. It moves advocacy by nothing."),
      Place.WHY),
  SECONDS(
      "seconds of acts",
      new Meaning(
          "How often a person's acts were seconded with a \"+1\" or the like, and how often the person"
              + " seconded others' acts.",
          "How far somebody's acts carry.",
          "Only seconds in the thread of the act are seen. They move advocacy by nothing."),
      Place.WHY),
  OPEN_NUDGES(
      "nudges",
      new Meaning(
          "Suggestions to our own people that wait for an answer.",
          "What is left undone.",
          "Much is done without a button being pressed. It says nothing about how good anybody is at"
              + " their work, and is never ranked."),
      Place.DIGEST),
  IDLE_NUDGES(
      "nudges",
      new Meaning(
          "Suggestions about a person that came to nothing for one and the same reason.",
          "How often a rule of ours held something back.",
          "One message can be the reason for several."),
      Place.WHY),
  ASKS(
      "asks in 90 days",
      new Meaning(
          "How often we asked one person for something in 90 days; more than two are called too often.",
          "Whom we wear out, and by leaving it out, whom we overlook.",
          "Only asks on record count, small ones like large ones. The limit is an assumption."),
      Place.BREADTH,
      Place.ASK),
  CORRECTIONS(
      "corrections",
      new Meaning(
          "Labels that somebody here set by hand and that stand.",
          "How much this workspace has taught the model.",
          "People correct what they come across, not a fair sample."),
      Place.MODEL),
  CORRECTIONS_MET(
      "corrections",
      new Meaning(
          "How many of the corrections that were kept apart from a training the model labels as the"
              + " person did, and how many it did before.",
          "Whether a training helped here.",
          "There are few of them, so one more or less is often chance."),
      Place.MODEL),
  INTRODUCTIONS_LEFT(
      "introductions",
      new Meaning(
          "How many introductions an executive can still take in the current month of their zone, of"
              + " how many they take in a month.",
          "Whom one can still ask.",
          "It counts what Vouch arranges; who meets customers without it has less time than this"
              + " says."),
      Place.EXECS),
  TAKEN_UP(
      "times",
      new Meaning(
          "Of how many suggestions of a sort that were answered, or left for two weeks, one of us said"
              + " that they do it; an outcome that is known counts once more.",
          "Which suggestions are of use here; they come first.",
          "What was never suggested has no number, and a busy week looks like dislike."),
      Place.HOME),
  WAITING(
      "suggestions",
      new Meaning(
          "How many suggestions are thought of for one of us and not sent yet, whatever they wait for.",
          "What comes in the days to come.",
          "Many of them come to nothing: what they rest on changes, or it becomes too late."),
      Place.SILENCE,
      Place.HOME),
  MODEL_SCORE(
      "percent",
      new Meaning(
          "Macro-F1 of nine intents on the texts that came with Vouch: for each intent how often it is"
              + " right and how much it finds, taken together.",
          "Whether a training has forgotten what the model knew.",
          "These texts are not yours: it tells versions from one another, not how well yours are read."),
      Place.MODEL),
  GOODWILL(
      "small asks",
      new Meaning(
          "The forgiveness that a relationship holds: what we gave less what we took, each fading with"
              + " a half-life of 120 days. 1 is what one small ask takes.",
          "Whether a relationship can bear an ask.",
          "What each thing is worth is an assumption; what passes outside Slack is rarely known."),
      Place.GOODWILL,
      Place.ASK),
  HELD(
      "messages, acts, entries and suggestions",
      new Meaning(
          "How many messages, acts of advocacy, entries in the ledger and suggestions are on record of"
              + " an account, before it is joined with another.",
          "Whether the two that you mean are the two that would be joined.",
          "Messages that went with their age are still counted."),
      Place.MERGE),
  RESPONSE_TIME(
      "hours",
      new Meaning(
          "How long a person waited for the first answer of one of us to a question or a complaint, in"
              + " the middle of those of 90 days, and how many of them have one.",
          "Whether we are there for those who are there for us.",
          "It counts the first reply in the thread, not whether it helped, and no answers given"
              + " elsewhere; nights and weekends count like working hours."),
      Place.WHO);

  private final String unit;
  private final Meaning meaning;
  private final Set<Place> shown;

  Metric(String unit, Meaning meaning, Place... shown) {
    this.unit = unit;
    this.meaning = meaning;
    Set<Place> places = EnumSet.noneOf(Place.class);
    Collections.addAll(places, shown);
    this.shown = Collections.unmodifiableSet(places);
  }

  /**
   * What a number says.
   *
   * @param definition what is counted
   * @param proxy what it can stand for
   * @param weakness where it misleads
   */
  public record Meaning(String definition, String proxy, String weakness) {}

  /** What one types after {@code /vouch metric}, for instance {@code top-three}. */
  public String wire() {
    return wire(name());
  }

  /** What somebody typed, in the form of {@link #wire}. */
  public static String wire(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  /** The metric of that name or title, however it is written. */
  public static Optional<Metric> named(String typed) {
    String name = wire(typed);
    return Arrays.stream(values())
        .filter(metric -> metric.wire().equals(name) || wire(metric.title()).equals(name))
        .findFirst();
  }

  /** What it is called in a heading. */
  public String title() {
    return switch (this) {
      case ACTS -> "acts of advocacy";
      case ADVOCATES -> "distinct advocates";
      case ACCOUNTS -> "distinct accounts";
      case TOP_THREE -> "share of the top three";
      case WEIGHT -> "weight of acts";
      case REWARDS -> "rewards behind acts";
      case IMPACT -> "what nudges bring";
      case AFTER_OFFERS -> "acts after reward offers";
      case NEEDS -> "mentions that need an answer";
      case LIKES -> "likes, shares and reactions";
      case OPEN_NUDGES -> "open nudges";
      case IDLE_NUDGES -> "nudges that came to nothing";
      case MODEL_SCORE -> "score of the model";
      case CORRECTIONS_MET -> "corrections met";
      case HELD -> "what is on record";
      default -> wire().replace('-', ' ');
    };
  }

  public String unit() {
    return unit;
  }

  public Meaning meaning() {
    return meaning;
  }

  /** At least one place: a number that is shown nowhere needs no entry. */
  public Set<Place> shown() {
    return shown;
  }
}
