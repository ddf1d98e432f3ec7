package dev.vouch.app.run;

import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspaces that this instance is at work in. Thread-safe. */
final class Teams {
  private static final Logger LOG = LoggerFactory.getLogger(Teams.class);

  private final Team.Shared shared;
  private final WorkerPool workers;
  private final WorkerPool rounds;
  private final Map<String, Team> teams = new ConcurrentHashMap<>();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  /**
   * @param workers empty inboxes
   * @param rounds do what is due
   */
  Teams(Team.Shared shared, WorkerPool workers, WorkerPool rounds) {
    this.shared = shared;
    this.workers = workers;
    this.rounds = rounds;
  }

  /** A workspace that is connected now, or connected anew with another token. */
  void join(Connection connection) {
    String id = connection.home().team();
    shared.store().remember(connection.home());
    tokens.put(id, connection.token());
    Team team = Team.of(connection, shared);
    Team before = teams.put(id, team);
    if (before != null) {
      before.leaves(workers, rounds);
    }
    team.joins(workers, rounds);
    LOG.info("at work in workspace {} as {}", id, connection.home().self());
  }

  /** Stops the work in a workspace, and keeps nothing of it in mind. */
  void leave(String id) {
    tokens.remove(id);
    Team team = teams.remove(id);
    if (team != null) {
      team.leaves(workers, rounds);
      shared.store().left(id);
      LOG.info("no more at work in workspace {}", id);
    }
  }

  Optional<Token> token(String id) {
    return Optional.ofNullable(tokens.get(id));
  }

  Optional<Team> of(String id) {
    return Optional.ofNullable(teams.get(id));
  }

  /** A workspace that Vouch is at work in. */
  Workspace workspace(String id) {
    return of(id)
        .map(Team::workspace)
        .orElseThrow(() -> new IllegalArgumentException("Vouch is not at work in workspace " + id));
  }

  Collection<Team> all() {
    return List.copyOf(teams.values());
  }

  /** By workspace: what Slack has against our token, where it takes it no more. */
  Map<String, String> refusedTokens() {
    Map<String, String> refused = new HashMap<>();
    teams.forEach((id, team) -> team.tokenTrouble().ifPresent(why -> refused.put(id, why)));
    return refused;
  }
}
