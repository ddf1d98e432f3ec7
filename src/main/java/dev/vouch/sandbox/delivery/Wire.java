package dev.vouch.sandbox.delivery;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;

/** A line to the app. */
public interface Wire extends AutoCloseable {
  /**
   * Sends without waiting.
   *
   * @return what the app acknowledges with; fails with a {@link Undelivered} where it did not
   */
  CompletableFuture<JsonObject> send(String type, JsonObject envelope);

  @Override
  void close();

  /** Why a delivery failed, in Slack's words for the retry. */
  final class Undelivered extends RuntimeException {
    private final String reason;
    private final boolean noRetry;

    /**
     * @param noRetry the app asked not to be sent this again
     */
    public Undelivered(String reason, boolean noRetry) {
      super(reason);
      this.reason = reason;
      this.noRetry = noRetry;
    }

    public String reason() {
      return reason;
    }

    public boolean noRetry() {
      return noRetry;
    }
  }
}
