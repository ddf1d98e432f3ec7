package dev.vouch.sandbox.workspace;

import java.util.Locale;

/** A Slack workspace: our own, or one connected to it. */
public record Team(String id, String name) {
  public Team {
    if (!id.matches("T[A-Z0-9]{2,20}")) {
      throw new IllegalArgumentException("not a team id (T and 2 to 20 of A-Z, 0-9): " + id);
    }
  }

  /** A team whose id is made from its name. */
  public static Team named(String name) {
    return new Team("T0" + Ids.part(name), name);
  }

  /** The part of the team's address before slack.com. */
  public String domain() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
