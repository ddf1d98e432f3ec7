package dev.vouch.digest;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Accounts in memory. */
final class AccountsInMemory implements AccountBook {
  private final TreeMap<String, Account> accounts = new TreeMap<>();

  @Override
  public synchronized Optional<Account> account(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public synchronized Optional<Account> named(String name) {
    return account(Account.idOf(name));
  }

  @Override
  public synchronized List<Account> accounts(int limit) {
    return accounts.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<Account> ofTeam(String team) {
    return first(account -> account.teams().contains(team));
  }

  @Override
  public synchronized Optional<Account> ofDomain(String domain) {
    return first(account -> account.domains().contains(domain));
  }

  private Optional<Account> first(Predicate<Account> which) {
    return accounts.values().stream().filter(which).findFirst();
  }

  @Override
  public synchronized Account change(String name, UnaryOperator<Account> change) {
    return accounts.compute(
        Account.idOf(name), (id, old) -> change.apply(old == null ? Account.named(name) : old));
  }
}
