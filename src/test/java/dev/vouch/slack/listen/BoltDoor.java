package dev.vouch.slack.listen;

import static dev.vouch.slack.books.TestBooks.NOW;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.StandInSlack;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.listen.SaveListener.Out;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Bolt's own door with all our listeners behind it, and Slack on the other side. */
final class BoltDoor implements AutoCloseable {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  final StandInSlack slack;
  final Map<String, Envelope> stored = new LinkedHashMap<>();
  final Map<String, RuntimeException> failed = new ConcurrentHashMap<>();
  private final Workspace.Lookup workspaces;
  private ExecutorService threads = Executors.newFixedThreadPool(2);
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private volatile boolean inboxTakes = true;
  private Listeners listeners;
  private App app;

  BoltDoor(Workspace.Lookup workspaces) throws IOException {
    this.workspaces = workspaces;
    slack = new StandInSlack();
    app = waiting(Duration.ofSeconds(2));
  }

  /** From now on waits no longer than that for what a listener does. */
  void waitsFor(Duration patience) {
    app = waiting(patience);
  }

  /** Whether what goes into the inbox is taken. */
  void inboxTakes(boolean takes) {
    inboxTakes = takes;
  }

  private App waiting(Duration patience) {
    AppConfig config = AppConfig.builder().slack(slack.slack()).signingSecret(SECRET).build();
    Middleware signed =
        new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(SECRET)));
    Middleware token =
        (request, response, chain) -> {
          request.getContext().setBotToken("xoxb-test");
          return chain.next(request);
        };
    App made = new App(config, slack.slack(), List.of(signed, token));
    Answering answering = new Answering(() -> "K7QX-2M9D", threads, patience);
    listeners =
        new Listeners(
            new StaffAnswers(workspaces, () -> NOW, answering),
            new Out(this::store, client -> new WebApi(client, () -> NOW)),
            slack.slack());
    listeners.on(made);
    return made.start();
  }

  private boolean store(Envelope envelope) {
    if (!inboxTakes) {
      throw new Inbox.Unavailable("the inbox does not answer", new IOException("down"));
    }
    boolean isNew = stored.putIfAbsent(envelope.id(), envelope) == null;
    if (isNew && envelope.type() == Envelope.Type.INSTRUCTION) {
      worker.execute(() -> carryOut(envelope, 1));
    }
    return isNew;
  }

  /** As the worker does it, which takes what failed again later. */
  private void carryOut(Envelope envelope, int attempt) {
    try {
      listeners.carryOut(new Delivery("1-1", envelope, attempt, 0));
    } catch (RuntimeException e) {
      failed.put(envelope.id(), e);
    }
  }

  /** Does once more what the worker did already, or failed to do. */
  void carryOutAgain(String id) {
    failed.remove(id);
    carryOut(stored.get(id), 2);
  }

  /** What this instance is at, it never ends. */
  void stop() {
    threads.shutdownNow();
    threads = Executors.newFixedThreadPool(2);
  }

  /** The same by an instance that knows nothing of what this one has begun. */
  void carryOutByAnother(String id) {
    failed.remove(id);
    Listeners before = listeners;
    App unused = waiting(Duration.ofSeconds(2));
    try {
      carryOut(stored.get(id), 2);
    } finally {
      listeners = before;
    }
  }

  Response send(String body) throws Exception {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    return send(body, timestamp, new SlackSignature.Generator(SECRET).generate(timestamp, body));
  }

  Response sendForged(String body) throws Exception {
    return send(body, String.valueOf(Instant.now().getEpochSecond()), "v0=0000");
  }

  private Response send(String body, String timestamp, String signature) throws Exception {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("content-type", List.of("application/x-www-form-urlencoded"));
    headers.put("x-slack-request-timestamp", List.of(timestamp));
    headers.put("x-slack-signature", List.of(signature));
    SlackRequestParser.HttpRequest request =
        SlackRequestParser.HttpRequest.builder()
            .requestUri("/slack/events")
            .requestBody(body)
            .headers(new RequestHeaders(headers))
            .build();
    return app.run(new SlackRequestParser(app.config()).parse(request));
  }

  @Override
  public void close() {
    slack.close();
    threads.shutdownNow();
    worker.shutdownNow();
  }
}
