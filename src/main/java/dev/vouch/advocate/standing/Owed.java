package dev.vouch.advocate.standing;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What we owe a person.
 *
 * @param recoveries what is to be made good, oldest first
 * @param promises that are not kept yet, the next due first
 * @param questions and suggestions of theirs that nobody has answered, oldest first
 */
public record Owed(List<Recovery> recoveries, List<LedgerEntry> promises, List<Heard> questions) {
  /** After two months an answer helps nobody any more. */
  private static final Duration STILL_WANTED = Duration.ofDays(60);

  public static Owed of(Evidence evidence, Instant now) {
    return new Owed(
        evidence.openRecoveries(),
        evidence.person().entries(Kind.PROMISE).stream()
            .filter(one -> !evidence.person().has(one.id(), Kind.PROMISE_KEPT))
            .sorted(Comparator.comparing(Owed::due))
            .toList(),
        evidence.heard().stream()
            .filter(one -> Neglect.isUnanswered(one, evidence.person()))
            .filter(one -> one.mention().at().plus(STILL_WANTED).isAfter(now))
            .sorted(Comparator.comparing(one -> one.mention().at()))
            .toList());
  }

  private static Instant due(LedgerEntry promise) {
    return Objects.requireNonNullElse(promise.until(), Instant.MAX);
  }

  public boolean isNothing() {
    return recoveries.isEmpty() && promises.isEmpty() && questions.isEmpty();
  }
}
