package dev.vouch.classify.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.feature.Cue;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to what we asked, and what they are taken for. */
class ReplyReaderTest {
  /** A Friday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final ReplyReader READER = new ReplyReader(ReplyModel.shipped());

  static Iterable<Cue> cues() {
    return ReplyClues.cues();
  }

  @ParameterizedTest
  @MethodSource("cues")
  void cue_isFoundInItsExample(Cue cue) {
    assertThat(cue.isIn(PlainWords.of(cue.example()))).isTrue();
    assertThat(cue.isIn(PlainWords.of("ghwqx zxvbn"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yes, happy to                                     | YES",
        "Sure, Thursday at 3 works                         | YES",
        "👍                                                | YES",
        "No thanks                                         | NO",
        "I'd rather not                                    | NO",
        "no, sorry, our lawyers won't allow it             | NO",
        "Ask me again in March                             | LATER",
        "Not this quarter                                  | LATER",
        "Who else is on the call?                          | QUESTION",
        "How long would it take?                           | QUESTION",
        "Sure, but only if legal signs off                 | CONDITIONS",
        "Happy to, as long as my name isn't used           | CONDITIONS",
        "stop                                              | STOP",
        "Please stop messaging me                          | STOP",
        "No. And don't contact me again                    | STOP",
        "Ja, gerne                                         | YES",
        "Non merci                                         | NO",
        "El mes que viene                                  | LATER",
      })
  void plainAnswer_isRead(String text, Meaning meaning) {
    ReplyReading reading = READER.read(text, TODAY);
    assertThat(reading.meaning()).isEqualTo(meaning);
    assertThat(reading.clear()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thanks!",
        "I'm out of the office until Monday",
        "hm, let me ask my boss",
        "oh great, another request. just what I needed",
        "🤔",
        "ghwqx zxvbn",
      })
  void whatAnswersNothing_isNotActedOn(String text) {
    assertThat(READER.read(text, TODAY).acts()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count me out",
        "leave us out of this one please",
        "I'm not interested in that",
        "please don't give my contact details to anybody",
      })
  void noToTheAsk_isNoStop(String text) {
    ReplyReading reading = READER.read(text, TODAY);
    assertThat(reading.clearly(Meaning.STOP)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"so annoying", "who gave you my name? this is harassment", "how do I turn this off"})
  void likelyStop_silences(String text) {
    ReplyReading reading = READER.read(text, TODAY);
    assertThat(reading.meaning()).isEqualTo(Meaning.STOP);
  }

  @Test
  void wishAboutTheirData_isNoAnswer() {
    ReplyReading reading = READER.read("what do you know about me", TODAY);
    assertThat(reading.wish().kind()).isEqualTo(Wish.Kind.SHOW);
    assertThat(reading.acts()).isFalse();
  }
}
