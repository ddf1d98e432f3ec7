package dev.vouch.advocate;

import dev.vouch.mention.Driver;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How much an act still weighs, in fresh organic acts: 1 on the day of an organic act, less with
 * age, and less from the start where we prompted it.
 *
 * <p>Known weakness: starting weights and half-lives are assumptions with reasons, not measured.
 * The order between them is what the product rests on, not the figures.
 */
public final class Decay {
  /** Conviction outlives a product cycle; after a year half of those who said it still would. */
  public static final Duration ORGANIC_HALF_LIFE = Duration.ofDays(365);

  /** Meant, but it took our word to be said: it is out of mind sooner. */
  public static final Duration NUDGED_HALF_LIFE = Duration.ofDays(180);

  /** What was said for a reward lasts about as long as a programme's season. */
  public static final Duration REWARDED_HALF_LIFE = Duration.ofDays(60);

  /**
   * Coolness and a unique selling proposition pass as soon as others catch up; values, community
   * and human touch do not. An act that rests on the passing ones alone lives half as long.
   */
  public static final double FLEETING_PART = 0.5;

  /** Others hear the same words, but the first step was ours. */
  public static final double NUDGED_START = 0.7;

  /** The more reward, the less authentic; readers who see the reward believe it less. */
  public static final double REWARDED_START = 0.3;

  /** A person whose transactional pattern a human confirmed: what they say counts a quarter. */
  public static final double CONFIRMED_PATTERN_PART = 0.25;

  /**
   * Who has a tie to us and keeps it to themselves counts half of one who says so: readers who find
   * out believe neither. 16 CFR 255.5 has such a connection disclosed because it might materially
   * affect the weight or credibility of what is said.
   */
  public static final double UNDISCLOSED_PART = 0.5;

  private static final Set<Driver> FLEETING =
      EnumSet.of(Driver.COOLNESS, Driver.UNIQUE_SELLING_PROPOSITION);

  private Decay() {}

  /** The weight of one act. An act that seems to lie in the future, as clocks differ, is fresh. */
  public static double weight(Duration age, Provenance provenance, Set<Driver> drivers) {
    double lives =
        Math.max(0, age.toSeconds()) / (double) halfLife(provenance, drivers).toSeconds();
    return start(provenance) * Math.pow(2, -lives);
  }

  /**
   * What all acts of one person weigh together.
   *
   * @param confirmed a human confirmed the person's transactional pattern
   */
  public static double weight(
      Collection<AdvocacyAct> acts, List<LedgerEntry> ledger, boolean confirmed, Instant now) {
    return Weighed.sum(Weighed.all(acts, ledger, confirmed, now));
  }

  /** After how long an act weighs half. */
  public static Duration halfLife(Provenance provenance, Set<Driver> drivers) {
    Duration full =
        switch (provenance) {
          case ORGANIC -> ORGANIC_HALF_LIFE;
          case NUDGED -> NUDGED_HALF_LIFE;
          case REWARDED -> REWARDED_HALF_LIFE;
        };
    return isFleeting(drivers)
        ? Duration.ofSeconds(Math.round(full.toSeconds() * FLEETING_PART))
        : full;
  }

  /** Whether it rests on drivers that pass, and on no other. */
  public static boolean isFleeting(Set<Driver> drivers) {
    return !drivers.isEmpty() && FLEETING.containsAll(drivers);
  }

  /** What an act weighs when it is fresh. */
  public static double start(Provenance provenance) {
    return switch (provenance) {
      case ORGANIC -> 1;
      case NUDGED -> NUDGED_START;
      case REWARDED -> REWARDED_START;
    };
  }
}
