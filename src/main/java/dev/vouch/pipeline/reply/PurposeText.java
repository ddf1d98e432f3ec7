package dev.vouch.pipeline.reply;

import dev.vouch.advocate.relationship.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * One version of what people outside the company are told before they agree to anything: what Vouch
 * is for, what is held, and what each choice means. A version that was shown is never changed.
 */
public final class PurposeText {
  private static final PurposeText CURRENT = version("2026-11-26");

  private final String version;
  private final Properties texts;

  private PurposeText(String version, Properties texts) {
    this.version = version;
    this.texts = texts;
  }

  /** The version that is shown now. */
  public static PurposeText current() {
    return CURRENT;
  }

  /**
   * A version that is or was shown.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static PurposeText version(String version) {
    InputStream file =
        version.matches("[0-9-]{10}")
            ? PurposeText.class.getResourceAsStream("purpose-" + version + ".properties")
            : null;
    if (file == null) {
      throw new IllegalArgumentException("no text of version " + version);
    }
    try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return new PurposeText(version, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
