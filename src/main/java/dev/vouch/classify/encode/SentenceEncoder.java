package dev.vouch.classify.encode;

/** Turns texts into vectors, in which texts that do the same lie close together. Thread-safe. */
public interface SentenceEncoder extends AutoCloseable {
  /** Reads {@code text}; the same text gives the same vector. */
  Encoded encode(String text);

  /** Names the weights: vectors of encoders with different names must not be compared. */
  default String id() {
    return "";
  }

  @Override
  void close();
}
