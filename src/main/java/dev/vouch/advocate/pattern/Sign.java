package dev.vouch.advocate.pattern;

import java.util.List;

/**
 * One kind of evidence as it shows in one history: how many of how many, and how much likelier that
 * is of a person who acts for rewards than of one who does not.
 *
 * @param of which kind
 * @param count how often it shows
 * @param among how often it could have shown
 * @param likelihoodRatio above 1 speaks for rewards, below 1 against; always within the kind's
 *     bounds
 * @param ids of the acts and mentions in which it shows
 * @param sentence what staff read
 */
public record Sign(
    Kind of, int count, int among, double likelihoodRatio, List<String> ids, String sentence) {

  /**
   * The kinds, each with the share expected of organic advocates and of transactional ones, and the
   * most that it may say. The shares are our judgement, put down before any history was scored; the
   * bounds are there because acts of one person are not independent, and no kind alone may decide.
   */
  public enum Kind {
    /** Acts while a reward was offered; the shares are computed from how long offers ran. */
    OFFERED(Double.NaN, Double.NaN, 60),
    /** The reward, the code or the tie shows in the words, with no offer of ours behind it. */
    OWN_WORDS(0.06, 0.25, 6),
    /** Acts after we asked. Good advocates do that too, so it says little. */
    ASKED(0.25, 0.35, 1.5),
    /** Names nothing in particular. Many who are honest write briefly. */
    VAGUE(0.45, 0.75, 4),
    /** Asks for a reward. */
    REWARD_SEEKING(0.06, 0.3, 10),
    /** Nearly the same words at another venue. Some who are honest cross-post. */
    NEAR_DUPLICATE(0.08, 0.3, 5),
    /** Acted on an offer, and not once in the time after it. Some just left. */
    SILENCE(0.35, 0.8, 4);

    final double organic;
    final double transactional;
    final double bound;

    Kind(double organic, double transactional, double bound) {
      this.organic = organic;
      this.transactional = transactional;
      this.bound = bound;
    }
  }

  public Sign {
    ids = List.copyOf(ids);
  }

  /** A sign with the shares of its kind. */
  static Sign of(Kind kind, List<String> ids, int among, String sentence) {
    return of(kind, ids, among, new Shares(kind.organic, kind.transactional), sentence);
  }

  /** How often it is expected, of either kind of person. */
  record Shares(double organic, double transactional) {}

  static Sign of(Kind kind, List<String> ids, int among, Shares shares, String sentence) {
    int count = ids.size();
    double ratio =
        Math.pow(shares.transactional() / shares.organic(), count)
            * Math.pow((1 - shares.transactional()) / (1 - shares.organic()), among - count);
    double bounded = Math.min(kind.bound, Math.max(1 / kind.bound, ratio));
    return new Sign(kind, count, among, bounded, ids, sentence.formatted(count, among));
  }
}
