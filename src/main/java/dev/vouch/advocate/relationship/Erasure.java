package dev.vouch.advocate.relationship;

import java.util.List;

/**
 * What became of all that was held of a person: the proof of an erasure, or what one would do.
 *
 * @param done false where it was only looked at
 * @param parts what was found, by kind of key
 * @param left where something was found after it; empty where nothing was
 * @param stays what stays although it is done or cannot be reached, a sentence each
 */
public record Erasure(boolean done, List<Part> parts, List<String> left, List<String> stays) {

  /**
   * What was held under one kind of key.
   *
   * @param kind as the data dictionary names it
   * @param found in how many places something told of the person
   * @param anonymised how many of these stay without them; the others went
   */
  public record Part(String kind, long found, long anonymised) {
    public long removed() {
      return found - anonymised;
    }
  }

  public Erasure {
    parts = List.copyOf(parts);
    left = List.copyOf(left);
    stays = List.copyOf(stays);
  }

  /** Whether it was done and a second look found nothing. */
  public boolean isComplete() {
    return done && left.isEmpty();
  }
}
