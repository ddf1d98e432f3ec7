package dev.vouch.sandbox.delivery;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.delivery.Wire.Undelivered;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.workspace.Outlet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Brings events and interactions to the app, waits 3 s of real time for each acknowledgement, and
 * sends events again as Slack does: at once, after one minute and after five.
 *
 * <p>An event that nobody was connected for is tried again as soon as somebody is, which is earlier
 * than Slack would. Thread-safe.
 */
public final class Courier implements Outlet, AutoCloseable {
  private static final int PATIENCE_SECONDS = 3;
  private static final int MOST_REMEMBERED = 20_000;
  private static final List<Duration> RETRIES =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

  private final Wire wire;
  private final ScheduledExecutorService timer;
  private final Map<String, JsonObject> sent =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonObject> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  private record Pending(Envelope envelope, boolean waitingForRetry) {}

  public Courier(Wire wire) {
    this.wire = wire;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sandbox-courier");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void event(JsonObject wrapper) {
    synchronized (this) {
      sent.put(Json.text(wrapper, "event_id"), wrapper);
    }
    attempt(new Envelope(newId(), "events_api", wrapper, 0, null));
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static String eventId(Envelope envelope) {
    return Json.text(envelope.payload(), "event_id");
  }

  /** Sends in order of the calls, which is why the monitor is held while the wire takes it. */
  private synchronized void attempt(Envelope envelope) {
    pending.put(eventId(envelope), new Pending(envelope, false));
    var unused =
        wire.send(envelope.type(), envelope.asJson())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .whenComplete((reply, failure) -> settle(envelope, failure));
  }

  private synchronized void settle(Envelope envelope, @Nullable Throwable failure) {
    String event = eventId(envelope);
    Pending now = pending.get(event);
    if (now == null || !now.envelope().id().equals(envelope.id())) {
      return; // A later attempt has taken over.
    }
    if (failure == null || noRetry(failure) || envelope.attempt() >= RETRIES.size()) {
      pending.remove(event);
      notifyAll();
    } else {
      retryLater(envelope, reason(failure));
    }
  }

  private void retryLater(Envelope envelope, String reason) {
    int next = envelope.attempt() + 1;
    Envelope again = envelope.again(newId(), next, reason);
    pending.put(eventId(envelope), new Pending(again, true));
    boolean nobody = reason.equals("connection_failed");
    long wait = RETRIES.get(nobody && next == 1 ? 1 : next - 1).toMillis();
    if (!timer.isShutdown()) {
      var unused = timer.schedule(() -> retry(again), wait, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void retry(Envelope again) {
    Pending now = pending.get(eventId(again));
    if (now != null && now.waitingForRetry() && now.envelope().equals(again)) {
      attempt(again);
    }
  }

  /** Tries everything that waits for its retry at once; for when somebody has connected. */
  public synchronized void retryNow() {
    List.copyOf(pending.values()).stream()
        .filter(Pending::waitingForRetry)
        .forEach(waiting -> retry(waiting.envelope()));
  }

  private static boolean noRetry(Throwable failure) {
    return cause(failure) instanceof Undelivered undelivered && undelivered.noRetry();
  }

  private static String reason(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof Undelivered undelivered) {
      return undelivered.reason();
    }
    return cause instanceof TimeoutException ? "timeout" : "unknown_error";
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  @Override
  public Reply ask(String type, JsonObject payload) {
    Envelope envelope = new Envelope(newId(), type, payload, 0, null);
    try {
      JsonObject reply =
          wire.send(type, envelope.asJson()).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      return Reply.acknowledged(reply);
    } catch (CompletionException e) {
      boolean late = cause(e) instanceof TimeoutException;
      return Reply.failed(late ? Reply.Status.TIMED_OUT : Reply.Status.UNREACHABLE);
    }
  }

  /**
   * Sends an event again, as Slack does when it believes that it was not heard.
   *
   * @throws IllegalArgumentException if no such event was ever sent
   */
  public void redeliver(String eventId) {
    JsonObject wrapper;
    synchronized (this) {
      wrapper = sent.get(eventId);
    }
    if (wrapper == null) {
      throw new IllegalArgumentException("no event was sent with the id " + eventId);
    }
    attempt(new Envelope(newId(), "events_api", wrapper, 1, "timeout"));
  }

  /** Every event sent so far, oldest first. */
  public synchronized List<JsonObject> events() {
    return sent.values().stream().map(JsonObject::deepCopy).toList();
  }

  /**
   * Waits until the app has acknowledged every event.
   *
   * @return whether it has, within {@code patience} of real time
   */
  public synchronized boolean awaitQuiet(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!pending.isEmpty()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    wire.close();
  }
}
