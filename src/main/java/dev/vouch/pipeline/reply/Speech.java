package dev.vouch.pipeline.reply;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What Vouch says to people outside the company, in one language. */
public final class Speech {
  private static final Map<Language, Speech> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(
          language,
          new Speech(Language.properties("speech-%s.properties".formatted(language.tag()))));
    }
  }

  private final Properties texts;

  private Speech(Properties texts) {
    this.texts = texts;
  }

  public static Speech in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /**
   * One text.
   *
   * @param key as the files of texts have it
   * @param parts what stands in it, in order
   */
  public String words(String key, Object... parts) {
    String text = Objects.requireNonNull(texts.getProperty(key), key);
    return parts.length == 0 ? text : text.formatted(parts);
  }
}
