package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody in Slack.
 *
 * @param id Slack's user id; "" lets the workspace make one from the name
 * @param team the workspace that the person belongs to
 * @param email "" where there is none; Slack shows it for people of the own workspace only
 * @param zone IANA time zone
 * @param color six hex digits
 */
public record Person(
    String id,
    String name,
    String title,
    Team team,
    Kind kind,
    String email,
    String zone,
    String color,
    boolean deleted) {

  /** What a person is to the own workspace. */
  public enum Kind {
    STAFF,
    /** A guest in several channels (Slack: {@code is_restricted}). */
    GUEST,
    /** A guest in one channel (Slack: {@code is_ultra_restricted}). */
    SINGLE_CHANNEL_GUEST,
    /** Of another workspace, here through Slack Connect. */
    EXTERNAL,
    BOT;

    /** The page's word for it. */
    public String wire() {
      return this == SINGLE_CHANNEL_GUEST ? "guest" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether Slack takes the person for one of the own workspace, which guests are. */
    public boolean own() {
      return this != EXTERNAL;
    }
  }

  /** One of the own people, in London, without id, e-mail or title yet. */
  public static Person of(String name, Team team, Kind kind) {
    String color = "%06x".formatted(name.hashCode() & 0x7f7f7f);
    return new Person("", name, "", team, kind, "", "Europe/London", color, false);
  }

  public Person withId(String newId) {
    return new Person(newId, name, title, team, kind, email, zone, color, deleted);
  }

  public Person withName(String newName) {
    return new Person(id, newName, title, team, kind, email, zone, color, deleted);
  }

  public Person withTitle(String newTitle) {
    return new Person(id, name, newTitle, team, kind, email, zone, color, deleted);
  }

  public Person withEmail(String newEmail) {
    return new Person(id, name, title, team, kind, newEmail, zone, color, deleted);
  }

  public Person withZone(String newZone) {
    return new Person(id, name, title, team, kind, email, newZone, color, deleted);
  }

  public Person withColor(String newColor) {
    return new Person(id, name, title, team, kind, email, zone, newColor, deleted);
  }

  /** The same person with the account switched off. */
  public Person gone() {
    return new Person(id, name, title, team, kind, email, zone, color, true);
  }

  /** Slack's short name, for instance {@code rita.okafor}. */
  public String handle() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.');
  }

  /** What colleagues type behind the at sign. */
  public String firstName() {
    return name.split(" ", 2)[0];
  }

  /** Whether the person knows {@code text} as their id, name, first name or handle. */
  boolean answersTo(String text) {
    return id.equals(text)
        || name.equalsIgnoreCase(text)
        || firstName().equalsIgnoreCase(text)
        || handle().equalsIgnoreCase(text);
  }

  /**
   * The person as {@code users.info} shows them.
   *
   * @param stranger shares no channel with us
   */
  public JsonObject asUser(boolean stranger, Instant now) {
    JsonObject user = Json.object("id", id, "team_id", team.id(), "name", handle());
    user.addProperty("deleted", deleted);
    user.addProperty("color", color);
    user.addProperty("real_name", name);
    if (!deleted) {
      user.addProperty("tz", zone);
      user.addProperty("tz_offset", ZoneId.of(zone).getRules().getOffset(now).getTotalSeconds());
    }
    addFlags(user, stranger);
    user.add("profile", profile());
    user.addProperty("updated", now.getEpochSecond());
    return user;
  }

  private void addFlags(JsonObject user, boolean stranger) {
    user.addProperty("is_admin", false);
    user.addProperty("is_owner", false);
    user.addProperty("is_restricted", kind == Kind.GUEST || kind == Kind.SINGLE_CHANNEL_GUEST);
    user.addProperty("is_ultra_restricted", kind == Kind.SINGLE_CHANNEL_GUEST);
    user.addProperty("is_bot", kind == Kind.BOT);
    user.addProperty("is_app_user", false);
    if (kind == Kind.EXTERNAL) {
      user.addProperty("is_stranger", stranger);
    }
  }

  private JsonObject profile() {
    JsonObject profile =
        Json.object(
            "title", title, "real_name", name, "display_name", firstName(), "team", team.id());
    shownEmail().ifPresent(address -> profile.addProperty("email", address));
    return profile;
  }

  /** The address that apps may see. */
  Optional<String> shownEmail() {
    return kind.own() && !email.isEmpty() ? Optional.of(email) : Optional.empty();
  }
}
