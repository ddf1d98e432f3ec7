package dev.vouch.store;

/** The names of the keys of what the models have learnt, and of what. */
final class LearningKeys {
  private final String prefix;

  LearningKeys(Keys keys) {
    this.prefix = keys.prefix();
  }

  String corrections() {
    return prefix + "corrections";
  }

  String correctionTimes() {
    return prefix + "corrections:times";
  }

  String state() {
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
