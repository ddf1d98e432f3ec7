package dev.vouch.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * The workspaces that installed Vouch, and the installs that are under way.
 *
 * <p>{@code vouch:{TEAM}:installation} is a string: what Slack granted, encrypted as a whole;
 * {@code vouch:state:STATE} marks an install that was begun, for its life and one use.
 */
public final class RedisInstallations {
  private final Supplier<UnifiedJedis> servers;
  private final TokenCipher cipher;
  private final SecureRandom random = new SecureRandom();

  RedisInstallations(Supplier<UnifiedJedis> servers, TokenCipher cipher) {
    this.servers = servers;
    this.cipher = cipher;
  }

  /** Keeps what a workspace granted, in whatever text form the caller chose. */
  public void save(String team, String granted) {
    servers.get().set(key(team), cipher.encrypt(granted, team));
    servers.get().sadd(Keys.TEAMS, team);
  }

  /**
   * @throws IllegalStateException if it was encrypted under another key
   */
  public Optional<String> of(String team) {
    return Optional.ofNullable(servers.get().get(key(team)))
        .map(encrypted -> cipher.decrypt(encrypted, team));
  }

  public void delete(String team) {
    servers.get().del(key(team));
  }

  /** A fresh word for an install that begins. */
  public String issueState(Duration life) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    servers.get().set("vouch:state:" + state, "1", SetParams.setParams().ex(life.toSeconds()));
    return state;
  }

  /** Uses a word up; false if it is unknown, too old or used. */
  public boolean redeemState(String state) {
    return state.matches("[A-Za-z0-9_-]{32}") && servers.get().del("vouch:state:" + state) == 1;
  }

  private static String key(String team) {
    return new Keys(team).prefix() + "installation";
  }
}
