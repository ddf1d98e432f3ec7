package dev.vouch.classify.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.Incentives;
import dev.vouch.classify.Promotion;
import dev.vouch.classify.Purposes;
import dev.vouch.classify.context.OwnWords;
import dev.vouch.classify.text.Lines;
import dev.vouch.classify.train.Corpus;
import dev.vouch.classify.train.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text must hold for an expression to be found in it. */
class TelltalesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "just get it # just get it",
        "\\b(?:just|only) get\\b # just get;only get",
        "(?<!not |never )\\b(?:worth it|bargain)\\b # worth it;bargain",
        "\\w{1,20} recommend(?:ed|able)? # ' recommend'",
        "can'?t say # can't say;cant say",
        "organi[sz]ation # organisation;organization",
        "no[- ]brainer # no-brainer;no brainer",
        "(?:very )?(?:good|great) value # good value;great value",
        "(?=switch)(?!switchboard)move # move",
        "(?:ab|cd){2,3} of # ' of'",
        "price \\(net\\) # price (net)",
        "a (?:\\w+ )?deal|bargain # deal;bargain"
      })
  void everyMatch_holdsOneOfThePieces(String regex, String pieces) {
    assertThat(Telltales.of(regex)).containsExactlyInAnyOrder(pieces.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-z]+",
        "(?:just )?",
        "worth it|\\d{2}",
        "x",
        "(?i)just get it",
        "(?<word>just) get \\k<word>",
        "(just) get \\1",
        "\\Qjust get it\\E",
        "[a-z&&[^b]] just get it",
        "\\x41bc"
      })
  void expressionThatTellsNothing_orIsNotUnderstood_isTriedEverywhere(String regex) {
    assertThat(Telltales.of(regex)).isEmpty();
  }

  /** Rules of all kinds, each as it stands in its file. */
  static Stream<String> rules() {
    return Stream.of(
            rules(Cue.class, "cues.tsv", 2),
            rules(Incentives.class, "incentives.tsv", 2),
            rules(Promotion.class, "promotions.tsv", 2),
            rules(Purposes.class, "purposes.tsv", 2),
            rules(OwnWords.class, "turns.tsv", 1))
        .flatMap(List::stream);
  }

  private static List<String> rules(Class<?> owner, String file, int column) {
    return Lines.ofResource(owner, file).stream().map(line -> line.split("\t")[column]).toList();
  }

  @Test
  void everyRule_isFoundInTheSameTexts_asWithoutTelltales() throws IOException {
    List<String> texts = everyTenthText();
    assertThat(rules().map(Phrase::of))
        .allSatisfy(
            phrase ->
                assertThat(texts)
                    .filteredOn(phrase::isIn)
                    .isEqualTo(
                        texts.stream()
                            .filter(text -> phrase.pattern().matcher(text).find())
                            .toList()));
  }

  private static List<String> everyTenthText() throws IOException {
    List<LabelledText> all = Corpus.read(Path.of("models/corpus")).written();
    return IntStream.range(0, all.size() / 10)
        .mapToObj(i -> Cue.fold(all.get(i * 10).text()))
        .toList();
  }

  @Test
  void nearlyEveryRule_hasTelltales() {
    List<String> without = rules().filter(rule -> Telltales.of(rule).isEmpty()).toList();
    assertThat(without).hasSizeLessThan((int) rules().count() / 10);
  }

  @Test
  void piecesThatHoldOthers_areLeftOut() {
    assertThat(Telltales.of("payment|pay|paying")).containsExactly("pay");
  }
}
