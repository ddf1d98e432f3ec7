package dev.vouch.nudge.ask;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.ActKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ladder of what we ask for, from small to large: what it takes, what the person must have
 * agreed to, and how long it rests. Nothing larger is asked of somebody who has not gladly done
 * something of the next smaller size, unless they offered it themselves.
 *
 * <p>Topic and size tell a rung, which is how the ledger knows it.
 */
public enum Rung {
  SURVEY(
      "a short survey",
      "answer a few questions",
      Topic.FEEDBACK,
      Size.SMALL,
      60,
      null,
      "survey",
      "feedback"),
  QUOTE(
      "leave to quote them",
      "let us quote you",
      Topic.RECOGNITION,
      Size.SMALL,
      60,
      null,
      "quote",
      "recognition"),
  RATING("a rating", "leave a rating", Topic.REVIEWS, Size.SMALL, 90, null, "rating", "stars"),
  REVIEW(
      "a review",
      "write a review",
      Topic.REVIEWS,
      Size.MEDIUM,
      180,
      ActKind.REVIEW,
      "review",
      "reviews"),
  REFERENCE(
      "a call with a buyer",
      "speak with somebody who is choosing now",
      Topic.REFERENCES,
      Size.MEDIUM,
      90,
      ActKind.REFERENCE_CALL,
      "reference",
      "references",
      "reference_call"),
  CASE_STUDY(
      "a case study",
      "tell how it went for you in a case study",
      Topic.STORIES,
      Size.LARGE,
      365,
      ActKind.STORY,
      "case_study",
      "story",
      "stories"),
  TALK("a talk", "give a talk", Topic.TALKS, Size.LARGE, 180, ActKind.TALK, "talk", "talks"),
  BOARD(
      "a seat on the advisory board",
      "join our advisory board",
      Topic.FEEDBACK,
      Size.LARGE,
      365,
      null,
      "board",
      "advisory_board");

  private final String label;
  private final String request;
  private final Topic topic;
  private final Size size;
  private final Duration rest;
  private final @Nullable ActKind act;
  private final List<String> names;

  /**
   * @param restDays so long it is not asked of the same person again, whatever they said
   * @param act the kind of act with which somebody does or offers it by themselves
   */
  Rung(
      String label,
      String request,
      Topic topic,
      Size size,
      int restDays,
      @Nullable ActKind act,
      String... names) {
    this.label = label;
    this.request = request;
    this.topic = topic;
    this.size = size;
    this.rest = Duration.ofDays(restDays);
    this.act = act;
    this.names = List.of(names);
  }

  /** What it is, for our own people: {@code a review}. */
  public String label() {
    return label;
  }

  /** In words to the person that finish "would you": {@code write a review}. */
  public String request() {
    return request;
  }

  /** What the person must have agreed to be asked for. */
  public Topic topic() {
    return topic;
  }

  public Size size() {
    return size;
  }

  /** So long it is not asked of the same person again. */
  public Duration rest() {
    return rest;
  }

  /** The name used in commands, JSON and Redis, for instance {@code case_study}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rung of that name, or of the topic of that name. */
  public static Optional<Rung> named(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return Arrays.stream(values()).filter(rung -> rung.names.contains(name)).findFirst();
  }

  /** The rung of the same topic and that size, if there is one. */
  public Optional<Rung> sized(Size other) {
    return of(topic, other);
  }

  private static Optional<Rung> of(Topic topic, Size size) {
    return Arrays.stream(values())
        .filter(rung -> rung.topic == topic && rung.size == size)
        .findFirst();
  }

  /** What an ask of the ledger asked for; empty where it tells no topic of the ladder. */
  public static Optional<Rung> of(LedgerEntry ask) {
    Optional<Topic> topic = Optional.ofNullable(ask.note().about()).flatMap(Topic::named);
    return topic.flatMap(
        one ->
            Arrays.stream(values())
                .filter(rung -> rung.topic == one)
                .min(
                    Comparator.comparing(
                        rung -> Math.abs(rung.size.milliAsks() + ask.goodwill()))));
  }

  /** Whether something of the next smaller size was done gladly, or they offered it themselves. */
  boolean isEarned(Relationship person, Collection<AdvocacyAct> acts) {
    return size.smaller()
        .map(smaller -> hasDone(smaller, person) || hasDone(smaller, acts))
        .orElse(true);
  }

  private static boolean hasDone(Size least, Relationship person) {
    return person.entries(Kind.ASK).stream()
        .filter(ask -> ask.goodwill() <= -least.milliAsks())
        .anyMatch(ask -> person.has(ask.id(), Kind.ASK_DONE));
  }

  /** By themselves, and not for a reward: that they did it is more than that they would. */
  private boolean hasDone(Size least, Collection<AdvocacyAct> acts) {
    return acts.stream()
        .filter(one -> !one.incentivised())
        .flatMap(one -> Arrays.stream(values()).filter(rung -> rung.act == one.kind()))
        .anyMatch(rung -> rung == this || rung.size.compareTo(least) >= 0);
  }

  /** When it may be asked again of somebody who was asked for it; empty if they never were. */
  public Optional<Instant> restsUntil(Relationship person) {
    return Asking.counting(person)
        .filter(ask -> of(ask).filter(rung -> rung == this).isPresent())
        .map(ask -> ask.from().plus(rest))
        .max(Comparator.naturalOrder());
  }
}
