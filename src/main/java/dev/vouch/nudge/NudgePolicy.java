package dev.vouch.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.mention.Driver;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Nothing;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Decision.Send;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Catalogue;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.gesture.GiftRules;
import dev.vouch.nudge.moment.PassedRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what comes of a moment: a pure function, asked when the moment arises and again whenever
 * what came of it is due, so that nothing is sent on yesterday's facts.
 */
public final class NudgePolicy {
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  /** Whoever owns the account knows by then, and can look at the rest in {@code /vouch who}. */
  private static final Duration REMIND_EVERY = Duration.ofDays(7);

  /** A change of mind is news once; what follows shows in the next flag's trend. */
  private static final Duration FLAG_EVERY = Duration.ofDays(30);

  private static final Duration CHECK_IN_EVERY = Duration.ofDays(90);
  private static final Duration PEER_HELP_EVERY = Duration.ofDays(3);
  private static final Duration OFFER_EVERY = Duration.ofDays(3);

  /** A question that old is answered, or not asked any more. */
  private static final Duration ANSWER_WITHIN = Duration.ofDays(4);

  private final String salt;
  private final Surprise surprise;
  private final GiftRules gifts;

  /** One under which nobody is given anything that costs money. */
  public NudgePolicy(String salt) {
    this(salt, GiftRules.DENY);
  }

  /**
   * @param salt makes the random delays of one workspace differ from those of another; the same
   *     nudge always gets the same delay, so that deciding twice decides alike
   */
  public NudgePolicy(String salt, GiftRules gifts) {
    this.salt = salt;
    this.surprise = new Surprise(salt);
    this.gifts = gifts;
  }

  /** What to do about {@code nudge} at {@code now}. */
  public Decision decide(Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    return barred(nudge, situation, rules, now)
        .or(() -> heldOut(nudge, rules))
        .orElseGet(() -> timely(nudge, situation, rules, now));
  }

  /**
   * Whether somebody is among those about whom such a nudge could be sent, whom chance divides. It
   * must not hang on what was or will be sent, or the two groups would not be alike.
   */
  public Optional<Exposure> exposure(
      Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    boolean measured = nudge.kind().isMeasured() && rules.switches().heldOut() > 0;
    return measured && barred(nudge, situation, rules, now).isEmpty()
        ? Optional.of(
            new Exposure(
                nudge.about(),
                nudge.kind(),
                nudge.occasion().at(),
                heldOut(nudge, rules).isPresent()))
        : Optional.empty();
  }

  /** By the moment that it came of, so that it is the same whenever one asks. */
  private Optional<Decision> heldOut(Nudge nudge, NudgeRules rules) {
    Holdout holdout = new Holdout(salt, rules.switches().heldOut());
    return nudge.kind().isMeasured()
            && holdout.holds(nudge.about(), nudge.kind(), nudge.occasion().at())
        ? Optional.of(new Nothing(Reason.HELD_OUT))
        : Optional.empty();
  }

  /** What speaks against it whatever was sent before. */
  private Optional<Decision> barred(
      Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    if (!rules.switches().isOn(nudge.kind())) {
      return Optional.of(new Nothing(Reason.KIND_OFF));
    }
    if (!PassedRules.stands(nudge.occasion(), situation.acted(), situation.evidence())) {
      return Optional.of(new Nothing(Reason.over(nudge.moment())));
    }
    Optional<Reason> unwanted = situation.terms().unwanted(nudge.kind());
    if (unwanted.isPresent()) {
      return unwanted.map(Nothing::new);
    }
    Pause pause = situation.terms().pause();
    if (pause != null && pause.holds(now)) {
      return Optional.of(new Hold(lookAgain(pause, now), Reason.PAUSED));
    }
    return nudge.occasion().at().plus(staleAfter(nudge.kind(), rules)).isBefore(now)
        ? Optional.of(new Nothing(Reason.TOO_LONG_AGO))
        : against(nudge.kind(), situation, rules).map(Nothing::new);
  }

  private static Duration staleAfter(NudgeKind kind, NudgeRules rules) {
    return kind == NudgeKind.PEER_HELP ? ANSWER_WITHIN : rules.staleAfter();
  }

  /** No later than it ends, and every day, because it may be lifted before. */
  private static Instant lookAgain(Pause pause, Instant now) {
    Instant tomorrow = now.plus(LOOK_AGAIN);
    return pause.until() != null && pause.until().isBefore(tomorrow) ? pause.until() : tomorrow;
  }

  private Decision timely(Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    Instant last = situation.past().lastBeside(nudge);
    if (last != null && last.plus(every(nudge.kind(), rules)).isAfter(now)) {
      return new Nothing(Reason.HAD_ONE_LATELY);
    }
    return switch (nudge.kind()) {
      case DELIGHT -> delight(nudge, situation, rules, now);
      case EXEC_INTRO -> introduction(nudge, situation, rules, now);
      case OFFER_TO_VOUCH -> suggested(situation, rules, now, Reason.THEY_OFFERED);
      case PEER_HELP, CHECK_IN -> gesture(nudge, situation, rules, now);
      case DISCLOSURE_REMINDER -> toSomebody(situation, rules, now, Reason.TIE_NOT_DISCLOSED);
      case COMPETITOR_FLAG -> toSomebody(situation, rules, now, Reason.FOR_A_COMPETITOR);
    };
  }

  /** What the person, and what they said, say against a nudge of that kind. */
  private static Optional<Reason> against(NudgeKind kind, Situation situation, NudgeRules rules) {
    AdvocacyAct act = situation.acted().act();
    if (kind == NudgeKind.DISCLOSURE_REMINDER) {
      return act != null && situation.terms().lackDisclosure(act)
          ? Optional.empty()
          : Optional.of(Reason.NOTHING_TO_DISCLOSE);
    }
    if (!kind.topic().map(situation.terms().roles()::allow).orElse(true)) {
      return Optional.of(Reason.ROLE);
    }
    if (act != null && act.incentivised() && !kind.isQuiet()) {
      return Optional.of(Reason.INCENTIVISED);
    }
    return kind == NudgeKind.EXEC_INTRO ? againstIntroduction(situation, rules) : Optional.empty();
  }

  private static Optional<Reason> againstIntroduction(Situation situation, NudgeRules rules) {
    if (!rules.offers().contains(Gesture.EXEC_INTRODUCTION)) {
      return Optional.of(Reason.NOT_OFFERED);
    }
    Account account = situation.place().account();
    return account != null && account.tier() != Tier.MARQUEE
        ? Optional.of(Reason.NOT_MARQUEE)
        : Optional.empty();
  }

  private static Duration every(NudgeKind kind, NudgeRules rules) {
    return switch (kind) {
      case DELIGHT -> rules.delightEvery();
      case EXEC_INTRO -> rules.introEvery();
      case OFFER_TO_VOUCH -> OFFER_EVERY;
      case PEER_HELP -> PEER_HELP_EVERY;
      case CHECK_IN -> CHECK_IN_EVERY;
      case DISCLOSURE_REMINDER -> REMIND_EVERY;
      case COMPETITOR_FLAG -> FLAG_EVERY;
    };
  }

  private Decision delight(Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    return surprise
        .tooClose(nudge, situation, rules, now)
        .map(Decision.class::cast)
        .orElseGet(() -> gesture(nudge, situation, rules, now));
  }

  private static Decision introduction(
      Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    Account account = situation.place().account();
    boolean nobody = account != null && account.sponsor() == null && nudge.sponsor() == null;
    if (nobody) {
      return new Hold(now.plus(LOOK_AGAIN), Reason.NO_SPONSOR);
    }
    return suggested(situation, rules, now, Reason.MARQUEE_ADVOCATE);
  }

  /** Something from the catalogue, if there is anything for them in it. */
  private Decision gesture(Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    Optional<Advice> advice = advice(nudge, situation, rules);
    if (advice.isEmpty()) {
      return new Nothing(Reason.NOTHING_TO_OFFER);
    }
    Decision decision = suggested(situation, rules, now, reason(nudge));
    return decision instanceof Send send ? new Send(send.reason(), advice.get()) : decision;
  }

  private static Reason reason(Nudge nudge) {
    return switch (nudge.moment()) {
      case SILENCE -> Reason.GONE_QUIET;
      case QUESTION -> Reason.A_PEER_MAY_KNOW;
      case DEFENCE, FIRST_ACT, ACT -> Reason.ACT_OF_ADVOCACY;
      default -> Reason.GOOD_MOMENT;
    };
  }

  private Optional<Advice> advice(Nudge nudge, Situation situation, NudgeRules rules) {
    AdvocacyAct act = situation.acted().act();
    Set<Driver> drivers = act == null ? Set.of() : act.drivers();
    boolean gift = gifts.allowSmallGift(situation.contact(), situation.place().account());
    return new Catalogue(
            nudge.moment(),
            rules.offers(),
            situation.evidence().person(),
            situation.terms().roles(),
            drivers,
            situation.past().gestures(nudge),
            gift)
        .best(gesture -> surprise.lot(nudge.id() + "/" + gesture.wire()));
  }

  private static Decision suggested(
      Situation situation, NudgeRules rules, Instant now, Reason why) {
    return situation.terms().standing() == Standing.AT_RISK
        ? new Hold(now.plus(LOOK_AGAIN), Reason.FIX_FIRST)
        : toSomebody(situation, rules, now, why);
  }

  private static Decision toSomebody(
      Situation situation, NudgeRules rules, Instant now, Reason why) {
    if (situation.place().account() == null) {
      return new Hold(now.plus(LOOK_AGAIN), Reason.NO_ACCOUNT);
    }
    if (situation.place().recipient() == null) {
      return new Hold(now.plus(LOOK_AGAIN), Reason.NO_OWNER);
    }
    Instant open = rules.quiet().over(now.atZone(situation.place().zone()));
    return open.isAfter(now) ? new Hold(open, Reason.QUIET_HOURS) : new Send(why);
  }
}
