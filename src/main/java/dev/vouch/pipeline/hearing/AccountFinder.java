package dev.vouch.pipeline.hearing;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Contact;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.Directory;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says to which account a person belongs: what somebody set by hand, else the contact that was
 * imported with their e-mail address, else their connected Slack workspace, else their e-mail
 * domain. A workspace or a company domain that we have not met makes a new account.
 */
final class AccountFinder {
  /** Anybody can have an address there, so the domain says nothing about an employer. */
  private static final Set<String> PUBLIC_MAIL =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "icloud.com",
          "me.com",
          "mac.com",
          "aol.com",
          "proton.me",
          "protonmail.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "mail.com",
          "mail.ru",
          "yandex.ru",
          "qq.com",
          "163.com",
          "orange.fr",
          "free.fr",
          "t-online.de",
          "fastmail.com",
          "zoho.com");

  private final AccountBook accounts;
  private final Directory directory;

  AccountFinder(AccountBook accounts, Directory directory) {
    this.accounts = accounts;
    this.directory = directory;
  }

  /** Which accounts there are, by id, for the workspaces, domains and addresses of some people. */
  record Known(
      Map<String, String> ofTeams, Map<String, String> ofDomains, Map<String, String> ofContacts) {}

  /** Looks up in one step what {@link #find} needs for all these people. */
  Known known(Collection<Author> authors) {
    Set<String> teams =
        authors.stream().filter(this::isElsewhere).map(Author::team).collect(Collectors.toSet());
    Set<String> domains =
        authors.stream().flatMap(author -> domain(author).stream()).collect(Collectors.toSet());
    Set<String> emails =
        authors.stream().flatMap(author -> email(author).stream()).collect(Collectors.toSet());
    return new Known(
        accounts.ofTeams(teams), accounts.ofDomains(domains), accounts.ofContacts(emails));
  }

  /** The account of {@code author}, of whom we may know something already. */
  Optional<AccountLink> find(Author author, Optional<Contact> contact, Known known, Instant now) {
    Optional<AccountLink> set =
        contact.flatMap(one -> Optional.ofNullable(one.link())).filter(AccountLink::byHand);
    return set.or(() -> byContact(author, known, now))
        .or(() -> byTeam(author, known, now))
        .or(() -> byDomain(author, known, now));
  }

  private static Optional<String> email(Author author) {
    return Optional.ofNullable(author.email()).map(address -> address.toLowerCase(Locale.ROOT));
  }

  private Optional<AccountLink> byContact(Author author, Known known, Instant now) {
    return email(author)
        .filter(known.ofContacts()::containsKey)
        .flatMap(address -> accounts.cards().met(address, author.id(), now))
        .flatMap(card -> card.link(now));
  }

  private boolean isElsewhere(Author author) {
    return !author.team().isBlank() && !author.team().equals(directory.home().team());
  }

  private static Optional<String> domain(Author author) {
    return author.emailDomain().filter(domain -> !PUBLIC_MAIL.contains(domain));
  }

  private Optional<AccountLink> byTeam(Author author, Known known, Instant now) {
    if (!isElsewhere(author)) {
      return Optional.empty();
    }
    return Optional.ofNullable(known.ofTeams().get(author.team()))
        .or(() -> meetTeam(author.team()).map(Account::id))
        .map(id -> new AccountLink(id, "their Slack workspace is connected to ours", now));
  }

  private Optional<AccountLink> byDomain(Author author, Known known, Instant now) {
    return domain(author)
        .flatMap(
            domain ->
                Optional.ofNullable(known.ofDomains().get(domain))
                    .or(
                        () ->
                            accounts
                                .ofDomain(domain)
                                .or(() -> meetDomain(domain))
                                .map(Account::id)))
        .map(id -> new AccountLink(id, "their e-mail address is at the account's domain", now));
  }

  /** Of the same batch somebody else may have been met first. */
  private Optional<Account> meetTeam(String team) {
    return accounts
        .ofTeam(team)
        .or(
            () ->
                directory
                    .teamName(team)
                    .flatMap(AccountFinder::named)
                    .map(known -> accounts.change(known, account -> account.withTeam(team))));
  }

  /** A first label may be another company's name too, so it never joins an account by itself. */
  private Optional<Account> meetDomain(String domain) {
    int dot = domain.indexOf('.');
    String label = dot < 1 ? domain : domain.substring(0, dot);
    String name = label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    try {
      return named(accounts.named(name).isPresent() ? domain : name)
          .map(free -> accounts.change(free, account -> account.withDomain(domain)));
    } catch (IllegalArgumentException e) {
      // Somebody else may have met it since it was looked for.
      return Optional.of(accounts.ofDomain(domain).orElseThrow(() -> e));
    }
  }

  private static Optional<String> named(String name) {
    String cut = name.strip();
    cut = cut.length() > 80 ? cut.substring(0, 80) : cut;
    return Account.idOf(cut).isEmpty() ? Optional.empty() : Optional.of(cut);
  }
}
