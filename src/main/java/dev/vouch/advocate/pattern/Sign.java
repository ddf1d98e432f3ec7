package dev.vouch.advocate.pattern;

import java.util.List;

/**
 * One kind of evidence as it shows in one history: how many of how many, and how much likelier that
 * is of a person who acts for rewards than of one who does not.
 *
 * @param of which kind
 * @param count how often it shows
 * @param among how often it could have shown
 * @param likelihoodRatio above 1 speaks for rewards, below 1 against
 * @param ids of the acts, mentions and offers in which it shows
 * @param sentence what staff read
 */
public record Sign(
    Kind of, int count, int among, double likelihoodRatio, List<String> ids, String sentence) {

  /**
   * The kinds. Each says which part of those who act for rewards have the habit at all, and how
   * often it shows in the acts of those who have it and of everybody else. So where a habit is rare
   * its absence says nearly nothing: the ratio never falls below one minus that part.
   *
   * <p>The figures are our judgement; no published histories have the truth beside them. In each
   * kind {@code a} is at least, and {@code b} at most, what it is of others: with that, one more
   * case of a sign never lowers the ratio.
   */
  public enum Kind {
    /**
     * Acts while a reward was offered, against how much of the time one was: see {@link Exposure}.
     * It may say most, since it is what acting for rewards means, but not decide alone: a life can
     * follow the same calendar as our campaigns.
     */
    OFFERED(1, new BetaBinomial(1, 1), new BetaBinomial(1, 1), 100),
    /**
     * The reward, the code or the tie shows in the words, with no offer of ours behind it. Who
     * discloses a tie does what we want of them, so it may say little.
     */
    OWN_WORDS(0.4, new BetaBinomial(0.6, 2), new BetaBinomial(0.3, 8), 4),
    /** Acts after we asked. Good advocates do that too. */
    ASKED(0.5, new BetaBinomial(1.2, 2.5), new BetaBinomial(1, 2.5), 1.5),
    /**
     * Names nothing in particular. Many who are honest write briefly, some always do; some who act
     * for rewards take the trouble to be exact.
     */
    VAGUE(0.7, new BetaBinomial(2.5, 1.2), new BetaBinomial(1.5, 2), 5),
    /**
     * Asks for a reward. About half of those who act for rewards ask for them; of others one in
     * thirty messages is one, read rightly or wrongly.
     */
    REWARD_SEEKING(0.5, new BetaBinomial(1, 3), new BetaBinomial(0.3, 9), 15),
    /**
     * Nearly the same words at another venue. Some copy their own review to a second site, so up to
     * half of all acts may be honest copies.
     */
    NEAR_DUPLICATE(0.4, new BetaBinomial(0.8, 1.5), new BetaBinomial(0.5, 4), 8),
    /**
     * Acted on an offer, and not once in the time after it. {@link #OFFERED} has counted already
     * that acts are missing outside offers; that they stop at once adds little. Some just left.
     */
    SILENCE(1, new BetaBinomial(4, 1), new BetaBinomial(2, 1.5), 2.5);

    final double part;
    final BetaBinomial transactional;
    final BetaBinomial organic;
    final double most;

    Kind(double part, BetaBinomial transactional, BetaBinomial organic, double most) {
      this.part = part;
      this.transactional = transactional;
      this.organic = organic;
      this.most = most;
    }

    double likelihoodRatio(int count, int among) {
      double habit =
          Math.exp(transactional.logLikelihood(count, among) - organic.logLikelihood(count, among));
      return bounded(1 - part + part * habit);
    }

    /** Acts of one person resemble each other, so many of them do not say many times as much. */
    double bounded(double ratio) {
      return Math.min(most, Math.max(1 / most, ratio));
    }
  }

  public Sign {
    ids = List.copyOf(ids);
  }

  /** A sign that shows with these ids, where it could have shown {@code among} times. */
  static Sign of(Kind kind, List<String> ids, int among, String sentence) {
    return of(kind, ids, among, kind.likelihoodRatio(ids.size(), among), sentence);
  }

  static Sign of(Kind kind, List<String> ids, int among, double ratio, String sentence) {
    int count = ids.size();
    return new Sign(kind, count, among, kind.bounded(ratio), ids, sentence.formatted(count, among));
  }
}
