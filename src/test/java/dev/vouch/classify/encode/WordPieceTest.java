package dev.vouch.classify.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cutting text into pieces, with a vocabulary small enough to see through. */
class WordPieceTest {
  private static final List<String> VOCABULARY =
      List.of(
          "[PAD]",
          "[UNK]",
          "[CLS]",
          "[SEP]",
          "we",
          "love",
          "##ly",
          "cafe",
          "naive",
          "!",
          "'",
          "t",
          "don",
          "un",
          "##believ",
          "##able",
          "日",
          "本",
          "a",
          "##a",
          "##aa",
          "東",
          "$",
          "9",
          "—",
          "i",
          "istanbul",
          "strasse",
          "love##");

  private static WordPiece pieces;

  @BeforeAll
  static void read() throws IOException {
    pieces = read(String.join("\n", VOCABULARY));
  }

  private static WordPiece read(String vocabulary) throws IOException {
    return WordPiece.read(new ByteArrayInputStream(vocabulary.getBytes(StandardCharsets.UTF_8)));
  }

  private static String cut(String text) {
    return String.join(
        " ", Arrays.stream(pieces.cut(text, 100).ids()).mapToObj(VOCABULARY::get).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "we love|we love",
        "WE Love|we love",
        "lovely!!!|love ##ly ! ! !",
        "unbelievable|un ##believ ##able",
        "don't|don ' t",
        "$9|$ 9",
        "café CAFÉ cafe\u0301|cafe cafe cafe",
        "naïve|naive",
        "we—love|we — love",
        "日本|日 本",
        "we日love|we 日 love",
        "İstanbul|istanbul",
        "we😀love|[UNK]",
        "we 😀 love|we [UNK] love",
        "zebra we|[UNK] we",
        "aaaa|a ##aa ##a",
        "we\u0000 lo\u200bve\u00ad|we love",
        "we\u00a0love|we love",
      })
  void text_isCutAsBertCutsIt(String text, String expected) {
    assertThat(cut(text)).isEqualTo("[CLS] " + expected + " [SEP]");
  }

  @Test
  void blanks_partWords() {
    assertThat(cut(" \n We\tLOVE\r\n")).isEqualTo("[CLS] we love [SEP]");
  }

  @Test
  void nothing_isStartAndEnd() {
    assertThat(cut("")).isEqualTo("[CLS] [SEP]");
    assertThat(cut(" \u0301\u200b ")).isEqualTo("[CLS] [SEP]");
  }

  @Test
  void places_areThoseOfTheText() {
    String text = "We  CAFÉ, unbelievable 😀!";
    Pieces cut = pieces.cut(text, 100);
    List<String> words =
        IntStream.range(0, cut.count())
            .mapToObj(
                i -> cut.starts()[i] < 0 ? "" : text.substring(cut.starts()[i], cut.ends()[i]))
            .toList();
    assertThat(words).containsExactly("", "We", "CAFÉ", ",", "un", "believ", "able", "😀", "!", "");
  }

  @Test
  void partedAccent_isNotLost() {
    Pieces cut = pieces.cut("cafe\u0301 we", 100);
    assertThat(cut.starts()).containsExactly(-1, 0, 6, -1);
  }

  @Test
  void longRunOfLetters_isUnknown() {
    assertThat(cut("a".repeat(100))).doesNotContain("[UNK]");
    assertThat(cut("a".repeat(101))).isEqualTo("[CLS] [UNK] [SEP]");
  }

  @Test
  void limit_cutsTheEndOff_notTheMarks() {
    Pieces cut = pieces.cut("we love ".repeat(50), 8);
    assertThat(cut.count()).isEqualTo(8);
    assertThat(cut.ids()[0]).isEqualTo(2);
    assertThat(cut.ids()[7]).isEqualTo(3);
    assertThat(pieces.cut("we unbelievable", 4).ids()).containsExactly(2, 4, 13, 3);
    assertThat(pieces.cut("we", 2).ids()).containsExactly(2, 3);
  }

  @Test
  void manyPieces_growTheRoom() {
    Pieces cut = pieces.cut("we ".repeat(400), 1_000);
    assertThat(cut.count()).isEqualTo(402);
    assertThat(cut.starts()[401]).isEqualTo(-1);
    assertThat(cut.starts()[400]).isEqualTo(399 * 3);
  }

  @Test
  void unjoinedSurrogates_areNoError() {
    assertThat(cut("we \uD83D love")).contains("we").contains("love");
  }

  @Test
  void vocabularyWithoutMarks_isRefused() {
    assertThatThrownBy(() -> read("a\nb"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("[CLS]");
  }
}
