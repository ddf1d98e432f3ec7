package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.util.List;

/**
 * The installed app as its manifest describes it.
 *
 * @param id for instance {@code A0VOUCH}; the ids of its bot follow from it
 */
public record AppCard(String id, String name, List<Command> commands, List<Shortcut> shortcuts) {
  public AppCard {
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
  }

  /** A slash command; texts reach the app with people and channels as ids. */
  public record Command(String command, String hint, String description) {}

  /** A message shortcut. */
  public record Shortcut(String callbackId, String name) {}

  /** Vouch with its one root command and its message shortcut. */
  public static AppCard vouch() {
    return new AppCard(
        "A0VOUCH",
        "Vouch",
        List.of(
            new Command(
                "/vouch",
                "help | who @person | account NAME | why @person | top | settings",
                "Your real advocates, and how to look after them")),
        List.of(new Shortcut("save_advocacy", "Save as advocacy")));
  }

  /** The bot's user id. */
  public String botPersonId() {
    return "U" + id.substring(1);
  }

  /** The bot's own id, which is not its user id. */
  public String botId() {
    return "B" + id.substring(1);
  }

  /** The start of a message that the bot writes. */
  public JsonObject asAuthor() {
    return Json.object("user", botPersonId(), "bot_id", botId(), "app_id", id);
  }
}
