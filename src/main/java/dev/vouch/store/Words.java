package dev.vouch.store;

import dev.vouch.mention.MentionId;
import dev.vouch.store.key.Digits;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * What many records of a workspace say alike, such as a channel or a model, kept once and told by a
 * short code. Thread-safe.
 *
 * <p>A code follows from the text, so that nobody has to be asked before something is written; the
 * script that writes it notes what the code means ({@code words}). Of two texts with the same code
 * the first has it, and the other is written in full.
 */
final class Words {
  private static final int LENGTH = 3;
  private static final String IN_FULL = "~";

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  Words(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** The code of a text, or the text with a mark before it where another has its code. */
  String code(String text) {
    String code = hash(text);
    String known = known(code);
    return known == null || known.equals(text) ? code : IN_FULL + text;
  }

  /** Whether it is a code, and not a text in full. */
  static boolean isCode(String code) {
    return !code.startsWith(IN_FULL);
  }

  String text(String code) {
    if (!isCode(code)) {
      return code.substring(IN_FULL.length());
    }
    String text = known(code);
    if (text == null) {
      throw new IllegalStateException("a record in Redis says a word that is not kept: " + code);
    }
    return text;
  }

  /** Asks anew for every code: somebody else has given one away. */
  void forget() {
    texts.clear();
  }

  /** A mention in the lists of mentions, which so are in the order of time. */
  String member(MentionId id) {
    return Micros.of(id.at()) + code(id.channel());
  }

  MentionId mention(String member) {
    return new MentionId(text(Micros.after(member)), Micros.ts(member));
  }

  private @Nullable String known(String code) {
    String known = texts.get(code);
    if (known == null) {
      known = redis.hget(keys.words(), code);
      if (known != null) {
        texts.put(code, known);
      }
    }
    return known;
  }

  private static String hash(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Digits.of(sum.getValue(), LENGTH);
  }
}
