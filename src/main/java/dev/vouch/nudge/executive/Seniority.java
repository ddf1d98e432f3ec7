package dev.vouch.nudge.executive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How high somebody stands in their company, the highest first; told from their title. */
public enum Seniority {
  CHIEF(
      "\\bchief\\b|\\bc[a-z]{1,2}o\\b|\\bfounder\\b|\\bowner\\b|(?<!vice )(?<!vice-)\\bpresident\\b|\\bmanaging director\\b"),
  VP("\\b[se]?vp\\b|\\bvice[ -]president\\b"),
  DIRECTOR("\\bdirector\\b|\\bhead\\b");

  private final Pattern title;

  Seniority(String title) {
    this.title = Pattern.compile(title);
  }

  /** The name used in commands and JSON, for instance {@code vp}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name, if there is one. */
  public static Optional<Seniority> named(String wire) {
    return Arrays.stream(values()).filter(one -> one.wire().equalsIgnoreCase(wire)).findAny();
  }

  /** What a title says; empty where it says nothing of the kind. */
  public static Optional<Seniority> ofTitle(@Nullable String title) {
    String lower = title == null ? "" : title.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.title.matcher(lower).find()).findFirst();
  }
}
