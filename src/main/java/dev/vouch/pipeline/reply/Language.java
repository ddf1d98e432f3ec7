package dev.vouch.pipeline.reply;

import dev.vouch.classify.reply.PlainWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages in which a wish to stop is understood, and in which its author is answered. */
public enum Language {
  ENGLISH("en"),
  GERMAN("de"),
  FRENCH("fr"),
  SPANISH("es"),
  PORTUGUESE("pt"),
  ITALIAN("it"),
  DUTCH("nl");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Its code, as in BCP 47. */
  public String tag() {
    return tag;
  }

  /**
   * The language of a BCP 47 tag like {@code pt-BR}, or of Slack's locale, if it is one of these.
   */
  public static Optional<Language> of(@Nullable String locale) {
    String code =
        locale == null ? "" : Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
    return Arrays.stream(values()).filter(one -> one.tag.equals(code)).findAny();
  }

  /**
   * The language of a message, by words that only one of them has: that with most of them. Empty
   * where none shows, as in {@code STOP!}, or several alike.
   */
  static Optional<Language> spokenIn(String slackText) {
    List<String> said = List.of(PlainWords.of(slackText).strip().split(" ", -1));
    Map<Language, Long> shown = new EnumMap<>(Language.class);
    Telling.WORDS.forEach(
        (language, words) -> shown.put(language, said.stream().filter(words::contains).count()));
    long most = shown.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Language> all = shown.keySet().stream().filter(one -> at(one, shown) == most).toList();
    return most > 0 && all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static long at(Language language, Map<Language, Long> shown) {
    return Objects.requireNonNull(shown.get(language));
  }

  /** The words that tell. */
  private static final class Telling {
    static final Map<Language, Set<String>> WORDS = new EnumMap<>(Language.class);

    static {
      Properties lines = properties("languages.properties");
      for (Language language : values()) {
        String words = Objects.requireNonNull(lines.getProperty(language.tag));
        WORDS.put(language, Set.of(words.split(" ", -1)));
      }
    }
  }

  /** A file of texts beside this class. */
  static Properties properties(String file) {
    try (InputStream in = Language.class.getResourceAsStream(file);
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
