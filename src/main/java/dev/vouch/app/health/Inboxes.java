package dev.vouch.app.health;

import dev.vouch.pipeline.inbox.Deliveries.Backlog;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What waits in the inboxes of all workspaces, as far as Redis tells.
 *
 * @param teams whose inboxes were asked about
 * @param backlogs what was told; a server of a Cluster that is away tells nothing of its workspaces
 * @param refused workspaces whose token Slack refuses: what waits there waits for a new one, and
 *     says nothing of how the work goes
 */
record Inboxes(Collection<String> teams, Map<String, Backlog> backlogs, Set<String> refused) {

  /** How many could not be read. */
  long unread() {
    return teams.stream().filter(team -> !backlogs.containsKey(team)).count();
  }

  long waiting() {
    return backlogs.values().stream().mapToLong(Backlog::waiting).sum();
  }

  long dead() {
    return backlogs.values().stream().mapToLong(Backlog::dead).sum();
  }

  /** How many wait for a token that Slack takes. */
  long held() {
    return waiting() - served().mapToLong(Backlog::waiting).sum();
  }

  /** How many wait in the workspace that has most. */
  long largest() {
    return served().mapToLong(Backlog::waiting).max().orElse(0);
  }

  /** When what waits longest came in; now if nothing waits. */
  Instant oldest(Instant now) {
    return served()
        .map(Backlog::oldest)
        .flatMap(Stream::ofNullable)
        .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
  }

  private Stream<Backlog> served() {
    return backlogs.entrySet().stream()
        .filter(one -> !refused.contains(one.getKey()))
        .map(Map.Entry::getValue);
  }
}
