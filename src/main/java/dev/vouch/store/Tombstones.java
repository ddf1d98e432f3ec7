package dev.vouch.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/**
 * Who was forgotten, known by salted hashes alone. The scripts that write about people look here
 * themselves; what this class knows may be a second old.
 *
 * <p>The hash is SHA-1 because that is what a script has. A stronger one would hide no more: ids
 * are few enough to try them all, for whoever has the salt.
 */
final class Tombstones {
  private static final String SALT = "salt";
  private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

  private final UnifiedJedis redis;
  private final Keys keys;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Map<String, String>> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build();

  Tombstones(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** The form in which a handle is hashed: Slack ids as they are, addresses in lower case. */
  static String handle(String text) {
    return text.contains("@") ? text.strip().toLowerCase(Locale.ROOT) : text.strip();
  }

  void add(Collection<String> handles) {
    List<String> args = new ArrayList<>(List.of(word(), word()));
    args.addAll(handles);
    Script.FORGET.run(redis, List.of(keys.forgotten()), args);
    known.invalidateAll();
  }

  private String word() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  void remove(String handle) {
    Script.REMEMBER.run(redis, List.of(keys.forgotten()), List.of(handle(handle)));
    known.invalidateAll();
  }

  /** Those of these handles that are here, by what is known now. */
  Set<String> among(Collection<String> handles) {
    return among(handles, redis.hgetAll(keys.forgotten()));
  }

  boolean has(String handle) {
    Map<String, String> all =
        Objects.requireNonNull(known.get(keys.forgotten(), key -> redis.hgetAll(key)));
    return !among(List.of(handle), all).isEmpty();
  }

  private static Set<String> among(Collection<String> handles, Map<String, String> all) {
    String salt = all.get(SALT);
    return salt == null
        ? Set.of()
        : handles.stream()
            .filter(handle -> all.containsKey(hash(salt + handle(handle))))
            .collect(Collectors.toSet());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-1", e);
    }
  }
}
