package dev.vouch.store.ask;

import dev.vouch.store.key.Keys;

/** The names of the keys of asks. */
public final class AskKeys {
  private final String prefix;

  public AskKeys(Keys keys) {
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

  public String due() {
    return prefix + "asks:due";
  }

  String claim(String id) {
    return prefix + "asks:claim:" + id;
  }
}
