package dev.vouch.nudge.ranking;

import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.etiquette.Budget;
import dev.vouch.nudge.etiquette.QuietHours;
import dev.vouch.nudge.moment.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The few suggestions a day that one of our own people gets, best first: whether one of them may go
 * now, and when to look at it again if not. Pure.
 *
 * @param budget how many they get a day
 * @param now in their own zone
 */
public record Shortlist(Budget budget, QuietHours quiet, ZonedDateTime now) {
  private static final Set<Reason> FOR_THE_READER =
      EnumSet.of(
          Reason.SNOOZED,
          Reason.NOT_ANSWERED,
          Reason.DO_NOT_DISTURB,
          Reason.BETTER_FIRST,
          Reason.ENOUGH_FOR_NOW,
          Reason.QUIET_HOURS);

  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  /** What comes before is decided within minutes: either it goes, or its place is free again. */
  private static final Duration SOON = Duration.ofMinutes(5);

  /** Until when a nudge must wait, and why; empty where it may go now. */
  public Optional<Hold> refrain(Nudge nudge, Reader reader) {
    return refrain(nudge.id(), reader).or(() -> refrainForOthers(nudge, reader));
  }

  private Optional<Hold> refrainForOthers(Nudge nudge, Reader reader) {
    int room = budget.most() - reader.taken().size();
    return isUrgent(nudge) || hasItsPart(nudge.id(), reader) || isAmong(room, nudge, reader)
        ? Optional.empty()
        : Optional.of(new Hold(now.toInstant().plus(SOON), Reason.BETTER_FIRST));
  }

  /** The same for any message, whatever else waits. */
  public Optional<Hold> refrain(String message, Reader reader) {
    Instant moment = now.toInstant();
    Instant open = quiet.over(now);
    if (open.isAfter(moment)) {
      return Optional.of(new Hold(open, Reason.QUIET_HOURS));
    }
    if (reader.manners().isSnoozed(moment)) {
      return Optional.of(new Hold(snoozeOver(reader), Reason.SNOOZED));
    }
    if (reader.manners().isStopped()) {
      return Optional.of(new Hold(quiet.over(now.plus(LOOK_AGAIN)), Reason.NOT_ANSWERED));
    }
    boolean full = reader.taken().size() >= budget.most() && !hasItsPart(message, reader);
    return full ? Optional.of(full(reader)) : Optional.empty();
  }

  private static boolean hasItsPart(String message, Reader reader) {
    return reader.given().stream().anyMatch(one -> one.id().equals(message));
  }

  private Instant snoozeOver(Reader reader) {
    Instant until = Objects.requireNonNull(reader.manners().snoozed());
    return quiet.over(until.atZone(now.getZone()));
  }

  /** They have had enough; it comes up again when there is room. */
  public Hold full(Reader reader) {
    return new Hold(budget.room(reader.taken(), now, quiet), Reason.ENOUGH_FOR_NOW);
  }

  /** What waits in the order in which they get it. */
  public List<Place> order(Reader reader) {
    List<Candidate> given = reader.given().stream().map(Candidate::of).toList();
    List<Candidate> waiting =
        reader.waiting().stream().filter(one -> !isUrgent(one)).map(Candidate::of).toList();
    return ranking(reader).order(given, waiting);
  }

  private Ranking ranking(Reader reader) {
    return new Ranking(reader.preferences(), budget.most(), now.toLocalDate().toString());
  }

  private boolean isAmong(int room, Nudge nudge, Reader reader) {
    boolean known = reader.waiting().stream().anyMatch(one -> one.id().equals(nudge.id()));
    List<Nudge> all =
        known
            ? reader.waiting()
            : Stream.concat(reader.waiting().stream(), Stream.of(nudge)).toList();
    return order(reader.with(all)).stream()
        .limit(room)
        .anyMatch(place -> place.candidate().id().equals(nudge.id()));
  }

  /**
   * What would be worth less tomorrow, or only tells somebody something, does not wait behind
   * suggestions.
   */
  static boolean isUrgent(Nudge nudge) {
    boolean underAttack = nudge.moment() == Moment.DEFENCE && nudge.kind() != NudgeKind.DELIGHT;
    return nudge.kind().isQuiet() || nudge.kind().isUrgent() || underAttack;
  }

  /** Whether a nudge waits for nothing but the right time to tell whoever it is for. */
  public static boolean isHeldBack(Nudge nudge) {
    return FOR_THE_READER.stream().anyMatch(reason -> reason.sentence().equals(nudge.reason()));
  }
}
