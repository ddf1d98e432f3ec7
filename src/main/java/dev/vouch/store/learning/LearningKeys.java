package dev.vouch.store.learning;

import dev.vouch.store.key.Keys;

/** The names of the keys of what the models have learnt, and of what. */
public final class LearningKeys {
  private final String prefix;

  public LearningKeys(Keys keys) {
    this.prefix = keys.prefix();
  }

  String corrections() {
    return prefix + "corrections";
  }

  String correctionTimes() {
    return prefix + "corrections:times";
  }

  public String state() {
    return prefix + "learning";
  }

  String versions() {
    return prefix + "learning:versions";
  }

  String heads() {
    return prefix + "learning:heads";
  }

  String claim() {
    return prefix + "learning:claim";
  }
}
