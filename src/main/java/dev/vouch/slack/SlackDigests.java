package dev.vouch.slack;

import dev.vouch.digest.Digest;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.slack.view.figure.DigestView;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts digests and their charts, where our own people alone can read them. */
record SlackDigests(Conversations talks, SlackFiles files, Directory directory) {
  private static final Logger LOG = LoggerFactory.getLogger(SlackDigests.class);

  void post(Digest digest, byte[] chart, String channel) {
    requireOurs(channel);
    talks.say(channel, DigestView.of(digest), Marks.of(digest));
    chart(digest, chart, channel, false);
  }

  /** A chart is tried twice: a digest without one is better than none. */
  void complete(Digest digest, byte[] chart, String channel) {
    requireOurs(channel);
    try {
      chart(digest, chart, channel, true);
    } catch (Unreachable e) {
      withoutChart(digest, channel, e);
    }
  }

  /**
   * @param perhaps whether it may stand there already
   */
  private void chart(Digest digest, byte[] chart, String channel, boolean perhaps) {
    if (chart.length == 0) {
      return;
    }
    try {
      files.chart(digest, chart, channel, perhaps);
    } catch (Refused e) {
      withoutChart(digest, channel, e);
    }
  }

  private static void withoutChart(Digest digest, String channel, RuntimeException why) {
    LOG.warn(
        "The digest of {} stands in {} without its chart: {}",
        digest.day(),
        channel,
        why.getMessage());
  }

  boolean isPosted(Digest digest, String channel) {
    try {
      return talks.find(channel, digest.to(), Marks.of(digest)).isPresent();
    } catch (Refused e) {
      LOG.warn("{} cannot be read back: {}", channel, e.getMessage());
      return false;
    }
  }

  /**
   * The digest is for our own people: what Slack says of the channel is asked afresh, and a
   * conversation of two may be with anybody.
   */
  private void requireOurs(String channel) {
    directory.changed(channel);
    boolean ours =
        directory
            .channel(channel)
            .filter(known -> !known.external() && !known.direct())
            .isPresent();
    if (!ours) {
      throw new Refused(
          "the digest does not go to %s: Vouch cannot see it, or people of other companies can;"
                  .formatted(channel)
              + " choose another channel with /vouch settings digest");
    }
    Optional<Author> guest = directory.outsiderIn(channel);
    if (guest.isPresent()) {
      throw new Refused(
          "the digest does not go to %s: %s, who is not one of our own people, can read it; choose"
                  .formatted(channel, guest.get().id())
              + " another channel with /vouch settings digest");
    }
  }
}
