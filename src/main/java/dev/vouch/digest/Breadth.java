package dev.vouch.digest;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How broadly advocacy is spread, and whom we overlook or wear out.
 *
 * @param unasked advocates whom nobody has asked for anything yet and who may be asked, most acts
 *     first
 * @param overAsked those asked more than {@link #MOST_ASKS} times lately, most often first
 * @param asking whether anybody has been asked for anything
 */
public record Breadth(Spread spread, List<Contact> unasked, List<Asked> overAsked, boolean asking) {
  /** More asks than this of one person in {@link Spread#DAYS} days are too many. */
  public static final int MOST_ASKS = 2;

  public Breadth {
    unasked = List.copyOf(unasked);
    overAsked = List.copyOf(overAsked);
  }

  /** How often somebody was asked lately. */
  public record Asked(Contact person, long times) {}

  /**
   * @param advocates most acts first
   * @param between what is between us and each of them; none where nothing is
   */
  public static Breadth of(
      Spread spread, List<Contact> advocates, Map<Subject, Relationship> between, Instant now) {
    List<Known> known = advocates.stream().map(person -> Known.of(person, between)).toList();
    return new Breadth(
        spread,
        known.stream().filter(one -> one.isOverlooked(now)).map(Known::person).toList(),
        known.stream()
            .map(one -> new Asked(one.person(), one.asksSince(now)))
            .filter(asked -> asked.times() > MOST_ASKS)
            .sorted(Comparator.comparingLong(Asked::times).reversed())
            .toList(),
        known.stream().anyMatch(one -> !one.asks().isEmpty()));
  }

  /** An advocate with what is between us. */
  private record Known(Contact person, Relationship between) {
    static Known of(Contact person, Map<Subject, Relationship> all) {
      Subject with = Subject.person(person.id());
      return new Known(person, all.getOrDefault(with, Relationship.none(with)));
    }

    List<LedgerEntry> asks() {
      return between.entries(LedgerEntry.Kind.ASK);
    }

    long asksSince(Instant now) {
      Instant since = now.minus(Duration.ofDays(Spread.DAYS));
      return asks().stream().filter(ask -> ask.from().isAfter(since)).count();
    }

    boolean isOverlooked(Instant now) {
      return asks().isEmpty() && !between.optedOut() && !between.isPaused(now);
    }
  }
}
