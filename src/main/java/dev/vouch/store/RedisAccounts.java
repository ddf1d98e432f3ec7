package dev.vouch.store;

import com.google.gson.Gson;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** The accounts of one workspace, in Redis. */
final class RedisAccounts implements AccountBook {
  private static final Gson GSON = new Gson();

  private final UnifiedJedis redis;
  private final Keys keys;

  RedisAccounts(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  private record Stored(
      String id,
      String name,
      String tier,
      @Nullable String owner,
      @Nullable String sponsor,
      Set<String> domains,
      Set<String> teams) {}

  @Override
  public Optional<Account> account(String id) {
    return Optional.ofNullable(redis.hget(keys.accounts(), id)).map(RedisAccounts::parse);
  }

  @Override
  public Optional<Account> named(String name) {
    return ofKey("name:" + Account.idOf(name)).or(() -> account(Account.idOf(name)));
  }

  @Override
  public List<Account> accounts(int limit) {
    List<String> ids =
        redis.zrange(keys.accountNames(), 0, limit - 1L).stream()
            .map(member -> member.substring(member.indexOf('\n') + 1))
            .toList();
    return ids.isEmpty()
        ? List.of()
        : redis.hmget(keys.accounts(), ids.toArray(String[]::new)).stream()
            .filter(Objects::nonNull)
            .map(RedisAccounts::parse)
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
  public Account change(String name, UnaryOperator<Account> change) {
    while (true) {
      String id = named(name).map(Account::id).orElse(Account.idOf(name));
      String before = Objects.requireNonNullElse(redis.hget(keys.accounts(), id), "");
      Account was = before.isEmpty() ? Account.named(name) : parse(before);
      Account wanted = change.apply(was);
      String answer = write(wanted, before, before.isEmpty() ? "" : was.name());
      if (answer.equals("ok")) {
        return wanted;
      }
      if (!answer.equals("changed")) {
        throw new IllegalArgumentException(taken(answer));
      }
    }
  }

  private String write(Account account, String before, String nameBefore) {
    List<String> args =
        new ArrayList<>(
            List.of(
                account.id(),
                before,
                json(account),
                account.name().toLowerCase(Locale.ROOT),
                nameBefore.toLowerCase(Locale.ROOT)));
    args.add("name:" + Account.idOf(account.name()));
    account.teams().forEach(team -> args.add("team:" + team));
    account.domains().forEach(domain -> args.add("domain:" + domain));
    return (String)
        Script.ACCOUNT_CHANGE.run(
            redis, List.of(keys.accounts(), keys.accountIndex(), keys.accountNames()), args);
  }

  private String taken(String answer) {
    int of = answer.lastIndexOf(" of ");
    String owner = answer.substring(of + 4);
    String name = account(owner).map(Account::name).orElse(owner);
    return "the %s belongs to the account %s already"
        .formatted(answer.substring(0, of).replaceFirst(":", " "), name);
  }

  private static String json(Account account) {
    return GSON.toJson(
        new Stored(
            account.id(),
            account.name(),
            account.tier().wire(),
            account.owner(),
            account.sponsor(),
            new TreeSet<>(account.domains()),
            new TreeSet<>(account.teams())));
  }

  private static Account parse(String json) {
    Stored stored = GSON.fromJson(json, Stored.class);
    return new Account(
        stored.id(),
        stored.name(),
        Tier.named(stored.tier()).orElse(Tier.SCALE),
        stored.owner(),
        stored.sponsor(),
        stored.domains(),
        stored.teams());
  }
}
