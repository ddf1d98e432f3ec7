package dev.vouch.store.executive;

import dev.vouch.nudge.executive.Introduction;
import dev.vouch.store.key.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/**
 * Counts afresh, from the introductions themselves, what {@code introduction_write.lua} keeps in
 * step with them: the places that executives have given in a month, and the lists.
 */
public final class IntroductionRecount {
  /** So long the places of a month are kept. */
  private static final Duration KEPT = Duration.ofDays(100);

  private static final int MONTHS = 3;

  private final UnifiedJedis redis;
  private final IntroductionKeys names;
  private final List<Introduction> all;
  private final List<Part> parts = new ArrayList<>();

  /**
   * One list, as it stands and as it should.
   *
   * @param what its name in the data dictionary
   * @param id whose it is
   */
  public record Part(String what, String id, Set<String> stored, Set<String> rebuilt) {}

  private IntroductionRecount(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.names = new IntroductionKeys(keys);
    this.all =
        redis.hvals(names.introductions()).stream().map(ExecutiveJson::introduction).toList();
  }

  /** All of them, as they stand now. */
  public static List<Part> of(UnifiedJedis redis, Keys keys, Instant now) {
    IntroductionRecount recount = new IntroductionRecount(redis, keys);
    recount.lists();
    recount.places(now);
    return recount.parts;
  }

  private void lists() {
    add("latest", "workspace", members(names.latest()), ids(one -> true));
    add("due", "workspace", members(names.due()), ids(one -> one.due() != null));
    add(
        "open",
        "workspace",
        redis.hgetAll(names.open()).entrySet().stream()
            .map(open -> open.getKey() + " " + open.getValue())
            .toList(),
        all.stream()
            .filter(one -> !one.isErased() && one.stage().isOpen())
            .map(one -> one.request().person() + " " + one.id())
            .toList());
    all.stream()
        .filter(one -> !one.isErased())
        .map(one -> one.request().person())
        .distinct()
        .forEach(
            person ->
                add(
                    "about",
                    person,
                    members(names.about(person)),
                    ids(one -> one.request().person().equals(person))));
  }

  /** A place that nobody takes is looked for with everybody on the roster, in these months. */
  private void places(Instant now) {
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    Map<String, Set<YearMonth>> months = new HashMap<>();
    for (String executive : redis.hkeys(names.executives())) {
      for (int i = -MONTHS; i <= 1; i++) {
        months.computeIfAbsent(executive, one -> new HashSet<>()).add(month.plusMonths(i));
      }
    }
    for (Introduction one : all) {
      if (one.slot() != null) {
        months.computeIfAbsent(one.executive(), any -> new HashSet<>()).add(one.slot());
      }
    }
    months.forEach(
        (executive, those) -> those.forEach(one -> place(executive, one, now.minus(KEPT))));
  }

  private void place(String executive, YearMonth month, Instant gone) {
    Set<String> stored = redis.smembers(names.slots(executive, month));
    boolean aged =
        stored.isEmpty() && month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).isBefore(gone);
    if (!aged) {
      add(
          "slots",
          executive + " " + month,
          stored,
          ids(one -> one.executive().equals(executive) && month.equals(one.slot())));
    }
  }

  private Collection<String> members(String sortedSet) {
    return redis.zrange(sortedSet, 0, -1);
  }

  private Collection<String> ids(Predicate<Introduction> which) {
    return all.stream().filter(which).map(Introduction::id).collect(Collectors.toSet());
  }

  private void add(String what, String id, Collection<String> stored, Collection<String> rebuilt) {
    parts.add(new Part("introductions:" + what, id, new TreeSet<>(stored), new TreeSet<>(rebuilt)));
  }
}
