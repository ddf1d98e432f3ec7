package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.text.Lines;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an act of advocacy is and what it is after is read as a careful reader reads it. */
class PurposesTest {
  private static final double FLOOR = 0.85;
  private static final List<Labelled> LABELLED =
      Lines.ofResource(PurposesTest.class, "kinds.tsv").stream().map(Labelled::parse).toList();

  private record Labelled(ActKind kind, Aim aim, String text) {
    static Labelled parse(String line) {
      String[] parts = line.split("\t", -1);
      return new Labelled(ActKind.fromWire(parts[0]), Aim.fromWire(parts[1]), parts[2]);
    }
  }

  static List<Cue> rules() {
    return Purposes.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_decidesItsExample(Cue rule) {
    assertThat(rule.isIn(Cue.fold(rule.example()))).isTrue();
    assertThat(rule.isIn("ghwqx zxvbn")).isFalse();
    Purpose read = Purposes.of(rule.example());
    assertThat(List.of(read.kind().wire(), read.aim().wire())).contains(rule.label());
  }

  @Test
  void rules_haveNamesOfTheirOwnAndKnownLabels() {
    List<String> known =
        Stream.concat(
                Arrays.stream(ActKind.values()).map(ActKind::wire),
                Arrays.stream(Aim.values()).map(Aim::wire))
            .toList();
    assertThat(rules()).extracting(Cue::name).doesNotHaveDuplicates();
    assertThat(rules()).extracting(Cue::label).allMatch(known::contains);
  }

  @Test
  void kind_isReadRightly() {
    assertThat(LABELLED).hasSizeGreaterThanOrEqualTo(80);
    assertThat(share(one -> Purposes.of(one.text()).kind() == one.kind()))
        .isGreaterThanOrEqualTo(FLOOR);
  }

  @Test
  void aim_isReadRightly() {
    assertThat(share(one -> Purposes.of(one.text()).aim() == one.aim()))
        .isGreaterThanOrEqualTo(FLOOR);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindAndAim_isInTheLabelledFile(ActKind kind) {
    assertThat(LABELLED).extracting(Labelled::kind).contains(kind);
    assertThat(LABELLED).extracting(Labelled::aim).contains(Aim.values());
  }

  @ParameterizedTest
  @CsvSource({"You should have one, recommendation, buy", "'', recommendation, buy"})
  void whatNothingSays_isRecommendationToBuy(String text, String kind, String aim) {
    Purpose usual = new Purpose(ActKind.fromWire(kind), Aim.fromWire(aim));
    assertThat(Purposes.of(text)).isEqualTo(usual).isEqualTo(Purpose.USUAL);
  }

  @Test
  void kindThatIsKnown_keepsItsUsualAim_unlessTheWordsSayAnother() {
    assertThat(Purposes.aim(ActKind.TALK, "")).isEqualTo(Aim.LEARN);
    assertThat(Purposes.aim(ActKind.TALK, "I'd go on stage with you")).isEqualTo(Aim.VOUCH);
    assertThat(Purposes.aim(ActKind.REFERENCE_CALL, "try it")).isEqualTo(Aim.VOUCH);
  }

  private static double share(Predicate<Labelled> right) {
    return LABELLED.stream().filter(right).count() / (double) LABELLED.size();
  }
}
