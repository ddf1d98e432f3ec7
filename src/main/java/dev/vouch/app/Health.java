package dev.vouch.app;

import com.google.gson.JsonObject;
import dev.vouch.pipeline.Deliveries.Backlog;
import dev.vouch.slack.door.Reply;
import dev.vouch.slack.door.Route;
import dev.vouch.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * {@code /health/live} says that the process runs, {@code /health/ready} whether it can do its work
 * and which part is unwell.
 */
final class Health {
  private final Store store;
  private final Supplier<Collection<String>> teams;
  private final BooleanSupplier slack;

  Health(Store store, Supplier<Collection<String>> teams, BooleanSupplier slack) {
    this.store = store;
    this.teams = teams;
    this.slack = slack;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/health/live", ask -> Reply.json(200, "{\"status\":\"ok\"}")),
        new Route("GET", "/health/ready", ask -> ready()));
  }

  Reply ready() {
    JsonObject json = new JsonObject();
    boolean redisWell = redis(json);
    boolean slackWell = slack.getAsBoolean();
    json.addProperty("slack", slackWell ? "ok" : "not connected");
    boolean well = redisWell && slackWell;
    json.addProperty("status", well ? "ok" : "unwell");
    return Reply.json(well ? 200 : 503, json.toString());
  }

  /**
   * Backlog and dead letters are told, and do not make an instance unready: others would be too.
   */
  private boolean redis(JsonObject json) {
    try {
      long waiting = 0;
      long dead = 0;
      boolean full = store.health().isFull();
      for (String team : teams.get()) {
        Backlog backlog = store.books(team).deliveries().backlog();
        waiting += backlog.waiting();
        dead += backlog.dead();
      }
      json.addProperty("redis", full ? "full" : "ok");
      json.addProperty("inboxWaiting", waiting);
      json.addProperty("deadLetters", dead);
      return !full;
    } catch (RuntimeException e) {
      json.addProperty("redis", "no answer");
      return false;
    }
  }
}
