package dev.vouch.store.executive;

import dev.vouch.store.key.Keys;
import java.time.YearMonth;

/** The names of the keys of executives and of introductions to them. */
public final class IntroductionKeys {
  private final String prefix;

  public IntroductionKeys(Keys keys) {
    this.prefix = keys.prefix();
  }

  String executives() {
    return prefix + "executives";
  }

  String introductions() {
    return prefix + "introductions";
  }

  String latest() {
    return prefix + "introductions:latest";
  }

  String about(String person) {
    return prefix + "introductions:about:" + person;
  }

  String open() {
    return prefix + "introductions:open";
  }

  public String due() {
    return prefix + "introductions:due";
  }

  /** Who takes the places of an executive in a month. */
  String slots(String executive, YearMonth month) {
    return prefix + "introductions:slots:" + executive + ":" + month;
  }

  String claim(String id) {
    return prefix + "introductions:claim:" + id;
  }
}
