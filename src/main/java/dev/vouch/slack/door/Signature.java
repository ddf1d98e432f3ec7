package dev.vouch.slack.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether Slack sent a request: HMAC-SHA256 over {@code v0:timestamp:body}, on the bytes as
 * they came.
 *
 * <p>The SDK's own check makes text of the body in the machine's charset, rebuilds its line ends,
 * takes timestamps of the future and does not compare in constant time; this one does none of that.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack's
 *     rule</a>
 */
public final class Signature {
  public static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";
  public static final String SIGNATURE_HEADER = "X-Slack-Signature";

  /** How far a request's timestamp may be from our clock, either way. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST_SECONDS = 12;

  private final SecretKeySpec key;
  private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(this::newMac);
  private final InstantSource clock;

  /**
   * @throws IllegalArgumentException if the secret is blank
   */
  public Signature(String signingSecret, InstantSource clock) {
    if (signingSecret.isBlank()) {
      throw new IllegalArgumentException("SLACK_SIGNING_SECRET is empty: nothing could be checked");
    }
    this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /** Whether a request can be genuine at all, judged before its body is read. */
  boolean isPossible(@Nullable String timestamp, @Nullable String signature) {
    return timestamp != null
        && signature != null
        && isSeconds(timestamp)
        && signature.startsWith("v0=")
        && isRecent(Long.parseLong(timestamp));
  }

  boolean isGenuine(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    if (timestamp == null || signature == null || !isPossible(timestamp, signature)) {
      return false;
    }
    return MessageDigest.isEqual(
        of(timestamp, body).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  /** The signature that Slack would put on a body. */
  String of(String timestamp, byte[] body) {
    Mac mine = mac.get();
    mine.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
    return "v0=" + HexFormat.of().formatHex(mine.doFinal(body));
  }

  /** Made once for a thread: looking for it takes longer than a signature. */
  private Mac newMac() {
    try {
      Mac made = Mac.getInstance(ALGORITHM);
      made.init(key);
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do " + ALGORITHM, e);
    }
  }

  private static boolean isSeconds(String text) {
    return text.length() <= LONGEST_SECONDS
        && !text.isEmpty()
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private boolean isRecent(long seconds) {
    return Math.abs(clock.instant().getEpochSecond() - seconds) <= WINDOW.toSeconds();
  }
}
