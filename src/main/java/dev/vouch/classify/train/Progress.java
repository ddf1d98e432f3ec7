package dev.vouch.classify.train;

/** Hears of each step of a long work as it is done. */
@FunctionalInterface
public interface Progress {
  void done(String step);
}
