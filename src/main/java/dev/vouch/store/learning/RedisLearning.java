package dev.vouch.store.learning;

import dev.vouch.classify.learn.Correction;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.learn.LearningBook;
import dev.vouch.pipeline.learn.LearningState;
import dev.vouch.pipeline.learn.ModelVersion;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** The corrections of one workspace and what was learnt from them, in Redis. */
public final class RedisLearning implements LearningBook {
  private static final int MOST = 2_000;
  private static final int VERSIONS = 20;
  private static final int HEADS = 5;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final LearningKeys names;

  public RedisLearning(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
    this.names = new LearningKeys(keys);
  }

  @Override
  public boolean add(Correction correction) {
    MentionId id = correction.mention();
    return Script.CORRECTION_WRITE
        .run(
            redis,
            List.of(
                names.corrections(),
                names.correctionTimes(),
                names.state(),
                keys.mentions(id),
                keys.forgotten()),
            List.of(
                id.toString(),
                Micros.field(id),
                CorrectionJson.of(correction),
                Script.seconds(correction.at()),
                String.valueOf(Keys.RETENTION.toSeconds()),
                String.valueOf(MOST)))
        .equals(1L);
  }

  @Override
  public void withdraw(MentionId mention, Instant now) {
    withdraw(List.of(mention.toString()), now);
  }

  @Override
  public void forget(String author, Instant now) {
    List<String> theirs =
        corrections().stream()
            .filter(one -> one.author().equals(author))
            .map(one -> one.mention().toString())
            .toList();
    if (!theirs.isEmpty()) {
      withdraw(theirs, now);
      redis.del(names.claim());
      redis.del(names.heads());
      use(ModelVersion.SHIPPED);
    }
  }

  private void withdraw(List<String> mentions, Instant now) {
    List<String> args = new ArrayList<>(List.of(Script.seconds(now)));
    args.addAll(mentions);
    Script.CORRECTION_WITHDRAW.run(
        redis, List.of(names.corrections(), names.correctionTimes(), names.state()), args);
  }

  @Override
  public List<Correction> corrections() {
    return redis.hgetAll(names.corrections()).entrySet().stream()
        .map(one -> CorrectionJson.correction(MentionId.parse(one.getKey()), one.getValue()))
        .toList();
  }

  @Override
  public LearningState state() {
    List<String> fields =
        redis.hmget(names.state(), "inuse", "changes", "learnt", "changed", "tried");
    return new LearningState(
        Math.toIntExact(number(fields.get(0))),
        number(fields.get(1)),
        number(fields.get(2)),
        instant(fields.get(3)),
        instant(fields.get(4)));
  }

  @Override
  public List<ModelVersion> versions() {
    return redis.hgetAll(names.versions()).entrySet().stream()
        .map(one -> CorrectionJson.version(Integer.parseInt(one.getKey()), one.getValue()))
        .sorted(Comparator.comparingInt(ModelVersion::number).reversed())
        .toList();
  }

  @Override
  public Optional<byte[]> head(int number) {
    return Optional.ofNullable(redis.hget(names.heads(), String.valueOf(number)))
        .map(Base64.getDecoder()::decode);
  }

  @Override
  public Optional<String> claim(Duration lease) {
    String claim = UUID.randomUUID().toString();
    SetParams once = SetParams.setParams().nx().px(lease.toMillis());
    return Optional.ofNullable(redis.set(names.claim(), claim, once)).map(ok -> claim);
  }

  @Override
  public Optional<ModelVersion> publish(
      String claim, ModelVersion version, byte[] head, long changes) {
    String json = CorrectionJson.of(version);
    Object number =
        Script.MODEL_WRITE.run(
            redis,
            List.of(names.state(), names.versions(), names.heads(), names.claim()),
            List.of(
                claim,
                json,
                version.isTaken() ? Base64.getEncoder().encodeToString(head) : "",
                String.valueOf(changes),
                Script.seconds(version.at()),
                String.valueOf(VERSIONS),
                String.valueOf(HEADS)));
    return Optional.ofNullable(number)
        .map(given -> CorrectionJson.version(Math.toIntExact((Long) given), json));
  }

  @Override
  public boolean use(int number) {
    return Script.MODEL_USE
        .run(redis, List.of(names.state(), names.heads()), List.of(String.valueOf(number)))
        .equals(1L);
  }

  @Override
  public void nothingToLearn(long changes, Instant now) {
    redis.hset(
        names.state(),
        java.util.Map.of(
            "learnt", String.valueOf(changes),
            "tried", Script.seconds(now),
            "inuse", String.valueOf(ModelVersion.SHIPPED)));
  }

  private static long number(@Nullable String field) {
    return field == null ? 0 : Long.parseLong(field);
  }

  private static @Nullable Instant instant(@Nullable String seconds) {
    return seconds == null
        ? null
        : Instant.ofEpochMilli(new java.math.BigDecimal(seconds).movePointRight(3).longValue());
  }
}
