package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Nameless;
import dev.vouch.mention.Driver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That heads which are asked together say what each says alone. */
class HeadsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "If you run more than one entity, just get it: our close went from nine days to four.",
        "export has been broken since Tuesday and nobody answers",
        "ghwqx zxvbn"
      })
  void headsTogether_sayWhatEachSaysAlone(String text) {
    Heads words = Classifier.shipped().models().words();
    Clues clues = Clues.ofWords(Features.of(Nameless.of(text)));
    Said said = Said.by(words, clues);

    assertThat(said.intents()).isEqualTo(words.intent().judge(clues));
    assertThat(said.sentiments()).isEqualTo(words.sentiment().judge(clues));
    assertThat(said.specific()).isEqualTo(words.specific().judge(clues).get(Heads.YES));
    for (Driver driver : Driver.values()) {
      assertThat(said.drivers().get(driver))
          .isEqualTo(words.of(driver).judge(clues).get(Heads.YES));
    }
  }
}
