package dev.vouch.slack.books;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Accounts in a map; a domain or team belongs to one of them at most. */
public final class InMemoryAccounts implements AccountBook {
  private final Map<String, Account> accounts = new HashMap<>();

  @Override
  public synchronized Optional<Account> account(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public synchronized Optional<Account> named(String name) {
    return first(one -> one.id().equals(Account.idOf(name)) || one.name().equalsIgnoreCase(name));
  }

  @Override
  public synchronized List<Account> accounts(int limit) {
    return accounts.values().stream()
        .sorted(Comparator.comparing(Account::name))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Account> ofTeam(String team) {
    return first(one -> one.teams().contains(team));
  }

  @Override
  public synchronized Optional<Account> ofDomain(String domain) {
    return first(one -> one.domains().contains(domain));
  }

  private Optional<Account> first(Predicate<Account> which) {
    return accounts.values().stream().filter(which).findFirst();
  }

  @Override
  public synchronized Account change(String name, UnaryOperator<Account> change) {
    Account now = change.apply(named(name).orElseGet(() -> Account.named(name)));
    for (String domain : now.domains()) {
      ofDomain(domain).ifPresent(other -> mustBe(other, now, "the domain " + domain));
    }
    for (String team : now.teams()) {
      ofTeam(team).ifPresent(other -> mustBe(other, now, "the workspace " + team));
    }
    accounts.put(now.id(), now);
    return now;
  }

  private static void mustBe(Account other, Account now, String what) {
    if (!other.id().equals(now.id())) {
      throw new IllegalArgumentException(what + " belongs to " + other.name() + " already");
    }
  }
}
