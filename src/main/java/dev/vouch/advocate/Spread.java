package dev.vouch.advocate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Over how many people and accounts the acts of a workspace are spread; acts that do not count with
 * those of others, by what whoever spoke is to us, are left out.
 *
 * @param ever all acts that stand
 * @param lately those said in the last {@link #DAYS} UTC days, today among them
 * @param busiest the three with most acts lately, most first; fewer where fewer acted
 */
public record Spread(Circle ever, Circle lately, List<Share> busiest) {
  /** A quarter: long enough for those who speak up seldom, short enough to see a change. */
  public static final int DAYS = 90;

  /** Nobody has acted. */
  public static final Spread NONE = new Spread(Circle.NONE, Circle.NONE, List.of());

  public Spread {
    busiest = List.copyOf(busiest);
  }

  /** The first day of those that count as lately. */
  public static LocalDate since(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1L);
  }

  /**
   * Who acts came from. An account is counted while somebody who belongs to it now has an act.
   *
   * @param ofTopThree how many of the acts are of the three people with most of them
   */
  public record Circle(long acts, long people, long accounts, long ofTopThree) {
    public static final Circle NONE = new Circle(0, 0, 0, 0);

    /** The share of the top three, 0 to 1. */
    public double topThree() {
      return acts == 0 ? 0 : (double) ofTopThree / acts;
    }
  }

  /** How many of the acts lately are a person's. */
  public record Share(Contact person, long acts) {}
}
