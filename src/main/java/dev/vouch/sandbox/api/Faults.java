package dev.vouch.sandbox.api;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.HttpAnswer;
import dev.vouch.sandbox.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong on demand; {@code *} stands for every method. Thread-safe.
 *
 * <p>Faults of one method come in the order they were asked for, and are gone when used up.
 */
public final class Faults {
  private final List<Planned> planned = new ArrayList<>();
  private String lostToken = "";

  /** A fault that is still to come. */
  private static final class Planned {
    private final String method;
    private final Fault fault;
    private int times;

    Planned(String method, Fault fault, int times) {
      this.method = method;
      this.fault = fault;
      this.times = times;
    }
  }

  /**
   * What happens to one call.
   *
   * @param delay how long nothing is done
   * @param answer instead of the method's own; empty where it is only late
   * @param silence how long after it was done the answer comes
   */
  record Fault(Duration delay, Optional<HttpAnswer> answer, Duration silence) {}

  /**
   * Answers with an HTTP status, 429 with its Retry-After.
   *
   * @param retryAfterSeconds left out where it is 0
   */
  public void failNext(String method, int status, int retryAfterSeconds, int times) {
    String error = status == 429 ? "ratelimited" : "internal_error";
    HttpAnswer answer = HttpAnswer.json(status, Json.object("ok", false, "error", error));
    plan(
        method,
        retryAfterSeconds > 0
            ? answer.with("Retry-After", Integer.toString(retryAfterSeconds))
            : answer,
        times);
  }

  /** Answers {@code ok: false} with this error, for instance {@code token_revoked}. */
  public void errorNext(String method, String error, int times) {
    plan(method, HttpAnswer.json(200, error(error)), times);
  }

  /** Answers 200 with a page of HTML, as a proxy in the way does. */
  public void htmlNext(String method, int times) {
    plan(method, HttpAnswer.html(200, "<html><body>Service unavailable</body></html>"), times);
  }

  /** Does as asked, but late. */
  public synchronized void slowNext(String method, Duration delay, int times) {
    planned.add(new Planned(method, new Fault(delay, Optional.empty(), Duration.ZERO), times));
  }

  /** Does as asked at once, and says so late. */
  public synchronized void silentNext(String method, Duration silence, int times) {
    planned.add(new Planned(method, new Fault(Duration.ZERO, Optional.empty(), silence), times));
  }

  private synchronized void plan(String method, HttpAnswer answer, int times) {
    planned.add(
        new Planned(method, new Fault(Duration.ZERO, Optional.of(answer), Duration.ZERO), times));
  }

  /** From now on refuses the bot's token with this error, for instance {@code token_revoked}. */
  public synchronized void loseToken(String error) {
    lostToken = error;
  }

  /** Takes back everything that was still to go wrong. */
  public synchronized void clear() {
    planned.clear();
    lostToken = "";
  }

  synchronized Optional<String> lostToken() {
    return lostToken.isEmpty() ? Optional.empty() : Optional.of(lostToken);
  }

  synchronized Optional<Fault> take(String method) {
    for (Planned next : planned) {
      if (next.method.equals("*") || next.method.equals(method)) {
        next.times--;
        planned.removeIf(done -> done.times <= 0);
        return Optional.of(next.fault);
      }
    }
    return Optional.empty();
  }

  static JsonObject error(String code) {
    return Json.object("ok", false, "error", code);
  }
}
