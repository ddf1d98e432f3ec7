package dev.vouch.store;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Written;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Stance;
import dev.vouch.mention.Turn;
import dev.vouch.store.Script.Queued;
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

  RedisMentions(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
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

  /** What the script said; empty where the thread has moved since it was read. */
  @SuppressWarnings("unchecked")
  private static Optional<Settled> settled(MentionId id, Object answer) {
    List<String> said = (List<String>) answer;
    boolean below = said.get(1).equals("1");
    boolean concernsAct = said.get(2).equals("1");
    return switch (said.get(0)) {
      case "moved" -> Optional.empty();
      case "gone" -> Optional.of(new Settled(Optional.empty(), below, concernsAct));
      default -> Optional.of(new Settled(MentionRecord.heard(id, said.get(0)), below, concernsAct));
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
    Response<List<String>> record =
        pipeline.hmget(keys.mentions(began), MentionRecord.pieces(Keys.field(began)));
    Response<List<String>> before =
        pipeline.zrevrangeByScore(
            keys.thread(id.channel(), root), "(" + id.ts(), "-inf", 0, ThreadScene.MOST);
    return () -> ThreadScene.of(MentionRecord.joined(record.get()), before.get());
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
    AdvocacyAct act = outcome.act();
    List<String> touched =
        new ArrayList<>(
            List.of(
                keys.mentions(id),
                keys.person(heard.person()),
                keys.said(heard.person()),
                keys.acts(heard.person()),
                keys.top()));
    touched.add(keys.latest(id.at()));
    touched.add(keys.counts(id.at()));
    touched.add(keys.thread(id.channel(), root));
    touched.add(keys.mentions(new MentionId(id.channel(), root)));
    return new Call(
        touched,
        List.of(
            id.ts(),
            Keys.field(id),
            heard.person(),
            MentionRecord.of(hearing, heard),
            act == null ? "" : MentionRecord.of(act),
            Keys.member(id),
            String.valueOf(Keys.RETENTION.toSeconds()),
            String.valueOf(Keys.TIMELINE.toSeconds()),
            place.root() == null ? "" : root,
            ThreadScene.member(id, heard.person(), place.stance(), hearing.hangsOnContext()),
            scene.stamp(),
            String.valueOf(ThreadScene.MOST),
            keys.person(""),
            again ? "1" : "",
            Keys.field(new MentionId(id.channel(), root)),
            String.valueOf(Keys.quarter(id.at())),
            String.valueOf(Keys.LISTED)));
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
    String json = record(id);
    if (json == null || MentionRecord.heard(id, json).isEmpty()) {
      return Optional.empty();
    }
    return MentionRecord.hearing(id, json).flatMap(hearing -> settle(hearing, true).standing());
  }

  private @Nullable String record(MentionId id) {
    return MentionRecord.joined(
        redis.hmget(keys.mentions(id), MentionRecord.pieces(Keys.field(id))));
  }

  List<Heard> passOver(MentionId id, String root) {
    Object below =
        Script.THREAD_MARK.run(
            redis,
            List.of(keys.thread(id.channel(), root)),
            List.of(
                id.ts(),
                ThreadScene.member(id, "", Stance.NONE, false),
                String.valueOf(Keys.RETENTION.toSeconds())));
    return below.equals(1L) ? settleBelow(id, root) : List.of();
  }

  List<Heard> withdraw(MentionId id) {
    while (true) {
      String json = record(id);
      String root = MentionRecord.root(json).orElse("");
      String person =
          json == null ? "" : MentionRecord.heard(id, json).map(Heard::person).orElse("");
      long done = withdraw(id, person, root);
      if (done > 0) {
        return done == 2 ? settleBelow(id, root.isEmpty() ? id.ts() : root) : List.of();
      }
      Thread.onSpinWait();
    }
  }

  private long withdraw(MentionId id, String person, String root) {
    List<String> touched =
        new ArrayList<>(
            List.of(
                keys.mentions(id),
                keys.person(person),
                keys.said(person),
                keys.acts(person),
                keys.top()));
    touched.add(keys.latest(id.at()));
    touched.add(keys.counts(id.at()));
    touched.add(keys.thread(id.channel(), root.isEmpty() ? id.ts() : root));
    List<String> args =
        List.of(
            id.ts(),
            Keys.field(id),
            person,
            String.valueOf(Keys.RETENTION.toSeconds()),
            root,
            keys.person(""),
            Keys.member(id),
            String.valueOf(Keys.quarter(id.at())));
    return (Long) Script.MENTION_WITHDRAW.run(redis, touched, args);
  }
}
