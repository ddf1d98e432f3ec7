package dev.vouch.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Advocacy, and nothing else, has a purpose; for a competitor it is none of ours. */
class JudgementTest {
  private static final Purpose TRIED = new Purpose(ActKind.REVIEW, Aim.TRY);

  private static Judgement judged(Intent intent, @Nullable Purpose purpose, boolean competitor) {
    return new Judgement(
        intent,
        0.9,
        Map.of(intent, 0.9),
        Sentiment.POSITIVE,
        Map.of(Sentiment.POSITIVE, 1.0),
        Set.of(),
        Disclosure.NOTHING,
        false,
        false,
        List.of(),
        "rule 1",
        purpose,
        competitor);
  }

  @Test
  void advocacyWithoutPurpose_andPurposeWithoutAdvocacy_cannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> judged(Intent.ADVOCACY, null, false));
    assertThatIllegalArgumentException().isThrownBy(() -> judged(Intent.PRAISE, TRIED, false));
  }

  @Test
  void purpose_isGivenToAdvocacyAlone() {
    Judgement praise = judged(Intent.PRAISE, null, false);
    assertThat(praise.withPurpose(TRIED)).isEqualTo(praise);
    assertThat(judged(Intent.ADVOCACY, Purpose.USUAL, false).withPurpose(TRIED).purpose())
        .isEqualTo(TRIED);
  }

  @Test
  void advocacyForACompetitor_isNotOurs() {
    Judgement ours = judged(Intent.ADVOCACY, TRIED, false);
    assertThat(ours.isAdvocacy()).isTrue();
    assertThat(ours.withCompetitor(true).isAdvocacy()).isFalse();
    assertThat(ours.withCompetitor(true).withCompetitor(false)).isEqualTo(ours);
    assertThat(judged(Intent.PRAISE, null, false).withCompetitor(true).competitor()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void kind_isFoundByItsWireName_andHasAUsualAim(ActKind kind) {
    assertThat(ActKind.fromWire(kind.wire())).isEqualTo(kind);
    assertThat(Purpose.of(kind).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void aim_isFoundByItsWireName(Aim aim) {
    assertThat(Aim.fromWire(aim.wire())).isEqualTo(aim);
  }

  @Test
  void whatBecomesAdvocacy_hasAPurpose_andWhatIsNoneAnyMoreHasNot() {
    Judgement ours = judged(Intent.ADVOCACY, TRIED, false);
    Judgement praise = judged(Intent.PRAISE, null, false);
    assertThat(readAs(praise, Intent.ADVOCACY).purpose()).isEqualTo(Purpose.USUAL);
    assertThat(readAs(ours, Intent.ADVOCACY).purpose()).isEqualTo(TRIED);
    assertThat(readAs(ours, Intent.AMPLIFICATION).purpose()).isNull();
  }

  @Test
  void wordsForACompetitor_stayTheirs_howeverTheyAreRead() {
    Judgement theirs = judged(Intent.ADVOCACY, TRIED, true);
    assertThat(readAs(theirs, Intent.ADVOCACY).isAdvocacy()).isFalse();
    assertThat(readAs(theirs, Intent.AMPLIFICATION).competitor()).isFalse();
    assertThat(theirs.countsAs()).isEqualTo(Intent.WARNING);
  }

  private static Judgement readAs(Judgement judgement, Intent other) {
    return judgement.readAs(other, 0.85, Sentiment.POSITIVE);
  }
}
