package dev.vouch.sandbox.demo;

import dev.vouch.sandbox.demo.DemoScript.CastMember;
import dev.vouch.sandbox.demo.DemoScript.Entry;
import dev.vouch.sandbox.demo.DemoScript.Room;
import dev.vouch.sandbox.demo.DemoScript.SetUp;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Team;
import dev.vouch.sandbox.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Some weeks at Lumo, played into a workspace: thirteen working days of history and a today that
 * ends at four in the afternoon of the workspace's zone.
 *
 * <p>Let a clock stand at {@link #start}, {@link #furnish} the workspace, connect the app, {@link
 * #play}, and let the clock run. While it stands, what is said depends on the script and the day
 * alone, so every play of one day is the same.
 */
public final class DemoDay {
  private static final LocalTime FIRST = LocalTime.of(8, 30);
  private static final LocalTime DIGESTS = LocalTime.of(9, 0);
  private static final LocalTime LAST = LocalTime.of(16, 0);

  private final DemoScript script;
  private final LocalDate today;

  private DemoDay(DemoScript script, LocalDate today) {
    this.script = script;
    this.today = today;
  }

  /** The script that the jar brings along, with the day that {@code clock} shows as its last. */
  public static DemoDay endingToday(InstantSource clock) {
    DemoScript script = shipped();
    return new DemoDay(script, LocalDate.ofInstant(clock.instant(), script.zone()));
  }

  /** The script that the jar brings along, with {@code today} as its last day. */
  public static DemoDay endingOn(LocalDate today) {
    return new DemoDay(shipped(), today);
  }

  private static DemoScript shipped() {
    try (InputStream in =
        Objects.requireNonNull(
            DemoDay.class.getResourceAsStream("/sandbox/demo.json"),
            "the jar lacks sandbox/demo.json")) {
      return ScriptReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the jar's sandbox/demo.json is not readable", e);
    }
  }

  public DemoScript script() {
    return script;
  }

  /** The moment at which the clock has to stand when the play begins. */
  public Instant start() {
    return at(day(-script.daysBefore()), FIRST);
  }

  /** The day of an entry: business talk falls on working days, but for a today on a weekend. */
  LocalDate day(int offset) {
    LocalDate day = today;
    for (int left = -offset; left > 0; left--) {
      day = workingDayBefore(day);
    }
    return day;
  }

  private static LocalDate workingDayBefore(LocalDate day) {
    LocalDate before = day.minusDays(1);
    return switch (before.getDayOfWeek()) {
      case SATURDAY -> before.minusDays(1);
      case SUNDAY -> before.minusDays(2);
      default -> before;
    };
  }

  /** Lets the people in and opens the channels. */
  public void furnish(Workspace workspace) {
    script.people().forEach(person -> workspace.addPerson(person(workspace, person)));
    script.channels().forEach(room -> open(workspace, room));
  }

  private static Person person(Workspace workspace, CastMember member) {
    Team team = member.team().isEmpty() ? workspace.roster().own() : Team.named(member.team());
    return Person.of(member.name(), team, member.kind())
        .withTitle(member.title())
        .withEmail(member.email())
        .withZone(member.zone())
        .withColor(member.color());
  }

  private static void open(Workspace workspace, Room room) {
    workspace.addChannel(room.name(), room.kind(), room.members().toArray(String[]::new));
    if (room.bot()) {
      workspace.join(room.name(), workspace.roster().app().botPersonId());
    }
  }

  /**
   * Plays everything, moving the clock from one entry to the next and through each morning at nine,
   * as {@link Workspace#nextDay} does. In the end what was said in channels before today is read.
   *
   * @param afterEachStep lets the app take in what has happened
   * @return what went wrong with the commands, a sentence each; none when all is well
   */
  public List<String> play(Workspace workspace, SandboxClock clock, Runnable afterEachStep) {
    List<String> problems = new ArrayList<>();
    for (SetUp command : script.setup()) {
      setUp(workspace, command, problems);
      afterEachStep.run();
    }
    Map<String, String> said = new HashMap<>();
    for (Entry entry : script.entries()) {
      moveTo(clock, at(day(entry.day()), entry.at()));
      new Step(workspace, entry, said).perform();
      afterEachStep.run();
    }
    moveTo(clock, at(today, LAST));
    afterEachStep.run();
    workspace.readUntil(at(today, LocalTime.MIDNIGHT));
    return problems;
  }

  private void moveTo(SandboxClock clock, Instant target) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), script.zone());
    for (; !at(day, DIGESTS).isAfter(target); day = day.plusDays(1)) {
      clock.advanceTo(at(day, DIGESTS));
    }
    clock.advanceTo(target);
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(script.zone()).toInstant();
  }

  private static void setUp(Workspace workspace, SetUp command, List<String> problems) {
    Outcome outcome = workspace.commandAs(command.who(), command.channel(), command.text());
    if (!outcome.ok()) {
      problems.add(command.text() + ": " + outcome.error());
    }
  }

  /**
   * One entry on its way into the workspace.
   *
   * @param said where the messages with a key stand: key to "channel ts"
   */
  private record Step(Workspace workspace, Entry entry, Map<String, String> said) {
    void perform() {
      switch (entry.deed()) {
        case SAY -> remember(say());
        case SHARE -> remember(share());
        case REACT -> workspace.reactAs(entry.who(), channel(), ts(), entry.text());
        case UNREACT -> workspace.unreactAs(entry.who(), channel(), ts(), entry.text());
        case EDIT -> workspace.editAs(entry.who(), channel(), ts(), entry.text());
        case DELETE -> workspace.deleteAs(entry.who(), channel(), ts());
      }
    }

    private void remember(String ts) {
      if (!entry.key().isEmpty()) {
        said.put(entry.key(), entry.channel() + " " + ts);
      }
    }

    private String say() {
      return entry.to().isEmpty()
          ? workspace.postAs(entry.who(), entry.channel(), entry.text())
          : workspace.postAs(entry.who(), entry.channel(), entry.text(), ts());
    }

    private String share() {
      Workspace.Shared shared = new Workspace.Shared(channel(), ts());
      return workspace.shareAs(entry.who(), entry.channel(), shared, entry.text());
    }

    private String channel() {
      return about()[0];
    }

    private String ts() {
      return about()[1];
    }

    private String[] about() {
      String place = said.get(entry.to());
      if (place == null) {
        throw new IllegalStateException(
            "nothing said before has the key " + entry.to() + ", which " + entry.who() + " means");
      }
      return place.split(" ", 2);
    }
  }
}
