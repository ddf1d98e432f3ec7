package dev.vouch.app.slackexport;

import static dev.vouch.app.slackexport.SlackExport.flag;
import static dev.vouch.app.slackexport.SlackExport.object;
import static dev.vouch.app.slackexport.SlackExport.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.Directory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who and what the ids of an export stand for, from its own index and, for people of connected
 * workspaces who are not in it, from their messages.
 *
 * <p>Staff are full members of the export's own workspace: the one that was named, else the one
 * most people in the index belong to. Guests and people of other workspaces are customers. Somebody
 * of whom nothing tells the workspace stays unknown, because taking staff for a customer would be
 * worse than leaving a message out.
 */
final class ExportDirectory implements Directory {
  private static final String SLACKBOT = "USLACKBOT";

  private final Home home;
  private final String own;
  private final Map<String, Author> authors = new ConcurrentHashMap<>();
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();

  /** People learned of without a profile, whose id stands for a name until a profile comes. */
  private final Set<String> nameless = ConcurrentHashMap.newKeySet();

  /**
   * @param team our own workspace; null: the one most people belong to
   * @param url its address with a slash at the end
   */
  ExportDirectory(SlackExport export, @Nullable String team, String url) {
    List<JsonObject> people = export.people();
    own = ownTeam(people, team);
    String into = team == null ? own : team;
    home = new Home(into, into, url, "");
    authors.put(SLACKBOT, new Author(SLACKBOT, own, "Slackbot", Author.Kind.BOT, null, null));
    people.forEach(this::meet);
    export.channels().forEach(channel -> channels.put(channel.id(), channel(channel)));
  }

  private static String ownTeam(List<JsonObject> people, @Nullable String named) {
    Map<String, Long> sizes =
        people.stream()
            .flatMap(person -> Stream.ofNullable(text(person, "team_id")))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    if (named != null && (sizes.containsKey(named) || sizes.isEmpty())) {
      return named;
    }
    return sizes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void meet(JsonObject person) {
    String id = text(person, "id");
    if (id == null) {
      return;
    }
    JsonObject profile = object(person, "profile");
    String team = first(text(person, "team_id"), text(profile, "team"), "");
    String name =
        first(
            text(profile, "display_name"),
            text(profile, "real_name"),
            text(person, "real_name"),
            text(person, "name"),
            id);
    String zone = text(person, "tz");
    authors.put(
        id, new Author(id, team, name, kind(person, id, team), text(profile, "email"), zone));
  }

  private Author.Kind kind(JsonObject person, String id, String team) {
    if (flag(person, "is_bot") || id.equals(SLACKBOT)) {
      return Author.Kind.BOT;
    }
    boolean guest =
        flag(person, "is_restricted")
            || flag(person, "is_ultra_restricted")
            || flag(person, "is_stranger");
    return (team.isEmpty() || team.equals(own)) && !guest
        ? Author.Kind.STAFF
        : Author.Kind.CUSTOMER;
  }

  private static String first(@Nullable String... choices) {
    return Stream.of(choices).filter(Objects::nonNull).findFirst().orElse("");
  }

  private Channel channel(SlackExport.Channel channel) {
    boolean shared = flag(channel.json(), "is_ext_shared") || hasGuest(channel.json());
    return new Channel(channel.id(), channel.name(), shared, false);
  }

  /** A member whom the index does not have belongs to a connected workspace. */
  private boolean hasGuest(JsonObject channel) {
    if (!(channel.get("members") instanceof JsonArray members)) {
      return false;
    }
    for (JsonElement member : members) {
      Author known = member.isJsonPrimitive() ? authors.get(member.getAsString()) : null;
      if (known == null || known.kind() == Author.Kind.CUSTOMER) {
        return true;
      }
    }
    return false;
  }

  /** Takes from a message what it tells of an author whom the index does not know. */
  void learn(JsonObject message) {
    String id = text(message, "user");
    if (id == null || authors.containsKey(id) && !nameless.contains(id)) {
      return;
    }
    JsonObject profile = object(message, "user_profile");
    String team =
        first(
            text(message, "user_team"),
            text(message, "source_team"),
            text(profile, "team"),
            text(message, "team"));
    boolean bare = profile.size() == 0;
    if (team.isEmpty() || bare && (team.equals(own) || nameless.contains(id))) {
      return;
    }
    String name =
        first(text(profile, "display_name"), text(profile, "real_name"), text(profile, "name"), id);
    authors.put(id, new Author(id, team, name, kind(profile, id, team), null, null));
    if (bare) {
      nameless.add(id);
    } else {
      nameless.remove(id);
    }
  }

  @Override
  public Home home() {
    return home;
  }

  @Override
  public Optional<Author> author(String person) {
    return Optional.ofNullable(authors.get(person));
  }

  @Override
  public Optional<Channel> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  @Override
  public Optional<String> teamName(String team) {
    return Optional.empty();
  }

  /** An export does not change. */
  @Override
  public void changed(String id) {}
}
