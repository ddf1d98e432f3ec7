package dev.vouch.store;

/** The names of the keys of asks. */
final class AskKeys {
  private final String prefix;

  AskKeys(Keys keys) {
    this.prefix = keys.prefix();
  }

  String asks() {
    return prefix + "asks";
  }

  String latest() {
    return prefix + "asks:latest";
  }

  String about(String person) {
    return prefix + "asks:about:" + person;
  }

  String due() {
    return prefix + "asks:due";
  }

  String claim(String id) {
    return prefix + "asks:claim:" + id;
  }
}
