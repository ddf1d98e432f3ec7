package dev.vouch.advocate;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person from elsewhere, before or beside what we hear of them.
 *
 * @param handle by which Slack and others know them
 * @param account id of the account they belong to
 * @param title what they do there
 * @param source where this was said last: {@code an import of contacts.csv}
 */
public record Card(
    Handle handle,
    String name,
    @Nullable String account,
    Set<Role> roles,
    @Nullable String title,
    Tongue tongue,
    String source) {

  /**
   * How to tell a person; at least one of the two.
   *
   * @param person Slack id, once it is known
   * @param email in lower case
   */
  public record Handle(@Nullable String person, @Nullable String email) {
    public Handle {
      if (person == null && email == null) {
        throw new IllegalArgumentException("a contact needs a Slack id or an e-mail address");
      }
    }

    /** The Slack id where it is known, else the address. */
    public String key() {
      return person == null ? Objects.requireNonNull(email) : person;
    }
  }

  /**
   * How to speak with somebody.
   *
   * @param language BCP 47 tag
   * @param zone IANA time zone
   */
  public record Tongue(@Nullable String language, @Nullable String zone) {
    public static final Tongue UNKNOWN = new Tongue(null, null);
  }

  public Card {
    roles = Set.copyOf(roles);
  }

  public String key() {
    return handle.key();
  }

  /** Why the person belongs to their account since then, if they belong to one. */
  public Optional<AccountLink> link(Instant now) {
    return Optional.ofNullable(account).map(id -> AccountLink.setBy(source, id, now));
  }

  /** The same with these roles. */
  public Card withRoles(Set<Role> newRoles) {
    return new Card(handle, name, account, newRoles, title, tongue, source);
  }

  /** The same, if it was said there. */
  public Card saidBy(String newSource) {
    return new Card(handle, name, account, roles, title, tongue, newSource);
  }

  /** The same, once we know under which id Slack knows them. */
  public Card metAs(String person) {
    Handle met = new Handle(person, handle.email());
    return new Card(met, name, account, roles, title, tongue, source);
  }

  /**
   * The same for somebody who has changed employers: what is theirs stays, what the old account
   * gave them goes.
   */
  public Card movedTo(String newAccount, String said) {
    if (newAccount.equals(account)) {
      return this;
    }
    Set<Role> kept =
        account == null
            ? roles
            : roles.stream().filter(Role::isPersonal).collect(Collectors.toSet());
    String keptTitle = account == null ? title : null;
    return new Card(handle, name, newAccount, kept, keptTitle, tongue, said);
  }
}
