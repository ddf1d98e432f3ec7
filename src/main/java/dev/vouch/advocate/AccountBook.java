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

  /** The accounts of these ids, by id. */
  Map<String, Account> accounts(Collection<String> ids);

  /** The account of that name or id, whatever its case and punctuation. */
  Optional<Account> named(String name);

  /** All accounts by name, at most {@code limit}. */
  List<Account> accounts(int limit);

  /** The marquee accounts by name. */
  List<Account> marquee();

  /** The account that a connected Slack workspace belongs to. */
  Optional<Account> ofTeam(String team);

  /** Ids of the accounts that connected Slack workspaces belong to, by workspace. */
  Map<String, String> ofTeams(Collection<String> teams);

  /** Ids of the accounts that e-mail domains belong to, by domain. */
  Map<String, String> ofDomains(Collection<String> domains);

  /** Ids of the accounts of imported contacts whom we have not met yet, by e-mail address. */
  Map<String, String> ofContacts(Collection<String> emails);

  /** Ids of the accounts that have or had one of these names, by name. */
  Map<String, String> ofNames(Collection<String> names);

  /** The account that an e-mail domain belongs to. */
  Optional<Account> ofDomain(String domain);

  /**
   * Changes the account of that name, or a new one, in one atomic step, because a rule of ours says
   * so.
   *
   * @return the account as it stands now
   * @throws IllegalArgumentException if a sign of it belongs to another account, naming it
   */
  Account change(String name, UnaryOperator<Account> change);

  /**
   * Changes the account of that name, or a new one, in one atomic step, because a person says so.
   * What somebody else has set meanwhile, in a field that this would change, stands until this
   * person has seen it.
   *
   * @throws IllegalArgumentException if a sign of it belongs to another account or there would be
   *     too many marquee accounts, naming them
   */
  Edited edit(String name, UnaryOperator<Account> change, AccountEdit edit);

  /** Notes that a person has seen the account as it is here. */
  void saw(Account account, String person);

  /**
   * Writes several accounts in one atomic step, all of them or none.
   *
   * @return whether they were written; not if one was changed since it was read
   * @throws IllegalArgumentException as {@link #edit} does
   */
  boolean replace(List<Replacement> all, AccountEdit edit);

  /** What is known of people from elsewhere. */
  CardBook cards();

  /**
   * What came of an edit.
   *
   * @param account as it stands now
   * @param theirs what others have changed since this person last saw it, newest first
   * @param done false if one of these stood in the way, so that nothing was written
   */
  record Edited(Account account, List<Revision> theirs, boolean done) {}

  /** An account as it was read, or a new one of version 0, and as it shall be. */
  record Replacement(Account before, Account after) {}
}
