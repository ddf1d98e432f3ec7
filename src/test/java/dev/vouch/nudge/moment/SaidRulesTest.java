package dev.vouch.nudge.moment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.standing.Evidence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each moment that arises with words, with words of which it arises and of which it does not. */
class SaidRulesTest {

  /** The newest of a life is what was just said. */
  @ParameterizedTest(name = "{0}, specific {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "act 0h                  | false | FIRST_ACT UNDISCLOSED",
        "act 0h                  | true  | FIRST_ACT UNDISCLOSED",
        "act 0h, act 9d          | true  | ACT UNDISCLOSED",
        "defence 0h              | false | DEFENCE UNDISCLOSED",
        "defence 0h, act 9d      | false | DEFENCE UNDISCLOSED",
        "reference_call 0h       | false | OFFER UNDISCLOSED",
        "peer_help 0h, act 9d    | false | ACT UNDISCLOSED",
        "praise 0h               | true  | SMALL_WIN",
        "praise 0h               | false | ''",
        "question 0h             | true  | ''",
        "complaint 0h            | true  | ''",
        "neutral 0h              | true  | ''",
      })
  void words_areAMoment(String life, boolean specific, String moments) {
    List<Moment> wanted =
        Arrays.stream(moments.split(" "))
            .filter(one -> !one.isEmpty())
            .map(Moment::valueOf)
            .toList();
    assertThat(SaidRules.of(acted(life), specific))
        .extracting(Occasion::moment)
        .containsExactlyElementsOf(wanted);
  }

  @ParameterizedTest(name = "{0} stands on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ACT       | act 0h      | true",
        "ACT       | praise 0h   | false",
        "DEFENCE   | praise 0h   | false",
        "SMALL_WIN | praise 0h   | true",
        "SMALL_WIN | act 0h      | true",
        "SMALL_WIN | neutral 0h  | false",
        "QUESTION  | question 0h | true",
        "QUESTION  | praise 0h   | false",
        "SILENCE   | neutral 0h  | true",
      })
  void moment_standsAsLongAsTheWordsDo(Moment moment, String life, boolean stands) {
    assertThat(SaidRules.stands(moment, acted(life))).isEqualTo(stands);
    assertThat(SaidRules.stands(moment, new Acted(Life.of(life).contact(), null, null))).isFalse();
  }

  private static Acted acted(String lines) {
    Life life = Life.of(lines);
    Evidence evidence = life.evidence();
    return new Acted(
        life.contact(), evidence.acts().stream().findFirst().orElse(null), evidence.heard().get(0));
  }
}
