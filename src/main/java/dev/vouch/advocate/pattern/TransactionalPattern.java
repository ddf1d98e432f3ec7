package dev.vouch.advocate.pattern;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.pattern.Finding.Suspected;
import dev.vouch.advocate.pattern.Finding.TooLittle;
import dev.vouch.advocate.pattern.Finding.Unremarkable;
import dev.vouch.advocate.pattern.History.Act;
import dev.vouch.advocate.pattern.Sign.Kind;
import dev.vouch.advocate.pattern.Sign.Shares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Recognises, from a whole history, a person who mainly acts for rewards: naive Bayes over seven
 * signs with stated priors and ratios, each bounded, so that every confidence can be worked out by
 * hand.
 *
 * <p>Weak points: the signs are not independent (who acts for offers falls silent after them),
 * which the bounds only soften; a person whom somebody else pays, and who does not say so, is not
 * seen; where an offer never ends there is no time to compare with, and only words are left.
 */
public final class TransactionalPattern {
  /** Below this many acts one campaign or one friend explains anything. */
  public static final int FEWEST_ACTS = 5;

  /** At least this often a reward must have been in play: vague words alone accuse nobody. */
  public static final int FEWEST_REWARDS = 3;

  /** From here a human is asked to look. */
  public static final double SUSPECTED = 0.9;

  /** One in twenty of those who advocate while rewards are about. */
  static final double PRIOR = 0.05;

  /** Offers remind: an organic person acts somewhat more often while one runs. */
  static final double ORGANIC_PACE = 1.8;

  /** Who acts for rewards does so many times as often while there is one. */
  static final double TRANSACTIONAL_PACE = 10;

  /** Where offers ran always or never, no act may count as impossible. */
  private static final double SURE = 0.03;

  /** Long enough that somebody who advocates every month or two would have been heard. */
  static final Duration QUIET = Duration.ofDays(45);

  /** A single act on an offer followed by nothing is no silence. */
  private static final int ACTED_ON = 2;

  private TransactionalPattern() {}

  /** What the history says. */
  public static Finding of(History history) {
    int acts = history.acts().size();
    if (acts < FEWEST_ACTS) {
      return new TooLittle("%d acts; at least %d are needed".formatted(acts, FEWEST_ACTS));
    }
    int rewards =
        idsOf(history, Rule.OFFER).size()
            + idsOf(history, Rule.OWN_WORDS).size()
            + history.rewardSeeking().size();
    if (rewards < FEWEST_REWARDS) {
      return new TooLittle(
          "a reward was in play %d times; at least %d are needed"
              .formatted(rewards, FEWEST_REWARDS));
    }
    List<Sign> signs = Finding.mostTellingFirst(signs(history));
    double confidence = confidence(signs);
    return confidence >= SUSPECTED
        ? new Suspected(confidence, signs)
        : new Unremarkable(confidence, signs);
  }

  /** Prior odds times all likelihood ratios, as a probability. */
  static double confidence(List<Sign> signs) {
    double odds = PRIOR / (1 - PRIOR);
    for (Sign sign : signs) {
      odds *= sign.likelihoodRatio();
    }
    return odds / (1 + odds);
  }

  private static List<Sign> signs(History history) {
    int acts = history.acts().size();
    List<String> offered = idsOf(history, Rule.OFFER);
    // An act within an offer is put down to the offer, so it could not have shown the other two.
    int outside = acts - offered.size();
    List<String> asked = idsOf(history, Rule.ASK);
    List<String> vague = ids(history, act -> !act.specific());
    return List.of(
        offered(history, offered),
        Sign.of(
            Kind.OWN_WORDS,
            idsOf(history, Rule.OWN_WORDS),
            outside,
            "%d of %d acts outside offers show a reward, a code or a tie in their own words"),
        Sign.of(Kind.ASKED, asked, outside, "%d of %d acts outside offers came after we asked"),
        Sign.of(Kind.VAGUE, vague, acts, "%d of %d acts name nothing in particular"),
        Sign.of(
            Kind.REWARD_SEEKING,
            history.rewardSeeking(),
            acts + history.rewardSeeking().size(),
            "%d of %d messages ask for a reward"),
        Sign.of(
            Kind.NEAR_DUPLICATE,
            copies(history),
            acts,
            "%d of %d acts repeat another at a second venue, nearly word for word"),
        silence(history));
  }

  private static Sign offered(History history, List<String> offered) {
    double time = Coverage.of(history);
    String sentence =
        "%%d of %%d acts came while a reward was offered, which was %.0f %%%% of the time"
            .formatted(100 * time);
    Shares shares = new Shares(share(time, ORGANIC_PACE), share(time, TRANSACTIONAL_PACE));
    return Sign.of(Kind.OFFERED, offered, history.acts().size(), shares, sentence);
  }

  /** The share of acts within offers of a person who acts {@code pace} times as often in them. */
  private static double share(double time, double pace) {
    double share = pace * time / (pace * time + 1 - time);
    return Math.min(1 - SURE, Math.max(SURE, share));
  }

  /**
   * Silence only ever speaks for rewards: acts after an offer's end count as acts outside offers.
   */
  private static Sign silence(History history) {
    List<String> silent = new ArrayList<>();
    for (LedgerEntry offer : Coverage.withQuietAfter(history, QUIET)) {
      boolean acted = actsOn(offer, history) >= ACTED_ON;
      if (acted && !isHeardAfter(offer, history)) {
        silent.add(offer.id());
      }
    }
    String sentence = "after %d offers that had been acted on, not one act in 45 days";
    return Sign.of(Kind.SILENCE, silent, silent.size(), sentence);
  }

  private static long actsOn(LedgerEntry offer, History history) {
    return history.acts().stream().filter(act -> offer.id().equals(act.ruling().cause())).count();
  }

  private static boolean isHeardAfter(LedgerEntry offer, History history) {
    return history.acts().stream()
        .anyMatch(
            act ->
                act.at().isAfter(Coverage.end(offer, history))
                    && !act.at().isAfter(Coverage.end(offer, history).plus(QUIET)));
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

  private static List<String> idsOf(History history, Rule rule) {
    return ids(history, act -> act.ruling().rule() == rule);
  }

  private static List<String> ids(History history, Predicate<Act> shows) {
    return history.acts().stream().filter(shows).map(Act::id).toList();
  }
}
