package dev.vouch.store;

import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * The workspaces that installed Vouch, those that are leaving, and the installs that are under way.
 *
 * <p>All of them stand together, so that one look tells what changed: {@code
 * vouch:{installed}:changed} is the moment of the last change by Redis' clock, {@code grants} a
 * hash by workspace of what Slack granted, encrypted as a whole, {@code since} a hash of when (ms),
 * {@code leaving} a sorted set of those that are to be erased, by when, and {@code left} one of
 * those that were in the last day. {@code vouch:state:STATE} marks an install that was begun, for
 * its life and one use.
 */
public final class RedisInstallations {
  /** How long others have to stop before anything is erased, and before it is looked at again. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private static final String PREFIX = "vouch:{installed}:";
  private static final String CHANGED = PREFIX + "changed";
  private static final String GRANTS = PREFIX + "grants";
  private static final String SINCE = PREFIX + "since";
  private static final String LEFT = PREFIX + "left";
  private static final String LEAVING = PREFIX + "leaving";

  private final Supplier<UnifiedJedis> servers;
  private final TokenCipher cipher;
  private final SecureRandom random = new SecureRandom();

  RedisInstallations(Supplier<UnifiedJedis> servers, TokenCipher cipher) {
    this.servers = servers;
    this.cipher = cipher;
  }

  /**
   * Where all workspaces stand.
   *
   * @param changed as {@link #changed} told it
   * @param since those that are installed, and since when
   * @param leaving those that are to be erased; who is installed again waits for it
   * @param left those that were in the last day
   */
  public record Standing(
      String changed, Map<String, String> since, Set<String> leaving, Set<String> left) {
    public static final Standing UNKNOWN = new Standing("", Map.of(), Set.of(), Set.of());

    public Standing {
      since = Map.copyOf(since);
      leaving = Set.copyOf(leaving);
      left = Set.copyOf(left);
    }

    /** Whether a workspace was seen to remove Vouch; one that is merely unknown was not. */
    public boolean isRemoved(String team) {
      return leaving.contains(team) || left.contains(team);
    }

    /** Whether there is work to be done in a workspace. */
    public boolean isAtWork(String team) {
      return since.containsKey(team) && !leaving.contains(team);
    }
  }

  /** Another one after each change of any workspace. */
  public String changed() {
    String changed = servers.get().get(CHANGED);
    return changed == null ? "never" : changed;
  }

  /** What changes while this is read is seen as one more change. */
  public Standing standing() {
    String changed = changed();
    UnifiedJedis redis = servers.get();
    return new Standing(
        changed,
        redis.hgetAll(SINCE),
        Set.copyOf(redis.zrange(LEAVING, 0, -1)),
        Set.copyOf(redis.zrange(LEFT, 0, -1)));
  }

  /** Where one workspace stands, in one step, whatever the number of the others. */
  public Standing standing(String team) {
    try (var pipeline = servers.get().pipelined()) {
      Response<String> since = pipeline.hget(SINCE, team);
      Response<Double> leaving = pipeline.zscore(LEAVING, team);
      pipeline.sync();
      return new Standing(
          "",
          since.get() == null ? Map.of() : Map.of(team, since.get()),
          leaving.get() == null ? Set.of() : Set.of(team),
          Set.of());
    }
  }

  /** Keeps what a workspace granted, in whatever text form the caller chose. */
  public void save(String team, String granted, Instant at) {
    Script.INSTALLATION_WRITE.run(
        servers.get(),
        List.of(CHANGED, GRANTS, SINCE, LEFT),
        List.of(team, cipher.encrypt(granted, team), String.valueOf(at.toEpochMilli())));
  }

  /**
   * @throws IllegalStateException if it was encrypted under another key
   */
  public Optional<String> of(String team) {
    return Optional.ofNullable(servers.get().hget(GRANTS, team))
        .map(encrypted -> cipher.decrypt(encrypted, team));
  }

  /**
   * Ends the installation of a workspace, which is leaving from then on.
   *
   * @param at word of a removal before the present installation comes late, and ends nothing
   * @return whether it is leaving
   */
  public boolean end(String team, Instant at) {
    return end(team, String.valueOf(at.toEpochMilli()));
  }

  /** A workspace that has left is to be erased once more: somebody was at work in it until now. */
  public boolean endAgain(String team) {
    return end(team, "");
  }

  private boolean end(String team, String at) {
    return Script.INSTALLATION_END
        .run(
            servers.get(),
            List.of(CHANGED, GRANTS, SINCE, LEFT, LEAVING),
            List.of(team, at, String.valueOf(PAUSE.toMillis())))
        .equals(1L);
  }

  /**
   * Erases all that is kept of those that are leaving, where it is time and nobody else is at it.
   * Each is walked again until nothing is found. It walks all keys, so it is nothing for a request.
   *
   * @return those that have left now
   */
  public List<String> eraseLeaving() {
    List<?> due = (List<?>) Script.LEAVING_DUE.run(servers.get(), List.of(LEAVING), List.of());
    List<String> left = new ArrayList<>();
    for (int i = 0; i < due.size(); i += 2) {
      String team = String.valueOf(due.get(i));
      if (erase(team, String.valueOf(due.get(i + 1)))) {
        left.add(team);
      }
    }
    return left;
  }

  private boolean erase(String team, String mark) {
    OptionalLong erased = new TeamEraser(servers.get(), team).erase();
    if (erased.isEmpty()) {
      return false;
    }
    if (erased.getAsLong() == 0) {
      servers.get().srem(Keys.TEAMS, team);
    }
    return Script.LEAVING_WALKED
        .run(
            servers.get(),
            List.of(LEAVING, CHANGED, LEFT),
            List.of(
                team, mark, String.valueOf(erased.getAsLong()), String.valueOf(PAUSE.toMillis())))
        .equals(1L);
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
}
