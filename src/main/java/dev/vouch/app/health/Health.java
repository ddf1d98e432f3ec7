package dev.vouch.app.health;

import com.google.gson.JsonObject;
import dev.vouch.pipeline.inbox.WorkerPool;
import dev.vouch.slack.door.Reply;
import dev.vouch.slack.door.Route;
import dev.vouch.store.RedisHealth;
import dev.vouch.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * {@code /health/live} says that the process runs, {@code /health/ready} whether it can do its work
 * and which part is unwell.
 */
public final class Health {
  /** Messages are read within seconds where all is well. */
  private static final Duration SLOW = Duration.ofMinutes(10);

  /** What is due is looked for every few seconds. */
  private static final Duration STUCK = Duration.ofMinutes(1);

  private final Parts parts;
  private final InstantSource clock;

  /**
   * What is asked.
   *
   * @param slack whether what happens in Slack reaches us
   * @param tokens by workspace: what Slack has against our token, where it takes it no more
   * @param rounds do what is due
   * @param models whether messages are read by their meaning, not by their words alone
   */
  public record Parts(
      Store store,
      Supplier<Collection<String>> teams,
      BooleanSupplier slack,
      Supplier<Map<String, String>> tokens,
      WorkerPool rounds,
      BooleanSupplier models) {}

  public Health(Parts parts, InstantSource clock) {
    this.parts = parts;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", "/health/live", ask -> Reply.json(200, "{\"status\":\"ok\"}")),
        new Route("GET", "/health/ready", ask -> ready()));
  }

  Reply ready() {
    JsonObject json = new JsonObject();
    JsonObject told = new JsonObject();
    boolean well = redis(json, told) & slack(json, told) & rounds(told);
    tokens(told);
    models(told);
    json.addProperty("status", well ? "ok" : "unwell");
    json.add("parts", told);
    return Reply.json(well ? 200 : 503, json.toString());
  }

  private boolean slack(JsonObject json, JsonObject told) {
    boolean well = parts.slack().getAsBoolean();
    json.addProperty("slack", well ? "ok" : "not connected");
    tell(told, "slack", well ? "ok" : "unwell", well ? "connected" : "not connected");
    return well;
  }

  /** Where others wait for a workspace that takes long, more instances help. */
  private boolean rounds(JsonObject told) {
    Duration look = parts.rounds().sinceLook();
    Duration wait = parts.rounds().longestInLine();
    boolean well = look.compareTo(STUCK) < 0;
    boolean slow = wait.compareTo(STUCK) > 0;
    tell(
        told,
        "rounds",
        !well ? "unwell" : slow ? "slow" : "ok",
        "looked for what is due %d s ago; the longest wait for a turn is %d s"
            .formatted(look.toSeconds(), wait.toSeconds()));
    return well;
  }

  /** What comes in meanwhile is kept; the other workspaces, and other instances, go on. */
  private void tokens(JsonObject told) {
    Map<String, String> refused = new TreeMap<>(parts.tokens().get());
    tell(
        told,
        "tokens",
        refused.isEmpty() ? "ok" : "limited",
        refused.isEmpty() ? "taken by Slack" : "Slack refuses those of " + refused);
  }

  /** Where it has no memory to spare, commands are answered and what waits is worked off. */
  private boolean redis(JsonObject json, JsonObject told) {
    try {
      RedisHealth redis = parts.store().health();
      inbox(json, told);
      json.addProperty("redis", redis.isFull() ? "full" : redis.isTight() ? "nearly full" : "ok");
      if (redis.isFull()) {
        tell(told, "redis", "unwell", "full");
      } else if (redis.isTight()) {
        tell(told, "redis", "limited", "nearly full: no new events are taken in");
      } else {
        tell(told, "redis", "ok", "answers");
      }
      return !redis.isFull();
    } catch (RuntimeException e) {
      json.addProperty("redis", "no answer");
      tell(told, "redis", "unwell", "no answer");
      tell(told, "inbox", "unknown", "Redis does not answer");
      return false;
    }
  }

  /**
   * Backlog and dead letters are told, and do not make an instance unready: others would be too.
   */
  private void inbox(JsonObject json, JsonObject told) {
    Collection<String> teams = parts.teams().get();
    Inboxes all = new Inboxes(teams, parts.store().backlogs(teams), parts.tokens().get().keySet());
    json.addProperty("inboxWaiting", all.waiting());
    json.addProperty("deadLetters", all.dead());
    boolean slow = all.oldest(clock.instant()).isBefore(clock.instant().minus(SLOW));
    String what =
        "%d waiting%s%s, %d dead letters"
            .formatted(
                all.waiting(),
                slow ? ", some for more than %d minutes".formatted(SLOW.toMinutes()) : "",
                all.held() > 0 ? ", %d of them for a token".formatted(all.held()) : "",
                all.dead());
    if (all.unread() > 0) {
      tell(told, "inbox", "unknown", "%d workspaces not read; ".formatted(all.unread()) + what);
    } else {
      tell(told, "inbox", slow ? "slow" : "ok", what);
    }
  }

  private void models(JsonObject told) {
    boolean full = parts.models().getAsBoolean();
    tell(told, "models", full ? "ok" : "limited", full ? "read meaning" : "read words alone");
  }

  private static void tell(JsonObject told, String part, String status, String what) {
    JsonObject json = new JsonObject();
    json.addProperty("status", status);
    json.addProperty("what", what);
    told.add(part, json);
  }
}
