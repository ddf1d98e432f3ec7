package dev.vouch.store;

import dev.vouch.advocate.Heard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** Reads what people of one workspace said, several people at once, from Redis. */
final class RedisHeard {
  private final UnifiedJedis redis;
  private final Keys keys;
  private final Words words;
  private final MentionRecord record;
  private final RedisMentions mentions;

  RedisHeard(UnifiedJedis redis, Keys keys, Words words, RedisMentions mentions) {
    this.redis = redis;
    this.keys = keys;
    this.words = words;
    this.mentions = mentions;
    this.record = new MentionRecord(words);
  }

  /**
   * The latest mentions of each of these people, newest first, by person; two round trips, and a
   * third for answers.
   */
  Map<String, List<Heard>> newest(Collection<String> people, int limit) {
    Map<String, List<String>> newest = members(people, limit);
    Map<String, List<Stored>> stored = new HashMap<>();
    try (var pipeline = redis.pipelined()) {
      newest.forEach(
          (person, members) ->
              stored.put(
                  person,
                  members.stream().map(member -> stored(person, member, pipeline)).toList()));
      pipeline.sync();
    }
    List<Heard> all = new ArrayList<>();
    stored.forEach((person, some) -> some.forEach(one -> heard(person, one).forEach(all::add)));
    Map<String, List<Heard>> heard = new HashMap<>();
    people.forEach(person -> heard.put(person, new ArrayList<>()));
    mentions.answered(all).forEach(one -> Objects.requireNonNull(heard.get(one.person())).add(one));
    return heard;
  }

  /** One mention as it is on its way from Redis, which is in one place or the other. */
  private record Stored(String member, Response<List<String>> plain, Response<List<String>> act) {}

  private Stored stored(String person, String member, AbstractPipeline pipeline) {
    return new Stored(
        member,
        pipeline.hmget(keys.heard(person), MentionRecord.pieces(member)),
        pipeline.hmget(keys.person(person), MentionRecord.pieces(member)));
  }

  private Stream<Heard> heard(String person, Stored stored) {
    String text =
        MentionRecord.joined(stored.plain().get()) + MentionRecord.joined(stored.act().get());
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(record.heard(words.mention(stored.member()), person, text));
  }

  /** The members of people's newest mentions, acts or not, by person. */
  private Map<String, List<String>> members(Collection<String> people, int limit) {
    Map<String, Response<Set<String>>> plain = new HashMap<>();
    Map<String, Response<Set<String>>> acts = new HashMap<>();
    try (var pipeline = redis.pipelined()) {
      for (String person : people) {
        plain.put(person, pipeline.hkeys(keys.heard(person)));
        acts.put(person, pipeline.hkeys(keys.person(person)));
      }
      pipeline.sync();
    }
    Map<String, List<String>> newest = new HashMap<>();
    plain.forEach(
        (person, members) ->
            newest.put(
                person,
                Stream.concat(
                        members.get().stream(),
                        Objects.requireNonNull(acts.get(person)).get().stream())
                    .filter(Keys::isMember)
                    .filter(MentionRecord::isFirst)
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .toList()));
    return newest;
  }
}
