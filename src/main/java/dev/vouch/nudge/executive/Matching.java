package dev.vouch.nudge.executive;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.nudge.executive.Point.Kind;
import dev.vouch.nudge.executive.Windows.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/**
 * Which of our executives suit a person, the best first, each with what speaks for and against
 * them, and who was left out and why. The account's sponsor comes first. Among the others nobody is
 * chosen again and again: whoever had more introductions lately comes later.
 */
public record Matching(List<Match> ranked, List<LeftOut> leftOut) {
  /** The same two people are not introduced to each other again within half a year. */
  public static final Duration NOT_AGAIN_WITHIN = Duration.ofDays(180);

  /** Whose turn it is goes by the introductions of three months. */
  public static final Duration LATELY = Duration.ofDays(90);

  private static final int MOST_TOPICS = 2;
  private static final int MOST_BUSIER = 3;
  private static final Duration HALF_A_DAY = Duration.ofHours(4);
  private static final Duration LITTLE = Duration.ofHours(1);
  private static final Set<Motivator> AHEAD = Set.of(Motivator.ACCESS, Motivator.INFLUENCE);

  public Matching {
    ranked = List.copyOf(ranked);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Who is to be introduced.
   *
   * @param words of theirs that decided in what they said, and what else names what they do
   * @param title what they do at their account
   */
  public record Person(
      String id,
      @Nullable Account account,
      List<String> words,
      Set<Motivator> motivators,
      @Nullable String title,
      Tongue tongue) {
    public Person {
      words = List.copyOf(words);
      motivators = Set.copyOf(motivators);
    }

    @Nullable String sponsor() {
      return account == null ? null : account.sponsor();
    }

    Optional<ZoneId> zone() {
      String zone = tongue.zone();
      return zone != null && ZoneId.getAvailableZoneIds().contains(zone)
          ? Optional.of(ZoneId.of(zone))
          : Optional.empty();
    }
  }

  /**
   * An executive as things are now.
   *
   * @param zone null where Slack tells none
   * @param isHere whether Slack knows them as one of our own people
   * @param left how many introductions they can still take this month
   * @param lately how many they had in the last three months
   * @param met when they were last introduced to this person, or declined it; null if never
   */
  public record Candidate(
      Executive executive,
      @Nullable ZoneId zone,
      boolean isHere,
      int left,
      int lately,
      @Nullable Instant met) {}

  /** An executive who could do it. */
  public record Match(Executive executive, List<Point> points, int lately, int left) {
    public Match {
      points = List.copyOf(points);
    }

    private int weight() {
      return points.stream().mapToInt(Point::weight).sum();
    }

    /** What speaks for them, in words. */
    public List<String> why() {
      return points.stream().filter(Point::isFor).map(Point::words).toList();
    }

    /** What speaks against them, in words. */
    public List<String> against() {
      return points.stream().filter(point -> !point.isFor()).map(Point::words).distinct().toList();
    }
  }

  /** An executive who cannot do it now. */
  public record LeftOut(String executive, Why why) {}

  /** Why somebody cannot. */
  public enum Why {
    GONE("is not with us any more, by what Slack says"),
    PAUSED("takes no introductions for now"),
    NO_CAPACITY("has no introduction left this month"),
    MET_LATELY("was introduced to them, or declined it, less than half a year ago"),
    NOT_ON_ROSTER("sponsors their account but is not on the roster (`/vouch exec @person add`)");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** In words that follow a name. */
    public String words() {
      return words;
    }
  }

  public static Matching of(Person person, List<Candidate> roster, Instant now) {
    List<LeftOut> leftOut = new ArrayList<>();
    List<Candidate> able = new ArrayList<>();
    for (Candidate one : roster) {
      Optional<Why> why = whyNot(one, now);
      why.ifPresent(reason -> leftOut.add(new LeftOut(one.executive().person(), reason)));
      if (why.isEmpty()) {
        able.add(one);
      }
    }
    String sponsor = person.sponsor();
    if (sponsor != null
        && roster.stream().noneMatch(one -> one.executive().person().equals(sponsor))) {
      leftOut.add(new LeftOut(sponsor, Why.NOT_ON_ROSTER));
    }
    int fewest = able.stream().mapToInt(Candidate::lately).min().orElse(0);
    List<Match> ranked =
        able.stream()
            .map(one -> match(one, person, fewest, now))
            .sorted(
                Comparator.comparingInt(Match::weight)
                    .reversed()
                    .thenComparingInt(Match::lately)
                    .thenComparing(one -> one.executive().person()))
            .toList();
    return new Matching(ranked, leftOut);
  }

  private static Optional<Why> whyNot(Candidate one, Instant now) {
    ZoneId zone = one.zone() == null ? ZoneOffset.UTC : one.zone();
    if (!one.isHere()) {
      return Optional.of(Why.GONE);
    }
    if (one.executive().isPaused(LocalDate.ofInstant(now, zone))) {
      return Optional.of(Why.PAUSED);
    }
    if (one.met() != null && one.met().plus(NOT_AGAIN_WITHIN).isAfter(now)) {
      return Optional.of(Why.MET_LATELY);
    }
    return one.left() <= 0 ? Optional.of(Why.NO_CAPACITY) : Optional.empty();
  }

  private static Match match(Candidate one, Person person, int fewest, Instant now) {
    List<Point> points = new ArrayList<>();
    if (one.executive().person().equals(person.sponsor())) {
      points.add(new Point(Kind.SPONSOR));
    }
    points.addAll(topics(one.executive(), person));
    points.addAll(rank(one.executive(), person));
    hours(one, person, now).ifPresent(points::add);
    language(one.executive(), person).ifPresent(points::add);
    for (int i = 0; i < Math.min(MOST_BUSIER, one.lately() - fewest); i++) {
      points.add(new Point(Kind.BUSIER));
    }
    return new Match(one.executive(), points, one.lately(), one.left());
  }

  private static List<Point> topics(Executive executive, Person person) {
    List<Set<String>> said = person.words().stream().map(Matching::stems).toList();
    List<Point> known =
        executive.topics().stream()
            .filter(topic -> said.stream().anyMatch(words -> words.containsAll(stems(topic))))
            .limit(MOST_TOPICS)
            .map(topic -> new Point(Kind.TOPIC, topic))
            .toList();
    boolean noneOfSome = known.isEmpty() && !executive.topics().isEmpty();
    return noneOfSome ? List.of(new Point(Kind.NO_TOPIC)) : known;
  }

  /** The words of a text without their endings, so that prices are about pricing. */
  private static Set<String> stems(String text) {
    PorterStemmer stemmer = new PorterStemmer();
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .map(stemmer::stem)
        .collect(Collectors.toSet());
  }

  private static List<Point> rank(Executive executive, Person person) {
    Seniority ours = executive.seniority();
    if (ours == null) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    Optional<Seniority> theirs = Seniority.ofTitle(person.title());
    if (theirs.isPresent() && theirs.get() == ours) {
      points.add(new Point(Kind.RANK));
    } else if (theirs.isPresent() && theirs.get().compareTo(ours) < 0) {
      points.add(new Point(Kind.LESS_SENIOR));
    }
    if (ours == Seniority.CHIEF && person.motivators().stream().anyMatch(AHEAD::contains)) {
      points.add(new Point(Kind.CLOSE_TO_WHAT_COMES));
    }
    Account account = person.account();
    if (ours == Seniority.CHIEF && account != null && account.tier() == Tier.MARQUEE) {
      points.add(new Point(Kind.MOST_SENIOR));
    }
    return points;
  }

  private static Optional<Point> hours(Candidate one, Person person, Instant now) {
    ZoneId ours = one.zone();
    if (ours == null || person.zone().isEmpty()) {
      return Optional.empty();
    }
    Duration shared = Windows.overlap(ours, person.zone().get(), Hours.USUAL, now);
    if (shared.compareTo(HALF_A_DAY) >= 0) {
      return Optional.of(new Point(Kind.HOURS));
    }
    return shared.compareTo(LITTLE) <= 0
        ? Optional.of(new Point(Kind.FEW_HOURS))
        : Optional.empty();
  }

  private static Optional<Point> language(Executive executive, Person person) {
    String tag = person.tongue().language();
    if (tag == null || executive.languages().isEmpty()) {
      return Optional.empty();
    }
    Locale theirs = Locale.forLanguageTag(tag);
    boolean shared =
        executive.languages().stream()
            .anyMatch(one -> Locale.forLanguageTag(one).getLanguage().equals(theirs.getLanguage()));
    return Optional.of(
        new Point(
            shared ? Kind.LANGUAGE : Kind.NO_LANGUAGE, theirs.getDisplayLanguage(Locale.ENGLISH)));
  }
}
