package dev.vouch.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.vouch.pipeline.Attempt;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.EnvelopeReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes what is said in a channel that companies share on to those of their workspaces that have
 * Vouch and that Slack did not name with the event: into their inboxes, under the id that Slack
 * gave it, so that it counts once however often it is passed on. Nothing goes along but the event.
 */
public final class SharedEvents implements EnvelopeReader.Sharing {
  private final EventAuthorizations authorizations;
  private final BooleanSupplier several;
  private final BiFunction<Envelope, JsonObject, CompletableFuture<Void>> door;

  /**
   * @param several whether Vouch is at work in more than one workspace
   * @param door takes an event as if it had come to the workspace of its envelope
   */
  public SharedEvents(
      EventAuthorizations authorizations,
      BooleanSupplier several,
      BiFunction<Envelope, JsonObject, CompletableFuture<Void>> door) {
    this.authorizations = authorizations;
    this.several = several;
    this.door = door;
  }

  @Override
  public Map<String, RuntimeException> passOn(List<Delivery> batch) {
    Map<String, Attempt<CompletableFuture<?>>> going = new LinkedHashMap<>();
    for (Delivery delivery : batch) {
      Envelope envelope = delivery.envelope();
      String context = envelope.context();
      if (context != null) {
        going.put(delivery.receipt(), Attempt.at(() -> passOn(envelope, context)));
      }
    }
    Map<String, RuntimeException> failed = new HashMap<>();
    going.forEach((receipt, one) -> failure(one).ifPresent(why -> failed.put(receipt, why)));
    return failed;
  }

  private CompletableFuture<?> passOn(Envelope envelope, String context) {
    if (!several.getAsBoolean()) {
      return CompletableFuture.completedFuture(null);
    }
    JsonObject event = JsonParser.parseString(envelope.payload()).getAsJsonObject();
    CompletableFuture<?>[] all =
        channel(event)
            .map(channel -> authorizations.of(envelope.team(), channel, context).stream())
            .orElseGet(Stream::empty)
            .filter(team -> !team.equals(envelope.team()))
            .map(team -> door.apply(envelope.to(team), event))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(all);
  }

  private static Optional<RuntimeException> failure(Attempt<CompletableFuture<?>> begun) {
    if (!begun.worked()) {
      return Optional.ofNullable(begun.failure());
    }
    try {
      begun.get().join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(e.getCause() instanceof RuntimeException cause ? cause : e);
    }
  }

  /** Where it happened; a reaction tells it of what it is to. */
  private static Optional<String> channel(JsonObject event) {
    return id(event.get("channel"))
        .or(
            () ->
                event.get("item") instanceof JsonObject item
                    ? id(item.get("channel"))
                    : Optional.empty());
  }

  private static Optional<String> id(@Nullable JsonElement channel) {
    JsonElement id = channel instanceof JsonObject object ? object.get("id") : channel;
    return id instanceof JsonPrimitive text && text.isString()
        ? Optional.of(text.getAsString())
        : Optional.empty();
  }
}
