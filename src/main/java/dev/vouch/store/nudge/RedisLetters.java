package dev.vouch.store.nudge;

import com.google.gson.Gson;
import dev.vouch.pipeline.courtesy.LetterBox;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Invitations that wait for the right time, in Redis. */
public final class RedisLetters implements LetterBox {
  /** How many that are due are looked at for one that nobody has taken. */
  private static final int LOOK_AT = 20;

  private static final Gson GSON = new Gson();

  private final UnifiedJedis redis;
  private final Keys keys;
  private final AttentionKeys names;
  private final Setbacks setbacks;

  public RedisLetters(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
    this.names = new AttentionKeys(keys);
    this.setbacks = new Setbacks(redis, keys);
  }

  private record Stored(String person, String by, long at, String in) {}

  private static String json(Invitation letter) {
    return GSON.toJson(
        new Stored(letter.person(), letter.by(), letter.at().toEpochMilli(), letter.in().tag()));
  }

  @Override
  public void hold(Invitation letter, Instant until) {
    Script.LETTER_HOLD.run(
        redis,
        List.of(names.letters(), keys.forgotten(), names.letterClaim(letter.person())),
        List.of(json(letter), String.valueOf(until.getEpochSecond()), letter.person()));
  }

  @Override
  public Optional<Invitation> claimDue(Instant now) {
    Object claimed =
        Script.LETTER_CLAIM.run(
            redis,
            List.of(names.letters()),
            List.of(
                String.valueOf(now.getEpochSecond()),
                String.valueOf(now.plus(LEASE).getEpochSecond()),
                String.valueOf(LEASE.toMillis()),
                String.valueOf(LOOK_AT),
                names.letterClaim("")));
    return Optional.ofNullable((String) claimed)
        .map(json -> GSON.fromJson(json, Stored.class))
        .map(RedisLetters::letter);
  }

  private static Invitation letter(Stored stored) {
    return new Invitation(
        stored.person(),
        stored.by(),
        Instant.ofEpochMilli(stored.at()),
        Language.of(stored.in()).orElse(Language.ENGLISH));
  }

  @Override
  public void failed(Invitation letter, Instant now, String why) {
    setbacks.note("invitation", names.letters(), json(letter), now, why);
  }

  @Override
  public void done(Invitation letter) {
    redis.zrem(names.letters(), json(letter));
    redis.del(names.letterClaim(letter.person()));
  }
}
