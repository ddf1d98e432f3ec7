package dev.vouch.app.run;

import dev.vouch.pipeline.inbox.Inbox.Unavailable;
import dev.vouch.slack.Tokens.Token;
import dev.vouch.slack.door.Revocations;
import dev.vouch.slack.install.Installation;
import dev.vouch.store.RedisInstallations;
import dev.vouch.store.RedisInstallations.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this instance at work in the workspaces that have installed Vouch, whichever instance was
 * told of it, and erases those that have removed it. Thread-safe.
 */
final class InstalledTeams implements Revocations, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledTeams.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final StoredInstallations installations;
  private final RedisInstallations stored;
  private final Teams teams;
  private final boolean noOthers;
  private final Map<String, String> joined = new HashMap<>();
  private final ScheduledExecutorService looks = Executors.newScheduledThreadPool(2);
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile Standing seen = Standing.UNKNOWN;

  /**
   * @param noOthers whether Vouch is at work only where it was installed
   */
  InstalledTeams(StoredInstallations installations, Teams teams, boolean noOthers) {
    this.installations = installations;
    this.stored = installations.stored();
    this.teams = teams;
    this.noOthers = noOthers;
  }

  /** Joins those that there are, and looks from now on what changes. */
  void start() {
    long every = LOOK_EVERY.toMillis();
    attempt(this::look);
    looks.scheduleWithFixedDelay(() -> attempt(this::look), every, every, TimeUnit.MILLISECONDS);
    looks.scheduleWithFixedDelay(
        () -> attempt(this::eraseLeaving), every, every, TimeUnit.MILLISECONDS);
  }

  /** A failure must not end the looks; it is told once. */
  private void attempt(Runnable look) {
    try {
      look.run();
      failing.set(false);
    } catch (RuntimeException | Error e) {
      if (!failing.getAndSet(true)) {
        LOG.warn(
            "which workspaces have Vouch is looked for every {}: {}", LOOK_EVERY, e.toString());
      }
    }
  }

  /** Joins and leaves what has changed since the last look; one cheap call where nothing has. */
  synchronized void look() {
    if (stored.changed().equals(seen.changed())) {
      return;
    }
    Standing now = stored.standing();
    List.copyOf(joined.keySet()).stream().filter(now::isRemoved).forEach(this::leave);
    long lost = joined.keySet().stream().filter(team -> !now.isAtWork(team)).count();
    if (lost > 0) {
      LOG.error("Redis has forgotten {} workspaces, which this instance goes on with", lost);
    }
    now.since()
        .forEach(
            (team, since) -> {
              if (now.isAtWork(team) && !since.equals(joined.get(team))) {
                join(team, since);
              }
            });
    seen = now;
  }

  private void join(String team, String since) {
    installed(team).map(Installation::connection).ifPresent(teams::join);
    joined.put(team, since);
  }

  /** A workspace whose token cannot be read keeps no other from work. */
  private Optional<Installation> installed(String team) {
    try {
      return installations.of(team);
    } catch (IllegalStateException e) {
      LOG.error("workspace {} is left out: {}", team, e.getMessage());
      return Optional.empty();
    }
  }

  /** Who stood still while it was erased may have written something since. */
  private void leave(String team) {
    teams.leave(team);
    stored.endAgain(team);
    joined.remove(team);
  }

  /** Slack's rules: who removes the app takes their data with them. */
  private void eraseLeaving() {
    if (!seen.leaving().isEmpty()) {
      stored
          .eraseLeaving()
          .forEach(
              team ->
                  LOG.info("workspace {} has left, and all that was held of it is erased", team));
    }
  }

  /** Whether Vouch is at work in more than one workspace, even if it has yet to join some here. */
  boolean areSeveral() {
    Standing last = seen;
    Standing now = last == Standing.UNKNOWN ? stored.standing() : last;
    return now.since().size() + (noOthers ? 0 : 1) > 1 || teams.all().size() > 1;
  }

  /** The token of a workspace, which may have been installed a moment ago. */
  Optional<Token> token(String team) {
    Optional<Token> known = teams.token(team);
    if (known.isEmpty()) {
      attempt(this::look);
      return teams.token(team);
    }
    return known;
  }

  @Override
  public void revoked(String team, Instant at) {
    if (asked(() -> stored.end(team, at))) {
      LOG.info("workspace {} has removed Vouch; its token is deleted", team);
      looks.execute(() -> attempt(this::look));
    }
  }

  /** Slack waits, so it does not wait for a look, which may join thousands at the start. */
  @Override
  public boolean isGone(String team) {
    Standing now = asked(() -> stored.standing(team));
    boolean installed = now.since().containsKey(team);
    if (installed && now.leaving().contains(team)) {
      throw new Unavailable("workspace " + team + " is erased before it is taken in again", null);
    }
    return noOthers && !installed;
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw new Unavailable("the store does not tell who has installed Vouch", e);
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
