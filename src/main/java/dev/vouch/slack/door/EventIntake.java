package dev.vouch.slack.door;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.Tokens;
import dev.vouch.slack.door.DoorCounts.Of;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an event of the Events API from either door into the inbox, or drops what can never matter.
 * Thread-safe.
 *
 * <p>It never looks at Slack's retry header: whether an event was seen before is known by its id
 * alone, when it comes out of the inbox, and a first delivery that failed is only ever seen as a
 * retry.
 */
public final class EventIntake {
  private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);
  private static final int LONGEST_ID = 255;
  private static final int LONGEST_CONTEXT = 2_000;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private final Inbox inbox;
  private final Tokens tokens;
  private final Revocations revocations;
  private final DoorCounts counts;
  private final InstantSource clock;
  private final Occasionally malformed;
  private final Occasionally heldBack;
  private final Occasionally unavailable;

  public EventIntake(
      Inbox inbox, Tokens tokens, Revocations revocations, DoorCounts counts, InstantSource clock) {
    this.inbox = inbox;
    this.tokens = tokens;
    this.revocations = revocations;
    this.counts = counts;
    this.clock = clock;
    this.malformed = new Occasionally(clock);
    this.heldBack = new Occasionally(clock);
    this.unavailable = new Occasionally(clock);
  }

  /**
   * Takes one delivery: the outer object around an event. Once this returns, Slack may be told that
   * all is well.
   *
   * @return what became of it
   * @throws Inbox.Unavailable if it could not be stored, so Slack must send it again
   */
  public Of take(JsonObject delivery) {
    try {
      return takeSoon(SlackDelivery.of(delivery), Runnable::run).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Inbox.Unavailable unavailable ? unavailable : e;
    }
  }

  /**
   * The same without waiting for the inbox or anything else.
   *
   * @param threads do what may take long
   * @return what becomes of it; fails with {@link Inbox.Unavailable}
   */
  CompletableFuture<Of> takeSoon(SlackDelivery delivery, Executor threads) {
    JsonObject fields = delivery.fields();
    if ("app_rate_limited".equals(Json.text(fields, "type"))) {
      return counted(heldBack(fields));
    }
    String id = Json.text(fields, "event_id");
    List<String> teams = teams(fields);
    JsonObject event = Json.object(fields, "event");
    String payload = delivery.event();
    if (id == null
        || id.length() > LONGEST_ID
        || teams.isEmpty()
        || event == null
        || payload == null
        || Json.text(event, "type") == null) {
      return counted(malformed(id, teams));
    }
    Instant now = clock.instant();
    Instant at = happened(fields, now);
    if (isRevocation(event)) {
      return CompletableFuture.runAsync(() -> revocations.revoked(teams.get(0), at), threads)
          .whenComplete((done, failure) -> noted(failure))
          .thenCompose(done -> counted(Of.UNUSED));
    }
    Envelope named =
        new Envelope(
            id, teams.get(0), Envelope.Type.EVENT, payload, now, at, sharedContext(fields));
    return teams.stream()
        .map(team -> team.equals(named.team()) ? named : named.to(team))
        .map(envelope -> take(envelope, event, threads))
        .reduce((first, other) -> first.thenCombine(other, (of, same) -> of))
        .orElseThrow();
  }

  DoorCounts counts() {
    return counts;
  }

  private CompletableFuture<Of> take(Envelope envelope, JsonObject event, Executor threads) {
    Optional<Of> dropped = dropped(envelope.team(), event);
    if (dropped.isPresent()) {
      return counted(dropped.get());
    }
    return tokens.of(envelope.team()).isPresent()
        ? append(envelope)
        : appendUnlessGone(envelope, threads);
  }

  private CompletableFuture<Of> appendUnlessGone(Envelope envelope, Executor threads) {
    return CompletableFuture.supplyAsync(() -> revocations.isGone(envelope.team()), threads)
        .whenComplete((gone, failure) -> noted(failure))
        .thenCompose(gone -> gone ? counted(Of.UNUSED) : append(envelope));
  }

  /**
   * Takes for another workspace an event that Slack delivered for one, as if it had come to it,
   * too.
   *
   * @return completes once it is stored, or is no business of that workspace; fails with {@link
   *     Inbox.Unavailable}
   * @throws Inbox.Unavailable if nothing can be taken for that workspace just now
   */
  public CompletableFuture<Void> passOn(Envelope envelope, JsonObject event) {
    return isAtWork(envelope.team()) && dropped(envelope.team(), event).isEmpty()
        ? inbox.appendSoon(envelope)
        : CompletableFuture.completedFuture(null);
  }

  /** One that has installed Vouch a moment ago, or is yet to be joined here, is found, too. */
  private boolean isAtWork(String team) {
    return tokens.of(team).isPresent() || !revocations.isGone(team);
  }

  private CompletableFuture<Of> counted(Of outcome) {
    counts.add(outcome);
    return CompletableFuture.completedFuture(outcome);
  }

  private Optional<Of> dropped(String team, JsonObject event) {
    if (!EventFilter.isUsed(event)) {
      return Optional.of(Of.UNUSED);
    }
    return tokens.of(team).filter(self -> EventFilter.isOwn(event, self)).map(self -> Of.OWN);
  }

  private CompletableFuture<Of> append(Envelope envelope) {
    return inbox
        .appendSoon(envelope)
        .whenComplete((stored, failure) -> noted(failure))
        .thenCompose(stored -> counted(Of.STORED));
  }

  private void noted(@Nullable Throwable failure) {
    if (failure != null) {
      counts.add(Of.UNAVAILABLE);
      unavailable.happened(
          times ->
              LOG.warn(
                  "the inbox took nothing {} times, so Slack has to send again: {}",
                  times,
                  failure.getMessage()));
    }
  }

  /**
   * The workspaces for which Slack delivers: the first that it names, and those others of them that
   * Vouch is at work in, because an event that several may see comes once. In a channel shared
   * between companies team_id can be the author's; an authorisation is always ours.
   */
  private List<String> teams(JsonObject delivery) {
    Set<String> named = new LinkedHashSet<>();
    if (delivery.get("authorizations") instanceof JsonArray all) {
      for (JsonElement one : all) {
        String team =
            one instanceof JsonObject authorisation ? Json.text(authorisation, "team_id") : null;
        if (team != null && (named.isEmpty() || tokens.of(team).isPresent())) {
          named.add(team);
        }
      }
    }
    String otherwise = Json.text(delivery, "team_id");
    if (named.isEmpty() && otherwise != null) {
      named.add(otherwise);
    }
    return List.copyOf(named);
  }

  /** By what Slack tells who else sees the event, where that may be another company. */
  private static @Nullable String sharedContext(JsonObject delivery) {
    String context = Json.text(delivery, "event_context");
    boolean shared =
        delivery.get("is_ext_shared_channel") instanceof JsonPrimitive is
            && is.isBoolean()
            && is.getAsBoolean();
    return shared && context != null && context.length() <= LONGEST_CONTEXT ? context : null;
  }

  /** User tokens come and go; Vouch has none, so only the bot's token matters. */
  private static boolean isRevocation(JsonObject event) {
    String type = Json.text(event, "type");
    if ("tokens_revoked".equals(type)) {
      JsonObject revoked = Json.object(event, "tokens");
      return revoked != null && revoked.get("bot") instanceof JsonArray bots && !bots.isEmpty();
    }
    return "app_uninstalled".equals(type);
  }

  private static Instant happened(JsonObject delivery, Instant otherwise) {
    JsonElement at = delivery.get("event_time");
    boolean given =
        at instanceof JsonPrimitive number
            && number.isNumber()
            && SECONDS.matcher(number.getAsString()).matches();
    return given ? Instant.ofEpochSecond(at.getAsLong()) : otherwise;
  }

  private Of heldBack(JsonObject delivery) {
    String team = shown(Json.text(delivery, "team_id"));
    heldBack.happened(
        count ->
            LOG.warn(
                "Slack holds back events of workspace {}: more than 30,000 an hour ({} notices)",
                team,
                count));
    return Of.HELD_BACK;
  }

  private Of malformed(@Nullable String id, List<String> teams) {
    malformed.happened(
        count ->
            LOG.warn(
                "{} deliveries without usable event_id, team or event, the last: event {} of {}",
                count,
                shown(id),
                shown(teams.isEmpty() ? null : teams.get(0))));
    return Of.MALFORMED;
  }

  /** An id as it may stand in a log: nothing in it can break a line or run on. */
  private static String shown(@Nullable String id) {
    return id != null && id.matches("[A-Za-z0-9_.:-]{1,64}") ? id : "(none)";
  }
}
