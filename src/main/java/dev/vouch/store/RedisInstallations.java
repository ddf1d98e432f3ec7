package dev.vouch.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * The workspaces that installed Vouch, and the installs that are under way.
 *
 * <p>{@code vouch:{TEAM}:installation} is a hash of bot token (encrypted), bot person and bot id;
 * {@code vouch:state:STATE} marks an install that was begun, for ten minutes and one use.
 */
public final class RedisInstallations {
  private static final Duration STATE_LIFE = Duration.ofMinutes(10);

  private final UnifiedJedis redis;
  private final TokenCipher cipher;
  private final SecureRandom random = new SecureRandom();

  RedisInstallations(UnifiedJedis redis, TokenCipher cipher) {
    this.redis = redis;
    this.cipher = cipher;
  }

  /** What an installed workspace gave us. */
  public record Stored(String team, String botToken, String botPerson, String botId) {
    @Override
    public String toString() {
      return "Stored[team=" + team + ", botToken=***]";
    }
  }

  public void save(Stored installation) {
    redis.hset(
        key(installation.team()),
        Map.of(
            "token", cipher.encrypt(installation.botToken(), installation.team()),
            "person", installation.botPerson(),
            "bot", installation.botId()));
    redis.sadd(Keys.TEAMS, installation.team());
  }

  public Optional<Stored> of(String team) {
    Map<String, String> fields = redis.hgetAll(key(team));
    return Optional.ofNullable(fields.get("token"))
        .map(
            encrypted ->
                new Stored(
                    team,
                    cipher.decrypt(encrypted, team),
                    fields.getOrDefault("person", ""),
                    fields.getOrDefault("bot", "")));
  }

  public void delete(String team) {
    redis.del(key(team));
  }

  /** A fresh state for an install that begins. */
  public String issueState() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    redis.set("vouch:state:" + state, "1", SetParams.setParams().ex(STATE_LIFE.toSeconds()));
    return state;
  }

  /** Uses a state up; false if it is unknown, too old or used. */
  public boolean redeemState(String state) {
    return state.matches("[A-Za-z0-9_-]{32}") && redis.del("vouch:state:" + state) == 1;
  }

  private static String key(String team) {
    return new Keys(team).prefix() + "installation";
  }
}
