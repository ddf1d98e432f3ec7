package dev.vouch.slack.install;

import dev.vouch.slack.door.Revocations;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets the token of a workspace that has removed Vouch. Slack may say so late and twice, in
 * events of either kind, so word of an older removal does not undo a newer installation.
 */
public final class Uninstalls implements Revocations {
  private static final Logger LOG = LoggerFactory.getLogger(Uninstalls.class);

  private final Installations installations;

  public Uninstalls(Installations installations) {
    this.installations = installations;
  }

  @Override
  public void revoked(String team, Instant at) {
    boolean ended =
        installations
            .of(team)
            .filter(now -> !at.isBefore(now.installedAt().minusSeconds(1)))
            .isPresent();
    if (ended) {
      installations.delete(team);
      LOG.info("workspace {} has removed Vouch; its token is deleted", team);
    }
  }
}
