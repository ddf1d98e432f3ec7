package dev.vouch.nudge.gift;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be given to whom, in one line of a policy.
 *
 * @param countries two letters each; empty for all
 * @param deciders whether it is for those who decide about a purchase alone
 */
public record GiftRule(
    String id,
    Set<String> countries,
    Set<Sector> sectors,
    boolean deciders,
    Limits limits,
    Grounds grounds) {

  public GiftRule {
    countries = Set.copyOf(countries);
    sectors = Set.copyOf(sectors);
  }

  /**
   * How much, all in one currency.
   *
   * @param perGift nothing where no gift may be given at all
   * @param approveAbove whatever is worth more needs an approver
   */
  public record Limits(
      Money perGift, Money perPersonYear, Money perAccountYear, Money approveAbove) {
    /** Whether no gift may be given at all. */
    public boolean forbid() {
      return perGift.isNothing();
    }
  }

  /**
   * What it rests on.
   *
   * @param why in a sentence
   * @param sources laws, codes and notices
   * @param checked on which day somebody last read them; null where nobody has
   */
  public record Grounds(String why, List<String> sources, @Nullable String checked) {
    public Grounds {
      sources = List.copyOf(sources);
    }
  }

  boolean fits(String country, Sector sector, boolean decider) {
    return (countries.isEmpty() || countries.contains(country))
        && sectors.contains(sector)
        && (decider || !deciders);
  }
}
