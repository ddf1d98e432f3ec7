package dev.vouch.sandbox.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.workspace.AppCard;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.Team;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one person sees, as the page reads it. */
final class PageState {
  private final Workspace workspace;

  PageState(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The frame of the page: people, channels, the app, and the modal that is open. */
  JsonObject state(Person viewer) {
    Team own = workspace.roster().own();
    JsonObject state = Json.object("now", workspace.clock().instant().toString());
    state.add("team", Json.object("id", own.id(), "name", own.name()));
    state.addProperty("me", viewer.id());
    state.add("people", Json.array(people().stream().map(PageState::person).toList()));
    state.add("actors", Json.array(actors()));
    state.add("channels", channels(viewer));
    state.add("apps", Json.array(List.of(app(viewer))));
    addTools(state, viewer);
    state.add("view", orNull(workspace.openView(viewer.id())));
    return state;
  }

  private static JsonElement orNull(Optional<JsonObject> view) {
    return view.<JsonElement>map(v -> v).orElse(JsonNull.INSTANCE);
  }

  private List<Person> people() {
    return workspace.roster().people();
  }

  private static JsonObject person(Person person) {
    return Json.object(
        "id", person.id(),
        "name", person.name(),
        "title", person.title(),
        "team", person.team().id(),
        "teamName", person.team().name(),
        "kind", person.kind().wire(),
        "tz", person.zone(),
        "color", "#" + person.color(),
        "deleted", person.deleted());
  }

  private List<String> actors() {
    return people().stream()
        .filter(person -> person.kind() != Person.Kind.BOT && !person.deleted())
        .map(Person::id)
        .toList();
  }

  private JsonArray channels(Person viewer) {
    List<JsonObject> shown =
        workspace.conversations().all().stream()
            .filter(channel -> channel.has(viewer.id()) && !channel.archived())
            .map(channel -> channel(channel, viewer.id()))
            .toList();
    return Json.array(shown);
  }

  private JsonObject channel(Channel channel, String viewer) {
    String kind =
        switch (channel.kind()) {
          case DM -> "dm";
          case GROUP_DM -> "group";
          default -> "channel";
        };
    JsonObject json = Json.object("id", channel.id(), "name", channel.name(), "kind", kind);
    json.addProperty("external", channel.external());
    json.addProperty("private", channel.kind() == Channel.Kind.PRIVATE);
    json.addProperty("with", channel.other(viewer).orElse(null));
    json.addProperty("topic", "");
    json.addProperty("members", channel.members().size());
    json.addProperty("unread", workspace.messageBook().unread(channel, viewer, false));
    return json;
  }

  private JsonObject app(Person viewer) {
    AppCard app = workspace.roster().app();
    Optional<Channel> dm =
        workspace.conversations().all().stream()
            .filter(c -> c.kind() == Channel.Kind.DM)
            .filter(c -> c.has(viewer.id()) && c.has(app.botPersonId()))
            .findFirst();
    JsonObject json = Json.object("id", app.botPersonId(), "name", app.name());
    json.addProperty("dm", dm.map(Channel::id).orElse(null));
    return json;
  }

  /** Commands and shortcuts, which people of other workspaces do not have. */
  private void addTools(JsonObject state, Person viewer) {
    AppCard app = workspace.roster().app();
    boolean own = viewer.kind().own();
    List<JsonObject> commands = new ArrayList<>();
    List<JsonObject> shortcuts = new ArrayList<>();
    if (own) {
      app.commands().forEach(c -> commands.add(command(c)));
      app.shortcuts()
          .forEach(
              s -> shortcuts.add(Json.object("callback_id", s.callbackId(), "name", s.name())));
    }
    state.add("commands", Json.array(commands));
    state.add("shortcuts", Json.array(shortcuts));
  }

  private static JsonObject command(AppCard.Command command) {
    List<JsonObject> uses =
        command.uses().stream()
            .map(use -> Json.object("usage", use.usage(), "meaning", use.meaning()))
            .toList();
    JsonObject json = Json.object("command", command.command(), "hint", command.hint());
    json.addProperty("description", command.description());
    json.add("uses", Json.array(uses));
    return json;
  }

  /** The messages of a channel, with those that only the viewer sees; they count as read now. */
  JsonObject messages(Person viewer, Channel channel) {
    List<JsonObject> all = new ArrayList<>(workspace.messages(channel.id()));
    workspace.ephemerals(viewer.id(), channel.id()).stream()
        .map(PageState::ephemeral)
        .forEach(all::add);
    all.sort(Comparator.comparing(message -> Json.text(message, "ts")));
    all.forEach(PageState::localFiles);
    workspace.messageBook().unread(channel, viewer.id(), true);
    return Json.object("messages", all);
  }

  private static JsonObject ephemeral(JsonObject message) {
    message.addProperty("ephemeral", true);
    return message;
  }

  private static void localFiles(JsonObject message) {
    for (JsonObject file : Json.objects(message, "files")) {
      file.addProperty("url", "/files/" + Json.text(file, "id"));
    }
  }

  JsonObject home(Person viewer) {
    JsonObject json = new JsonObject();
    json.add("view", orNull(workspace.home(viewer.id())));
    return json;
  }
}
