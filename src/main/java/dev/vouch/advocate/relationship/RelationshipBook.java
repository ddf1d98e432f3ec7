package dev.vouch.advocate.relationship;

import dev.vouch.advocate.LedgerEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What stands between one workspace and people and accounts. Thread-safe. */
public interface RelationshipBook {

  /** All of these, each with what is between us, which may be nothing. One step. */
  Map<Subject, Relationship> all(Collection<Subject> with);

  /** What is between us and one of them. */
  default Relationship of(Subject with) {
    return Objects.requireNonNull(all(List.of(with)).get(with));
  }

  /** What passed between us and a person, and what was offered to their account. */
  default List<LedgerEntry> ledger(String person, @Nullable String account) {
    Subject one = Subject.person(person);
    Subject theirs = account == null ? one : Subject.account(account);
    Map<Subject, Relationship> both = all(List.of(one, theirs));
    List<LedgerEntry> ledger =
        new ArrayList<>(both.getOrDefault(one, Relationship.none(one)).ledger());
    if (account != null) {
      Relationship company = both.getOrDefault(theirs, Relationship.none(theirs));
      ledger.addAll(company.entries(LedgerEntry.Kind.REWARD_OFFER));
    }
    return ledger;
  }

  /**
   * Decides on relationships as they stand, and writes what that comes to in one atomic step, all
   * of it or nothing. Where somebody else changed one of them meanwhile, it is decided again on
   * what stands then; so a decision has no effects but its result. Of whoever was forgotten nothing
   * is written.
   *
   * @param with must not name one twice
   */
  <T> T decide(List<Subject> with, Function<List<Relationship>, Decided<T>> decision);

  /**
   * What a decision comes to.
   *
   * @param now the relationships in the order in which they were given
   */
  record Decided<T>(List<Relationship> now, T answer) {
    public Decided {
      now = List.copyOf(now);
    }
  }

  /** Changes one relationship in one atomic step, and returns what it is then. */
  default Relationship change(Subject with, UnaryOperator<Relationship> change) {
    return decide(
        List.of(with),
        stand -> {
          Relationship changed = change.apply(stand.get(0));
          return new Decided<>(List.of(changed), changed);
        });
  }
}
