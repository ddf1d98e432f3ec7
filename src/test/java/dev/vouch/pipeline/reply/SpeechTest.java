package dev.vouch.pipeline.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.relationship.Topic;
import dev.vouch.classify.reply.Wish;
import dev.vouch.classify.reply.WishReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each language says all that English says, and names the same commands. */
class SpeechTest {
  /** The longest label of a button, a choice and its description that Slack takes. */
  private static final int LABEL = 75;

  private static final Pattern COMMAND = Pattern.compile("(?<!^)\\*([a-z ]+)\\*");
  private static final Properties ENGLISH = Language.properties("speech-en.properties");

  private static Properties texts(Language language) {
    return Language.properties("speech-%s.properties".formatted(language.tag()));
  }

  private static Set<String> commands(String text) {
    return COMMAND
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource
  void language_saysAllThatEnglishSays_withTheSamePartsAndCommands(Language language) {
    Properties texts = texts(language);
    assertThat(texts.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      String english = ENGLISH.getProperty(key);
      assertThat(text).as(key).isNotBlank();
      assertThat(text.split("%s", -1)).as(key).hasSameSizeAs(english.split("%s", -1));
      assertThat(commands(text)).as(key).isEqualTo(commands(english));
      if (language != Language.ENGLISH && text.length() > 12) {
        assertThat(text).as(key).isNotEqualTo(english);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void labels_areNoLongerThanSlackTakes(Language language) {
    Properties texts = texts(language);
    for (String label :
        List.of(
            "yes-stop",
            "something-else",
            "yes-erase",
            "no-show",
            "start-again",
            "held",
            "stop-for-good",
            "yes-you-may",
            "stop",
            "no",
            "pause",
            "pause-month",
            "pause-quarter",
            "pause-year",
            "pause-open")) {
      assertThat(texts.getProperty(label)).hasSizeLessThanOrEqualTo(LABEL);
    }
    for (Topic topic : Topic.values()) {
      assertThat(PurposeText.current(language).choice(topic)).hasSizeLessThanOrEqualTo(LABEL);
      if (topic != Topic.MESSAGES) {
        assertThat(Speech.in(language).words(topic.wire())).hasSizeLessThanOrEqualTo(LABEL);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void purpose_namesCommandsThatAreUnderstood(Language language) {
    PurposeText text = PurposeText.current(language);
    assertThat(PurposeText.version(text.version()).purpose("Acme"))
        .isEqualTo(text.purpose("Acme"))
        .contains("Acme");
    assertThat(PurposeText.language(text.version())).contains(language);
    Set<String> named = commands(text.no());
    named.addAll(commands(Speech.in(language).words("commands")));
    assertThat(named).contains("stop", "delete my data", "start again");
    assertThat(named)
        .allSatisfy(
            command ->
                assertThat(WishReader.shipped().read(command, LocalDate.of(2026, 11, 26)).kind())
                    .isNotEqualTo(Wish.Kind.OTHER));
  }

  @ParameterizedTest
  @CsvSource({"de-AT, GERMAN", "pt_BR, PORTUGUESE", "en-GB, ENGLISH", "nl, DUTCH"})
  void locale_namesALanguage(String locale, Language language) {
    assertThat(Language.of(locale)).contains(language);
  }

  @Test
  void localeOfAnotherLanguage_namesNone() {
    assertThat(Language.of("ja-JP")).isEmpty();
    assertThat(Language.of(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP!!", "stopp", "no", "pause", ":octagonal_sign:", ""})
  void wordsOfSeveralLanguages_tellNone(String words) {
    assertThat(Language.spokenIn(words)).isEmpty();
  }

  @Test
  void wordsThatTell_standInOneLanguageAlone() {
    Properties lines = Language.properties("languages.properties");
    List<String> all =
        lines.values().stream().flatMap(line -> Stream.of(line.toString().split(" "))).toList();
    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(300);
  }
}
