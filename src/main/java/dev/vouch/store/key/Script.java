package dev.vouch.store.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The Lua scripts under {@code src/main/resources/lua}; each file's header says what it takes and
 * gives. A line {@code -- include: FILE.lua} stands for what several of them share.
 */
public enum Script {
  INBOX_BURY,
  INBOX_REPLAY,
  INBOX_SIFT,
  INBOX_TAKE,
  INBOX_TIDY,
  INBOX_WAIT,
  MENTION_READ,
  MENTION_WRITE,
  MENTION_WITHDRAW,
  THREAD_MARK,
  REACTION,
  SHARE,
  PERSON_MEET,
  PERSON_ERASE,
  PERSON_MERGE,
  PERSON_UNMERGE,
  ACCOUNT_CHANGE,
  CARD_WRITE,
  RELATIONSHIP_CHANGE,
  NUDGE_WRITE,
  DUE_CLAIM,
  DUE_RELEASE,
  LOOK_CLAIM,
  LETTER_CLAIM,
  NUDGE_REMOVE,
  NUDGE_LINE,
  NUDGE_PAST,
  ASK_WRITE,
  LOOK_AT,
  LOOK_SETTLE,
  INTRODUCTION_WRITE,
  ATTENTION_READ,
  ATTENTION_TAKE,
  MANNERS_WRITE,
  RANKING_LEARN,
  LETTER_HOLD,
  GIFT_NOTE,
  DIGEST_CLAIM,
  AGENDA,
  SETBACK_NOTE,
  REPLACE,
  TEXT_REPLACE,
  ENVELOPE_REPLACE,
  TOLD_NOTE,
  FORGET,
  REMEMBER,
  CORRECTION_WRITE,
  CORRECTION_WITHDRAW,
  MODEL_WRITE,
  MODEL_USE,
  INSTALLATION_WRITE,
  INSTALLATION_END,
  TEAM_ERASE,
  LEAVING_DUE,
  LEAVING_WALKED;

  private static final String INCLUDE = "-- include: ";

  private final String text = read(name().toLowerCase(Locale.ROOT));
  private final String sha = sha1(text);

  /** A time as scripts take it: seconds since 1970, to the millisecond. */
  public static String seconds(Instant at) {
    return "%d.%03d".formatted(at.getEpochSecond(), at.getNano() / 1_000_000);
  }

  /** Runs it by its hash, and by its text where the server does not know it yet. */
  public Object run(UnifiedJedis redis, List<String> keys, List<String> args) {
    try {
      return redis.evalsha(sha, keys, args);
    } catch (JedisNoScriptException e) {
      return redis.eval(text, keys, args);
    }
  }

  /**
   * Puts it into a pipeline by its hash; every script is idempotent, so one that the server did not
   * know runs once more by its text when its result is asked for.
   */
  public Queued queue(AbstractPipeline pipeline, List<String> keys, List<String> args) {
    Response<Object> response = pipeline.evalsha(sha, keys, args);
    return redis -> {
      try {
        return response.get();
      } catch (JedisNoScriptException e) {
        return redis.eval(text, keys, args);
      }
    };
  }

  /** What a script in a pipeline will have come to, once the pipeline was sent. */
  @FunctionalInterface
  public interface Queued {
    /**
     * @throws JedisException if this script failed; the others of the pipeline stand by themselves
     */
    Object result(UnifiedJedis redis);
  }

  /**
   * Makes it known to the server that a pipeline goes to, where the pipeline runs it many times.
   */
  public void load(AbstractPipeline pipeline, String key) {
    Response<String> unused = pipeline.scriptLoad(text, key);
  }

  /** With what other files it includes, each by a line of its own. */
  private static String read(String name) {
    return file(name)
        .lines()
        .map(line -> line.startsWith(INCLUDE) ? read(included(line)) : line + "\n")
        .collect(Collectors.joining());
  }

  private static String included(String line) {
    return line.substring(INCLUDE.length()).replace(".lua", "").strip();
  }

  private static String file(String name) {
    try (InputStream in = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks lua/" + name + ".lua");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text as the server gets it. */
  @Override
  public String toString() {
    return text;
  }

  private static String sha1(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-1", e);
    }
  }
}
