package dev.vouch.pipeline.inbox;

import dev.vouch.pipeline.Envelope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The durable way in: what it has taken is not lost, and comes out once, however often it was put
 * in. Thread-safe.
 */
public interface Inbox {

  /**
   * Stores an envelope. Only when this returns may Slack be told that all is well.
   *
   * @throws Unavailable if it could not be stored, so Slack must send it again
   */
  void append(Envelope envelope);

  /**
   * The same without waiting for it, so that what comes at the same time is stored together.
   *
   * @return completes as {@link #append} returns; fails with {@link Unavailable}
   */
  default CompletableFuture<Void> appendSoon(Envelope envelope) {
    try {
      append(envelope);
      return CompletableFuture.completedFuture(null);
    } catch (Unavailable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The inbox cannot take anything just now. */
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
