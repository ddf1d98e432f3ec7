package dev.vouch.advocate.relationship;

import dev.vouch.advocate.Heard;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a person spoke of late and before that, by what their mentions were.
 *
 * @param late counts of the last {@link #SPAN}
 * @param before counts of the same time before
 */
public record Trend(Map<Intent, Integer> late, Map<Intent, Integer> before) {
  /** Long enough that a quiet person has said something in it. */
  public static final Duration SPAN = Duration.ofDays(90);

  /** What we were not sure of, and what says nothing of us, is left out. */
  public static Trend of(Collection<Heard> heard, Instant now) {
    Map<Intent, Integer> late = new EnumMap<>(Intent.class);
    Map<Intent, Integer> before = new EnumMap<>(Intent.class);
    for (Heard one : heard) {
      Instant at = one.mention().at();
      if (one.abstained()
          || one.intent() == Intent.NEUTRAL
          || at.isBefore(now.minus(SPAN.multipliedBy(2)))) {
        continue;
      }
      (at.isBefore(now.minus(SPAN)) ? before : late).merge(one.intent(), 1, Integer::sum);
    }
    return new Trend(late, before);
  }

  /** In one sentence. */
  public String sentence() {
    return "In the last %d days: %s; in the %d days before: %s."
        .formatted(SPAN.toDays(), told(late), SPAN.toDays(), told(before));
  }

  private static String told(Map<Intent, Integer> counts) {
    return counts.isEmpty()
        ? "nothing"
        : counts.entrySet().stream()
            .map(one -> one.getKey().wire().replace('_', ' ') + " " + one.getValue())
            .collect(Collectors.joining(", "));
  }
}
