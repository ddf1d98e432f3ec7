package dev.vouch.store.nudge;

import dev.vouch.store.key.Keys;

/** The names of the keys of what people are written, and how they take it. */
public final class AttentionKeys {
  private final String prefix;

  public AttentionKeys(Keys keys) {
    this.prefix = keys.prefix();
  }

  String attention(String person) {
    return prefix + "attention:" + person;
  }

  String manners(String person) {
    return prefix + "manners:" + person;
  }

  public String letters() {
    return prefix + "letters";
  }

  String ranking() {
    return prefix + "ranking";
  }

  String learnt() {
    return prefix + "ranking:learnt";
  }

  String letterClaim(String person) {
    return prefix + "letters:claim:" + person;
  }
}
