package dev.vouch.classify.text;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Slack's short codes and the Unicode emoji they stand for, from {@code emoji.tsv}. */
public final class Emoji {
  private static final Map<String, String> BY_CODE =
      Lines.ofResource(Emoji.class, "emoji.tsv").stream()
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));

  private Emoji() {}

  /** The emoji of a short code given without its colons. */
  static Optional<String> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Whether {@code codePoint} draws an emoji or only joins and colours one. */
  public static boolean isEmoji(int codePoint) {
    return codePoint >= 0x1F000 && codePoint <= 0x1FAFF
        || codePoint >= 0x2190 && codePoint <= 0x2BFF
        || codePoint == 0x200D
        || codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0020 && codePoint <= 0xE007F;
  }

  /**
   * Whether {@code codePoint} is a picture or arrow of its own, not a joiner or a colour of skin.
   */
  public static boolean isDrawn(int codePoint) {
    boolean skin = codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    return codePoint >= 0x1F000 && codePoint <= 0x1FAFF && !skin
        || codePoint >= 0x2190 && codePoint <= 0x2BFF;
  }
}
