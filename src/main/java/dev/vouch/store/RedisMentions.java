package dev.vouch.store;

import dev.vouch.advocate.AdvocateBook.Written;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Stance;
import dev.vouch.mention.Turn;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import dev.vouch.store.key.Script;
import dev.vouch.store.key.Script.Queued;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/**
 * Writes mentions and takes them back, each under what stands before it in its thread.
 *
 * <p>What a reply comes to is written together with a comparison of what was read before it, so
 * that whatever order a thread's messages come in, and whoever works on them at the same time, all
 * end up read under each other. Only messages in threads cost more than one call.
 */
final class RedisMentions {
  private final UnifiedJedis redis;
  private final Keys keys;
  private final Words words;
  private final MentionRecord record;

  RedisMentions(UnifiedJedis redis, Keys keys, Words words) {
    this.redis = redis;
    this.keys = keys;
    this.words = words;
    this.record = new MentionRecord(words);
  }

  Written write(Hearing hearing) {
    return written(hearing, settle(hearing, false));
  }

  private Written written(Hearing hearing, Settled settled) {
    MentionId id = hearing.alone().mention();
    String root = hearing.alone().place().root();
    return new Written(
        settled.standing(),
        settled.below() ? settleBelow(id, root == null ? id.ts() : root) : List.of(),
        settled.concernsAct());
  }

  /** Puts the writing of each into a pipeline, by what stands before them all now. */
  List<Pending> queue(List<Hearing> hearings, AbstractPipeline pipeline) {
    List<ThreadScene> scenes = scenes(hearings);
    List<Pending> pending = new ArrayList<>();
    for (int i = 0; i < hearings.size(); i++) {
      Hearing hearing = hearings.get(i);
      ThreadScene scene = scenes.get(i);
      Call call = call(hearing, outcome(hearing, scene), scene, false);
      Queued queued = Script.MENTION_WRITE.queue(pipeline, call.keys(), call.args());
      pending.add(new Pending(hearing, queued));
    }
    return pending;
  }

  /** A write in a pipeline. */
  record Pending(Hearing hearing, Queued queued) {}

  /** What came of a write whose pipeline was sent; made again where its thread has moved since. */
  Written written(Pending pending) {
    Hearing hearing = pending.hearing();
    Settled settled =
        settled(hearing.alone().mention(), pending.queued().result(redis))
            .orElseGet(() -> settle(hearing, false));
    return written(hearing, settled);
  }

  /** What came of writing one mention: how it stands, and whether replies stand below it. */
  private record Settled(Optional<Heard> standing, boolean below, boolean concernsAct) {}

  private Settled settle(Hearing hearing, boolean again) {
    while (true) {
      ThreadScene scene = scenes(List.of(hearing)).get(0);
      Call call = call(hearing, outcome(hearing, scene), scene, again);
      Object said = Script.MENTION_WRITE.run(redis, call.keys(), call.args());
      Optional<Settled> settled = settled(hearing.alone().mention(), said);
      if (settled.isPresent()) {
        return settled.get();
      }
      Thread.onSpinWait();
    }
  }

  /** What the script said; empty where what it was made from has changed. */
  @SuppressWarnings("unchecked")
  private Optional<Settled> settled(MentionId id, Object answer) {
    List<String> said = (List<String>) answer;
    boolean below = said.get(1).equals("1");
    boolean concernsAct = said.get(2).equals("1");
    return switch (said.get(0)) {
      case "moved" -> Optional.empty();
      case "gone" -> Optional.of(new Settled(Optional.empty(), below, concernsAct));
      case "clash" -> {
        words.forget();
        yield Optional.empty();
      }
      default -> {
        Heard standing = record.heard(id, said.get(3), said.get(0));
        yield Optional.of(new Settled(Optional.of(standing), below, concernsAct));
      }
    };
  }

  /** What stands before each; asks nothing where none of them answers anybody. */
  private List<ThreadScene> scenes(List<Hearing> hearings) {
    if (hearings.stream().map(Hearing::alone).noneMatch(RedisMentions::hasScene)) {
      return Collections.nCopies(hearings.size(), ThreadScene.NONE);
    }
    try (var pipeline = redis.pipelined()) {
      List<Supplier<ThreadScene>> scenes =
          hearings.stream().map(hearing -> scene(hearing.alone(), pipeline)).toList();
      pipeline.sync();
      return scenes.stream().map(Supplier::get).toList();
    }
  }

  private static boolean hasScene(Heard heard) {
    return heard.place().root() != null && heard.correctedBy() == null;
  }

  private Supplier<ThreadScene> scene(Heard heard, AbstractPipeline pipeline) {
    String root = heard.place().root();
    if (root == null || !hasScene(heard)) {
      return () -> ThreadScene.NONE;
    }
    MentionId id = heard.mention();
    MentionId began = new MentionId(id.channel(), root);
    Response<String> entry = pipeline.hget(keys.mentions(began), Micros.field(began));
    Response<List<String>> before =
        pipeline.zrevrangeByScore(
            keys.thread(id.channel(), root), "(" + id.ts(), "-inf", 0, ThreadScene.MOST);
    return () -> ThreadScene.of(entry.get(), before.get());
  }

  private static Hearing.Outcome outcome(Hearing hearing, ThreadScene scene) {
    Heard alone = hearing.alone();
    String root = alone.place().root();
    if (root == null || !hearing.hangsOnContext()) {
      return hearing.under(Stance.NONE);
    }
    Optional<Turn> turn = scene.answered(root, alone.person(), hearing.second());
    Hearing.Outcome found = hearing.under(turn.map(Turn::stance).orElse(Stance.NONE));
    Place place = found.heard().place();
    boolean seconds = place.reason() == ContextReason.SECONDS_ADVOCACY;
    String whose = seconds ? turn.map(Turn::person).orElse(null) : null;
    Place there = new Place(root, place.stance(), place.reason(), whose);
    return new Hearing.Outcome(found.heard().at(there), found.act());
  }

  private record Call(List<String> keys, List<String> args) {}

  private Call call(Hearing hearing, Hearing.Outcome outcome, ThreadScene scene, boolean again) {
    Heard heard = outcome.heard();
    MentionId id = heard.mention();
    Place place = heard.place();
    String root = place.root() == null ? id.ts() : place.root();
    List<String> touched =
        new ArrayList<>(
            List.of(
                keys.mentions(id),
                keys.person(heard.person()),
                keys.heard(heard.person()),
                keys.top()));
    touched.add(keys.latest(id.at()));
    touched.add(keys.counts(id.at()));
    touched.add(keys.thread(id.channel(), root));
    touched.add(keys.mentions(new MentionId(id.channel(), root)));
    touched.add(keys.words());
    touched.add(keys.forgotten());
    List<String> args = new ArrayList<>();
    Collections.addAll(
        args,
        id.ts(),
        Micros.field(id),
        heard.person(),
        record.of(hearing, outcome),
        outcome.act() == null ? "" : "1",
        words.member(id),
        String.valueOf(Keys.RETENTION.toSeconds()),
        String.valueOf(Keys.TIMELINE.toSeconds()),
        place.root() == null ? "" : root,
        ThreadScene.member(id, heard.person(), place.stance(), hearing.hangsOnContext()),
        scene.stamp(),
        String.valueOf(ThreadScene.MOST),
        keys.prefix(),
        again ? "1" : "",
        Micros.field(new MentionId(id.channel(), root)),
        String.valueOf(Keys.quarter(id.at())),
        String.valueOf(Keys.LISTED),
        String.valueOf(Keys.HEARD),
        RedisHeard.WANT_ANSWERS);
    record.said(hearing).forEach(word -> coded(word, args));
    return new Call(touched, args);
  }

  private void coded(String word, List<String> args) {
    String code = words.code(word);
    if (Words.isCode(code)) {
      args.add(code);
      args.add(word);
    }
  }

  /** Settles again, in their order, the replies below {@code id} that hang on what is before. */
  private List<Heard> settleBelow(MentionId id, String root) {
    List<Heard> settled = new ArrayList<>();
    List<String> below =
        redis.zrangeByScore(keys.thread(id.channel(), root), "(" + id.ts(), "+inf");
    for (String member : below) {
      if (ThreadScene.hangs(member)) {
        settleAgain(new MentionId(id.channel(), ThreadScene.ts(member))).ifPresent(settled::add);
      }
    }
    return settled;
  }

  /**
   * The reply as it is read now; also where that is what it was, because whoever settled it before
   * may have died before anything followed from it.
   */
  private Optional<Heard> settleAgain(MentionId id) {
    Stored stored = stored(List.of(id)).get(0);
    return stored.record().isEmpty()
        ? Optional.empty()
        : record
            .hearing(id, stored.person(), stored.record())
            .flatMap(hearing -> settle(hearing, true).standing());
  }

  /** What is known of those that are known and were not deleted. */
  List<Heard> found(List<MentionId> ids) {
    List<Heard> found = new ArrayList<>();
    List<Stored> all = stored(ids);
    for (int i = 0; i < ids.size(); i++) {
      Stored stored = all.get(i);
      if (!stored.record().isEmpty()) {
        found.add(record.heard(ids.get(i), stored.person(), stored.record()));
      }
    }
    return found;
  }

  /** The entry of a mention in its slot, and its record; empty if there is none. */
  private record Stored(String entry, String record) {
    String person() {
      return entry.isEmpty() || MentionRecord.isGone(entry) ? "" : entry.substring(2);
    }

    /** The thread it stands in, deleted or not; empty if it answers none. */
    String root() {
      return MentionRecord.isGone(entry)
          ? MentionRecord.rootOfGone(entry)
          : record.isEmpty() ? "" : MentionRecord.root(record);
    }
  }

  @SuppressWarnings("unchecked")
  private List<Stored> stored(List<MentionId> ids) {
    try (var pipeline = redis.pipelined()) {
      List<Queued> queued = ids.stream().map(id -> queueRead(id, pipeline)).toList();
      pipeline.sync();
      return queued.stream()
          .map(one -> (List<String>) one.result(redis))
          .map(said -> new Stored(said.get(0), said.get(1)))
          .toList();
    }
  }

  private Queued queueRead(MentionId id, AbstractPipeline pipeline) {
    return Script.MENTION_READ.queue(
        pipeline,
        List.of(keys.mentions(id)),
        List.of(Micros.field(id), words.member(id), keys.prefix()));
  }

  List<Heard> passOver(MentionId id, String root, @Nullable String staff) {
    Object below =
        Script.THREAD_MARK.run(
            redis,
            List.of(keys.thread(id.channel(), root)),
            List.of(
                id.ts(),
                ThreadScene.passedOver(id, staff),
                String.valueOf(Keys.RETENTION.toSeconds())));
    return below.equals(1L) ? settleBelow(id, root) : List.of();
  }

  List<Heard> withdraw(MentionId id) {
    Gone gone = takeBack(id);
    return gone.below() ? settleBelow(id, gone.root()) : List.of();
  }

  /**
   * Takes back a message of somebody who is erased; what others said below it is read as before.
   */
  void erase(MentionId id) {
    takeBack(id);
  }

  /** A message that was taken back: its thread, and whether replies stand below it. */
  private record Gone(String root, boolean below) {}

  private Gone takeBack(MentionId id) {
    while (true) {
      Stored stored = stored(List.of(id)).get(0);
      String root = stored.root();
      long done = withdraw(id, stored.person(), root);
      if (done > 0) {
        return new Gone(root.isEmpty() ? id.ts() : root, done == 2);
      }
      Thread.onSpinWait();
    }
  }

  private long withdraw(MentionId id, String person, String root) {
    List<String> touched =
        new ArrayList<>(
            List.of(keys.mentions(id), keys.person(person), keys.heard(person), keys.top()));
    touched.add(keys.latest(id.at()));
    touched.add(keys.counts(id.at()));
    touched.add(keys.thread(id.channel(), root.isEmpty() ? id.ts() : root));
    touched.add(keys.forgotten());
    List<String> args =
        List.of(
            id.ts(),
            Micros.field(id),
            person,
            String.valueOf(Keys.RETENTION.toSeconds()),
            root,
            keys.prefix(),
            words.member(id),
            String.valueOf(Keys.quarter(id.at())),
            RedisHeard.WANT_ANSWERS);
    return (Long) Script.MENTION_WITHDRAW.run(redis, touched, args);
  }
}
