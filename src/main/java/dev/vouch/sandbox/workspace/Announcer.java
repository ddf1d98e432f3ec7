package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the app of events, wrapped as Slack wraps them, and tells the pages of changes. */
final class Announcer {
  private final Roster roster;
  private final SandboxClock clock;
  private final Outlet outlet;
  private final Ids ids;
  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

  Announcer(Roster roster, SandboxClock clock, Outlet outlet, Ids ids) {
    this.roster = roster;
    this.clock = clock;
    this.outlet = outlet;
    this.ids = ids;
  }

  void watch(Consumer<Change> watcher) {
    watchers.add(watcher);
  }

  void changed(Change change) {
    watchers.forEach(watcher -> watcher.accept(change));
  }

  /** An event of a channel, which the app hears only where its bot is a member. */
  void inChannel(Channel channel, JsonObject event) {
    if (channel.has(roster.app().botPersonId())) {
      send(event, channel.external());
    }
  }

  /** An event of the whole workspace. */
  void everywhere(JsonObject event) {
    send(event, false);
  }

  private void send(JsonObject event, boolean external) {
    JsonObject wrapper = Json.object("type", "event_callback", "token", "sandbox");
    wrapper.addProperty("team_id", roster.own().id());
    wrapper.addProperty("context_team_id", roster.own().id());
    wrapper.addProperty("api_app_id", roster.app().id());
    wrapper.add("event", event.deepCopy());
    wrapper.addProperty("event_id", ids.next("Ev"));
    wrapper.addProperty("event_time", clock.instant().getEpochSecond());
    wrapper.add("authorizations", Json.array(List.of(authorization())));
    wrapper.addProperty("is_ext_shared_channel", external);
    wrapper.addProperty("event_context", "EC-" + Json.text(wrapper, "event_id"));
    outlet.event(wrapper);
  }

  private Map<String, Object> authorization() {
    return Map.of(
        "team_id",
        roster.own().id(),
        "user_id",
        roster.app().botPersonId(),
        "is_bot",
        true,
        "is_enterprise_install",
        false);
  }
}
