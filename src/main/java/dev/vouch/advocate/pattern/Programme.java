package dev.vouch.advocate.pattern;

import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.pattern.History.Act;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What rewards bring a company: how many acts come after a reward was offered, how that changes,
 * and what a specific organic act costs. It speaks of the programme, never of a person.
 *
 * @param months oldest first, without a gap
 * @param spent what was given out as rewards in these months
 */
public record Programme(List<Month> months, Spent spent) {
  /** Few acts fall into a month, so that three are held against the three before. */
  private static final int SEASON = 3;

  /**
   * One month, in UTC.
   *
   * @param afterOffer acts while a reward was offered, or put down to it, of all
   * @param specificOrganic acts that nothing of ours prompted and that name something in particular
   */
  public record Month(YearMonth month, Share afterOffer, int specificOrganic) {}

  /** Whether rewards prompt a growing part of the acts. */
  public enum Direction {
    RISING,
    FALLING,
    /** The range of the difference holds 0. */
    UNCLEAR
  }

  /** The last three months, held against the three before. */
  public record Trend(Direction direction, Share lately, Share before, Share.Difference by) {}

  public Programme {
    months = List.copyOf(months);
  }

  /** That of the months that end with {@code last}; acts outside them do not count. */
  public static Programme of(Collection<Act> acts, Spent spent, YearMonth last, int months) {
    Map<YearMonth, List<Act>> byMonth = new TreeMap<>();
    for (Act act : acts) {
      YearMonth month = YearMonth.from(act.at().atZone(ZoneOffset.UTC));
      byMonth.merge(month, List.of(act), Programme::both);
    }
    return new Programme(
        IntStream.rangeClosed(1, months)
            .mapToObj(i -> last.minusMonths(months - i))
            .map(month -> month(month, byMonth.getOrDefault(month, List.of())))
            .toList(),
        spent);
  }

  private static List<Act> both(List<Act> some, List<Act> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Month month(YearMonth month, List<Act> acts) {
    long offered = acts.stream().filter(act -> act.is(Rule.OFFER)).count();
    long specific = acts.stream().filter(Programme::isSpecificOrganic).count();
    return new Month(month, new Share(offered, acts.size()), (int) specific);
  }

  private static boolean isSpecificOrganic(Act act) {
    return act.specific() && act.ruling().provenance() == Provenance.ORGANIC;
  }

  /** Acts after an offer of all acts. */
  public Share afterOffer() {
    return sum(months);
  }

  public int specificOrganic() {
    return months.stream().mapToInt(Month::specificOrganic).sum();
  }

  public Trend trend() {
    int size = months.size();
    Share lately = sum(months.subList(Math.max(0, size - SEASON), size));
    Share before = sum(months.subList(Math.max(0, size - 2 * SEASON), Math.max(0, size - SEASON)));
    Share.Difference by = lately.above(before);
    Direction direction =
        by.low() > 0 ? Direction.RISING : by.high() < 0 ? Direction.FALLING : Direction.UNCLEAR;
    return new Trend(direction, lately, before, by);
  }

  /**
   * What was given out for each specific organic act, by currency: what rewards cost beside what
   * comes without them. Empty where no amount is known or there is no such act.
   */
  public Map<String, BigDecimal> costPerSpecificOrganic() {
    Map<String, BigDecimal> each = new TreeMap<>();
    if (specificOrganic() > 0) {
      spent
          .known()
          .forEach(
              (currency, amount) ->
                  each.put(
                      currency,
                      amount.divide(
                          BigDecimal.valueOf(specificOrganic()), 2, RoundingMode.HALF_UP)));
    }
    return each;
  }

  private static Share sum(List<Month> months) {
    return months.stream().map(Month::afterOffer).reduce(new Share(0, 0), Share::plus);
  }
}
