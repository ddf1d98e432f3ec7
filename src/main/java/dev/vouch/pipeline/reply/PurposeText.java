package dev.vouch.pipeline.reply;

import dev.vouch.advocate.relationship.Topic;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of what people outside the company are told before they agree to anything: what Vouch
 * is for, what is held, and what each choice means. A version that was shown is never changed.
 */
public final class PurposeText {
  private static final String CURRENT = "2026-11-26";
  private static final Pattern VERSION = Pattern.compile("([0-9-]{10})(?:-([a-z]{2}))?");
  private static final Map<Language, PurposeText> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      boolean english = language == Language.ENGLISH;
      ALL.put(language, version(english ? CURRENT : CURRENT + "-" + language.tag()));
    }
  }

  private final String version;
  private final Properties texts;

  private PurposeText(String version, Properties texts) {
    this.version = version;
    this.texts = texts;
  }

  /** The version that is shown now, in English. */
  public static PurposeText current() {
    return current(Language.ENGLISH);
  }

  /** The version that is shown now, in a language. */
  public static PurposeText current(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /**
   * A version that is or was shown: a day, and the language where it is not English.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static PurposeText version(String version) {
    String file = "purpose-" + version + ".properties";
    if (!VERSION.matcher(version).matches() || PurposeText.class.getResource(file) == null) {
      throw new IllegalArgumentException("no text of version " + version);
    }
    return new PurposeText(version, Language.properties(file));
  }

  /** The language in which a version of that name is written. */
  static Optional<Language> language(String version) {
    Matcher name = VERSION.matcher(version);
    if (!name.matches()) {
      return Optional.empty();
    }
    return name.group(2) == null ? Optional.of(Language.ENGLISH) : Language.of(name.group(2));
  }

  /** Its version, which is kept with every answer to it. */
  public String version() {
    return version;
  }

  /** What Vouch is for. */
  public String purpose(String company) {
    return text("purpose").formatted(company);
  }

  /** What is held about people, and what is not. */
  public String held() {
    return text("held");
  }

  /** That no is fine, and how to say it. */
  public String no() {
    return text("no");
  }

  /** What agreeing to a topic means, to be read after "Yes to". */
  public String choice(Topic topic) {
    return text(topic.wire());
  }

  private String text(String key) {
    return Objects.requireNonNull(texts.getProperty(key), key);
  }
}
