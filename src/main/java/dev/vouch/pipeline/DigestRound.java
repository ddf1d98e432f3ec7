package dev.vouch.pipeline;

import dev.vouch.digest.AdvocacyChart;
import dev.vouch.digest.Digest;
import dev.vouch.digest.DigestAssembly;
import dev.vouch.digest.DigestCalendar;
import dev.vouch.digest.DigestCalendar.Due;
import dev.vouch.digest.DigestChannel;
import dev.vouch.pipeline.DigestLog.Claim;
import dev.vouch.pipeline.WorkMeters.Posting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the digests of one workspace that are due, each once, whatever stops in between. */
public final class DigestRound {
  private static final Logger LOG = LoggerFactory.getLogger(DigestRound.class);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final byte[] NO_CHART = new byte[0];

  private final Workspace workspace;
  private final DigestLog log;
  private final DigestAssembly assembly;
  private final AdvocacyChart chart = new AdvocacyChart();
  private final InstantSource clock;
  private final WorkMeters meters;

  /** One that nobody counts. */
  public DigestRound(Workspace workspace, DigestLog log, InstantSource clock) {
    this(workspace, log, clock, WorkMeters.unseen());
  }

  public DigestRound(Workspace workspace, DigestLog log, InstantSource clock, WorkMeters meters) {
    this.meters = meters;
    this.workspace = workspace;
    this.log = log;
    this.assembly =
        new DigestAssembly(
            workspace.advocates(),
            workspace.accounts(),
            workspace.nudges(),
            workspace.relationships());
    this.clock = clock;
  }

  /**
   * Posts what is due now.
   *
   * @return when there is something to post next: now where something has to be tried again, and at
   *     the latest in a day
   */
  public Instant postDue() {
    Instant next = clock.instant().plus(Duration.ofDays(1));
    for (DigestChannel channel : workspace.settings().fresh().digestChannels()) {
      Instant here = attempt(channel);
      next = here.isBefore(next) ? here : next;
    }
    return next;
  }

  private Instant attempt(DigestChannel channel) {
    try {
      return postDue(channel);
    } catch (Directory.Unreachable e) {
      LOG.warn("the digest of {} waits for Slack: {}", channel.channel(), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error(
          "the digest of {} holds up no other, and comes later", channel.channel(), Wordless.of(e));
    }
    meters.digest(Posting.WAITS);
    return clock.instant();
  }

  private Instant postDue(DigestChannel channel) {
    Optional<Due> due = due(channel);
    return due.isPresent() && !isPosted(due.get())
        ? clock.instant()
        : DigestCalendar.next(channel, due.map(Due::day).orElse(null), clock.instant()).at();
  }

  /** False where it is for somebody else to post it. */
  private boolean isPosted(Due due) {
    Messenger leased = workspace.messenger().within(LEASE);
    Claim claim = log.claim(due.channel().channel(), due.day(), LEASE);
    if (claim == Claim.TAKEN) {
      return false;
    }
    long began = System.nanoTime();
    post(due, claim == Claim.AGAIN, leased);
    meters.digestTook(System.nanoTime() - began);
    return true;
  }

  /** A channel that was just set up waits for its hour: nobody expects a digest before. */
  private Optional<Due> due(DigestChannel channel) {
    Instant now = clock.instant();
    Optional<LocalDate> posted = log.lastDay(channel.channel());
    if (posted.isEmpty()) {
      log.posted(channel.channel(), DigestCalendar.latestDay(channel, now));
      return Optional.empty();
    }
    return DigestCalendar.due(channel, posted.get(), now);
  }

  /** Whoever began before may have died, or lost Slack's answer, so it is looked for first. */
  private void post(Due due, boolean again, Messenger messenger) {
    String channel = due.channel().channel();
    Digest digest = assembly.of(due.channel(), due.day());
    try {
      if (again && messenger.isPosted(digest, channel)) {
        LOG.info("the digest of {} stands in {} already", due.day(), channel);
        messenger.complete(digest, drawn(digest), channel);
      } else {
        messenger.post(digest, drawn(digest), channel);
        LOG.info("posted the digest of {} to {}", due.day(), channel);
      }
      meters.digest(Posting.POSTED);
    } catch (Messenger.Refused e) {
      meters.digest(Posting.REFUSED);
      LOG.warn("Slack refused the digest of {} in {}: {}", due.day(), channel, e.getMessage());
    }
    log.posted(channel, due.day());
  }

  /** The digest is worth posting without its picture too. */
  private byte[] drawn(Digest digest) {
    try {
      return chart.png(digest);
    } catch (AdvocacyChart.NoFonts e) {
      LOG.warn("the digest goes without its chart: {}", e.getMessage());
      return NO_CHART;
    }
  }
}
