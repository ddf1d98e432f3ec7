package dev.vouch.advocate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The accounts of one workspace. Thread-safe. */
public interface AccountBook {

  /** The account of that id. */
  Optional<Account> account(String id);

  /** The account of that name or id, whatever its case and punctuation. */
  Optional<Account> named(String name);

  /** All accounts by name, at most {@code limit}. */
  List<Account> accounts(int limit);

  /** The account that a connected Slack workspace belongs to. */
  Optional<Account> ofTeam(String team);

  /** Ids of the accounts that connected Slack workspaces belong to, by workspace. */
  Map<String, String> ofTeams(Collection<String> teams);

  /** Ids of the accounts that e-mail domains belong to, by domain. */
  Map<String, String> ofDomains(Collection<String> domains);

  /** The account that an e-mail domain belongs to. */
  Optional<Account> ofDomain(String domain);

  /**
   * Changes the account of that name, or a new one, in one atomic step.
   *
   * @return the account as it stands now
   * @throws IllegalArgumentException if a domain or team belongs to another account, naming it
   */
  Account change(String name, UnaryOperator<Account> change);
}
