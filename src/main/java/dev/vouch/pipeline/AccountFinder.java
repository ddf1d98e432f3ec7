package dev.vouch.pipeline;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Contact;
import dev.vouch.mention.Author;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says to which account a person belongs: what somebody set by hand, else their connected Slack
 * workspace, else their e-mail domain. A workspace or a company domain that we have not met makes a
 * new account.
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

  /** The account of {@code author}, of whom we may know something already. */
  Optional<AccountLink> find(Author author, Optional<Contact> known, Instant now) {
    Optional<AccountLink> set =
        known.flatMap(contact -> Optional.ofNullable(contact.link())).filter(AccountLink::byHand);
    return set.or(() -> byTeam(author, now)).or(() -> byDomain(author, now));
  }

  private Optional<AccountLink> byTeam(Author author, Instant now) {
    if (author.team().isBlank() || author.team().equals(directory.home().team())) {
      return Optional.empty();
    }
    return accounts
        .ofTeam(author.team())
        .or(() -> directory.teamName(author.team()).flatMap(name -> meetTeam(name, author.team())))
        .map(account -> link(account, "their Slack workspace is connected to ours", now));
  }

  private Optional<AccountLink> byDomain(Author author, Instant now) {
    return author
        .emailDomain()
        .filter(domain -> !PUBLIC_MAIL.contains(domain))
        .flatMap(domain -> accounts.ofDomain(domain).or(() -> meetDomain(domain)))
        .map(account -> link(account, "their e-mail address is at the account's domain", now));
  }

  private Optional<Account> meetTeam(String name, String team) {
    return named(name).map(known -> accounts.change(known, account -> account.withTeam(team)));
  }

  /** A first label may be another company's name too, so it never joins an account by itself. */
  private Optional<Account> meetDomain(String domain) {
    int dot = domain.indexOf('.');
    String label = dot < 1 ? domain : domain.substring(0, dot);
    String name = label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    return named(accounts.named(name).isPresent() ? domain : name)
        .map(free -> accounts.change(free, account -> account.withDomain(domain)));
  }

  private static Optional<String> named(String name) {
    String cut = name.strip();
    cut = cut.length() > 80 ? cut.substring(0, 80) : cut;
    return Account.idOf(cut).isEmpty() ? Optional.empty() : Optional.of(cut);
  }

  private static AccountLink link(Account account, String rule, Instant now) {
    return new AccountLink(account.id(), rule, now);
  }
}
