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
  public record Command(String command, String hint, String description, List<Use> uses) {
    public Command {
      uses = List.copyOf(uses);
    }
  }

  /** One of the things that a command does, with what it is for in a few words. */
  public record Use(String usage, String meaning) {}

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
                "help | who @person | why @person | account NAME | top | settings",
                "Your real advocates, and how to look after them",
                uses())),
        List.of(new Shortcut("save_advocacy", "Save as advocacy")));
  }

  private static List<Use> uses() {
    return List.of(
        new Use("who @person", "a customer on one screen"),
        new Use("why @person", "every fact about them, with its rule, date and message"),
        new Use("programme", "what our rewards bring: acts after offers, the trend, the cost"),
        new Use("impact", "what nudges bring, beside people whom chance held out"),
        new Use("why nudge @person", "why each suggestion about them was made or not"),
        new Use("goodwill @person", "what the relationship holds and bears, line by line"),
        new Use("helped @person WHAT", "note that we did something for them"),
        new Use("promised @person WHAT by DAY", "note a promise of ours"),
        new Use("kept @person", "a promise was kept"),
        new Use("shipped @person", "what they suggested is done"),
        new Use("incident @person WHAT", "something of ours failed them"),
        new Use("acknowledged @person", "we told them that we have heard it"),
        new Use("fixed @person", "it is mended"),
        new Use("followed up @person", "all is well again"),
        new Use("offered @person WHAT until DAY", "a reward was offered for acts"),
        new Use("redeemed @person WHAT worth 50 EUR", "they took what was offered"),
        new Use("ask @person review WHAT", "whether they may be asked, and have Vouch ask"),
        new Use("reference WHOM YOU LOOK FOR", "people who could bear that you ask them"),
        new Use("asked @person review WHAT", "note that you asked them yourself"),
        new Use("answered @person yes|no|later|done", "what they said to it"),
        new Use("gift @person WHAT worth 25 EUR", "whether the policy allows it, noted if so"),
        new Use("gifts @person", "the register of gifts; without a person, the policy"),
        new Use("note @person WORDS", "look at words that you mean to send"),
        new Use("undo @person", "take back your last note"),
        new Use("pause @person", "stop everything about a person for a while"),
        new Use("resume @person", "let it go on"),
        new Use("role @person", "what a person is to us, and what follows from it"),
        new Use("tie @person", "what ties a person to us, which readers ought to know"),
        new Use("merge @person @other", "two accounts of the same human are one person"),
        new Use("unmerge @other", "they are two again"),
        new Use("top", "who spoke up for us most often"),
        new Use("invite @person", "ask them, once, whether Vouch may write to them"),
        new Use("consent @person", "what they agreed to, and note what they told you"),
        new Use("likes @person WHAT", "note what moves them"),
        new Use("intro @person WHY", "have an executive asked to meet them"),
        new Use("execs", "which executives customers can meet, and how often this month"),
        new Use("exec @person add", "put one on the roster, or change, pause or remove them"),
        new Use("breadth", "over how many people that is spread, and who was never asked"),
        new Use("metric NAME", "what a number says and where it misleads"),
        new Use("account NAME", "show or change an account"),
        new Use("offers", "what we can offer to people, and what is never suggested"),
        new Use("snooze 3d", "no suggestions to you for so long"),
        new Use("channel #c no-nudges", "read a channel less, or not at all"),
        new Use("settings", "show or change how Vouch works here"),
        new Use("model", "what was learnt from your corrections, and the way back"),
        new Use("about", "what Vouch is for"),
        new Use("help", "everything one can type"));
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
