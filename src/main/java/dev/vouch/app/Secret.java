package dev.vouch.app;

/** A token or key: it can be used, and prints as stars. */
record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
