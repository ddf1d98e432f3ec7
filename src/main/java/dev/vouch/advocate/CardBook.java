package dev.vouch.advocate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one workspace knows of people from elsewhere. Thread-safe. */
public interface CardBook {

  /** The cards of these people, by the Slack id or e-mail address that was asked for. */
  Map<String, Card> cards(Collection<String> handles);

  /** The card of a person, by Slack id or e-mail address. */
  default Optional<Card> card(String handle) {
    return Optional.ofNullable(cards(List.of(handle)).get(handle));
  }

  /** Slack ids of those whose acts do not count with those of others, by their roles. */
  Set<String> apart();

  /** All cards, in the order of their keys. It reads all of them: nothing for a request. */
  List<Card> all();

  /**
   * Writes several cards in one atomic step, all of them or none. Whoever is known by a Slack id
   * belongs to the account of their card from then on.
   *
   * @return whether they were written; not if one was changed since it was read
   */
  boolean replace(List<Replacement> all, Instant now);

  /** Notes that the person of an imported address has been met; returns their card. */
  Optional<Card> met(String email, String person, Instant now);

  /** Somebody has said that a person belongs to another account now. */
  void moved(String person, String account, String said, Instant now);

  /** Erases what is known of a person, by Slack id or e-mail address. */
  void erase(String handle);

  /** A card as it was read, or null for a new one, and as it shall be. */
  record Replacement(@Nullable Card before, Card after) {}
}
