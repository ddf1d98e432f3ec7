package dev.vouch.store;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Spread;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts afresh, from acts that are read one by one, what {@code spread.lua} keeps count of. */
final class SpreadRecount {
  private final long since;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Long> latest = new TreeMap<>();

  SpreadRecount(Instant now) {
    since = Spread.since(now).toEpochDay();
  }

  /**
   * Counts the acts of one person.
   *
   * @param account to which they belong, if they do
   */
  void add(@Nullable String account, Collection<AdvocacyAct> acts) {
    acts.forEach(act -> count("n", day(act)));
    acts.stream()
        .map(SpreadRecount::day)
        .max(Long::compare)
        .ifPresent(
            day -> {
              count("p", day);
              if (account != null) {
                latest.merge(account, day, Math::max);
              }
            });
  }

  private static long day(AdvocacyAct act) {
    return LocalDate.ofInstant(act.at(), ZoneOffset.UTC).toEpochDay();
  }

  private void count(String letter, long day) {
    if (day >= since) {
      counts.merge(letter + day, 1L, Long::sum);
    }
  }

  /** How many accounts have an act. */
  long accounts() {
    return latest.size();
  }

  /** By a letter and a day, of the days that count as lately. */
  Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>(counts);
    latest.values().stream()
        .filter(day -> day >= since)
        .forEach(day -> all.merge("a" + day, 1L, Long::sum));
    return all;
  }
}
