package dev.vouch.sandbox.workspace;

/**
 * Something that a page on show may have to fetch again.
 *
 * @param channel the channel it happened in, or ""
 * @param person the one person it concerns, or "" for all who see the channel
 */
public record Change(Kind kind, String channel, String person) {
  /** What changed. */
  public enum Kind {
    MESSAGES,
    STATE,
    VIEW,
    HOME
  }

  static Change messages(String channel) {
    return new Change(Kind.MESSAGES, channel, "");
  }

  static Change messagesFor(String channel, String person) {
    return new Change(Kind.MESSAGES, channel, person);
  }

  static Change state() {
    return new Change(Kind.STATE, "", "");
  }

  static Change view(String person) {
    return new Change(Kind.VIEW, "", person);
  }

  static Change home(String person) {
    return new Change(Kind.HOME, "", person);
  }
}
