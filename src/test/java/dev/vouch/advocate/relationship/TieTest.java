package dev.vouch.advocate.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Weighed;
import dev.vouch.advocate.Wording;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tie means for what is said under it, and what trends say. */
class TieTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private static Tie tie(Tie.Kind kind, int from, @Nullable Integer until) {
    return new Tie(
        kind + ":" + from, kind, "it", day(from), until == null ? null : day(until), "UREP");
  }

  private static AdvocacyAct act(int day, Disclosure disclosure) {
    return new AdvocacyAct(
        new MentionId("C1", SlackTime.ts(day(day))),
        "U1",
        Purpose.USUAL,
        0.9,
        Set.<Driver>of(),
        List.of(),
        new Wording(disclosure, true),
        "link",
        null);
  }

  private static double weight(Relationship between, List<AdvocacyAct> acts, Instant now) {
    return Weighed.sum(between.weighed(acts, between.ledger(), now));
  }

  @ParameterizedTest
  @CsvSource({
    "GIFT, 100, , 99, false",
    "GIFT, 100, , 100, true",
    "GIFT, 100, , 465, true",
    "GIFT, 100, , 466, false",
    "CASH, 100, , 466, false",
    "EMPLOYMENT, 100, , 2000, true",
    "ACCESS, 100, , 2000, true",
    "PARTNER, 100, 200, 565, true",
    "PARTNER, 100, 200, 566, false"
  })
  void tie_bearsWhileItHolds_andAYearAfterwards(
      Tie.Kind kind, int from, Integer until, int said, boolean bears) {
    assertThat(tie(kind, from, until).bearsOn(day(said))).isEqualTo(bears);
  }

  @Test
  void tiedAct_weighsAsIfRewarded_andHalfOfThatUndisclosed() {
    Relationship free = Relationship.none(Subject.person("U1"));
    Relationship tied = free.with(tie(Tie.Kind.GIFT, 0, null));

    assertThat(weight(free, List.of(act(5, Disclosure.NOTHING)), day(5))).isEqualTo(1);
    assertThat(weight(tied, List.of(act(5, Disclosure.SAID)), day(5))).isCloseTo(0.3, within(1e-9));
    assertThat(weight(tied, List.of(act(5, Disclosure.NOTHING)), day(5)))
        .isCloseTo(0.15, within(1e-9));
    assertThat(weight(tied, List.of(act(5, Disclosure.SHOWN)), day(5)))
        .isCloseTo(0.15, within(1e-9));
  }

  @Test
  void confirmedPattern_leavesAQuarter() {
    Relationship free = Relationship.none(Subject.person("U1"));
    List<AdvocacyAct> acts = List.of(act(5, Disclosure.NOTHING));
    assertThat(weight(free.ruled(new Ruling(true, "UREP", day(6))), acts, day(5))).isEqualTo(0.25);
    assertThat(weight(free.ruled(new Ruling(false, "UREP", day(6))), acts, day(5))).isEqualTo(1);
  }

  @Property
  void moreTies_neverRaiseWeight_andDisclosingNeverLowersIt(
      @ForAll @Size(max = 6) List<@IntRange(max = 900) Integer> ties,
      @ForAll @IntRange(max = 900) int more,
      @ForAll Tie.Kind kind,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 900) Integer> acts) {
    Relationship fewer = Relationship.none(Subject.person("U1"));
    for (int from : ties) {
      fewer = fewer.with(tie(Tie.Kind.values()[from % 7], from, from % 2 == 0 ? null : from + 9));
    }
    Relationship all = fewer.with(tie(kind, more, null));
    List<AdvocacyAct> said = new ArrayList<>();
    List<AdvocacyAct> disclosed = new ArrayList<>();
    for (int at : acts) {
      AdvocacyAct act = act(at, Disclosure.values()[at % 3]);
      said.add(act);
      disclosed.add(all.tiesOn(act.at()).isEmpty() ? act : act(at, Disclosure.SAID));
    }

    assertThat(weight(all, said, day(1_000))).isLessThanOrEqualTo(weight(fewer, said, day(1_000)));
    assertThat(weight(all, disclosed, day(1_000)))
        .isGreaterThanOrEqualTo(weight(all, said, day(1_000)));
  }

  @Test
  void trend_comparesTheLastNinetyDaysWithThoseBefore() {
    Trend trend =
        Trend.of(
            List.of(
                heard(300, Intent.WARNING, false),
                heard(290, Intent.COMPLAINT, false),
                heard(280, Intent.COMPLAINT, false),
                heard(270, Intent.COMPLAINT, true),
                heard(260, Intent.NEUTRAL, false),
                heard(180, Intent.ADVOCACY, false),
                heard(10, Intent.PRAISE, false)),
            day(300));

    assertThat(trend.sentence())
        .isEqualTo(
            "In the last 90 days: complaint 2, warning 1; in the 90 days before: advocacy 1.");
    assertThat(Trend.of(List.of(), day(1)).sentence())
        .isEqualTo("In the last 90 days: nothing; in the 90 days before: nothing.");
  }

  private static Heard heard(int day, Intent intent, boolean unsure) {
    return new Heard(
        new MentionId("C1", SlackTime.ts(day(day))),
        "U1",
        intent,
        Intent.PRAISE,
        0.9,
        Sentiment.NEUTRAL,
        unsure,
        false,
        List.of(),
        "link",
        "rule 1",
        null);
  }
}
