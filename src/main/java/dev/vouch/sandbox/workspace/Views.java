package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.block.ViewRules;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Modals, up to three on top of each other, and Home tabs. Thread-safe. */
public final class Views {
  private static final int DEEPEST = 3;

  private final Triggers triggers;
  private final Roster roster;
  private final Announcer announcer;
  private final Ids ids;
  private final Map<String, Deque<JsonObject>> modals = new HashMap<>();
  private final Map<String, JsonObject> homes = new HashMap<>();

  Views(Triggers triggers, Roster roster, Announcer announcer, Ids ids) {
    this.triggers = triggers;
    this.roster = roster;
    this.announcer = announcer;
    this.ids = ids;
  }

  /**
   * Opens a modal on top of nothing.
   *
   * @throws SlackError what the trigger or the view is refused for
   */
  public synchronized JsonObject open(String trigger, JsonObject view) {
    ViewRules.check(view, "modal");
    String person = triggers.redeem(trigger);
    stack(person).clear();
    return put(person, view);
  }

  /**
   * Puts a modal on top of the person's open one.
   *
   * @throws SlackError {@code push_limit_reached}, {@code not_found}, or as {@link #open}
   */
  public synchronized JsonObject push(String trigger, JsonObject view) {
    ViewRules.check(view, "modal");
    return pushFor(triggers.redeem(trigger), view);
  }

  /** Pushes for somebody whose submission the app acknowledged so. */
  synchronized JsonObject pushFor(String person, JsonObject view) {
    ViewRules.check(view, "modal");
    if (stack(person).isEmpty()) {
      throw new SlackError("not_found");
    }
    if (stack(person).size() >= DEEPEST) {
      throw new SlackError("push_limit_reached");
    }
    return put(person, view);
  }

  private JsonObject put(String person, JsonObject draft) {
    JsonObject view = dress(ids.next("V"), draft);
    JsonObject below = stack(person).peek();
    view.addProperty("root_view_id", below == null ? id(view) : Json.text(below, "root_view_id"));
    if (below != null) {
      view.addProperty("previous_view_id", id(below));
    }
    checkExternalId(view);
    stack(person).push(view);
    announcer.changed(Change.view(person));
    return view.deepCopy();
  }

  private void checkExternalId(JsonObject view) {
    Optional<String> external = Json.find(view, "external_id");
    if (external.isPresent() && byExternalId(external.get()).isPresent()) {
      throw new SlackError("duplicate_external_id");
    }
  }

  private JsonObject dress(String id, JsonObject draft) {
    JsonObject view = draft.deepCopy();
    view.addProperty("id", id);
    view.addProperty("team_id", roster.own().id());
    view.addProperty("app_id", roster.app().id());
    view.addProperty("app_installed_team_id", roster.own().id());
    view.addProperty("bot_id", roster.app().botId());
    String hash = ids.next("hash.");
    view.addProperty("hash", hash);
    Ids.fillIn(view, hash);
    for (String text : new String[] {"private_metadata", "callback_id", "external_id"}) {
      view.addProperty(text, Json.text(view, text));
    }
    for (String flag : new String[] {"clear_on_close", "notify_on_close"}) {
      view.addProperty(flag, Json.flag(view, flag));
    }
    view.add("state", Json.object("values", new JsonObject()));
    return view;
  }

  /**
   * Changes an open modal or a Home tab.
   *
   * @param hash "" for no check
   * @throws SlackError {@code not_found}, {@code hash_conflict}, or what the view is refused for
   */
  public synchronized JsonObject update(String idOrExternalId, String hash, JsonObject draft) {
    JsonObject old =
        find(idOrExternalId)
            .or(() -> byExternalId(idOrExternalId))
            .orElseThrow(() -> new SlackError("not_found"));
    ViewRules.check(draft, Json.text(old, "type"));
    checkHash(old, hash);
    JsonObject fresh = dress(id(old), draft);
    for (String kept : new String[] {"root_view_id", "previous_view_id"}) {
      Json.find(old, kept).ifPresent(value -> fresh.addProperty(kept, value));
    }
    old.keySet().stream().toList().forEach(old::remove);
    fresh.entrySet().forEach(field -> old.add(field.getKey(), field.getValue()));
    announceUpdate(old);
    return old.deepCopy();
  }

  private static void checkHash(JsonObject view, String hash) {
    if (!hash.isEmpty() && !hash.equals(Json.text(view, "hash"))) {
      throw new SlackError("hash_conflict");
    }
  }

  /** Shows a Home tab to somebody; refused as {@link #update}. */
  public synchronized JsonObject publish(String person, String hash, JsonObject draft) {
    ViewRules.check(draft, "home");
    JsonObject old = homes.get(person);
    if (old != null) {
      checkHash(old, hash);
    }
    JsonObject view = dress(old == null ? ids.next("V") : id(old), draft);
    view.addProperty("root_view_id", id(view));
    homes.put(person, view);
    announcer.changed(Change.home(person));
    return view.deepCopy();
  }

  public synchronized Optional<JsonObject> home(String person) {
    return Optional.ofNullable(homes.get(person)).map(JsonObject::deepCopy);
  }

  /** The modal on top, of those that {@code person} has open. */
  public synchronized Optional<JsonObject> top(String person) {
    return Optional.ofNullable(stack(person).peek()).map(JsonObject::deepCopy);
  }

  /** A view that {@code person} has before them, modal or Home. */
  synchronized Optional<JsonObject> shown(String person, String viewId) {
    return top(person)
        .filter(view -> id(view).equals(viewId))
        .or(() -> home(person).filter(view -> id(view).equals(viewId)));
  }

  /** Takes the top modal away. */
  synchronized void pop(String person) {
    stack(person).poll();
    announcer.changed(Change.view(person));
  }

  /** Takes all modals away. */
  synchronized void clear(String person) {
    stack(person).clear();
    announcer.changed(Change.view(person));
  }

  private Deque<JsonObject> stack(String person) {
    return modals.computeIfAbsent(person, key -> new ArrayDeque<>());
  }

  private static String id(JsonObject view) {
    return Json.text(view, "id");
  }

  private Optional<JsonObject> find(String viewId) {
    return everyView().filter(view -> id(view).equals(viewId)).findFirst();
  }

  private Optional<JsonObject> byExternalId(String external) {
    return everyView()
        .filter(view -> !external.isEmpty() && Json.text(view, "external_id").equals(external))
        .findFirst();
  }

  private Stream<JsonObject> everyView() {
    return Stream.concat(modals.values().stream().flatMap(Deque::stream), homes.values().stream());
  }

  private void announceUpdate(JsonObject view) {
    modals.forEach(
        (person, stack) -> {
          if (stack.contains(view)) {
            announcer.changed(Change.view(person));
          }
        });
    homes.forEach(
        (person, home) -> {
          if (home.equals(view)) {
            announcer.changed(Change.home(person));
          }
        });
  }
}
