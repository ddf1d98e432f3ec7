package dev.vouch.store;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Spread.Circle;
import dev.vouch.advocate.Spread.Share;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

/**
 * Reads how widely acts are spread, from counters that follow the acts (see {@code spread.lua}).
 *
 * <p>Who had most acts lately is looked for among those with most acts ever: nobody has more lately
 * than ever, so the search ends where the third of those found has as many as the next ever had.
 * After {@link #MOST_LOOKED_AT} people it ends anyhow, so that what it costs does not hang on how
 * many advocates there are; the top three can then have had more than is said, never less.
 *
 * <p>The counters hold everybody. Whoever's acts do not count with those of others, by their roles,
 * is taken off when it is read; that costs by how many of them have acted.
 */
final class RedisSpread {
  static final int MOST_LOOKED_AT = 100;

  private static final int AT_ONCE = 20;
  private static final int TOP = 3;

  private final UnifiedJedis redis;
  private final Keys keys;

  RedisSpread(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  Spread at(Instant now, Function<Collection<String>, Map<String, Contact>> contacts) {
    LocalDate from = Spread.since(now);
    Apart apart = apart(from);
    int most = MOST_LOOKED_AT + apart.acts().size();
    try (var pipeline = redis.pipelined()) {
      var ever = pipeline.hmget(keys.spread(), "acts", "accounts");
      var people = pipeline.zcard(keys.top());
      var top = pipeline.zrevrangeWithScores(keys.top(), 0, most);
      var days = days(now, pipeline);
      pipeline.sync();
      List<Tuple> others =
          top.get().stream().filter(one -> !apart.acts().containsKey(one.getElement())).toList();
      Map<String, Long> lately = new Busiest(from).among(others);
      Circle all =
          new Circle(
              number(ever.get().get(0)), people.get(), number(ever.get().get(1)), sum(others));
      Circle late =
          new Circle(
              since(from, "n", days),
              since(from, "p", days),
              since(from, "a", days),
              lately.values().stream().mapToLong(Long::longValue).sum());
      return new Spread(
          apart.ever().takenFrom(all),
          apart.lately().takenFrom(late),
          shares(lately, contacts.apply(lately.keySet())));
    }
  }

  /**
   * Those who are taken off.
   *
   * @param acts ever, by person; nobody without one
   */
  private record Apart(Map<String, Long> acts, Off ever, Off lately) {
    static final Apart NOBODY = new Apart(Map.of(), Off.NOTHING, Off.NOTHING);
  }

  /** What is taken off a circle. */
  private record Off(long acts, long people, long accounts) {
    static final Off NOTHING = new Off(0, 0, 0);

    Circle takenFrom(Circle all) {
      return new Circle(
          all.acts() - acts, all.people() - people, all.accounts() - accounts, all.ofTopThree());
    }
  }

  private Apart apart(LocalDate from) {
    List<String> noted = List.copyOf(redis.smembers(keys.apart()));
    if (noted.isEmpty()) {
      return Apart.NOBODY;
    }
    List<@Nullable Double> scores = redis.zmscore(keys.top(), noted.toArray(String[]::new));
    Map<String, Long> acts = new TreeMap<>();
    for (int i = 0; i < noted.size(); i++) {
      Double score = scores.get(i);
      if (score != null) {
        acts.put(noted.get(i), score.longValue());
      }
    }
    return acts.isEmpty() ? Apart.NOBODY : apart(acts, from);
  }

  private Apart apart(Map<String, Long> acts, LocalDate from) {
    Busiest busiest = new Busiest(from);
    Map<String, Response<Set<String>>> fields = new TreeMap<>();
    Map<String, Response<String>> accounts = new TreeMap<>();
    try (var pipeline = redis.pipelined()) {
      for (String person : acts.keySet()) {
        fields.put(person, pipeline.hkeys(keys.person(person)));
        accounts.put(person, pipeline.hget(keys.person(person), "a"));
      }
      pipeline.sync();
    }
    List<Long> late = fields.values().stream().map(all -> busiest.late(all.get())).toList();
    Map<String, Long> members =
        accounts.values().stream()
            .map(Response::get)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(account -> account, Collectors.counting()));
    List<List<Tuple>> latest = latest(members);
    long epochDay = from.toEpochDay();
    return new Apart(
        acts,
        new Off(sum(acts.values()), acts.size(), onlyTheirs(latest, acts.keySet(), 1)),
        new Off(
            sum(late),
            late.stream().filter(count -> count > 0).count(),
            onlyTheirs(latest, acts.keySet(), epochDay)));
  }

  private static long sum(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** Of each account, who acted last: one more than are taken off, so that another shows. */
  private List<List<Tuple>> latest(Map<String, Long> members) {
    try (var pipeline = redis.pipelined()) {
      List<Response<List<Tuple>>> latest = new ArrayList<>();
      members.forEach(
          (account, count) ->
              latest.add(pipeline.zrevrangeWithScores(keys.people(account), 0, count)));
      pipeline.sync();
      return latest.stream().map(Response::get).toList();
    }
  }

  /** How many accounts count since a day through those alone who are taken off. */
  private static long onlyTheirs(List<List<Tuple>> latest, Set<String> apart, long since) {
    return latest.stream()
        .map(people -> people.stream().filter(one -> one.getScore() >= since).toList())
        .filter(people -> !people.isEmpty())
        .filter(people -> people.stream().allMatch(one -> apart.contains(one.getElement())))
        .count();
  }

  /** What is counted of the days that count as lately, by a letter and a day. */
  Map<String, Long> counts(Instant now) {
    try (var pipeline = redis.pipelined()) {
      var days = days(now, pipeline);
      pipeline.sync();
      Map<String, Long> counts = new TreeMap<>();
      counted(Spread.since(now), days)
          .forEach(entry -> counts.put(entry.getKey(), Long.parseLong(entry.getValue())));
      return counts;
    }
  }

  private List<Response<Map<String, String>>> days(Instant now, AbstractPipeline pipeline) {
    return LongStream.rangeClosed(Spread.since(now).toEpochDay() / 100, today(now) / 100)
        .mapToObj(hundred -> pipeline.hgetAll(keys.spread(hundred * 100)))
        .toList();
  }

  private static Stream<Map.Entry<String, String>> counted(
      LocalDate from, List<Response<Map<String, String>>> days) {
    return days.stream()
        .flatMap(hundred -> hundred.get().entrySet().stream())
        .filter(entry -> Long.parseLong(entry.getKey().substring(1)) >= from.toEpochDay());
  }

  private static long today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
  }

  private static long number(@Nullable String text) {
    return text == null ? 0 : Long.parseLong(text);
  }

  private static long sum(List<Tuple> top) {
    return top.stream().limit(TOP).mapToLong(one -> (long) one.getScore()).sum();
  }

  /** What is counted under a letter on that day and all after it. */
  private static long since(
      LocalDate from, String letter, List<Response<Map<String, String>>> days) {
    return counted(from, days)
        .filter(entry -> entry.getKey().startsWith(letter))
        .mapToLong(entry -> Long.parseLong(entry.getValue()))
        .sum();
  }

  private static List<Share> shares(Map<String, Long> acts, Map<String, Contact> contacts) {
    return acts.entrySet().stream()
        .filter(entry -> contacts.containsKey(entry.getKey()))
        .map(
            entry ->
                new Share(Objects.requireNonNull(contacts.get(entry.getKey())), entry.getValue()))
        .sorted(
            Comparator.comparingLong(Share::acts)
                .reversed()
                .thenComparing(one -> one.person().id()))
        .toList();
  }

  /** Looks for those with most acts since a day. */
  private final class Busiest {
    private final String since;
    private final Map<String, Long> found = new TreeMap<>();

    Busiest(LocalDate from) {
      since = Micros.of(from.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /**
     * The acts of the three since then, by person.
     *
     * @param top with most acts ever first, and one more than are looked at
     */
    Map<String, Long> among(List<Tuple> top) {
      for (int i = 0; i < Math.min(top.size(), MOST_LOOKED_AT); i += AT_ONCE) {
        if (third() >= top.get(i).getScore()) {
          break;
        }
        count(top.subList(i, Math.min(i + AT_ONCE, Math.min(top.size(), MOST_LOOKED_AT))));
      }
      return found;
    }

    private long third() {
      return found.size() < TOP
          ? 0
          : found.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private void count(List<Tuple> people) {
      try (var pipeline = redis.pipelined()) {
        List<Response<Set<String>>> fields = new ArrayList<>();
        people.forEach(one -> fields.add(pipeline.hkeys(keys.person(one.getElement()))));
        pipeline.sync();
        for (int i = 0; i < people.size(); i++) {
          long acts = late(fields.get(i).get());
          if (acts > 0) {
            found.put(people.get(i).getElement(), acts);
          }
        }
      }
      keepThree();
    }

    /** How many of a person's acts are since then. */
    long late(Set<String> fields) {
      return fields.stream().filter(this::isLateAct).count();
    }

    private boolean isLateAct(String field) {
      return Micros.isMember(field) && MentionRecord.isFirst(field) && field.compareTo(since) >= 0;
    }

    private void keepThree() {
      List<String> most =
          found.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Long>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(TOP)
              .map(Map.Entry::getKey)
              .toList();
      found.keySet().retainAll(most);
    }
  }
}
