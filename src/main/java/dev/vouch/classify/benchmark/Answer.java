package dev.vouch.classify.benchmark;

/** The label of a tweet, the one it was given, and with what confidence. */
record Answer(String label, String given, double confidence) {
  boolean isRight() {
    return label.equals(given);
  }
}
