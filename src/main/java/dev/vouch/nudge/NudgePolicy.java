package dev.vouch.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Nothing;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Decision.Send;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

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

  private final String salt;

  /**
   * @param salt makes the random delays of one workspace differ from those of another; the same
   *     nudge always gets the same delay, so that deciding twice decides alike
   */
  public NudgePolicy(String salt) {
    this.salt = salt;
  }

  /** What to do about {@code moment} at {@code now}, for a nudge of {@code kind}. */
  public Decision decide(NudgeKind kind, Moment moment, NudgeRules rules, Instant now) {
    Instant said = moment.said();
    if (said == null || !kind.occasion().stands(moment.act(), moment.heard())) {
      return new Nothing(kind.occasion().withdrawn());
    }
    if (moment.terms().standing() == Standing.OPTED_OUT) {
      return new Nothing(Reason.OPTED_OUT);
    }
    Pause pause = moment.terms().pause();
    if (pause != null && pause.holds(now)) {
      return new Hold(lookAgain(pause, now), Reason.PAUSED);
    }
    return said.plus(rules.staleAfter()).isBefore(now)
        ? new Nothing(Reason.TOO_LONG_AGO)
        : timely(kind, moment, rules, now);
  }

  /** No later than it ends, and every day, because it may be lifted before. */
  private static Instant lookAgain(Pause pause, Instant now) {
    Instant tomorrow = now.plus(LOOK_AGAIN);
    return pause.until() != null && pause.until().isBefore(tomorrow) ? pause.until() : tomorrow;
  }

  private Decision timely(NudgeKind kind, Moment moment, NudgeRules rules, Instant now) {
    AdvocacyAct act = moment.act();
    Optional<Reason> against = act == null ? Optional.empty() : against(kind, act, moment);
    if (against.isPresent()) {
      return new Nothing(against.get());
    }
    if (hadOneLately(kind, moment, rules, now)) {
      return new Nothing(Reason.HAD_ONE_LATELY);
    }
    return switch (kind) {
      case DELIGHT -> delight(moment, rules, now);
      case EXEC_INTRO -> introduction(moment, rules, now);
      case DISCLOSURE_REMINDER -> toSomebody(moment, rules, now, Reason.TIE_NOT_DISCLOSED);
      case COMPETITOR_FLAG -> toSomebody(moment, rules, now, Reason.FOR_A_COMPETITOR);
    };
  }

  /** What an act itself, and whose it is, says against a nudge of that kind. */
  private static Optional<Reason> against(NudgeKind kind, AdvocacyAct act, Moment moment) {
    if (kind == NudgeKind.DISCLOSURE_REMINDER) {
      return moment.terms().lackDisclosure(act)
          ? Optional.empty()
          : Optional.of(Reason.NOTHING_TO_DISCLOSE);
    }
    if (!kind.topic().map(moment.terms().roles()::allow).orElse(true)) {
      return Optional.of(Reason.ROLE);
    }
    return act.incentivised() ? Optional.of(Reason.INCENTIVISED) : Optional.empty();
  }

  private static boolean hadOneLately(
      NudgeKind kind, Moment moment, NudgeRules rules, Instant now) {
    Duration every =
        switch (kind) {
          case DELIGHT -> rules.delightEvery();
          case EXEC_INTRO -> rules.introEvery();
          case DISCLOSURE_REMINDER -> REMIND_EVERY;
          case COMPETITOR_FLAG -> FLAG_EVERY;
        };
    Instant last = moment.lastOfKind();
    return last != null && last.plus(every).isAfter(now);
  }

  private Decision delight(Moment moment, NudgeRules rules, Instant now) {
    Instant said = Objects.requireNonNull(moment.said());
    Instant earliest = said.plus(delay(moment.nudgeId(), rules));
    if (now.isBefore(earliest)) {
      return new Hold(earliest, Reason.ROOM_AFTER_THE_ACT);
    }
    return suggested(moment, rules, now, Reason.ACT_OF_ADVOCACY);
  }

  private static Decision introduction(Moment moment, NudgeRules rules, Instant now) {
    Account account = moment.account();
    if (account != null && account.tier() != Tier.MARQUEE) {
      return new Nothing(Reason.NOT_MARQUEE);
    }
    if (account != null && account.sponsor() == null) {
      return new Hold(now.plus(LOOK_AGAIN), Reason.NO_SPONSOR);
    }
    return suggested(moment, rules, now, Reason.MARQUEE_ADVOCATE);
  }

  private static Decision suggested(Moment moment, NudgeRules rules, Instant now, Reason why) {
    return moment.terms().standing() == Standing.AT_RISK
        ? new Hold(now.plus(LOOK_AGAIN), Reason.FIX_FIRST)
        : toSomebody(moment, rules, now, why);
  }

  private static Decision toSomebody(Moment moment, NudgeRules rules, Instant now, Reason why) {
    if (moment.account() == null) {
      return new Hold(now.plus(LOOK_AGAIN), Reason.NO_ACCOUNT);
    }
    if (moment.recipient() == null) {
      return new Hold(now.plus(LOOK_AGAIN), Reason.NO_OWNER);
    }
    Instant open = rules.quiet().over(now.atZone(moment.zone()));
    return open.isAfter(now) ? new Hold(open, Reason.QUIET_HOURS) : new Send(why);
  }

  /**
   * Between the shortest and the longest delay, spread evenly and fixed for one nudge of one
   * workspace.
   */
  Duration delay(String nudgeId, NudgeRules rules) {
    CRC32 hash = new CRC32();
    hash.update((salt + "/" + nudgeId).getBytes(StandardCharsets.UTF_8));
    double share = hash.getValue() / (double) 0xffff_ffffL;
    Duration room = rules.mostDelay().minus(rules.leastDelay());
    return rules.leastDelay().plusSeconds(Math.round(share * room.toSeconds()));
  }
}
