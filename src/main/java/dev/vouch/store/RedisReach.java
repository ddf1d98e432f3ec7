package dev.vouch.store;

import dev.vouch.advocate.ReactionChange;
import dev.vouch.mention.MentionId;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.key.Script.Queued;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;

/** How far words reach in one workspace: the reactions to them, and who passes them on. */
record RedisReach(UnifiedJedis redis, Keys keys) {

  long countReactions(Instant from, Instant to) {
    return redis.zcount(keys.reactionTimeline(), seconds(from), "(" + seconds(to));
  }

  void react(List<ReactionChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    try (var pipeline = redis.pipelined()) {
      List<Queued> queued = changes.stream().map(change -> queue(change, pipeline)).toList();
      pipeline.sync();
      queued.forEach(one -> one.result(redis));
    }
  }

  private Queued queue(ReactionChange change, AbstractPipeline pipeline) {
    String giver = change.giver() == null ? "" : change.giver();
    String receiver = change.receiver() == null ? "" : change.receiver();
    String one = change.reactor() + ":" + change.emoji();
    return Script.REACTION.queue(
        pipeline,
        List.of(
            keys.reactions(change.mention()),
            keys.reactionTimeline(),
            keys.person(giver),
            keys.person(receiver),
            keys.forgotten()),
        List.of(
            one,
            change.version(),
            change.added() ? "+" : "-",
            change.mention() + ":" + one,
            change.version(),
            giver.isEmpty() ? "0" : "1",
            receiver.isEmpty() ? "0" : "1",
            String.valueOf(Keys.TIMELINE.toSeconds()),
            change.reactor(),
            receiver,
            keys.prefix()));
  }

  void withdrawShare(MentionId id) {
    String who = redis.hget(keys.shares(id), id.ts());
    String[] pair = who == null || who.equals("gone") ? new String[] {"", ""} : who.split("\\|", 2);
    share(id, pair[0], pair[1], "-");
  }

  void share(MentionId share, @Nullable String sharer, @Nullable String sharedAuthor) {
    share(share, sharer == null ? "" : sharer, sharedAuthor == null ? "" : sharedAuthor, "+");
  }

  private void share(MentionId share, String sharer, String author, String sign) {
    Script.SHARE.run(
        redis,
        List.of(keys.shares(share), keys.person(sharer), keys.person(author), keys.forgotten()),
        List.of(
            share.ts(),
            sharer.isEmpty() ? "0" : "1",
            author.isEmpty() ? "0" : "1",
            sign,
            sharer + "|" + author,
            String.valueOf(Keys.RETENTION.toSeconds()),
            keys.prefix()));
  }

  private static String seconds(Instant at) {
    return "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1000);
  }
}
