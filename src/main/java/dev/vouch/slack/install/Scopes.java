package dev.vouch.slack.install;

import java.util.List;

/** What Vouch asks of a workspace that installs it; the manifest says why of each. */
public final class Scopes {
  public static final List<String> BOT =
      List.of(
          "commands",
          "chat:write",
          "im:write",
          "im:history",
          "channels:history",
          "channels:read",
          "groups:history",
          "groups:read",
          "reactions:read",
          "dnd:read",
          "users:read",
          "users:read.email",
          "team:read",
          "files:write");

  private Scopes() {}
}
