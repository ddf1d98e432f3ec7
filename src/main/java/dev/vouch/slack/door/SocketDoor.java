package dev.vouch.slack.door;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import dev.vouch.pipeline.Directory.TokenRefused;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.pipeline.Wordless;
import dev.vouch.slack.Backoff;
import dev.vouch.slack.WebApi;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Socket Mode door: keeps one connection to Slack, whatever happens, and opens the next before
 * it lets go of the last.
 *
 * <p>All decisions about connections are made on one thread of its own.
 */
public final class SocketDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketDoor.class);
  private static final Duration DRAIN = Duration.ofSeconds(3);
  private static final String CHECK = "; check SLACK_APP_TOKEN and Socket Mode";

  private final Slack slack;
  private final String appToken;
  private final WebApi api;
  private final SocketWork work;
  private final InstantSource clock;
  private final Timing timing;
  private final ScheduledExecutorService supervisor;
  private final SocketLine.Listener listener = new Ear();

  private volatile @Nullable SocketLine current;
  private volatile boolean closing;
  private final Set<SocketLine> lines = new HashSet<>();
  private @Nullable SocketLine next;
  private boolean waiting;
  private int failures;

  /**
   * How patient the door is.
   *
   * @param check how often it looks whether the connection is alive
   * @param hello how long a new connection may take until Slack greets
   * @param linger how long the last connection stays open after the next was greeted, so that what
   *     it brought can be acknowledged on it
   */
  record Timing(Backoff backoff, Duration check, Duration hello, Duration linger) {
    static Timing usual(Backoff backoff) {
      return new Timing(
          backoff, Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(3));
    }
  }

  /**
   * Where lines are asked for.
   *
   * @param appToken the app-level token, {@code xapp-...}
   * @param registry counts how often
   */
  public record Lines(Slack slack, String appToken, MeterRegistry registry) {
    private WebApi api(InstantSource clock) {
      return new WebApi(slack.methods(appToken), clock, registry);
    }
  }

  public SocketDoor(
      Lines lines,
      EventIntake intake,
      Interactions interactions,
      InstantSource clock,
      Backoff backoff) {
    this(lines, new SocketWork(intake, interactions), clock, Timing.usual(backoff));
  }

  SocketDoor(Lines from, SocketWork work, InstantSource clock, Timing timing) {
    this.slack = from.slack();
    this.appToken = from.appToken();
    this.api = from.api(clock);
    this.work = work;
    this.clock = clock;
    this.timing = timing;
    this.supervisor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "vouch-socket");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts to connect and returns at once; while Slack cannot be reached it keeps trying. */
  public void start() {
    supervise(this::open);
    long check = timing.check().toMillis();
    supervisor.scheduleWithFixedDelay(
        () -> guarded(this::check), check, check, TimeUnit.MILLISECONDS);
  }

  /** Whether Slack has greeted on the connection of now. */
  public boolean isConnected() {
    return current != null;
  }

  /** Takes nothing new, waits up to three seconds for what runs, and hangs up. */
  @Override
  public void close() {
    closing = true;
    work.drain(DRAIN);
    try {
      supervisor.submit(this::hangUp).get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      LOG.warn("the socket did not close cleanly: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    supervisor.shutdownNow();
  }

  private void open() {
    waiting = false;
    if (closing || next != null) {
      return;
    }
    try {
      String url = api.call("apps.connections.open", m -> m.appsConnectionsOpen(r -> r)).getUrl();
      SocketLine line = new SocketLine(slack, appToken, String.valueOf(url), listener);
      next = line;
      lines.add(line);
      line.connect();
      later(timing.hello(), () -> giveUp(line));
    } catch (TokenRefused e) {
      tryAgain(timing.backoff().most(), e.getMessage() + CHECK);
    } catch (Unreachable e) {
      Duration asked =
          e.retryAt().map(at -> Duration.between(clock.instant(), at)).orElse(Duration.ZERO);
      tryAgain(asked, e.getMessage());
    } catch (Refused e) {
      tryAgain(timing.backoff().most(), e.getMessage() + CHECK);
    } catch (URISyntaxException | IOException | IllegalArgumentException e) {
      tryAgain(Duration.ZERO, "no usable address: " + e.getClass().getSimpleName());
    }
  }

  private void tryAgain(Duration least, @Nullable String why) {
    if (closing || waiting) {
      return;
    }
    Duration own = timing.backoff().after(failures++);
    Duration pause = least.compareTo(own) > 0 ? least : own;
    LOG.warn("no Socket Mode connection ({}); trying again in {} ms", why, pause.toMillis());
    waiting = true;
    later(pause, this::open);
  }

  private void greeted(SocketLine line) {
    if (line != next) {
      return;
    }
    SocketLine last = current;
    current = line;
    next = null;
    LOG.info("connected to Slack in Socket Mode");
    if (last != null) {
      later(timing.linger(), () -> drop(last));
    }
  }

  private void told(SocketLine line, String reason) {
    LOG.info("Slack is about to close the connection: {}", reason);
    if (line == current) {
      renew(reason);
    }
  }

  private void ended(SocketLine line) {
    drop(line);
    if (line == next) {
      next = null;
      tryAgain(Duration.ZERO, "it closed before Slack greeted");
    } else if (line == current) {
      current = null;
      renew("it was closed");
    }
  }

  /** Opens another at once, unless the last one did not even live until the next check. */
  private void renew(String why) {
    if (failures == 0) {
      failures = 1;
      open();
    } else if (next == null) {
      tryAgain(Duration.ZERO, why);
    }
  }

  private void drop(SocketLine line) {
    if (lines.remove(line)) {
      line.close();
    }
  }

  private void giveUp(SocketLine line) {
    if (line == next) {
      ended(line);
    }
  }

  private void check() {
    SocketLine line = current;
    if (line == null) {
      return;
    }
    if (line.isAlive()) {
      failures = 0;
    } else {
      LOG.warn("the Socket Mode connection does not answer any more");
      ended(line);
    }
  }

  private void hangUp() {
    List.copyOf(lines).forEach(this::drop);
    current = null;
    next = null;
  }

  /** Sends on the line that brought it, or on the one of now if that is gone. */
  private void acknowledge(SocketLine line, String ack) {
    SocketLine other = current;
    if (!line.send(ack) && (other == null || other == line || !other.send(ack))) {
      LOG.warn("an acknowledgement could not be sent: Slack will send that envelope again");
    }
  }

  private void supervise(Runnable task) {
    later(Duration.ZERO, task);
  }

  private void later(Duration delay, Runnable task) {
    try {
      supervisor.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("too late: the socket is closed");
    }
  }

  /** One failure must not end the watch over the connection. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("keeping the Socket Mode connection failed", Wordless.of(e));
    }
  }

  /** Hears what comes over the lines. */
  private final class Ear implements SocketLine.Listener {

    @Override
    public void received(SocketLine line, String message) {
      if (closing) {
        return;
      }
      try {
        dispatch(line, SocketEnvelope.parse(message));
      } catch (JsonParseException e) {
        LOG.warn("a message of the socket was not a Socket Mode message");
      }
    }

    private void dispatch(SocketLine line, SocketEnvelope envelope) {
      switch (envelope.type()) {
        case "hello" -> supervise(() -> greeted(line));
        case "disconnect" -> supervise(() -> told(line, envelope.reason()));
        default -> {
          if (envelope.id() != null) {
            work.take(envelope, ack -> acknowledge(line, ack));
          }
        }
      }
    }

    @Override
    public void ended(SocketLine line) {
      supervise(() -> SocketDoor.this.ended(line));
    }
  }
}
