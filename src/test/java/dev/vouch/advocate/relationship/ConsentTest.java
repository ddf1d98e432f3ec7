package dev.vouch.advocate.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent.Answer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose word counts. */
class ConsentTest {
  private static final String ANA = "U0ANA";
  private static final String REP = "U0MAYA";

  private static Consent said(String by, Answer answer, int at) {
    return new Consent(Topic.REVIEWS, answer, Instant.ofEpochSecond(at), Consent.TOLD, by);
  }

  /** Who said what when, first and then; and whose counts. */
  @ParameterizedTest
  @CsvSource({
    "U0MAYA, 1, U0MAYA, 2, second",
    "U0MAYA, 2, U0MAYA, 1, first",
    "U0MAYA, 1, U0ANA, 2, second",
    "U0MAYA, 2, U0ANA, 1, second",
    "U0ANA, 1, U0MAYA, 2, first",
    "U0ANA, 2, U0MAYA, 1, first",
    "U0ANA, 1, U0ANA, 2, second",
    "U0ANA, 2, U0ANA, 1, first"
  })
  void ownWord_standsOverOurs_andTheLaterOverTheEarlier(
      String by, int at, String thenBy, int thenAt, String counts) {
    Relationship now =
        Relationship.none(Subject.person(ANA))
            .answered(said(by, Answer.AGREED, at), "a", null)
            .answered(said(thenBy, Answer.DECLINED, thenAt), "b", null);
    assertThat(now.consents().get(Topic.REVIEWS).answer())
        .isEqualTo(counts.equals("first") ? Answer.AGREED : Answer.DECLINED);
    assertThat(now.entries(Kind.AGREED, Kind.DECLINED)).hasSize(counts.equals("first") ? 1 : 2);
  }

  @Test
  void sameCauseAgain_changesNothing() {
    Relationship once =
        Relationship.none(Subject.person(ANA))
            .answered(said(ANA, Answer.AGREED, 1), "a", null)
            .answered(said(ANA, Answer.DECLINED, 2), "b", null);
    assertThat(once.answered(said(ANA, Answer.AGREED, 3), "a", null)).isEqualTo(once);
  }

  @Test
  void nobodyAgrees_whoOnlyAgreedToATopic() {
    Relationship now =
        Relationship.none(Subject.person(ANA)).answered(said(REP, Answer.AGREED, 1), "a", "yes");
    assertThat(now.agreesTo(Topic.REVIEWS)).isFalse();
    assertThat(now.entries(Kind.AGREED).get(0).note().words()).isEqualTo("yes");
  }
}
