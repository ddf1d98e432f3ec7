package dev.vouch.advocate.pattern;

import static dev.vouch.advocate.Acts.day;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Windows;
import dev.vouch.advocate.pattern.Persona.Kind;
import dev.vouch.advocate.pattern.Persona.Range;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays the life of one person day by day: campaigns and asks come, the person acts, and we read
 * what they say with the faults of a reader.
 *
 * <p>Weak points: people are independent of each other, so no scandal, no crowd and no script that
 * several share; acts within a day are independent; rates and ranges are our judgement, since
 * nobody has published histories with the truth beside them; rewards that the ledger does not know
 * of are not played (nothing but a person's words could show them); a reader's faults are as likely
 * in one person's words as in another's.
 */
final class Simulation {
  /** How often a reader takes specific for vague or back, misses a reward, or sees one too many. */
  private static final double MISREAD = 0.12;

  private static final double SEES_REWARD = 0.8;
  private static final double SEES_REWARD_IN_VAIN = 0.02;
  private static final int WORDS = 400;

  private static final ActKind[] USUAL = {
    ActKind.RECOMMENDATION,
    ActKind.RECOMMENDATION,
    ActKind.REVIEW,
    ActKind.PEER_HELP,
    ActKind.REFERRAL,
    ActKind.DEFENCE,
    ActKind.STORY
  };

  private final SplittableRandom random;
  private final Persona persona;
  private final int days;
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final List<History.Act> read = new ArrayList<>();
  private final List<String> seeking = new ArrayList<>();
  private final List<Double> seasons = new ArrayList<>();
  private int lastDay;

  private Simulation(Persona persona, long seed) {
    this.persona = persona;
    this.random = new SplittableRandom(seed);
    this.days = random.nextInt(240, 720);
  }

  /** The history of one person of that kind. */
  static History of(Kind kind, long seed) {
    return new Simulation(Persona.of(kind), seed * 31 + kind.ordinal()).play();
  }

  private double drawn(Range range) {
    return range.low() + random.nextDouble() * (range.high() - range.low());
  }

  private boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  private History play() {
    lastDay = days;
    offerAndAsk();
    Character character =
        new Character(
            drawn(persona.perMonth()) / 30,
            drawn(persona.inOffer()),
            drawn(persona.whenAsked()),
            drawn(persona.vague()),
            drawn(persona.codeInOffer()),
            drawn(persona.seeking()),
            drawn(persona.copies()));
    for (int day = 0; day < lastDay; day++) {
      live(day, character);
    }
    return new History(read, seeking, ledger, day(0), day(days));
  }

  /** One person's own figures, in the order and with the meaning of the persona's. */
  private record Character(
      double perDay,
      double inOffer,
      double whenAsked,
      double vague,
      double code,
      double seeking,
      double copies) {}

  private void offerAndAsk() {
    boolean referrals =
        persona.kind() == Kind.REFERRAL_MEMBER || persona.kind() == Kind.REFERRAL_FARMER;
    if (referrals) {
      int joined = random.nextInt(0, days / 2);
      ledger.add(LedgerEntry.offer("programme", day(joined), null, Set.of(ActKind.REFERRAL)));
    }
    int campaigns =
        persona.kind().organic ? random.nextInt(0, 6) : random.nextInt(referrals ? 0 : 2, 6);
    for (int i = 0; i < campaigns; i++) {
      int from = random.nextInt(0, days - 30);
      ledger.add(
          LedgerEntry.offer("c" + i, day(from), day(from + random.nextInt(5, 40)), Set.of()));
      if (persona.kind() == Kind.LEFT_AFTER_A_CAMPAIGN && i == 0 && from > days / 3) {
        lastDay = Math.min(days, from + random.nextInt(10, 60));
      }
    }
    for (int i = random.nextInt(0, 6); i > 0; i--) {
      ledger.add(LedgerEntry.moment("a" + i, LedgerEntry.Kind.ASK, day(random.nextInt(0, days))));
    }
    if (persona.kind() == Kind.ONE_GIFT) {
      ledger.add(LedgerEntry.moment("g", LedgerEntry.Kind.DELIGHT, day(random.nextInt(0, days))));
    }
    // A conference a season: that is also when companies like to run a campaign.
    for (int at = random.nextInt(0, 120); at < days; at += 120) {
      seasons.add((double) at);
      if (persona.kind() == Kind.SEASONAL && happens(0.3)) {
        ledger.add(LedgerEntry.offer("s" + at, day(at), day(at + 20), Set.of()));
      }
    }
  }

  private void live(int day, Character character) {
    double rate = character.perDay() * season(day) * gratitude(day);
    ActKind kind = USUAL[random.nextInt(USUAL.length)];
    if (offered(day, null)) {
      rate *= character.inOffer();
      kind = paidKind(day, kind, character.inOffer());
    }
    for (int i = poisson(rate); i > 0; i--) {
      act(day + random.nextDouble(), kind, character);
    }
    for (LedgerEntry entry : ledger) {
      if (entry.kind() == LedgerEntry.Kind.ASK
          && entry.from().equals(day(day))
          && happens(character.whenAsked())) {
        act(day + random.nextDouble() * 10, kind, character);
      }
    }
  }

  private double season(int day) {
    if (persona.kind() != Kind.SEASONAL) {
      return 1;
    }
    return seasons.stream().anyMatch(at -> day >= at && day < at + 20) ? 4 : 0.3;
  }

  private double gratitude(int day) {
    return ledger.stream()
            .filter(entry -> entry.kind() == LedgerEntry.Kind.DELIGHT)
            .anyMatch(
                gift -> !day(day).isBefore(gift.from()) && day(day - 30).isBefore(gift.from()))
        ? 3
        : 1;
  }

  /** Whoever acts for the reward does what is paid; others do mostly as always. */
  private ActKind paidKind(int day, ActKind usual, double eagerness) {
    return offered(day, usual) || !offered(day, ActKind.REFERRAL) || !happens(1 - 1 / eagerness)
        ? usual
        : ActKind.REFERRAL;
  }

  /** Whether something is offered for acts of that kind, or for any kind where it is null. */
  private boolean offered(int day, @Nullable ActKind kind) {
    return ledger.stream()
        .filter(entry -> kind == null ? entry.isOffer() : entry.pays(kind))
        .anyMatch(offer -> offer.reaches(day(day), Duration.ZERO));
  }

  private int poisson(double rate) {
    int count = 0;
    for (double left = Math.exp(-rate), p = random.nextDouble(); p > left; count++) {
      p *= random.nextDouble();
    }
    return count;
  }

  private void act(double at, ActKind kind, Character character) {
    if (at >= days) {
      return;
    }
    String text = text();
    say(at, kind, text, character);
    if (happens(character.copies())) {
      say(at + random.nextDouble() * 3, kind, "psst " + text + " cheers", character);
    }
    if (happens(character.seeking()) && happens(SEES_REWARD) || happens(SEES_REWARD_IN_VAIN)) {
      seeking.add("seek" + seeking.size());
    }
  }

  private void say(double at, ActKind kind, String text, Character character) {
    if (at >= days) {
      return;
    }
    boolean code = offered((int) at, kind) && happens(character.code());
    boolean seen = happens(code ? SEES_REWARD : SEES_REWARD_IN_VAIN);
    boolean specific = happens(character.vague()) == happens(MISREAD);
    MentionId mention =
        new MentionId(
            "C" + random.nextInt(6),
            "%d.%06d".formatted(day(at).getEpochSecond(), random.nextInt(1_000_000)));
    AdvocacyAct act =
        new AdvocacyAct(
            mention, "UA", new Purpose(kind, Aim.TRY), 0.9, Set.of(), List.of(), seen, "", null);
    read.add(
        new History.Act(
            mention.toString(),
            act.at(),
            mention.channel(),
            Provenance.of(act, ledger, Windows.USUAL),
            specific,
            Fingerprint.of(text).orElse(null)));
  }

  private String text() {
    return IntStream.range(0, random.nextInt(6, 30))
        .mapToObj(i -> "w" + random.nextInt(WORDS))
        .collect(Collectors.joining(" "));
  }
}
