package dev.vouch.store;

import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** What was said on each day in one workspace: how many mentions of each intent, and the newest. */
record RedisDays(UnifiedJedis redis, Keys keys, Words words) {

  /** The newest mentions of those intents, newest first. */
  List<MentionId> newest(Collection<Intent> intents, Instant from, Instant to, int limit) {
    List<Response<List<String>>> lists = new ArrayList<>();
    try (var pipeline = redis.pipelined()) {
      for (Instant day : days(from, to)) {
        for (Intent intent : intents) {
          lists.add(
              pipeline.zrevrangeByLex(
                  keys.latest(day) + intent.ordinal(),
                  "(" + Micros.of(to),
                  "[" + Micros.of(from),
                  0,
                  limit));
        }
      }
      pipeline.sync();
    }
    return lists.stream()
        .flatMap(list -> list.get().stream())
        .map(words::mention)
        .sorted(Comparator.comparing(MentionId::at).reversed())
        .limit(limit)
        .toList();
  }

  /** A moment of each UTC day that a span touches. */
  private static List<Instant> days(Instant from, Instant to) {
    return Stream.iterate(
            from.truncatedTo(ChronoUnit.DAYS),
            day -> day.isBefore(to),
            day -> day.plus(1, ChronoUnit.DAYS))
        .toList();
  }

  /** Counted by quarters of an hour: where a span begins or ends within one, it counts whole. */
  long count(Intent intent, Instant from, Instant to) {
    List<Response<List<String>>> counts = new ArrayList<>();
    try (var pipeline = redis.pipelined()) {
      for (Instant day : days(from, to)) {
        counts.add(pipeline.hmget(keys.counts(day) + intent.ordinal(), quarters(day, from, to)));
      }
      pipeline.sync();
    }
    return counts.stream()
        .flatMap(count -> count.get().stream())
        .filter(Objects::nonNull)
        .mapToLong(Long::parseLong)
        .sum();
  }

  private static String[] quarters(Instant day, Instant from, Instant to) {
    Instant end = day.plus(1, ChronoUnit.DAYS);
    long first = from.isAfter(day) ? Keys.quarter(from) : 0;
    long last = Keys.quarter((to.isBefore(end) ? to : end).minusNanos(1));
    return LongStream.rangeClosed(first, last).mapToObj(String::valueOf).toArray(String[]::new);
  }
}
