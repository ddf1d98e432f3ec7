package dev.vouch.digest;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Spread;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What one day brought, ordered as it must be shown: what customers need first, then what they
 * gave.
 *
 * @param day the day it is dated, in {@code zone}
 * @param from start of the time it covers, inclusive
 * @param to end of it, exclusive
 * @param needs complaints, warnings and questions, newest first: somebody should answer
 * @param wishes suggestions, newest first
 * @param acts acts of advocacy, newest first
 * @param praised praise, newest first: pass it on to whoever earned it
 * @param totals how many of each there were, also where the lists are cut
 * @param openNudges how many nudges wait for an answer
 * @param days the last 14 days, oldest first, for the chart
 * @param spread over how many people and accounts acts are spread
 */
public record Digest(
    LocalDate day,
    ZoneId zone,
    Instant from,
    Instant to,
    List<Entry> needs,
    List<Entry> wishes,
    List<Entry> acts,
    List<Entry> praised,
    Totals totals,
    int openNudges,
    List<DayCount> days,
    Spread spread) {

  public Digest {
    needs = List.copyOf(needs);
    wishes = List.copyOf(wishes);
    acts = List.copyOf(acts);
    praised = List.copyOf(praised);
    days = List.copyOf(days);
  }

  /** The digest of a workspace where nobody has ever advocated. */
  public Digest(
      LocalDate day,
      ZoneId zone,
      Instant from,
      Instant to,
      List<Entry> needs,
      List<Entry> wishes,
      List<Entry> acts,
      List<Entry> praised,
      Totals totals,
      int openNudges,
      List<DayCount> days) {
    this(day, zone, from, to, needs, wishes, acts, praised, totals, openNudges, days, Spread.NONE);
  }

  /** The same with that spread. */
  public Digest with(Spread other) {
    return new Digest(
        day, zone, from, to, needs, wishes, acts, praised, totals, openNudges, days, other);
  }

  /** One mention and who it came from. */
  public record Entry(Heard heard, String personName, String accountName) {}

  /** Counts of the time covered. Likes are shares, "+1"s and reactions; never added to advocacy. */
  public record Totals(
      long complaints, long questions, long suggestions, long advocacy, long praise, long likes) {}

  /** One day of the chart: two counts that are never added up. */
  public record DayCount(LocalDate day, long advocacy, long likes) {}

  /** Whether nothing at all was heard. */
  public boolean isQuiet() {
    return needs.isEmpty()
        && wishes.isEmpty()
        && acts.isEmpty()
        && praised.isEmpty()
        && totals.likes() == 0;
  }
}
