package dev.vouch.app.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import dev.vouch.slack.install.Installation;
import dev.vouch.slack.install.Installations;
import dev.vouch.slack.install.States;
import dev.vouch.store.RedisInstallations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps installations in the store, for all instances. */
public final class StoredInstallations implements Installations, States {
  private static final Gson GSON = new Gson();

  private final RedisInstallations stored;

  public StoredInstallations(RedisInstallations stored) {
    this.stored = stored;
  }

  private record Granted(
      String name,
      String url,
      String self,
      @Nullable String enterprise,
      String botToken,
      @Nullable String botId,
      List<String> scopes,
      String installedBy,
      long installedAt) {}

  @Override
  public void save(Installation installation) {
    Home home = installation.home();
    Token token = installation.token();
    Granted granted =
        new Granted(
            home.name(),
            home.url(),
            home.self(),
            installation.connection().enterprise(),
            token.botToken(),
            token.botId(),
            installation.scopes(),
            installation.installedBy(),
            installation.installedAt().toEpochMilli());
    stored.save(home.team(), GSON.toJson(granted), installation.installedAt());
  }

  /**
   * @throws IllegalStateException if it was encrypted under another key, or cannot be read
   */
  Optional<Installation> of(String team) {
    return stored.of(team).map(json -> installation(team, json));
  }

  private static Installation installation(String team, String json) {
    try {
      return installation(team, GSON.fromJson(json, Granted.class));
    } catch (JsonParseException | NullPointerException e) {
      throw new IllegalStateException("what it has granted is not in a form that Vouch knows", e);
    }
  }

  private static Installation installation(String team, Granted granted) {
    Home home = new Home(team, granted.name(), granted.url(), granted.self());
    Token token = new Token(granted.botToken(), granted.self(), granted.botId());
    return new Installation(
        new Connection(home, granted.enterprise(), token),
        granted.scopes(),
        granted.installedBy(),
        Instant.ofEpochMilli(granted.installedAt()));
  }

  /** Where all workspaces stand, and what is done about those that leave. */
  RedisInstallations stored() {
    return stored;
  }

  @Override
  public String issue() {
    return stored.issueState(LIFE);
  }

  @Override
  public boolean redeem(String state) {
    return stored.redeemState(state);
  }
}
