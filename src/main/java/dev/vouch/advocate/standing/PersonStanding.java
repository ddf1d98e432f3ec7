package dev.vouch.advocate.standing;

import dev.vouch.advocate.Decay;
import dev.vouch.advocate.relationship.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands and why, as the evidence says it now.
 *
 * @param since null while nothing has moved it
 * @param rule the last one that moved or renewed it; null while none has
 * @param cause what that rule went by; null while there is none
 * @param changes what would change it
 */
public record PersonStanding(
    Standing standing,
    @Nullable Instant since,
    @Nullable Rule rule,
    @Nullable Cause cause,
    List<Change> changes) {

  /** After an ask we let three months go: a year holds at most four, whatever they agreed to. */
  public static final Duration REST = Duration.ofDays(90);

  /** Who has not spoken up for half a year does not do so any more, as far as we know. */
  public static final Duration ACTIVE_FOR = Duration.ofDays(180);

  /** After a year half of those who said something still would. */
  public static final Duration GLAD_FOR = Decay.ORGANIC_HALF_LIFE;

  public PersonStanding {
    changes = List.copyOf(changes);
  }

  /** What the evidence comes to at {@code now}, in whatever order it came in. */
  public static PersonStanding of(Evidence evidence, Instant now) {
    Walk walk = new Walk();
    for (Occurrence one : Timeline.of(evidence)) {
      walk.passTime(one.at());
      walk.meet(one);
    }
    walk.passTime(now);
    return walk.end();
  }

  /** Why, in words that finish "because". */
  public String reason() {
    return rule == null ? "we have heard no words of their own" : rule.reason();
  }

  /** Goes through what happened, one after the other. */
  private static final class Walk {
    private Standing standing = Standing.UNKNOWN;
    private Instant since = Instant.MIN;
    private @Nullable Rule rule;
    private @Nullable Cause cause;
    private Instant spoke = Instant.MIN;
    private Instant glad = Instant.MIN;
    private Instant asked = Instant.MIN;

    void meet(Occurrence one) {
      note(one);
      Rule.of(standing, one.event()).ifPresent(row -> move(row, one.at(), one.cause()));
    }

    private void note(Occurrence one) {
      if (one.event().isGlad()) {
        glad = later(glad, one.at());
      }
      switch (one.event()) {
        case SPOKE, ACCEPTED -> spoke = later(spoke, one.at());
        case DID, REFUSED -> asked = later(asked, one.at());
        default -> {}
      }
    }

    private void move(Rule row, Instant at, @Nullable Cause why) {
      if (row.to() != standing) {
        since = at;
      }
      standing = row.to();
      rule = row;
      cause = why;
    }

    /** Time moves as often as it can; each of its rows leads further down, so it ends. */
    void passTime(Instant until) {
      Optional<Due> due = due();
      while (due.isPresent() && !due.get().at().isAfter(until)) {
        Instant at = due.get().at();
        Rule.of(standing, due.get().event()).ifPresent(row -> move(row, at, cause));
        due = due();
      }
    }

    private record Due(Event event, Instant at) {}

    private Optional<Due> due() {
      return switch (standing) {
        case RESTING -> Optional.of(new Due(Event.RESTED, asked.plus(REST)));
        case ACTIVE -> Optional.of(new Due(Event.LAPSED, spoke.plus(ACTIVE_FOR)));
        case READY, DELIGHTED ->
            Optional.of(new Due(Event.FADED, later(since, glad.plus(GLAD_FOR))));
        default -> Optional.empty();
      };
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }

    PersonStanding end() {
      return new PersonStanding(standing, rule == null ? null : since, rule, cause, changes());
    }

    private List<Change> changes() {
      if (standing == Standing.OPTED_OUT) {
        return List.of(new Change("they say that we may write to them again", null, null));
      }
      List<Change> changes = new ArrayList<>();
      for (Rule row : Rule.leaving(standing)) {
        Instant at = due().filter(due -> due.event() == row.on()).map(Due::at).orElse(null);
        changes.add(new Change(row.condition(), row.to().wire(), at));
      }
      if (rule == Rule.NEGLECTED) {
        changes.add(0, new Change("what waits at their account is answered", null, null));
      }
      return changes;
    }
  }
}
