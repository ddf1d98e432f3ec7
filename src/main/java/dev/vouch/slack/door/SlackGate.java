package dev.vouch.slack.door;

import com.google.gson.JsonParseException;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.door.DoorCounts.Of;
import dev.vouch.slack.door.Interactions.Outcome;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about the bytes that come to {@code POST /slack/events}: the signature first, and only
 * then anything that looks inside. Thread-safe.
 */
public final class SlackGate {
  private static final Logger LOG = LoggerFactory.getLogger(SlackGate.class);

  private final Signature signature;
  private final EventIntake intake;
  private final Interactions interactions;
  private final DoorCounts counts;
  private final Occasionally forged;

  public SlackGate(
      Signature signature,
      EventIntake intake,
      Interactions interactions,
      DoorCounts counts,
      InstantSource clock) {
    this.signature = signature;
    this.intake = intake;
    this.interactions = interactions;
    this.counts = counts;
    this.forged = new Occasionally(clock);
  }

  /** Refuses a request by its headers alone, where that is possible; so nobody waits for a body. */
  Optional<Reply> refuse(@Nullable String timestamp, @Nullable String signed) {
    return signature.isPossible(timestamp, signed) ? Optional.empty() : Optional.of(forged());
  }

  /**
   * Nobody waits here: an event is answered when it is stored, and whatever may have to wait is
   * left to {@code threads}.
   */
  CompletableFuture<Reply> answer(
      @Nullable String timestamp, @Nullable String signed, byte[] body, Executor threads) {
    if (!signature.isGenuine(timestamp, signed, body)) {
      return now(forged());
    }
    try {
      return isJson(body)
          ? json(SlackDelivery.skim(body), threads)
          : form(Json.utf8(body, 0, body.length), threads);
    } catch (JsonParseException e) {
      return now(unreadable());
    }
  }

  private static CompletableFuture<Reply> now(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  DoorCounts counts() {
    return counts;
  }

  /** The content type is not asked: a genuine body shows by itself what it is. */
  private static boolean isJson(byte[] body) {
    int first = 0;
    while (first < body.length && Character.isWhitespace(body[first])) {
      first++;
    }
    return first < body.length && body[first] == '{';
  }

  private CompletableFuture<Reply> form(String body, Executor threads) {
    return CompletableFuture.supplyAsync(() -> form(body), threads);
  }

  private CompletableFuture<Reply> json(SlackDelivery delivery, Executor threads) {
    String type = Json.text(delivery.fields(), "type");
    if (type == null) {
      return now(unreadable());
    }
    return switch (type) {
      case "url_verification" -> now(verification(delivery));
      case "event_callback", "app_rate_limited" -> event(delivery, threads);
      default -> {
        counts.add(Of.UNUSED);
        yield now(Reply.empty(200));
      }
    };
  }

  private Reply verification(SlackDelivery delivery) {
    String challenge = Json.text(delivery.fields(), "challenge");
    return challenge == null ? unreadable() : Reply.text(200, challenge);
  }

  private CompletableFuture<Reply> event(SlackDelivery delivery, Executor threads) {
    return intake
        .takeSoon(delivery, threads)
        .handle(
            (outcome, failure) -> {
              if (failure == null) {
                return Reply.empty(200);
              }
              Throwable cause = failure.getCause() == null ? failure : failure.getCause();
              if (cause instanceof Inbox.Unavailable || failure instanceof Inbox.Unavailable) {
                return Reply.empty(503);
              }
              throw new CompletionException(cause);
            });
  }

  private Reply form(String body) {
    Map<String, String> fields;
    try {
      fields = fields(body);
    } catch (IllegalArgumentException e) {
      return unreadable();
    }
    if ("1".equals(fields.get("ssl_check"))) {
      return Reply.empty(200);
    }
    Outcome outcome = interactions.form(fields, body);
    if (outcome instanceof Outcome.Answered answered) {
      return new Reply(200, bare(answered.contentType()), answered.body(), Map.of());
    }
    if (outcome instanceof Outcome.Failed failed) {
      return failure(failed.reference());
    }
    return outcome instanceof Outcome.Unheard ? Reply.empty(200) : badRequest();
  }

  static Reply failure(String reference) {
    return Reply.text(500, "Something went wrong in Vouch. Reference: " + reference);
  }

  private static String bare(String contentType) {
    int semicolon = contentType.indexOf(';');
    return semicolon < 0 ? contentType : contentType.substring(0, semicolon);
  }

  /**
   * @throws IllegalArgumentException if the percent signs do not add up
   */
  private static Map<String, String> fields(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.strip().split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.putIfAbsent(decoded(name), decoded(value));
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Reply forged() {
    counts.add(Of.BAD_SIGNATURE);
    forged.happened(
        count -> LOG.warn("refused {} requests without a valid and recent signature", count));
    return Reply.json(401, "{}");
  }

  private Reply unreadable() {
    counts.add(Of.MALFORMED);
    return badRequest();
  }

  private static Reply badRequest() {
    return Reply.text(400, "This is not a request that Slack would send.");
  }
}
