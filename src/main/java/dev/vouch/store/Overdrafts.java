package dev.vouch.store;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.store.key.Keys;
import java.time.Instant;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** Finds asks of ours that took goodwill below its floor. */
final class Overdrafts {
  /** Sums of fractions are not exact. */
  private static final double LEAST = Goodwill.FLOOR - 1e-6;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Words words;
  private final RelationshipBook relationships;

  Overdrafts(UnifiedJedis redis, Keys keys, RelationshipBook relationships) {
    this.redis = redis;
    this.keys = keys;
    this.words = new Words(redis, keys);
    this.relationships = relationships;
  }

  /**
   * Whether each ask was one, by what was on record when it was made; what that was before two
   * accounts were joined or parted cannot be told any more.
   */
  List<Boolean> asks(Subject with, List<Heard> heard) {
    Relationship between = relationships.of(with).answered(heard);
    Instant told =
        between.entries(Kind.MERGED, Kind.UNMERGED).stream()
            .map(LedgerEntry::from)
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    return between.entries(Kind.ASK).stream()
        .filter(ask -> ask.from().isAfter(told))
        .map(ask -> isOverdrawn(ask.from(), between, heard))
        .toList();
  }

  /** What was edited or labelled otherwise after an ask says nothing about it. */
  private boolean isOverdrawn(Instant asked, Relationship between, List<Heard> heard) {
    if (Goodwill.until(between, heard, asked) >= LEAST) {
      return false;
    }
    List<Heard> known = heard.stream().filter(one -> !changedAfter(asked, one)).toList();
    return Goodwill.until(between, known, asked) < LEAST;
  }

  private boolean changedAfter(Instant asked, Heard heard) {
    MentionId id = heard.mention();
    String[] pieces = MentionRecord.pieces(words.member(id));
    String record =
        MentionRecord.joined(redis.hmget(keys.heard(heard.person()), pieces))
            + MentionRecord.joined(redis.hmget(keys.person(heard.person()), pieces));
    return !record.isEmpty()
        && SlackTime.instant(MentionRecord.version(record, id.ts())).isAfter(asked);
  }
}
