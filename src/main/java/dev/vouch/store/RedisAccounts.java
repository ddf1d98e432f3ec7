package dev.vouch.store;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AccountEdit;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Revision;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/** The accounts of one workspace, in Redis. */
final class RedisAccounts implements AccountBook {
  /** What somebody did not contradict for so long, they have had their time to see. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** A rule of ours, which no person signs. */
  private static final AccountEdit RULE = new AccountEdit("", Instant.EPOCH, Integer.MAX_VALUE);

  private final UnifiedJedis redis;
  private final Keys keys;

  RedisAccounts(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Optional<Account> account(String id) {
    return Optional.ofNullable(redis.hget(keys.accounts(), id)).map(AccountJson::parse);
  }

  @Override
  public Optional<Account> named(String name) {
    return ofKey("name:" + Account.idOf(name)).or(() -> account(Account.idOf(name)));
  }

  @Override
  public List<Account> accounts(int limit) {
    return stored(
        redis.zrange(keys.accountNames(), 0, limit - 1L).stream()
            .map(member -> member.substring(member.indexOf('\n') + 1))
            .toList());
  }

  @Override
  public List<Account> marquee() {
    return stored(redis.smembers(keys.marqueeAccounts())).stream()
        .sorted(Comparator.comparing(Account::name))
        .toList();
  }

  @Override
  public Map<String, Account> accounts(Collection<String> ids) {
    return stored(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
  }

  private List<Account> stored(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : redis.hmget(keys.accounts(), ids.toArray(String[]::new)).stream()
            .filter(Objects::nonNull)
            .map(AccountJson::parse)
            .toList();
  }

  @Override
  public Optional<Account> ofTeam(String team) {
    return ofKey("team:" + team);
  }

  @Override
  public Optional<Account> ofDomain(String domain) {
    return ofKey("domain:" + domain.toLowerCase(Locale.ROOT));
  }

  @Override
  public Map<String, String> ofTeams(Collection<String> teams) {
    return ids("team:", teams);
  }

  @Override
  public Map<String, String> ofDomains(Collection<String> domains) {
    return ids("domain:", domains); // An author's domain is in lower case.
  }

  @Override
  public Map<String, String> ofContacts(Collection<String> emails) {
    return ids("email:", emails);
  }

  @Override
  public Map<String, String> ofNames(Collection<String> names) {
    Map<String, String> slugs =
        names.stream().distinct().collect(Collectors.toMap(name -> name, Account::idOf));
    Map<String, String> ids = ids("name:", Set.copyOf(slugs.values()));
    slugs.values().retainAll(ids.keySet());
    slugs.replaceAll((name, slug) -> ids.get(slug));
    return slugs;
  }

  private Map<String, String> ids(String prefix, Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    List<String> asked = List.copyOf(names);
    String[] fields = asked.stream().map(prefix::concat).toArray(String[]::new);
    List<String> found = redis.hmget(keys.accountIndex(), fields);
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < fields.length; i++) {
      if (found.get(i) != null) {
        ids.put(asked.get(i), found.get(i));
      }
    }
    return ids;
  }

  private Optional<Account> ofKey(String key) {
    return Optional.ofNullable(redis.hget(keys.accountIndex(), key)).flatMap(this::account);
  }

  @Override
  public CardBook cards() {
    return new RedisCards(redis, keys);
  }

  @Override
  public Account change(String name, UnaryOperator<Account> change) {
    return edit(name, change, RULE).account();
  }

  @Override
  public Edited edit(String name, UnaryOperator<Account> change, AccountEdit edit) {
    while (true) {
      Account was = named(name).orElseGet(() -> Account.named(name));
      Account wanted = change.apply(was);
      List<Revision> theirs = edit.by().isEmpty() ? List.of() : unseen(was, edit);
      if (theirs.stream().anyMatch(revision -> revision.version() > was.version())) {
        continue; // It was changed between the two readings.
      }
      if (overtaken(was, wanted, theirs)) {
        saw(was, edit.by());
        return new Edited(was, theirs, false);
      }
      boolean same = was.version() > 0 && wanted.equals(was);
      if (same || replace(List.of(new Replacement(was, wanted)), edit)) {
        return new Edited(same ? was : wanted.next(), theirs, true);
      }
    }
  }

  /** What others have changed since this person last saw the account. */
  private List<Revision> unseen(Account account, AccountEdit edit) {
    String seen = redis.hget(keys.seenBy(account.id()), edit.by());
    long version = seen == null ? 0 : Long.parseLong(seen);
    return redis.lrange(keys.revisions(account.id()), 0, -1).stream()
        .map(AccountJson::parseRevision)
        .filter(revision -> revision.version() > version)
        .filter(revision -> !revision.by().equals(edit.by()))
        .filter(revision -> revision.at().isAfter(edit.at().minus(FRESH)))
        .toList();
  }

  /** What is added to a list takes nothing away from what others added. */
  private static boolean overtaken(Account was, Account wanted, List<Revision> theirs) {
    List<AccountField> changed = AccountField.changed(was, wanted);
    return theirs.stream()
        .map(Revision::field)
        .anyMatch(field -> !field.isList() && changed.contains(field));
  }

  @Override
  public void saw(Account account, String person) {
    redis.hset(keys.seenBy(account.id()), person, String.valueOf(account.version()));
  }

  @Override
  public boolean replace(List<Replacement> all, AccountEdit edit) {
    if (all.isEmpty()) {
      return true;
    }
    List<String> args = new ArrayList<>();
    args.add(String.valueOf(edit.mostMarquee()));
    args.add(keys.prefix() + "account:");
    args.add(edit.by());
    for (Replacement one : all) {
      args.add(
          AccountJson.change(
              one,
              edit.by().isEmpty() ? List.of() : Revision.between(one.before(), one.after(), edit)));
    }
    List<String> of =
        List.of(keys.accounts(), keys.accountIndex(), keys.accountNames(), keys.marqueeAccounts());
    return done((String) Script.ACCOUNT_CHANGE.run(redis, of, args), edit);
  }

  private boolean done(String answer, AccountEdit edit) {
    return switch (answer) {
      case "ok" -> true;
      case "changed" -> false;
      case "full" -> throw new IllegalArgumentException(full(edit.mostMarquee()));
      default -> throw new IllegalArgumentException(taken(answer));
    };
  }

  private String full(int most) {
    return "there may be %d marquee accounts, and there are: %s"
        .formatted(most, marquee().stream().map(Account::name).collect(Collectors.joining(", ")));
  }

  private String taken(String answer) {
    int of = answer.lastIndexOf(" of ");
    String owner = answer.substring(of + 4);
    String name = account(owner).map(Account::name).orElse(owner);
    return "the %s belongs to the account %s already"
        .formatted(answer.substring(0, of).replaceFirst(":", " "), name);
  }
}
