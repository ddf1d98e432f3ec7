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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plays the life of one person day by day: campaigns and asks come, the person acts, and we read
 * what they say with the faults of a reader.
 *
 * <p>Weak points: people are independent of each other, so no scandal, no crowd and no script that
 * several share; rates and ranges are our judgement, since nobody has published histories with the
 * truth beside them; a person is of one kind for the whole time; a reader's faults are as likely in
 * one person's words as in another's.
 */
final class Simulation {
  /** How often a reader takes specific for vague or back, misses a reward, or sees one too many. */
  private static final double MISREAD = 0.12;

  private static final double SEES_REWARD = 0.8;
  private static final double SEES_REWARD_IN_VAIN = 0.02;

  /** Some who act for an offer come late. */
  private static final double LATE = 0.1;

  private static final int LATEST = 10;
  private static final int BUSY_SPELL = 30;
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
  private final Kind kind;
  private final int days;
  private final Company company;
  private final Character character;
  private final String script;
  private final List<History.Act> read = new ArrayList<>();
  private final List<String> seeking = new ArrayList<>();
  private double busy = 1;

  private Simulation(Kind kind, long seed) {
    this.kind = kind;
    this.random = new SplittableRandom(seed);
    this.days = random.nextInt(240, 720);
    this.company = Company.of(kind, days, random);
    this.character = character(Persona.of(kind));
    this.script = text();
  }

  /** The history of one person of that kind. */
  static History of(Kind kind, long seed) {
    return new Simulation(kind, seed * 31 + kind.ordinal()).play();
  }

  /**
   * One person's own figures, with the meaning of the persona's.
   *
   * @param busyness how much busy and idle months differ, as the standard deviation of a logarithm
   */
  private record Character(
      double perDay,
      double inOffer,
      double whenAsked,
      double vague,
      double code,
      double seeking,
      double copies,
      double busyness) {}

  private Character character(Persona persona) {
    return new Character(
        drawn(persona.perMonth()) / 30,
        drawn(persona.inOffer()),
        drawn(persona.whenAsked()),
        drawn(persona.vague()),
        drawn(persona.code()),
        drawn(persona.seeking()),
        drawn(persona.copies()),
        drawn(new Range(0, 0.8)));
  }

  private double drawn(Range range) {
    return range.low() + random.nextDouble() * (range.high() - range.low());
  }

  private boolean happens(double chance) {
    return random.nextDouble() < chance;
  }

  private History play() {
    int last = lastDay();
    for (int day = 0; day < last; day++) {
      if (day % BUSY_SPELL == 0) {
        busy = Math.exp(character.busyness() * gaussian());
      }
      live(day);
    }
    return new History(read, seeking, company.ledger(), day(0), day(days));
  }

  private int lastDay() {
    if (kind != Kind.LEFT_AFTER_A_CAMPAIGN) {
      return days;
    }
    return company.offers().stream()
        .map(LedgerEntry::until)
        .filter(end -> end != null && end.isAfter(day(days / 3.0)) && end.isBefore(day(days)))
        .findFirst()
        .map(end -> (int) java.time.Duration.between(day(0), end).toDays() + random.nextInt(0, 30))
        .orElse(days);
  }

  private double gaussian() {
    return IntStream.range(0, 12).mapToDouble(i -> random.nextDouble()).sum() - 6;
  }

  private void live(int day) {
    double rate = character.perDay() * busy * season(day);
    if (company.isJustAfter(LedgerEntry.Kind.DELIGHT, day, 30)) {
      rate *= kind.isOrganic() ? 3 : 1;
    }
    ActKind what = USUAL[random.nextInt(USUAL.length)];
    boolean offered = company.isOffered(day, null);
    if (offered) {
      rate *= character.inOffer();
      what = paid(day, what);
    }
    for (int i = poisson(rate); i > 0; i--) {
      act(
          day + random.nextDouble() + (offered && happens(LATE) ? drawn(new Range(0, LATEST)) : 0),
          what);
    }
    if (company.isJustAfter(LedgerEntry.Kind.ASK, day, 1) && happens(character.whenAsked())) {
      act(day + random.nextDouble() * 10, what);
    }
  }

  private double season(int day) {
    if (kind != Kind.SEASONAL) {
      return 1;
    }
    return company.isConference(day) ? 4 : 0.3;
  }

  /** Whoever acts for the reward does what is paid; others do mostly as always. */
  private ActKind paid(int day, ActKind usual) {
    boolean stays = company.isOffered(day, usual) || !company.isOffered(day, ActKind.REFERRAL);
    return stays || !happens(1 - 1 / Math.max(1, character.inOffer())) ? usual : ActKind.REFERRAL;
  }

  private int poisson(double rate) {
    int count = 0;
    for (double left = Math.exp(-rate), p = random.nextDouble(); p > left; count++) {
      p *= random.nextDouble();
    }
    return count;
  }

  private void act(double at, ActKind what) {
    boolean copied = happens(character.copies());
    if (kind.isOrganic()) {
      String text = text();
      say(at, what, text);
      if (copied) {
        say(at + random.nextDouble() * 3, what, "psst " + text + " cheers");
      }
    } else {
      say(at, what, copied ? "hi " + text(2) + " " + script : text());
    }
    if (happens(character.seeking()) && happens(SEES_REWARD) || happens(SEES_REWARD_IN_VAIN)) {
      seeking.add("seek" + seeking.size());
    }
  }

  private void say(double at, ActKind what, String text) {
    if (at >= days) {
      return;
    }
    boolean code = company.isOffered(at, what) && happens(character.code());
    boolean seen = happens(code ? SEES_REWARD : SEES_REWARD_IN_VAIN);
    boolean specific = happens(character.vague()) == happens(MISREAD);
    MentionId mention =
        new MentionId(
            "C" + random.nextInt(6),
            "%d.%06d".formatted(day(at).getEpochSecond(), random.nextInt(1_000_000)));
    AdvocacyAct act =
        new AdvocacyAct(
            mention, "UA", new Purpose(what, Aim.TRY), 0.9, Set.of(), List.of(), seen, "", null);
    read.add(
        new History.Act(
            mention.toString(),
            act.at(),
            what,
            mention.channel(),
            Provenance.of(act, company.ledger(), Windows.USUAL),
            specific,
            Fingerprint.of(text).orElse(null)));
  }

  private String text() {
    return text(random.nextInt(6, 30));
  }

  private String text(int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> "w" + random.nextInt(WORDS))
        .collect(Collectors.joining(" "));
  }
}
