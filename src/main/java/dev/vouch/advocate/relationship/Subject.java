package dev.vouch.advocate.relationship;

import java.util.Locale;

/** Whom a relationship is with: a person by Slack id, or an account by its id. */
public record Subject(Kind kind, String id) {

  /** People and accounts each have a ledger of their own. */
  public enum Kind {
    PERSON,
    ACCOUNT;

    /** The name used in Redis, for instance {@code person}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Subject person(String id) {
    return new Subject(Kind.PERSON, id);
  }

  public static Subject account(String id) {
    return new Subject(Kind.ACCOUNT, id);
  }
}
