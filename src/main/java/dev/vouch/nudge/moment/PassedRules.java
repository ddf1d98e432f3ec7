package dev.vouch.nudge.moment;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The moments that arise from what has passed between us and a person, and from time alone. Nobody
 * looks at everybody in turn for them: each person is looked at when something was noted about
 * them, and then when {@link #next} says that time may have brought something.
 *
 * @param evidence all that is known of the person
 */
public record PassedRules(Evidence evidence, Instant now) {
  /** What happened longer ago is no reason to act now. */
  static final Duration RECENT = Duration.ofDays(14);

  /** So long we leave a question to ourselves before a peer is thought of. */
  public static final Duration UNANSWERED = Duration.ofHours(4);

  /** A question that old has been answered somewhere, or is not asked any more. */
  static final Duration ASKED_LATELY = Duration.ofDays(3);

  /** Longer than people are away. */
  public static final Duration SILENT = Duration.ofDays(60);

  /** Within so long the words must have been warm that make a silence one. */
  static final Duration WARM_WITHIN = Duration.ofDays(180);

  private static final int WARM = 2;
  private static final List<Integer> TIMES_HELPED = List.of(10, 25, 50, 100);
  private static final Set<Intent> WARM_INTENTS =
      EnumSet.of(Intent.ADVOCACY, Intent.PRAISE, Intent.AMPLIFICATION);
  private static final Set<Intent> COOL_INTENTS = EnumSet.of(Intent.COMPLAINT, Intent.WARNING);

  /** The moments that have arisen. */
  public List<Occasion> occasions() {
    return Stream.of(recovery(), year(), helped(), newMotivator(), question(), silence())
        .flatMap(Optional::stream)
        .toList();
  }

  /** When time alone may next bring one; empty where it cannot. */
  public Optional<Instant> next() {
    return Stream.of(nextQuestion(), nextSilence(), nextYear())
        .flatMap(Optional::stream)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  /** Whether what somebody changed between us and a person is a reason to look at them. */
  public static boolean bears(Relationship before, Relationship after) {
    if (isNew(Kind.ANSWER, before, after)) {
      return true;
    }
    boolean rests =
        !after.declined().equals(before.declined())
            || after.pause() != null && !after.pause().equals(before.pause());
    boolean learnt = !before.motivators().keySet().containsAll(after.motivators().keySet());
    return rests
        || learnt
        || isNew(Kind.FOLLOWED_UP, before, after)
        || isNew(Kind.RENEWED, before, after);
  }

  private static boolean isNew(Kind kind, Relationship before, Relationship after) {
    return after.entries(kind).size() > before.entries(kind).size();
  }

  /** Whether a moment still is one. */
  public static boolean stands(Occasion occasion, Acted acted, Evidence evidence) {
    return switch (occasion.moment()) {
      case RECOVERY -> evidence.openRecoveries().isEmpty();
      case MILESTONE -> !evidence.acts().isEmpty();
      case RENEWAL, NEW_MOTIVATOR -> true;
      case SILENCE ->
          evidence.heard().stream()
              .allMatch(one -> !one.mention().at().isAfter(lastWords(occasion)));
      case QUESTION ->
          SaidRules.stands(Moment.QUESTION, acted)
              && evidence.heard().stream().noneMatch(one -> isAnswered(one, occasion, evidence));
      default -> SaidRules.stands(occasion.moment(), acted);
    };
  }

  private static Instant lastWords(Occasion silence) {
    return silence.mention() == null ? silence.at() : silence.mention().at();
  }

  private static boolean isAnswered(Heard one, Occasion question, Evidence evidence) {
    return one.mention().equals(question.mention()) && isAnswered(one, evidence);
  }

  private static boolean isAnswered(Heard question, Evidence evidence) {
    return question.place().answer() != null
        || evidence.person().has(question.mention().toString(), Kind.ANSWER);
  }

  private Optional<Occasion> recovery() {
    if (!evidence.openRecoveries().isEmpty()) {
      return Optional.empty();
    }
    return evidence.person().entries(Kind.FOLLOWED_UP).stream()
        .filter(entry -> isRecent(entry.from()))
        .max(Comparator.comparing(LedgerEntry::from))
        .map(entry -> Occasion.passed(Moment.RECOVERY, entry.id(), entry.from(), noted(entry)));
  }

  private static List<String> noted(LedgerEntry entry) {
    String words = entry.note().words();
    return words == null ? List.of() : List.of(words);
  }

  private boolean isRecent(Instant at) {
    return !at.isAfter(now) && at.plus(RECENT).isAfter(now);
  }

  private Optional<AdvocacyAct> firstAct() {
    return evidence.acts().stream().min(Comparator.comparing(AdvocacyAct::at));
  }

  /** A year, or several, since they first spoke up for us. */
  private Optional<Occasion> year() {
    return firstAct()
        .filter(first -> yearsSince(first.at()) > 0)
        .filter(first -> isRecent(anniversary(first.at(), yearsSince(first.at()))))
        .map(
            first -> {
              int years = yearsSince(first.at());
              return Occasion.of(Moment.MILESTONE, first)
                  .named("year:%d:%s".formatted(years, first.mention()))
                  .arisen(anniversary(first.at(), years));
            });
  }

  private int yearsSince(Instant first) {
    int years = 0;
    while (!anniversary(first, years + 1).isAfter(now)) {
      years++;
    }
    return years;
  }

  private static Instant anniversary(Instant first, int years) {
    return ZonedDateTime.ofInstant(first, ZoneOffset.UTC).plusYears(years).toInstant();
  }

  private Optional<Instant> nextYear() {
    return firstAct().map(AdvocacyAct::at).map(first -> anniversary(first, yearsSince(first) + 1));
  }

  /** They have helped a peer for the tenth time, or a rounder one. */
  private Optional<Occasion> helped() {
    List<AdvocacyAct> helps =
        evidence.acts().stream()
            .filter(act -> act.kind() == ActKind.PEER_HELP)
            .sorted(Comparator.comparing(AdvocacyAct::at))
            .toList();
    return TIMES_HELPED.stream()
        .filter(times -> times <= helps.size())
        .max(Comparator.naturalOrder())
        .map(times -> helps.get(times - 1))
        .filter(act -> isRecent(act.at()))
        .map(act -> Occasion.of(Moment.MILESTONE, act).named("helped:" + act.mention()));
  }

  private Optional<Occasion> newMotivator() {
    Map<Motivator, Known> known = evidence.person().motivators();
    boolean warm = evidence.heard().stream().anyMatch(PassedRules::isWarm);
    return known.values().stream()
        .map(Known::at)
        .max(Comparator.naturalOrder())
        .filter(at -> isRecent(at) && (warm || !evidence.acts().isEmpty()))
        .map(at -> Occasion.passed(Moment.NEW_MOTIVATOR, noted(at), at, List.of()));
  }

  /**
   * An id that does not tell whose it is, so that nothing of them is left where they are erased.
   */
  private String noted(Instant at) {
    return "%d:%x".formatted(at.toEpochMilli(), evidence.person().with().id().hashCode());
  }

  private Stream<Heard> questions() {
    return evidence.heard().stream()
        .filter(one -> one.intent() == Intent.QUESTION && !one.abstained())
        .filter(one -> !isAnswered(one, evidence));
  }

  private Optional<Occasion> question() {
    return questions()
        .filter(one -> !one.mention().at().plus(UNANSWERED).isAfter(now))
        .filter(one -> one.mention().at().plus(ASKED_LATELY).isAfter(now))
        .max(Comparator.comparing(one -> one.mention().at()))
        .map(one -> Occasion.of(Moment.QUESTION, one));
  }

  private Optional<Instant> nextQuestion() {
    return questions()
        .map(one -> one.mention().at().plus(UNANSWERED))
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  private static boolean isWarm(Heard one) {
    return !one.abstained() && WARM_INTENTS.contains(one.intent());
  }

  /** The last that they said, if what they said before it makes a silence after it one. */
  private Optional<Heard> lastOfWarm() {
    Optional<Heard> last =
        evidence.heard().stream().max(Comparator.comparing(one -> one.mention().at()));
    return last.filter(one -> !COOL_INTENTS.contains(one.intent()))
        .filter(
            one -> {
              Instant since = one.mention().at().minus(WARM_WITHIN);
              return evidence.heard().stream()
                      .filter(PassedRules::isWarm)
                      .filter(warm -> warm.mention().at().isAfter(since))
                      .count()
                  >= WARM;
            });
  }

  /** Long silence is no news any more, and what we did meanwhile breaks none of theirs. */
  private Optional<Occasion> silence() {
    return lastOfWarm()
        .filter(last -> isRecent(last.mention().at().plus(SILENT)))
        .map(last -> Occasion.of(Moment.SILENCE, last).arisen(last.mention().at().plus(SILENT)));
  }

  private Optional<Instant> nextSilence() {
    return lastOfWarm().map(last -> last.mention().at().plus(SILENT));
  }
}
