package dev.vouch.nudge.moment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each moment that time or a note brings, with lives in which it arises and in which it does not.
 */
class PassedRulesTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // A complaint that is made good and followed up, lately, with nothing else open.
        "RECOVERY  | complaint 20d, followed 2d 20d           | true",
        "RECOVERY  | incident 20d, followed 2d incident-20d | true",
        "RECOVERY  | complaint 20d                             | false",
        "RECOVERY  | complaint 40d, followed 20d 40d           | false",
        "RECOVERY  | complaint 20d, followed 2d 20d, complaint 1d | false",
        "RECOVERY  | praise 20d                                | false",
        // A year, or several, since the first act.
        "MILESTONE | act 366d                                  | true",
        "MILESTONE | act 732d, act 100d                        | true",
        "MILESTONE | act 360d                                  | false",
        "MILESTONE | act 400d                                  | false",
        "MILESTONE | praise 366d                               | false",
        // Something that moves them was learnt, of somebody who was warm.
        "NEW_MOTIVATOR | praise 30d, learnt 1d career          | true",
        "NEW_MOTIVATOR | act 30d, learnt 13d peers             | true",
        "NEW_MOTIVATOR | act 30d, learnt 15d peers             | false",
        "NEW_MOTIVATOR | complaint 30d, learnt 1d career       | false",
        "NEW_MOTIVATOR | act 30d                               | false",
        // A question that none of us has answered.
        "QUESTION  | question 5h                               | true",
        "QUESTION  | question 2d                               | true",
        "QUESTION  | question 3h                               | false",
        "QUESTION  | question 4d                               | false",
        "QUESTION  | question 5h answered                      | false",
        "QUESTION  | suggestion 5h                             | false",
        // Warm, and then nothing for two months.
        "SILENCE   | praise 90d, act 61d                       | true",
        "SILENCE   | praise 100d, praise 70d                   | true",
        "SILENCE   | praise 100d, praise 90d, question 62d     | true",
        "SILENCE   | praise 90d, act 59d                       | false",
        "SILENCE   | praise 61d                                | false",
        "SILENCE   | praise 90d, act 80d, complaint 61d        | false",
        "SILENCE   | praise 300d, act 61d                      | false",
        "SILENCE   | praise 120d, act 90d                      | false",
        "SILENCE   | neutral 90d, neutral 61d                  | false",
      })
  void moment_arises(Moment moment, String life, boolean arises) {
    assertThat(arisen(Life.of(life)).contains(moment)).isEqualTo(arises);
  }

  private static Set<Moment> arisen(Life life) {
    return life.rules().occasions().stream()
        .map(Occasion::moment)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Moment.class)));
  }

  @ParameterizedTest
  @CsvSource({"9,false", "10,true", "11,true", "24,true", "25,true"})
  void tenthHelpForAPeer_isAMilestone_whileItIsNew(int times, boolean arises) {
    String helps =
        IntStream.range(0, times)
            .mapToObj(i -> "peer_help %dd".formatted(i + 1))
            .collect(Collectors.joining(","));
    assertThat(arisen(Life.of(helps)).contains(Moment.MILESTONE))
        .isEqualTo(arises && times < 24 || times == 25);
  }

  @Test
  void sameLife_bringsTheSameOccasions_underTheSameIds() {
    String life = "praise 90d, act 61d, learnt 1d career, complaint 70d, followed 2d 70d";
    assertThat(Life.of(life).rules().occasions()).isEqualTo(Life.of(life).rules().occasions());
    assertThat(Life.of(life).rules().occasions()).extracting(Occasion::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "question 1h               | 3",
        "question 5h               | ",
        "praise 20d, praise 10d    | 1200",
        "praise 10d                | ",
        "act 360d                  | 120",
        "act 10d, question 3h      | 1",
        "neutral 3d                | ",
      })
  void nextLook_isWhenTimeMayBringSomething(String life, Integer hours) {
    Duration next =
        Life.of(life).rules().next().map(at -> Duration.between(Life.NOW, at)).orElse(null);
    assertThat(next).isEqualTo(hours == null ? null : Duration.ofHours(hours));
  }

  @Test
  void silence_isOver_onceTheySpeak() {
    Occasion silence = only(Life.of("praise 90d, act 61d"), Moment.SILENCE);
    assertThat(stands(silence, Life.of("praise 90d, act 61d"))).isTrue();
    assertThat(stands(silence, Life.of("praise 90d, act 61d, neutral 1h"))).isFalse();
  }

  @Test
  void question_isOver_onceOneOfUsHasAnswered() {
    Occasion question = only(Life.of("question 5h"), Moment.QUESTION);
    assertThat(stands(question, Life.of("question 5h"))).isTrue();
    assertThat(stands(question, Life.of("question 5h answered"))).isFalse();
  }

  @Test
  void recovery_isOver_onceSomethingElseGoesWrong() {
    Occasion recovery = only(Life.of("complaint 20d, followed 2d 20d"), Moment.RECOVERY);
    assertThat(stands(recovery, Life.of("complaint 20d, followed 2d 20d"))).isTrue();
    assertThat(stands(recovery, Life.of("complaint 20d, followed 2d 20d, complaint 1h"))).isFalse();
  }

  private static Occasion only(Life life, Moment moment) {
    return life.rules().occasions().stream()
        .filter(one -> one.moment() == moment)
        .findAny()
        .orElseThrow();
  }

  private static boolean stands(Occasion occasion, Life now) {
    var heard =
        now.evidence().heard().stream()
            .filter(one -> one.mention().equals(occasion.mention()))
            .findAny()
            .orElse(null);
    return PassedRules.stands(occasion, new Acted(now.contact(), null, heard), now.evidence());
  }

  @Test
  void whatIsNoted_isAReasonToLook_onlyWhereAMomentMayComeOfIt() {
    Relationship none = Relationship.none(Subject.person("UANA"));
    assertThat(PassedRules.bears(none, noted(none, Kind.FOLLOWED_UP))).isTrue();
    assertThat(PassedRules.bears(none, noted(none, Kind.RENEWED))).isTrue();
    assertThat(PassedRules.bears(none, none.movedBy(Motivator.CAREER, new Known("U", Life.NOW))))
        .isTrue();
    assertThat(PassedRules.bears(none, noted(none, Kind.HELP))).isFalse();
    Relationship renewed = noted(none, Kind.RENEWED);
    assertThat(PassedRules.bears(renewed, noted(renewed, Kind.ASK))).isFalse();
  }

  private static Relationship noted(Relationship before, Kind kind) {
    return before.with(LedgerEntry.moment(kind.wire() + before.ledger().size(), kind, Life.NOW));
  }

  @ParameterizedTest
  @CsvSource({"1,true", "13,true", "15,false"})
  void renewal_isNewsForAFortnight(int daysAgo, boolean arises) {
    Instant at = Life.NOW.minus(Duration.ofDays(daysAgo));
    Relationship account =
        Relationship.none(Subject.account("northwind"))
            .with(LedgerEntry.moment("renewed:2027-11-01", Kind.RENEWED, at));
    assertThat(Renewals.of(account, Life.NOW).isPresent()).isEqualTo(arises);
  }

  @Test
  void renewal_isTheMomentOfWhoeverSpokeUpMost() {
    assertThat(Renewals.voice(List.of(Life.of("praise 1d").contact()))).isEmpty();
    assertThat(
            Renewals.voice(
                List.of(
                    Life.of("act 1d").contact(),
                    Life.of("act 1d, act 2d").contact(),
                    Life.of("").contact())))
        .hasValueSatisfying(voice -> assertThat(voice.acts()).isEqualTo(2));
  }
}
