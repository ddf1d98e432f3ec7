package dev.vouch.slack.door;

import dev.vouch.pipeline.Wordless;
import dev.vouch.slack.door.DoorCounts.Of;
import dev.vouch.slack.door.HttpDoor.Limits;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /slack/events}: reads the raw bytes, within limits, and hands them to the gate. */
final class EventsEndpoint {
  static final String PATH = "/slack/events";
  private static final Logger LOG = LoggerFactory.getLogger(EventsEndpoint.class);

  private final SlackGate gate;
  private final Limits limits;
  private final Supplier<String> references;

  EventsEndpoint(SlackGate gate, Limits limits, Supplier<String> references) {
    this.gate = gate;
    this.limits = limits;
    this.references = references;
  }

  /** A request with the means to answer it. */
  private record Exchange(Request request, Response response, Callback callback) {
    void reply(Reply reply) {
      Sending.send(reply, response, callback);
    }

    @Nullable String header(String name) {
      return request.getHeaders().get(name);
    }

    @Nullable String timestamp() {
      return header(Signature.TIMESTAMP_HEADER);
    }

    @Nullable String signature() {
      return header(Signature.SIGNATURE_HEADER);
    }
  }

  void handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback);
    Optional<Reply> refusal = refusal(exchange);
    if (refusal.isPresent()) {
      exchange.reply(Sending.last(refusal.get()));
    } else {
      read(exchange);
    }
  }

  /** What can be refused without reading the body. */
  private Optional<Reply> refusal(Exchange exchange) {
    if (!exchange.request().getMethod().equals("POST")) {
      return Optional.of(Sending.notAllowed("POST"));
    }
    if (exchange.request().getLength() > limits.bytes()) {
      return Optional.of(tooLarge());
    }
    return gate.refuse(exchange.timestamp(), exchange.signature());
  }

  /** Most bodies are there with their headers; only for the others is there a time limit. */
  private void read(Exchange exchange) {
    CompletableFuture<byte[]> body = BodyReader.read(exchange.request(), limits.bytes());
    if (body.isDone()) {
      body.whenComplete((bytes, failure) -> reply(exchange, bytes, failure));
      return;
    }
    body.orTimeout(limits.body().toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync(
            (bytes, failure) -> reply(exchange, bytes, failure),
            exchange.request().getComponents().getExecutor());
  }

  private void reply(Exchange exchange, byte @Nullable [] body, @Nullable Throwable failure) {
    if (body == null) {
      exchange.reply(Sending.last(unread(failure)));
      return;
    }
    long start = System.nanoTime();
    CompletableFuture<Reply> answer = answer(exchange, body);
    if (answer.isDone()) {
      answer.whenComplete((reply, broken) -> reply(exchange, reply, broken, start));
    } else {
      HttpLine line = HttpLine.of(exchange.request());
      answer.whenComplete(
          (reply, broken) -> line.answerSoon(() -> reply(exchange, reply, broken, start)));
    }
  }

  private void reply(
      Exchange exchange, @Nullable Reply reply, @Nullable Throwable broken, long start) {
    exchange.reply(reply == null ? failed(broken) : reply);
    gate.counts().answered(start);
  }

  private CompletableFuture<Reply> answer(Exchange exchange, byte[] body) {
    try {
      return gate.answer(
          exchange.timestamp(),
          exchange.signature(),
          body,
          exchange.request().getComponents().getExecutor());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Reply failed(@Nullable Throwable e) {
    String reference = references.get();
    LOG.error(
        "a request of Slack failed: reference {}", reference, e == null ? null : Wordless.of(e));
    return SlackGate.failure(reference);
  }

  private Reply unread(@Nullable Throwable failure) {
    if (failure instanceof BodyReader.TooLarge) {
      return tooLarge();
    }
    if (failure instanceof TimeoutException) {
      gate.counts().add(Of.TOO_SLOW);
      return Reply.text(408, "The request did not come in time.");
    }
    return Reply.text(400, "The request broke off.");
  }

  private Reply tooLarge() {
    gate.counts().add(Of.TOO_LARGE);
    return Reply.text(413, "The request is larger than Slack's ever are.");
  }
}
