package dev.vouch.advocate.pattern;

import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.pattern.Finding.TooLittle;
import dev.vouch.advocate.pattern.Finding.Weighed;
import dev.vouch.advocate.pattern.History.Act;
import dev.vouch.advocate.pattern.Sign.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Recognises, from a whole history, that rewards drive a person's acts: naive Bayes over seven
 * signs, each a likelihood ratio with stated assumptions, so that every confidence can be worked
 * out by hand.
 *
 * <p>Weak points: the signs are not wholly independent, which their bounds only soften; a person
 * whom somebody else pays, and who does not say so, is not seen; where an offer never ends there is
 * no time to compare with, and only words are left.
 */
public final class TransactionalPattern {
  /** Below this many acts one campaign or one friend explains anything. */
  public static final int FEWEST_ACTS = 3;

  /**
   * What shows how somebody acts is also that they ask for a reward, or that nothing more is heard
   * of them once none is to be had: so many of all these together are enough to weigh.
   */
  public static final int FEWEST_CASES = 5;

  /** At least this often a reward must have been in play: vague words alone accuse nobody. */
  public static final int FEWEST_REWARDS = 3;

  /** From here a human is asked to look: it is likelier than not. */
  public static final double SUSPECTED = 0.5;

  /** Three in ten of those of whom there is so much to weigh. */
  static final double PRIOR = 0.3;

  /** Long enough that somebody who advocates every month or two would have been heard. */
  static final Duration QUIET = Duration.ofDays(45);

  /** With more of the time covered than this, when somebody acts says next to nothing. */
  private static final double HARDLY_ANY_TIME_WITHOUT = 0.9;

  private TransactionalPattern() {}

  /** What the history says. */
  public static Finding of(History history) {
    List<String> paid = ids(history, history::isPaid);
    List<String> lacking = lacking(history, paid);
    if (!lacking.isEmpty()) {
      return new TooLittle(lacking);
    }
    Exposure exposure = Exposure.of(history);
    List<Sign> signs = signs(history, exposure, paid);
    return new Weighed(confidence(signs), signs, missing(history, exposure));
  }

  private static List<String> lacking(History history, List<String> paid) {
    int acts = history.acts().size();
    int beside = history.rewardSeeking().size() + history.silentAfter(QUIET).size();
    int unpaid = ids(history, act -> !history.isPaid(act) && act.is(Rule.OWN_WORDS)).size();
    int rewards = paid.size() + unpaid + beside;
    List<String> lacking = new ArrayList<>();
    if (acts < FEWEST_ACTS) {
      lacking.add("%s; at least %d are needed".formatted(acts(acts), FEWEST_ACTS));
    } else if (acts + beside < FEWEST_CASES) {
      lacking.add(
          "%s, and %d times that they asked for a reward or fell silent without one; at least %d of all these are needed"
              .formatted(acts(acts), beside, FEWEST_CASES));
    }
    if (rewards < FEWEST_REWARDS) {
      String so = rewards == 1 ? "once" : rewards + " times";
      lacking.add("a reward was in play %s; at least %d are needed".formatted(so, FEWEST_REWARDS));
    }
    return lacking;
  }

  private static String acts(int acts) {
    return acts == 1 ? "1 act" : acts + " acts";
  }

  /** Prior odds times all likelihood ratios, as a probability. */
  static double confidence(List<Sign> signs) {
    double odds = PRIOR / (1 - PRIOR);
    for (Sign sign : signs) {
      odds *= sign.likelihoodRatio();
    }
    return odds / (1 + odds);
  }

  private static List<Sign> signs(History history, Exposure exposure, List<String> paid) {
    int acts = history.acts().size();
    // An act within an offer is put down to the offer, so it could not have shown the other two.
    int outside = acts - ids(history, act -> act.is(Rule.OFFER)).size();
    List<String> silences = history.silentAfter(QUIET);
    return List.of(
        Sign.of(
            Kind.OFFERED,
            paid,
            acts,
            exposure.likelihoodRatio(paid.size(), acts),
            "%%d of %%d acts came while a reward was to be had, which was %.0f %%%% of the time"
                .formatted(100 * exposure.share())),
        Sign.of(
            Kind.OWN_WORDS,
            ids(history, act -> act.is(Rule.OWN_WORDS)),
            outside,
            "%d of %d acts outside offers show a reward, a code or a tie in their own words"),
        Sign.of(
            Kind.ASKED,
            ids(history, act -> act.is(Rule.ASK)),
            outside,
            "%d of %d acts outside offers came after we asked"),
        Sign.of(
            Kind.VAGUE,
            ids(history, act -> !act.specific()),
            acts,
            "%d of %d acts name nothing in particular"),
        Sign.of(
            Kind.REWARD_SEEKING,
            history.rewardSeeking(),
            acts + history.rewardSeeking().size(),
            "%d of %d messages ask for a reward"),
        Sign.of(
            Kind.NEAR_DUPLICATE,
            copies(history),
            ids(history, act -> act.words() != null).size(),
            "%d of %d longer acts repeat another at a second venue, nearly word for word"),
        Sign.of(
            Kind.SILENCE,
            silences,
            silences.size(),
            "after %d offers that had been acted on, not one act in 45 days"));
  }

  private static List<String> missing(History history, Exposure exposure) {
    List<String> missing = new ArrayList<>();
    if (history.offers().isEmpty()) {
      missing.add("no offer to this person is on record, so only words could speak");
    } else if (exposure.share() > HARDLY_ANY_TIME_WITHOUT) {
      missing.add(
          "something was offered %.0f %% of the time, so when they act says next to nothing"
              .formatted(100 * exposure.share()));
    } else if (exposure.spells() == 1) {
      missing.add("there was one spell of offers only, and it may have fallen on a busy month");
    }
    if (history.acts().stream().allMatch(act -> act.words() == null)) {
      missing.add("all texts are too short to tell a copy");
    }
    return missing;
  }

  private static List<String> copies(History history) {
    List<String> copies = new ArrayList<>();
    List<Act> earlier = new ArrayList<>();
    for (Act act : history.acts()) {
      if (earlier.stream().anyMatch(other -> isCopy(act, other))) {
        copies.add(act.id());
      }
      earlier.add(act);
    }
    return copies;
  }

  private static boolean isCopy(Act act, Act earlier) {
    return act.words() != null
        && earlier.words() != null
        && !act.venue().equals(earlier.venue())
        && act.words().isNear(earlier.words());
  }

  private static List<String> ids(History history, Predicate<Act> shows) {
    return history.acts().stream().filter(shows).map(Act::id).toList();
  }
}
