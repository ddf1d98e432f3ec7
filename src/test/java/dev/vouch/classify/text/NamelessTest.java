package dev.vouch.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking names out of a text, and finding back to what stood there. */
class NamelessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask @dana.|ask @someone.",
        "@dana, @jo-anne and @x|@someone, @someone and @someone",
        "RT @lumo: nice|RT @someone: nice",
        "an @ alone, and @@|an @ alone, and @@",
        "no names|no names",
      })
  void everyMention_readsAlike(String text, String seen) {
    assertThat(Nameless.of(text).text()).isEqualTo(seen);
  }

  @Test
  void nameOfSeveralWords_isOneMention() {
    String text = SlackText.decode("<@U1AA> skip it", id -> "Jonas Weber").plain();
    assertThat(Nameless.of(text).text()).isEqualTo("@someone skip it");
  }

  @Test
  void places_leadBackToTheOriginal() {
    Nameless seen = Nameless.of("hi @jo, ask @maximilian.");
    assertThat(seen.text()).isEqualTo("hi @someone, ask @someone.");
    assertThat(seen.original(0, 11)).isEqualTo("hi @jo");
    assertThat(seen.original(11, 26)).isEqualTo(", ask @maximilian.");
    assertThat(seen.original(5, 20)).isEqualTo("@jo, ask @maximilian");
  }

  @Property(tries = 300)
  void wholeText_leadsBackToTheWholeOriginal(@ForAll("texts") String text) {
    Nameless seen = Nameless.of(text);
    assertThat(seen.original(0, seen.text().length())).isEqualTo(text);
    for (int at = 0; at <= seen.text().length(); at++) {
      assertThat(text).startsWith(seen.original(0, at)).contains(seen.original(at, at));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("@", "dana", "Jo", ".", "-", " ", "\u202F", "é", "😀", "@someone", "_")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
