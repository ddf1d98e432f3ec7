package dev.vouch.advocate.standing;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.standing.LoyaltyRule.On;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How loyal a person is and why, as the evidence says it now.
 *
 * <p>Known weakness: what they say of staying or leaving is found by turns of phrase in the few
 * sentences that are kept, so much of it is missed.
 *
 * @param since null while nothing has moved it
 * @param rule the last one that moved or renewed it; null while none has
 * @param cause what that rule went by; null while there is none
 * @param changes what would change it
 */
public record PersonLoyalty(
    Loyalty loyalty,
    @Nullable Instant since,
    @Nullable LoyaltyRule rule,
    @Nullable Cause cause,
    List<Change> changes) {

  /** Who is still about a month after it was made good did not leave over it. */
  private static final Duration STILL_HERE = Duration.ofDays(30);

  public PersonLoyalty {
    changes = List.copyOf(changes);
  }

  private record Seen(On on, Instant at, Cause cause) {
    static Seen of(On on, Cause cause) {
      return new Seen(on, cause.at(), cause);
    }
  }

  /** What the evidence comes to, in whatever order it came in. */
  public static PersonLoyalty of(Evidence evidence) {
    PersonLoyalty now = new PersonLoyalty(Loyalty.UNKNOWN, null, null, null, List.of());
    for (Seen seen : timeline(evidence)) {
      now = now.moved(seen);
    }
    List<Change> changes = LoyaltyRule.leaving(now.loyalty);
    return new PersonLoyalty(now.loyalty, now.since, now.rule, now.cause, changes);
  }

  /** Why, in words that finish "because". */
  public String reason() {
    return rule == null ? "nothing they said or did tells" : rule.reason();
  }

  private PersonLoyalty moved(Seen seen) {
    Optional<LoyaltyRule> row = LoyaltyRule.of(loyalty, seen.on());
    return row.map(
            found ->
                new PersonLoyalty(
                    found.to(),
                    found.to() == loyalty ? since : seen.at(),
                    found,
                    seen.cause(),
                    List.of()))
        .orElse(this);
  }

  private static List<Seen> timeline(Evidence evidence) {
    List<Seen> all = new ArrayList<>();
    for (LedgerEntry renewal : evidence.account().entries(Kind.RENEWED)) {
      all.add(Seen.of(On.RENEWED, Cause.of(renewal)));
    }
    for (Recovery recovery : evidence.recoveries()) {
      stayed(recovery, evidence).ifPresent(all::add);
    }
    for (Heard one : evidence.heard()) {
      said(one).ifPresent(on -> all.add(Seen.of(on, Cause.of(one))));
    }
    evidence.acts().stream()
        .filter(act -> StayingWords.stay(act.evidence()))
        .map(act -> Seen.of(On.SAID_SO, Cause.of(act)))
        .filter(act -> all.stream().noneMatch(seen -> seen.cause().id().equals(act.cause().id())))
        .toList()
        .forEach(all::add);
    all.sort(
        Comparator.comparing(Seen::at)
            .thenComparing(Seen::on)
            .thenComparing(seen -> seen.cause().id()));
    return all;
  }

  private static Optional<On> said(Heard one) {
    if (one.abstained()) {
      return Optional.empty();
    }
    return switch (one.intent()) {
      case ADVOCACY, PRAISE ->
          StayingWords.stay(one.evidence()) ? Optional.of(On.SAID_SO) : Optional.empty();
      case COMPLAINT ->
          StayingWords.leave(one.evidence()) ? Optional.of(On.LEAVES) : Optional.empty();
      case WARNING -> Optional.of(StayingWords.leave(one.evidence()) ? On.LEAVES : On.WARNED);
      default -> Optional.empty();
    };
  }

  /** Only their own words show that they are still here: nobody leaves aloud and stays silent. */
  private static Optional<Seen> stayed(Recovery recovery, Evidence evidence) {
    Instant from =
        evidence.followUp(recovery).map(entry -> entry.from().plus(STILL_HERE)).orElse(Instant.MAX);
    return evidence.heard().stream()
        .filter(one -> !one.mention().at().isBefore(from))
        .filter(one -> one.intent() != Intent.COMPLAINT && one.intent() != Intent.WARNING)
        .min(
            Comparator.comparing((Heard one) -> one.mention().at())
                .thenComparing(one -> one.mention().toString()))
        .map(one -> Seen.of(On.STAYED, Cause.of(one)));
  }
}
