package dev.vouch.advocate.relationship;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can agree to, or not: each by itself. */
public enum Topic {
  /** Vouch may write to them at all; without it nothing else counts. */
  MESSAGES,
  /** Thank-yous and small surprises. */
  SURPRISES,
  /** Being named or quoted among our own people and other customers. */
  RECOGNITION,
  /** Meeting a peer or one of our executives. */
  INTRODUCTIONS,
  /** Being asked what they think of what we build. */
  FEEDBACK,
  /** Being asked for a review. */
  REVIEWS,
  /** Being asked to speak with a buyer. */
  REFERENCES,
  /** Being asked for a story. */
  STORIES,
  /** Being asked to give a talk. */
  TALKS;

  /** The name used in JSON, Redis and buttons, for instance {@code introductions}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The topic of that name, if there is one. */
  public static Optional<Topic> named(String wire) {
    return Arrays.stream(values()).filter(one -> one.wire().equalsIgnoreCase(wire)).findAny();
  }
}
