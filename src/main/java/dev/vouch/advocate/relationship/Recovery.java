package dev.vouch.advocate.relationship;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.mention.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we have to make good before anything may be asked: a complaint, a warning to others or an
 * incident, and how far that is.
 *
 * @param id of the mention or of the ledger's entry
 * @param permalink to the mention; null for an incident
 * @param done the last step that was taken; null while none was
 */
public record Recovery(String id, Instant since, @Nullable String permalink, @Nullable Step done) {

  /** The way back, in its order. */
  public enum Step {
    ACKNOWLEDGED(Kind.ACKNOWLEDGED),
    FIXED(Kind.FIXED),
    FOLLOWED_UP(Kind.FOLLOWED_UP);

    private final Kind entry;

    Step(Kind entry) {
      this.entry = entry;
    }

    /** The ledger's entry that says that it was taken. */
    public Kind entry() {
      return entry;
    }
  }

  /** What is to be done next; empty when it is closed. */
  public Optional<Step> next() {
    int taken = done == null ? 0 : done.ordinal() + 1;
    return taken == Step.values().length ? Optional.empty() : Optional.of(Step.values()[taken]);
  }

  public boolean isClosed() {
    return done == Step.FOLLOWED_UP;
  }

  /** All of a relationship, oldest first. */
  public static List<Recovery> all(Relationship between, Collection<Heard> heard) {
    List<Recovery> all = new ArrayList<>();
    for (Heard one : heard) {
      if (Goodwill.worth(one) <= Goodwill.worth(Intent.COMPLAINT)) {
        String id = one.mention().toString();
        all.add(new Recovery(id, one.mention().at(), one.permalink(), done(id, between)));
      }
    }
    for (LedgerEntry incident : between.entries(Kind.INCIDENT)) {
      all.add(new Recovery(incident.id(), incident.from(), null, done(incident.id(), between)));
    }
    all.sort(Comparator.comparing(Recovery::since).thenComparing(Recovery::id));
    return all;
  }

  /** Those that are not closed, oldest first. */
  public static List<Recovery> open(Relationship between, Collection<Heard> heard) {
    return all(between, heard).stream().filter(one -> !one.isClosed()).toList();
  }

  /** Whoever follows up has acknowledged and fixed, whether or not somebody said so. */
  private static @Nullable Step done(String id, Relationship between) {
    Step last = null;
    for (Step step : Step.values()) {
      last = between.has(id, step.entry()) ? step : last;
    }
    return last;
  }
}
