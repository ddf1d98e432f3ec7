package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.demo.DemoDay;
import dev.vouch.sandbox.demo.DemoScript.Deed;
import dev.vouch.sandbox.demo.DemoScript.Entry;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's script is sound, and plays the same way each time. */
final class DemoDayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final DemoDay demo = DemoDay.endingOn(TODAY);
  private final SandboxClock clock = SandboxClock.standingAt(demo.start());
  private Sandbox sandbox;
  private Workspace workspace;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxSettings.standard().withClock(clock));
    workspace = sandbox.workspace();
    demo.furnish(workspace);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void entries_areInOrderOfTime() {
    assertThat(demo.script().entries())
        .isSortedAccordingTo(Comparator.comparing(Entry::day).thenComparing(Entry::at));
    assertThat(demo.script().daysBefore()).isEqualTo(13);
  }

  @Test
  void everybodyAndEveryChannel_exists() {
    for (Entry entry : demo.script().entries()) {
      String id = workspace.roster().find(entry.who()).id();
      assertThat(workspace.conversations().find(entry.channel()).members())
          .as("%s in %s", entry.who(), entry.channel())
          .contains(id);
    }
    demo.script().setup().forEach(command -> workspace.roster().find(command.who()));
  }

  @Test
  void play_performsEveryEntryAndEndsAtFour() {
    AtomicInteger steps = new AtomicInteger();
    demo.play(workspace, clock, steps::incrementAndGet);
    int expected = demo.script().entries().size() + demo.script().setup().size() + 1;
    assertThat(steps).hasValue(expected);
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(allMessages()).hasSize((int) count(Deed.SAY) + (int) count(Deed.SHARE) - 1);
  }

  private long count(Deed deed) {
    return demo.script().entries().stream().filter(entry -> entry.deed() == deed).count();
  }

  private List<JsonObject> allMessages() {
    List<JsonObject> all = new ArrayList<>();
    demo.script().channels().forEach(room -> all.addAll(workspace.messages(room.name())));
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-16", "2026-11-18", "2026-11-20", "2026-11-21", "2026-11-22"})
  void history_fallsOnWorkingDays_whateverDayTodayIs(LocalDate today) {
    ZoneId zone = demo.script().zone();
    SandboxClock standing = SandboxClock.standingAt(DemoDay.endingOn(today).start());
    Set<LocalDate> days = new TreeSet<>();
    try (Sandbox other = Sandbox.start(SandboxSettings.standard().withClock(standing))) {
      DemoDay day = DemoDay.endingOn(today);
      day.furnish(other.workspace());
      day.play(
          other.workspace(),
          standing,
          () -> days.add(LocalDate.ofInstant(standing.instant(), zone)));
    }
    assertThat(days).hasSize(14).contains(today).allMatch(day -> !day.isAfter(today));
    days.remove(today);
    assertThat(days)
        .noneMatch(day -> WEEKEND.contains(day.getDayOfWeek()))
        .anyMatch(day -> !day.isAfter(today.minusDays(13)));
  }

  @Test
  void play_goesThroughEveryMorningAtNine() {
    Set<Instant> nines = new TreeSet<>();
    clock.onChange(() -> nines.add(clock.instant()));
    demo.play(workspace, clock, () -> {});
    assertThat(nines).contains(Instant.parse("2026-11-14T09:00:00Z"));
    assertThat(nines.stream().filter(at -> at.toString().endsWith("T09:00:00Z"))).hasSize(18);
  }

  @Test
  void play_leavesOnlyTodaysMessagesUnread() {
    demo.play(workspace, clock, () -> {});
    String rita = workspace.roster().find("Rita").id();
    var community = workspace.conversations().find("#customer-community");
    String midnight = TODAY.atStartOfDay(demo.script().zone()).toEpochSecond() + ".000000";
    long todays =
        workspace.messages("#customer-community").stream()
            .filter(message -> Json.text(message, "ts").compareTo(midnight) > 0)
            .filter(message -> !Json.text(message, "user").equals(rita))
            .count();
    assertThat(todays).isBetween(1L, 12L);
    assertThat(workspace.messageBook().unread(community, rita, false)).isEqualTo((int) todays);
    assertThat(workspace.messageBook().unread(workspace.conversations().find("#wins"), rita, false))
        .isOne();
  }

  @Test
  void play_withoutAnAppSaysWhichCommandsFailed() {
    List<String> problems = demo.play(workspace, clock, () -> {});
    assertThat(problems)
        .hasSize(demo.script().setup().size())
        .allMatch(p -> p.contains("dispatch_failed"));
  }

  @Test
  void play_leavesEditsDeletionsAndRemovedReactions() {
    demo.play(workspace, clock, () -> {});
    assertThat(allMessages()).noneMatch(m -> Json.text(m, "text").contains("BELFORT20"));
    assertThat(allMessages()).anyMatch(m -> m.has("edited"));
    assertThat(count(Deed.UNREACT)).isPositive();
  }

  @Test
  void cast_hasEveryKindOfPerson() {
    assertThat(workspace.roster().people().stream().map(Person::kind).distinct())
        .contains(Person.Kind.STAFF, Person.Kind.GUEST, Person.Kind.EXTERNAL, Person.Kind.BOT);
  }

  @Test
  void twoPlays_sayTheSameAtTheSameTime() {
    demo.play(workspace, clock, () -> {});
    SandboxClock again = SandboxClock.standingAt(demo.start());
    try (Sandbox other = Sandbox.start(SandboxSettings.standard().withClock(again))) {
      demo.furnish(other.workspace());
      demo.play(other.workspace(), again, () -> {});
      assertThat(gists(other.workspace())).isEqualTo(gists(workspace));
    }
  }

  private static List<String> gists(Workspace played) {
    return played.messages("#customer-community").stream().map(DemoDayTest::gist).toList();
  }

  private static String gist(JsonObject message) {
    return Json.text(message, "ts") + Json.text(message, "user") + Json.text(message, "text");
  }
}
