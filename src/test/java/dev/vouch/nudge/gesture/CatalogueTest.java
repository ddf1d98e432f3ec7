package dev.vouch.nudge.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Driver;
import dev.vouch.nudge.moment.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which gesture suits whom. */
class CatalogueTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final String ANA = "UANA";
  private static final Relationship NOBODY = Relationship.none(Subject.person(ANA));
  private static final Set<Gesture> ALL = EnumSet.allOf(Gesture.class);

  private static Catalogue at(Moment moment, Relationship between) {
    return new Catalogue(moment, ALL, between, RoleRules.FREE, Set.of(), List.of(), true);
  }

  private static Relationship agreed(Relationship between, Topic... topics) {
    Relationship more = between;
    for (Topic topic : topics) {
      more = more.with(new Consent(topic, Answer.AGREED, NOW, "1", ANA));
    }
    return more;
  }

  private static Gesture best(Catalogue catalogue) {
    return catalogue.best(Gesture::ordinal).orElseThrow().gesture();
  }

  @Test
  void theirOwnWord_goesBeforeOurs_andOursBeforeTheWordsTheyChose() {
    Relationship both =
        NOBODY
            .movedBy(Motivator.CAREER, new Known("UREP", NOW))
            .movedBy(Motivator.INFLUENCE, new Known(ANA, NOW));
    assertThat(best(at(Moment.ACT, both)).motivators()).contains(Motivator.INFLUENCE);

    Relationship ours = NOBODY.movedBy(Motivator.CAREER, new Known("UREP", NOW));
    Catalogue spoken =
        new Catalogue(
            Moment.ACT, ALL, ours, RoleRules.FREE, Set.of(Driver.COOLNESS), List.of(), true);
    assertThat(best(spoken).motivators()).contains(Motivator.CAREER);
    Catalogue words =
        new Catalogue(
            Moment.ACT, ALL, NOBODY, RoleRules.FREE, Set.of(Driver.COOLNESS), List.of(), true);
    assertThat(best(words).drivers()).contains(Driver.COOLNESS);
  }

  @Test
  void itSaysWhy() {
    Relationship moved = NOBODY.movedBy(Motivator.CAREER, new Known("UREP", NOW));
    assertThat(at(Moment.ACT, moved).best(Gesture::ordinal).orElseThrow().why())
        .isEqualTo("What moves them is career: one of us noted it on 18 November 2026.");
    assertThat(at(Moment.ACT, NOBODY).best(Gesture::ordinal).orElseThrow().why())
        .startsWith("We do not know yet what moves them");
  }

  @Test
  void whatWasSuggestedLast_isNotSuggestedNext() {
    Relationship moved = NOBODY.movedBy(Motivator.EXPERIENCE, new Known(ANA, NOW));
    List<Gesture> before = new ArrayList<>();
    for (int time = 0; time < 30; time++) {
      Catalogue now =
          new Catalogue(
              Moment.SMALL_WIN, ALL, moved, RoleRules.FREE, Set.of(), List.copyOf(before), true);
      Gesture next = best(now);
      assertThat(before.isEmpty() || before.get(0) != next).isTrue();
      before.add(0, next);
    }
    assertThat(Set.copyOf(before)).hasSizeGreaterThan(1);
  }

  @Test
  void whatOthersSee_needsAYes_andNothingIsDoneAfterANo() {
    assertThat(everything(Moment.MILESTONE, NOBODY)).noneMatch(Gesture::needsConsent);
    Relationship yes = agreed(NOBODY, Topic.RECOGNITION, Topic.TALKS);
    assertThat(everything(Moment.MILESTONE, yes))
        .contains(Gesture.SPOTLIGHT, Gesture.TALK_SLOT, Gesture.EXEC_INTERVIEW);
    Relationship no = NOBODY.with(new Consent(Topic.SURPRISES, Answer.DECLINED, NOW, "1", ANA));
    assertThat(everything(Moment.ACT, no)).noneMatch(one -> one.topic() == Topic.SURPRISES);
  }

  /** All that can come out, whatever the lot. */
  private static Set<Gesture> everything(Moment moment, Relationship between) {
    Set<Gesture> all = EnumSet.noneOf(Gesture.class);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      at(moment, between)
          .best(one -> random.nextInt())
          .ifPresent(
              advice -> {
                all.add(advice.gesture());
                all.addAll(advice.others());
              });
    }
    return all;
  }

  @Test
  void smallGift_isTheLastResort_andOnlyWhereRulesAllowIt() {
    Relationship yes =
        agreed(NOBODY, Topic.SURPRISES).movedBy(Motivator.EXPERIENCE, new Known(ANA, NOW));
    Set<Gesture> two = Set.of(Gesture.SMALL_GIFT, Gesture.THANK_YOU);
    Catalogue allowed =
        new Catalogue(Moment.ACT, two, yes, RoleRules.FREE, Set.of(), List.of(), true);
    assertThat(allowed.best(Gesture::ordinal).orElseThrow())
        .satisfies(
            advice -> {
              assertThat(advice.gesture()).isEqualTo(Gesture.THANK_YOU);
              assertThat(advice.others()).containsExactly(Gesture.SMALL_GIFT);
            });
    Catalogue denied =
        new Catalogue(
            Moment.ACT,
            Set.of(Gesture.SMALL_GIFT),
            yes,
            RoleRules.FREE,
            Set.of(),
            List.of(),
            false);
    assertThat(denied.best(Gesture::ordinal)).isEmpty();
  }

  @Test
  void roleThatRulesATopicOut_rulesItsGesturesOut() {
    RoleRules influencer = RoleRules.of(Set.of(Role.INFLUENCER));
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Optional<Advice> advice =
          new Catalogue(Moment.ACT, ALL, NOBODY, influencer, Set.of(), List.of(), true)
              .best(one -> random.nextInt());
      assertThat(advice.orElseThrow().gesture().topic()).isNotEqualTo(Topic.SURPRISES);
    }
  }

  /** Over every kind of company, person and past. */
  @ParameterizedTest
  @EnumSource(Moment.class)
  void whatTheCompanyCannotOffer_isNeverSuggested(Moment moment) {
    Random random = new Random(moment.ordinal());
    for (int i = 0; i < 3_000; i++) {
      Set<Gesture> offered = some(Gesture.values(), random);
      Relationship between = NOBODY;
      for (Motivator motivator : some(Motivator.values(), random)) {
        between = between.movedBy(motivator, new Known(random.nextBoolean() ? ANA : "UREP", NOW));
      }
      for (Topic topic : some(Topic.values(), random)) {
        between =
            between.with(
                new Consent(
                    topic, random.nextBoolean() ? Answer.AGREED : Answer.DECLINED, NOW, "1", ANA));
      }
      Relationship stands = between;
      List<Gesture> before = List.copyOf(some(Gesture.values(), random));
      Catalogue catalogue =
          new Catalogue(
              moment,
              offered,
              stands,
              RoleRules.FREE,
              some(Driver.values(), random),
              before,
              random.nextBoolean());
      catalogue
          .best(one -> random.nextInt())
          .ifPresent(
              advice ->
                  assertThat(Stream.concat(Stream.of(advice.gesture()), advice.others().stream()))
                      .doesNotHaveDuplicates()
                      .hasSizeLessThanOrEqualTo(3)
                      .allSatisfy(
                          one -> {
                            assertThat(offered).contains(one);
                            assertThat(one.suits(moment)).isTrue();
                            assertThat(before.stream().limit(1)).doesNotContain(one);
                            Consent said = stands.consents().get(one.topic());
                            assertThat(said == null ? !one.needsConsent() : said.agreed()).isTrue();
                          }));
    }
  }

  private static <T extends Enum<T>> Set<T> some(T[] all, Random random) {
    return Arrays.stream(all)
        .filter(one -> random.nextBoolean())
        .collect(java.util.stream.Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Motivator.class)
  void everyMotivator_isServedByMoreThanOneGestureThatAnyCompanyCanOffer_orMayAdd(
      Motivator motivator) {
    assertThat(ALL).filteredOn(one -> one.motivators().contains(motivator)).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"OFFER", "UNDISCLOSED", "FOR_A_COMPETITOR"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyMomentOfASuggestion_hasOneThatAnyCompanyCanOffer_toSomebodyUnasked(Moment moment) {
    Catalogue usual =
        new Catalogue(moment, Gesture.USUAL, NOBODY, RoleRules.FREE, Set.of(), List.of(), false);
    assertThat(usual.best(Gesture::ordinal)).isPresent();
  }

  @Test
  void lot_spreadsGesturesEvenly_whereNothingIsKnown() {
    Random random = new Random(1);
    List<Gesture> chosen =
        Stream.generate(() -> at(Moment.ACT, NOBODY).best(one -> random.nextInt()).orElseThrow())
            .limit(2_000)
            .map(Advice::gesture)
            .toList();
    Set<Gesture> kinds = Set.copyOf(chosen);
    assertThat(kinds).hasSizeGreaterThan(3);
    assertThat(kinds)
        .allSatisfy(
            kind ->
                assertThat(chosen)
                    .filteredOn(kind::equals)
                    .hasSizeGreaterThan(2_000 / kinds.size() / 2));
  }
}
