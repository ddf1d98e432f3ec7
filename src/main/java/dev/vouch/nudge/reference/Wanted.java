package dev.vouch.nudge.reference;

import java.util.Set;

/**
 * A fact that a request wants.
 *
 * @param value as it is to be shown
 * @param keys any of which fulfils it
 */
public record Wanted(Facet facet, String value, Set<String> keys) {
  public Wanted {
    keys = Set.copyOf(keys);
  }

  boolean holds(Candidate candidate) {
    return keys.contains(Words.key(facet.of(candidate)));
  }

  /** In words that finish "left out, because their": {@code sector is not health care}. */
  public String otherwise() {
    return "%s is not %s, or not noted".formatted(facet.label(), value);
  }
}
