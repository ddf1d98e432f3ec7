package dev.vouch.classify;

import dev.vouch.mention.Driver;
import java.util.Map;
import java.util.Objects;

/** One head for intent, one for sentiment, one for being specific, and one for each driver. */
public record Heads(Head intent, Head sentiment, Head specific, Map<Driver, Head> drivers) {
  /** The answers of the heads that say yes or no. */
  public static final String YES = "yes";

  public static final String NO = "no";

  /** How many heads there are. */
  public static final int COUNT = 3 + Driver.values().length;

  public Heads {
    drivers = Map.copyOf(drivers);
  }

  /** The head that says whether a text shows {@code driver}. */
  public Head of(Driver driver) {
    return Objects.requireNonNull(drivers.get(driver));
  }
}
