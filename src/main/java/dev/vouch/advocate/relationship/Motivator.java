package dev.vouch.advocate.relationship;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What moves a person, beside the product: what they would be glad of. */
public enum Motivator {
  RECOGNITION,
  ACCESS,
  EXPERIENCE,
  CAREER,
  PEERS,
  INFLUENCE,
  GIVING_BACK;

  /** The name used in JSON and Redis, for instance {@code giving_back}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The motivator of that name, if there is one. */
  public static Optional<Motivator> named(String wire) {
    return Arrays.stream(values()).filter(one -> one.wire().equalsIgnoreCase(wire)).findAny();
  }
}
