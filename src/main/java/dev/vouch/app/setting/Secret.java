package dev.vouch.app.setting;

/** A token or key: it can be used, and prints as stars. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
