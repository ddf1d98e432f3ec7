package dev.vouch.sandbox.demo;

import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Person;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The script of the demo: who is there, what they set up, and what they do when. */
public record DemoScript(
    ZoneId zone,
    List<CastMember> people,
    List<Room> channels,
    List<SetUp> setup,
    List<Entry> entries) {
  public DemoScript {
    people = List.copyOf(people);
    channels = List.copyOf(channels);
    setup = List.copyOf(setup);
    entries = List.copyOf(entries);
  }

  /**
   * A person of the script.
   *
   * @param team name of their workspace, "" for the own one
   */
  public record CastMember(
      String name,
      String title,
      Person.Kind kind,
      String team,
      String email,
      String zone,
      String color) {}

  /** A channel, with the bot in it or not. */
  public record Room(String name, Channel.Kind kind, List<String> members, boolean bot) {}

  /** A command typed before the first day begins. */
  public record SetUp(String who, String channel, String text) {}

  /** What an entry does. */
  public enum Deed {
    SAY,
    REACT,
    UNREACT,
    EDIT,
    DELETE,
    SHARE
  }

  /**
   * One thing that somebody does.
   *
   * @param day 0 is today, -1 the working day before it
   * @param key a name for the message, or ""
   * @param to key of the message that it is about, or ""; for SAY the thread's
   * @param text the words, or the name of the reaction
   */
  public record Entry(
      int day,
      LocalTime at,
      String who,
      String channel,
      Deed deed,
      String key,
      String to,
      String text) {}

  /** How many working days before today the script begins. */
  public int daysBefore() {
    return -entries.get(0).day();
  }
}
