package dev.vouch.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;

/**
 * All that Redis holds of one workspace, read without any of the code that writes it: every key
 * with its fields, members, scores and values, each also unpacked and decoded where that can be
 * done.
 */
public final class Dump {
  private final UnifiedJedis redis;
  private final String prefix;

  public Dump(UnifiedJedis redis, String team) {
    this.redis = redis;
    this.prefix = "vouch:{" + team + "}:";
  }

  /** By key, in order. */
  public Map<String, List<String>> all() {
    Map<String, List<String>> all = new TreeMap<>();
    String cursor = "0";
    do {
      var found = redis.scan(cursor, new ScanParams().match(prefix + "*"));
      found.getResult().forEach(key -> all.put(key.substring(prefix.length()), values(key)));
      cursor = found.getCursor();
    } while (!cursor.equals("0"));
    return all;
  }

  private List<String> values(String key) {
    return switch (redis.type(key)) {
      case "hash" -> hash(new TreeMap<>(redis.hgetAll(key)));
      case "zset" -> redis.zrangeWithScores(key, 0, -1).stream().map(String::valueOf).toList();
      case "set" -> redis.smembers(key).stream().sorted().toList();
      case "list" -> redis.lrange(key, 0, -1);
      case "stream" ->
          redis.xrange(key, StreamEntryID.MINIMUM_ID, StreamEntryID.MAXIMUM_ID, 10_000).stream()
              .map(entry -> String.valueOf(entry.getFields()))
              .toList();
      default -> List.of(String.valueOf(redis.get(key)));
    };
  }

  /** What stands in pieces is put together, too. */
  private static List<String> hash(Map<String, String> fields) {
    List<String> values = new ArrayList<>();
    fields.forEach(
        (field, value) -> {
          StringBuilder whole = new StringBuilder(value);
          for (String piece : List.of(".", "+", "*", "$")) {
            whole.append(fields.getOrDefault(field + piece, ""));
          }
          values.add(field + "=" + whole);
        });
    return values;
  }

  /** The keys in which one of these words stands, whatever its case, with what stands there. */
  List<String> telling(String... words) {
    List<String> telling = new ArrayList<>();
    all()
        .forEach(
            (key, values) -> {
              String text = readable(key, values).toLowerCase(Locale.ROOT);
              for (String word : words) {
                if (text.contains(word.toLowerCase(Locale.ROOT))) {
                  telling.add(key + " says " + word + ": " + values);
                }
              }
            });
    return telling;
  }

  private static String readable(String key, List<String> values) {
    StringBuilder text = new StringBuilder(key);
    for (String value : values) {
      text.append('\n').append(value);
      for (String part : value.split("[=|\"]", -1)) {
        text.append('\n').append(attempt(Packed::text, part));
        text.append('\n').append(attempt(Dump::decoded, part));
      }
      text.append('\n').append(attempt(Packed::text, value.substring(value.indexOf('|') + 1)));
    }
    return text.toString().replace("\\u0027", "'");
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1);
  }

  private static String attempt(Function<String, String> reading, String text) {
    try {
      return reading.apply(text);
    } catch (RuntimeException e) {
      return "";
    }
  }
}
