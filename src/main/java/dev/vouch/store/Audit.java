package dev.vouch.store;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.Nudge;
import dev.vouch.store.executive.IntroductionRecount;
import dev.vouch.store.gift.GiftRecount;
import dev.vouch.store.key.Keys;
import dev.vouch.store.nudge.NudgeJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/**
 * Rebuilds every number and every list of a workspace from the records that they follow, and says
 * where they differ. It reads everything there is, so it is nothing for a request; while events
 * come in, it can find differences that are gone a moment later.
 *
 * <p>What went with its age cannot be counted again: where a person has more mentions than are
 * kept, or older ones, numbers may be larger than what is rebuilt.
 */
public final class Audit {
  private static final int ALL = 1_000_000;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Overdrafts overdrafts;
  private final Store.Books books;
  private final Instant now;
  private final List<Difference> differences = new ArrayList<>();
  private int checked;

  Audit(UnifiedJedis redis, Keys keys, Store.Books books, Instant now) {
    this.redis = redis;
    this.keys = keys;
    this.overdrafts = new Overdrafts(redis, keys, books.relationships());
    this.books = books;
    this.now = now;
  }

  /**
   * Something that is not what its records say.
   *
   * @param what the number or list, by its name in the data dictionary
   * @param id whose it is
   */
  public record Difference(String what, String id, String stored, String rebuilt) {}

  /**
   * What came of it.
   *
   * @param checked how many numbers and lists were rebuilt
   */
  public record Result(int checked, List<Difference> differences) {
    public Result {
      differences = List.copyOf(differences);
    }
  }

  /** Rebuilds everything of the people given, who are all there are, and of their workspace. */
  Result of(Collection<String> people) {
    Map<String, Long> acts = new TreeMap<>();
    Map<String, Set<String>> members = new TreeMap<>();
    Map<String, Integer> days = new HashMap<>();
    SpreadRecount spread = new SpreadRecount(now);
    for (String person : people) {
      Contact contact = books.advocates().contact(person).orElse(null);
      if (contact != null) {
        List<AdvocacyAct> theirs = books.advocates().acts(person);
        acts.put(person, (long) theirs.size());
        spread.add(contact.account().orElse(null), theirs);
        mentions(contact, books.advocates().heard(person, ALL), days);
        contact
            .account()
            .ifPresent(
                account -> members.computeIfAbsent(account, id -> new TreeSet<>()).add(person));
        neverOverdrawn(Subject.person(person), books.advocates().heard(person, ALL));
      }
    }
    top(acts);
    spread(spread);
    counts(days);
    accounts(members);
    same(
        "cards:apart",
        "workspace",
        new TreeSet<>(redis.smembers(keys.apart())),
        books.accounts().cards().all().stream()
            .filter(card -> card.handle().person() != null && RedisCards.isApart(card))
            .map(Card::key)
            .collect(Collectors.toCollection(TreeSet::new)));
    nudges();
    gifts();
    IntroductionRecount.of(redis, keys, now)
        .forEach(part -> same(part.what(), part.id(), part.stored(), part.rebuilt()));
    identities(people);
    return new Result(checked, differences);
  }

  private void mentions(Contact contact, List<Heard> heard, Map<String, Integer> days) {
    Map<Intent, Integer> rebuilt = new EnumMap<>(Intent.class);
    for (Heard one : heard) {
      rebuilt.merge(one.intent(), 1, Integer::sum);
      days.merge(dayOf(one), 1, Integer::sum);
    }
    Instant first = contact.firstHeard();
    boolean mayHaveGone =
        heard.size() >= Keys.HEARD || first != null && first.isBefore(now.minus(Keys.RETENTION));
    for (Intent intent : Intent.values()) {
      int stored = contact.mentions().getOrDefault(intent, 0);
      int counted = rebuilt.getOrDefault(intent, 0);
      boolean explained = mayHaveGone && stored > counted;
      same("person:" + intent.wire(), contact.id(), explained ? counted : stored, counted);
    }
  }

  private static String dayOf(Heard heard) {
    return LocalDate.ofInstant(heard.mention().at(), ZoneOffset.UTC)
        + " "
        + heard.intent().ordinal();
  }

  private void top(Map<String, Long> acts) {
    Map<String, Long> stored = new TreeMap<>();
    redis
        .zrangeWithScores(keys.top(), 0, -1)
        .forEach(one -> stored.put(one.getElement(), (long) one.getScore()));
    Set<String> all = new TreeSet<>(acts.keySet());
    all.addAll(stored.keySet());
    all.forEach(
        person ->
            same("top", person, stored.getOrDefault(person, 0L), acts.getOrDefault(person, 0L)));
    String spread = redis.hget(keys.spread(), "acts");
    same(
        "spread:acts",
        "workspace",
        spread == null ? 0 : Long.parseLong(spread),
        acts.values().stream().mapToLong(Long::longValue).sum());
  }

  private void spread(SpreadRecount recount) {
    String accounts = redis.hget(keys.spread(), "accounts");
    same(
        "spread:accounts",
        "workspace",
        accounts == null ? 0 : Long.parseLong(accounts),
        recount.accounts());
    Map<String, Long> stored = new RedisSpread(redis, keys).counts(now);
    Map<String, Long> rebuilt = recount.counts();
    Set<String> all = new TreeSet<>(stored.keySet());
    all.addAll(rebuilt.keySet());
    all.forEach(
        one ->
            same(
                "spread",
                one.charAt(0) + " " + LocalDate.ofEpochDay(Long.parseLong(one.substring(1))),
                stored.getOrDefault(one, 0L),
                rebuilt.getOrDefault(one, 0L)));
  }

  /** Digests count by the day; what a person said beyond what is kept of them is only counted. */
  private void counts(Map<String, Integer> days) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (int back = 0; back < Keys.TIMELINE.toDays(); back++) {
      LocalDate day = today.minusDays(back);
      Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      for (Intent intent : Intent.values()) {
        long stored =
            books
                .advocates()
                .count(intent, start, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        int counted = days.getOrDefault(day + " " + intent.ordinal(), 0);
        if (stored != 0 || counted != 0) {
          same("counts:" + intent.wire(), day.toString(), stored, counted);
        }
      }
    }
  }

  private void accounts(Map<String, Set<String>> members) {
    List<Account> all = redis.hvals(keys.accounts()).stream().map(AccountJson::parse).toList();
    Set<String> named =
        redis.zrange(keys.accountNames(), 0, -1).stream()
            .map(member -> member.substring(member.indexOf('\n') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    same(
        "accounts:names",
        "workspace",
        named,
        all.stream().map(Account::id).collect(Collectors.toCollection(TreeSet::new)));
    same(
        "accounts:marquee",
        "workspace",
        new TreeSet<>(redis.smembers(keys.marqueeAccounts())),
        all.stream()
            .filter(account -> account.tier() == Tier.MARQUEE)
            .map(Account::id)
            .collect(Collectors.toCollection(TreeSet::new)));
    Map<String, String> index = redis.hgetAll(keys.accountIndex());
    for (Account account : all) {
      same(
          "account:people",
          account.id(),
          new TreeSet<>(books.advocates().people(account.id())),
          members.getOrDefault(account.id(), Set.of()));
      same("accounts:index", account.id(), signs(account.id(), index), signs(account));
      neverOverdrawn(Subject.account(account.id()), List.of());
    }
  }

  private static Set<String> signs(String account, Map<String, String> index) {
    return index.entrySet().stream()
        .filter(entry -> entry.getValue().equals(account))
        .map(Map.Entry::getKey)
        .filter(sign -> sign.startsWith("domain:") || sign.startsWith("team:"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> signs(Account account) {
    Set<String> signs = new TreeSet<>();
    account.domains().forEach(domain -> signs.add("domain:" + domain));
    account.teams().forEach(team -> signs.add("team:" + team));
    return signs;
  }

  private void neverOverdrawn(Subject with, List<Heard> heard) {
    overdrafts
        .asks(with, heard)
        .forEach(overdrawn -> same("goodwill", with.id(), overdrawn, false));
  }

  private void nudges() {
    List<Nudge> all = redis.hvals(keys.nudges()).stream().map(NudgeJson::parse).toList();
    same("nudges:latest", "workspace", members(keys.latestNudges()), ids(all));
    same(
        "nudges:due",
        "workspace",
        members(keys.dueNudges()),
        ids(all.stream().filter(nudge -> nudge.due() != null || nudge.isErased()).toList()));
    same(
        "nudges:open",
        "workspace",
        members(keys.openNudges()),
        ids(all.stream().filter(nudge -> nudge.state().isOpen()).toList()));
    Map<String, List<Nudge>> about = all.stream().collect(Collectors.groupingBy(Nudge::about));
    about.forEach(
        (person, theirs) ->
            same("nudges:about", person, members(keys.nudgesAbout(person)), ids(theirs)));
  }

  /** What is counted of a person is what came by each of their ids, and no other has anything. */
  private void identities(Collection<String> people) {
    Map<String, String> merged = new TreeMap<>(redis.hgetAll(keys.merged()));
    merged.forEach((id, into) -> same("merged", id, people.contains(id), false));
    merged.values().stream()
        .filter(into -> !merged.containsKey(into))
        .distinct()
        .forEach(
            person -> {
              Map<String, Long> sum = new TreeMap<>();
              books
                  .identities()
                  .of(person)
                  .forEach(
                      one ->
                          counts(keys.identity(one.id()))
                              .forEach((field, count) -> sum.merge(field, count, Long::sum)));
              same("identity", person, counts(keys.person(person)), sum);
            });
  }

  private Map<String, Long> counts(String key) {
    Map<String, Long> counts = new TreeMap<>();
    redis
        .hgetAll(key)
        .forEach(
            (field, value) -> {
              if (field.matches("\\d|rr|rg|sr|sg|nr|ng") && !value.equals("0")) {
                counts.put(field, Long.parseLong(value));
              }
            });
    return counts;
  }

  private Set<String> members(String sortedSet) {
    return new TreeSet<>(redis.zrange(sortedSet, 0, -1));
  }

  private static Set<String> ids(List<Nudge> nudges) {
    return nudges.stream().map(Nudge::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private void gifts() {
    GiftRecount.of(books.gifts().all(), keys)
        .forEach((key, sums) -> same("gifts:sum", key, stored(key, sums), new TreeMap<>(sums)));
  }

  /** What has gone with its age is as it should be. */
  private Map<String, Long> stored(String key, Map<String, Long> rebuilt) {
    Map<String, Long> stored = new TreeMap<>();
    redis.hgetAll(key).forEach((code, minor) -> stored.put(code, Long.valueOf(minor)));
    return stored.isEmpty() ? new TreeMap<>(rebuilt) : stored;
  }

  private void same(String what, String id, Object stored, Object rebuilt) {
    checked++;
    if (!Objects.equals(stored, rebuilt) && !isSameNumber(stored, rebuilt)) {
      differences.add(new Difference(what, id, told(stored, rebuilt), told(rebuilt, stored)));
    }
  }

  private static boolean isSameNumber(Object one, Object other) {
    return one instanceof Number first
        && other instanceof Number second
        && first.longValue() == second.longValue();
  }

  /** Of long lists only what the other one lacks. */
  private static String told(Object value, Object other) {
    if (value instanceof Set<?> set && other instanceof Set<?> others) {
      Set<Object> more = new LinkedHashSet<>(set);
      more.removeAll(others);
      return "%d in all%s".formatted(set.size(), more.isEmpty() ? "" : ", " + more + " here only");
    }
    return value.toString();
  }
}
