package dev.vouch.nudge.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.wording.Phrases.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the linter points out and leaves alone: each sentence of ours, and figures on those held
 * out.
 */
class LinterTest {

  /** A sentence and what it is: transactional, vague or fine. */
  record Sentence(String label, String text) {
    static List<Sentence> of(String file) throws IOException {
      return Files.readAllLines(Path.of("src/test/resources/wording", file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Sentence(cells[0], cells[1]))
          .toList();
    }

    boolean found(String wanted) {
      return Linter.check(text).stream()
          .anyMatch(one -> one.flaw().isTransactional() == wanted.equals("transactional"));
    }
  }

  static Stream<Sentence> written() throws IOException {
    return Sentence.of("written.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("written")
  void sentence_isTakenForWhatItIs(Sentence sentence) {
    assertThat(sentence.found("transactional")).isEqualTo(sentence.label().equals("transactional"));
    if (!sentence.label().equals("transactional")) {
      assertThat(sentence.found("vague")).isEqualTo(sentence.label().equals("vague"));
    }
  }

  @ParameterizedTest
  @CsvSource({"transactional, 0.95, 0.90", "vague, 0.95, 0.95"})
  void heldOutSentences_areTakenForWhatTheyAre(String label, double precision, double recall)
      throws IOException {
    List<Sentence> all = Sentence.of("heldout.tsv");
    List<Sentence> said =
        all.stream()
            .filter(one -> !label.equals("vague") || !one.label().equals("transactional"))
            .filter(one -> one.found(label))
            .toList();
    double right = said.stream().filter(one -> one.label().equals(label)).count();
    double there = all.stream().filter(one -> one.label().equals(label)).count();
    assertThat(right / said.size()).isGreaterThanOrEqualTo(precision);
    assertThat(right / there).isGreaterThanOrEqualTo(recall);
  }

  static Stream<Phrase> phrases() {
    return Phrases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void phrase_isFoundInItsExample(Phrase phrase) {
    Pattern pattern = Pattern.compile(Phrases.compiled(phrase.pattern()));
    assertThat(pattern.matcher(Phrases.fold(phrase.example())).find()).isTrue();
  }

  @Test
  void finding_saysWhereWhyAndWhatToDo() {
    String note = "Dear Ana, if you leave us a review, we’ll send you a gift card. See you";
    List<Finding> findings = Linter.check(note);
    Finding paid =
        findings.stream().filter(one -> one.flaw() == Flaw.PAID_ACT).findFirst().orElseThrow();
    assertThat(paid.words()).isEqualTo(note.substring(paid.start(), paid.end()));
    assertThat(paid.words()).startsWith("leave us a review").endsWith("gift card");
    assertThat(paid.flaw().reason()).contains("reads like pay");
    assertThat(paid.flaw().advice()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "🎉", "👍👍"})
  void nothing_isSaidOfNothing(String note) {
    assertThat(Linter.check(note)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ganz herzlichen Dank für die Hilfe beim Import der Filialen in Lyon!",
        "Merci d'avoir expliqué les relances à Tomas jeudi dernier.",
        "先週の説明、とても助かりました。"
      })
  void otherLanguages_areLeftAlone(String note) {
    assertThat(Linter.check(note)).isEmpty();
  }

  @Test
  void longAndOddNotes_areCheckedQuickly() {
    String hostile =
        "if you ".repeat(2_000) + "in return " + "a ".repeat(3_000) + "‘".repeat(2_000);
    long before = System.nanoTime();
    Linter.check(hostile);
    assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
  }
}
