package dev.vouch.advocate.pattern;

import java.util.EnumSet;
import java.util.Set;

/**
 * A way of behaving that the simulation draws people from, written down from how people behave and
 * before the rule that must tell them apart. Ranges are drawn from evenly, a person at a time.
 *
 * @param perMonth acts a month while nothing is offered
 * @param inOffer how many times as often while a reward is offered
 * @param whenAsked chance that an ask brings an act
 * @param vague chance that an act names nothing in particular
 * @param code chance that an act for an offer shows the reward or the code
 * @param seeking chance, for each act, that the person also asks for a reward about then
 * @param copies chance that an act is said again elsewhere in nearly the same words; of those who
 *     act for rewards, that it is said in words that they always use
 */
record Persona(
    Kind kind,
    Range perMonth,
    Range inOffer,
    Range whenAsked,
    Range vague,
    Range code,
    Range seeking,
    Range copies) {

  record Range(double low, double high) {}

  /** The shapes, by what is remarkable about each. */
  enum Kind {
    STEADY,
    PROLIFIC,
    QUIET,
    SEASONAL,
    THANKS_FOR_A_GIFT,
    REFERRAL_MEMBER,
    LEFT_AFTER_A_CAMPAIGN,
    TERSE,
    CROSS_POSTER,
    CARRIED_AWAY_BY_CAMPAIGNS,
    AMONG_CEASELESS_CAMPAIGNS,
    ACTS_WHEN_ASKED,
    BOUGHT_REVIEWER,
    STOPS_WITH_REWARDS,
    POINT_HUNTER,
    REFERRAL_FARMER,
    COPY_PASTER,
    VAGUE_POSTER,
    CAREFUL,
    PART_TIME;

    private static final Set<Kind> FOR_REWARDS = EnumSet.range(BOUGHT_REVIEWER, PART_TIME);

    boolean isOrganic() {
      return !FOR_REWARDS.contains(this);
    }
  }

  private static Range r(double low, double high) {
    return new Range(low, high);
  }

  static Persona of(Kind kind) {
    return kind.isOrganic() ? organic(kind) : forRewards(kind);
  }

  private static Persona organic(Kind kind) {
    return switch (kind) {
      case PROLIFIC -> usual(kind, r(5, 14), r(0.9, 1.5), r(0.2, 0.5));
      case QUIET -> usual(kind, r(0.2, 0.7), r(0.9, 2.5), r(0.2, 0.6));
      case SEASONAL -> usual(kind, r(1, 4), r(0.9, 1.5), r(0.2, 0.5));
      case ACTS_WHEN_ASKED -> usual(kind, r(0.1, 0.4), r(0.9, 2.5), r(0.7, 1));
      case CARRIED_AWAY_BY_CAMPAIGNS -> usual(kind, r(0.8, 2.5), r(2, 3.5), r(0.3, 0.7));
      case TERSE ->
          new Persona(
              kind, r(1, 5), r(0.9, 2), r(0.2, 0.5), r(0.75, 0.95), r(0, .3), r(0, .05), r(0, .1));
      case CROSS_POSTER ->
          new Persona(
              kind, r(0.8, 3), r(0.9, 2), r(0.2, 0.5), r(0.2, 0.5), r(0, .3), r(0, .05), r(.3, .7));
      default -> usual(kind, r(0.7, 3), r(0.9, 2), r(0.2, 0.5));
    };
  }

  private static Persona usual(Kind kind, Range perMonth, Range inOffer, Range whenAsked) {
    return new Persona(
        kind, perMonth, inOffer, whenAsked, r(0.2, 0.6), r(0, 0.4), r(0, 0.06), r(0, 0.15));
  }

  private static Persona forRewards(Kind kind) {
    return switch (kind) {
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
              kind, r(.1, .4), r(10, 30), r(.1, .3), r(.7, .95), r(.6, .95), r(.1, .4), r(.4, .8));
      case COPY_PASTER ->
          new Persona(
              kind, r(.1, .4), r(8, 25), r(.1, .3), r(.4, .8), r(.1, .6), r(0, .2), r(.5, .9));
      case VAGUE_POSTER ->
          new Persona(
              kind, r(.1, .5), r(6, 20), r(.1, .4), r(.8, .98), r(.1, .5), r(0, .2), r(0, .2));
      case CAREFUL ->
          new Persona(
              kind, r(.05, .15), r(20, 50), r(.1, .4), r(.1, .4), r(0, .2), r(0, .1), r(0, .1));
      default ->
          new Persona(
              kind, r(.2, .6), r(5, 10), r(.2, .5), r(.4, .7), r(.2, .6), r(.1, .3), r(.05, .3));
    };
  }
}
