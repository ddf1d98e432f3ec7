package dev.vouch.store.gift;

import dev.vouch.store.key.Keys;

/** The names of the keys of the register of gifts. */
public final class GiftKeys {
  private final String prefix;

  public GiftKeys(Keys keys) {
    this.prefix = keys.prefix();
  }

  public String lines() {
    return prefix + "gifts";
  }

  public String latest() {
    return prefix + "gifts:latest";
  }

  public String about(String person) {
    return prefix + "gifts:about:" + person;
  }

  public String toPerson(int year, String person) {
    return prefix + "gifts:sum:" + year + ":person:" + person;
  }

  public String toAccount(int year, String account) {
    return prefix + "gifts:sum:" + year + ":account:" + account;
  }

  public String due() {
    return prefix + "gifts:due";
  }

  public String claim(String line) {
    return prefix + "gifts:claim:" + line;
  }
}
