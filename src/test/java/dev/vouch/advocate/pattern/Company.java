package dev.vouch.advocate.pattern;

import static dev.vouch.advocate.Acts.day;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.pattern.Persona.Kind;
import dev.vouch.mention.ActKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The company around a simulated person: its campaigns, asks and gifts. It is drawn alike for
 * whoever lives in it, so that many campaigns are no sign of anything by themselves.
 *
 * @param offers all that were made
 * @param ledger what we know of: nearly all offers, and what else passed
 * @param conferences days on which one begins
 */
record Company(List<LedgerEntry> offers, List<LedgerEntry> ledger, List<Integer> conferences) {
  /** A department runs a campaign of its own and tells nobody. */
  private static final double UNKNOWN_TO_US = 0.05;

  private static final int SEASON = 120;

  /** How often campaigns come: days between them and days that they last. */
  private enum Pace {
    RARE(120, 300, 7, 30),
    REGULAR(40, 110, 10, 35),
    CEASELESS(5, 30, 14, 45);

    final int[] gap;
    final int[] length;

    Pace(int shortestGap, int longestGap, int shortest, int longest) {
      gap = new int[] {shortestGap, longestGap};
      length = new int[] {shortest, longest};
    }
  }

  static Company of(Kind kind, int days, SplittableRandom random) {
    Company company = new Company(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    company.campaigns(pace(kind, random), days, random);
    boolean referrals = kind == Kind.REFERRAL_MEMBER || kind == Kind.REFERRAL_FARMER;
    if (referrals || random.nextDouble() < 0.2) {
      int joined = random.nextInt(0, days / 2);
      company.offer(
          LedgerEntry.offer("programme", day(joined), null, Set.of(ActKind.REFERRAL)), random);
    }
    for (int i = random.nextInt(0, 6); i > 0; i--) {
      company.moment("a" + i, LedgerEntry.Kind.ASK, days, random);
    }
    if (kind == Kind.THANKS_FOR_A_GIFT || random.nextDouble() < 0.2) {
      company.moment("gift", LedgerEntry.Kind.DELIGHT, days, random);
    }
    // That is also when companies like to run a campaign.
    for (int at = random.nextInt(0, SEASON); at < days; at += SEASON) {
      company.conferences.add(at);
      if (random.nextDouble() < 0.3) {
        company.offer(LedgerEntry.offer("s" + at, day(at), day(at + 20), Set.of()), random);
      }
    }
    return company;
  }

  private static Pace pace(Kind kind, SplittableRandom random) {
    if (kind == Kind.AMONG_CEASELESS_CAMPAIGNS) {
      return Pace.CEASELESS;
    }
    double one = random.nextDouble();
    return one < 0.3 ? Pace.RARE : one < 0.7 ? Pace.REGULAR : Pace.CEASELESS;
  }

  private void campaigns(Pace pace, int days, SplittableRandom random) {
    int at = random.nextInt(0, pace.gap[1]);
    while (at < days) {
      int end = at + random.nextInt(pace.length[0], pace.length[1]);
      offer(LedgerEntry.offer("c" + at, day(at), day(end), Set.of()), random);
      at = end + random.nextInt(pace.gap[0], pace.gap[1]);
    }
  }

  private void offer(LedgerEntry offer, SplittableRandom random) {
    offers.add(offer);
    if (random.nextDouble() >= UNKNOWN_TO_US) {
      ledger.add(offer);
    }
  }

  private void moment(String id, LedgerEntry.Kind kind, int days, SplittableRandom random) {
    ledger.add(LedgerEntry.moment(id, kind, day(random.nextInt(0, days))));
  }

  /** Whether something is offered for acts of that kind, or for any kind where it is null. */
  boolean isOffered(double day, @Nullable ActKind kind) {
    return offers.stream()
        .filter(offer -> kind == null || offer.pays(kind))
        .anyMatch(offer -> offer.reaches(day(day), Duration.ZERO));
  }

  boolean isConference(int day) {
    return conferences.stream().anyMatch(at -> day >= at && day < at + 20);
  }

  boolean isJustAfter(LedgerEntry.Kind kind, int day, int days) {
    return ledger.stream()
        .filter(entry -> entry.kind() == kind)
        .anyMatch(
            entry -> !day(day).isBefore(entry.from()) && day(day - days).isBefore(entry.from()));
  }
}
