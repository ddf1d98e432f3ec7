package dev.vouch.advocate.pattern;

/**
 * A way of behaving that the simulation draws people from, written down from how people behave and
 * before the rule that must tell them apart. Ranges are drawn from evenly, a person at a time.
 *
 * @param perMonth acts a month while nothing is offered
 * @param inOffer how many times as often while a reward is offered
 * @param whenAsked chance that an ask brings an act
 * @param vague chance that an act names nothing in particular
 * @param codeInOffer chance that an act for an offer shows the reward or the code
 * @param seeking chance, for each act, that the person also asks for a reward about then
 * @param copies chance that an act is said again elsewhere in nearly the same words
 */
record Persona(
    Kind kind,
    Range perMonth,
    Range inOffer,
    Range whenAsked,
    Range vague,
    Range codeInOffer,
    Range seeking,
    Range copies) {

  record Range(double low, double high) {}

  /** The shapes, by what is remarkable about each. The first eleven are organic. */
  enum Kind {
    STEADY(true),
    HEAVY(true),
    QUIET(true),
    SEASONAL(true),
    ONE_GIFT(true),
    REFERRAL_MEMBER(true),
    LEFT_AFTER_A_CAMPAIGN(true),
    TERSE(true),
    CROSS_POSTER(true),
    CARRIED_AWAY_BY_CAMPAIGNS(true),
    ACTS_WHEN_ASKED(true),
    BOUGHT_REVIEWER(false),
    STOPS_WITH_REWARDS(false),
    POINT_HUNTER(false),
    REFERRAL_FARMER(false),
    CAREFUL(false),
    HALF_AND_HALF(false);

    final boolean organic;

    Kind(boolean organic) {
      this.organic = organic;
    }
  }

  private static Range r(double low, double high) {
    return new Range(low, high);
  }

  static Persona of(Kind kind) {
    return switch (kind) {
      case STEADY -> organic(kind, r(0.7, 2.5), r(0.9, 2), r(0.2, 0.5));
      case HEAVY -> organic(kind, r(5, 14), r(0.9, 1.5), r(0.2, 0.5));
      case QUIET -> organic(kind, r(0.2, 0.7), r(0.9, 2.5), r(0.2, 0.6));
      case SEASONAL -> organic(kind, r(1, 4), r(0.9, 1.5), r(0.2, 0.5));
      case ONE_GIFT -> organic(kind, r(0.7, 3), r(0.9, 2), r(0.2, 0.5));
      case REFERRAL_MEMBER -> organic(kind, r(0.8, 3), r(1, 2), r(0.2, 0.5));
      case LEFT_AFTER_A_CAMPAIGN -> organic(kind, r(0.8, 3), r(1, 2), r(0.2, 0.5));
      case ACTS_WHEN_ASKED -> organic(kind, r(0.1, 0.4), r(0.9, 2.5), r(0.7, 1));
      case CARRIED_AWAY_BY_CAMPAIGNS -> organic(kind, r(0.8, 2.5), r(2, 3.5), r(0.3, 0.7));
      case TERSE ->
          new Persona(
              kind, r(1, 5), r(0.9, 2), r(0.2, 0.5), r(0.75, 0.95), r(0, .3), r(0, .05), r(0, .1));
      case CROSS_POSTER ->
          new Persona(
              kind, r(0.8, 3), r(0.9, 2), r(0.2, 0.5), r(0.2, 0.5), r(0, .3), r(0, .05), r(.3, .7));
      case BOUGHT_REVIEWER ->
          new Persona(
              kind, r(0, 0.1), r(40, 90), r(.1, .4), r(.6, .95), r(.2, .8), r(.1, .4), r(.2, .6));
      case STOPS_WITH_REWARDS ->
          new Persona(
              kind, r(.05, .2), r(15, 40), r(.1, .4), r(.4, .8), r(.1, .6), r(.05, .3), r(0, .3));
      case POINT_HUNTER ->
          new Persona(
              kind, r(0.3, 0.8), r(5, 15), r(.1, .4), r(.6, .9), r(.3, .8), r(.3, .8), r(.1, .5));
      case REFERRAL_FARMER ->
          new Persona(
              kind,
              r(0.1, 0.4),
              r(10, 30),
              r(.1, .3),
              r(.7, .95),
              r(.6, .95),
              r(.1, .4),
              r(.4, .8));
      case CAREFUL ->
          new Persona(
              kind, r(.05, .15), r(20, 50), r(.1, .4), r(.1, .4), r(0, .2), r(0, .1), r(0, .1));
      case HALF_AND_HALF ->
          new Persona(
              kind, r(.2, .6), r(5, 10), r(.2, .5), r(.4, .7), r(.2, .6), r(.1, .3), r(.05, .3));
    };
  }

  private static Persona organic(Kind kind, Range perMonth, Range inOffer, Range whenAsked) {
    return new Persona(
        kind, perMonth, inOffer, whenAsked, r(0.2, 0.6), r(0, 0.4), r(0, 0.06), r(0, 0.15));
  }
}
