package dev.vouch.classify.reply;

import java.time.LocalDate;
import java.util.Optional;

/** The day from which somebody may be asked again, as they named it. */
public final class Again {
  private Again() {}

  /** The first day that an answer names, for somebody to whom it is {@code today}. */
  public static Optional<LocalDate> in(String slackText, LocalDate today) {
    return Until.in(PlainWords.of(slackText), today).flatMap(u -> Optional.ofNullable(u.day()));
  }
}
