package dev.vouch.nudge.ranking;

import dev.vouch.advocate.Heard;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of something that was done for a person, by what they said in the month after. It
 * teaches what to suggest, and says nothing about the person.
 */
public final class Outcome {
  /** When one looks back on what was done. */
  public static final Duration AFTER = Duration.ofDays(30);

  private static final Set<Intent> WARM =
      EnumSet.of(Intent.PRAISE, Intent.ADVOCACY, Intent.AMPLIFICATION);
  private static final Set<Intent> COOL = EnumSet.of(Intent.COMPLAINT, Intent.WARNING);

  private Outcome() {}

  /**
   * Words of complaint outweigh warm ones; who said neither tells nothing.
   *
   * @param since when somebody set about it
   */
  public static Optional<Lesson> of(List<Heard> heard, Instant since) {
    List<Intent> after =
        heard.stream()
            .filter(one -> one.mention().at().isAfter(since))
            .filter(one -> !one.mention().at().isAfter(since.plus(AFTER)))
            .map(Heard::intent)
            .toList();
    if (after.stream().anyMatch(COOL::contains)) {
      return Optional.of(Lesson.DID_NO_GOOD);
    }
    return after.stream().anyMatch(WARM::contains)
        ? Optional.of(Lesson.DID_GOOD)
        : Optional.empty();
  }
}
