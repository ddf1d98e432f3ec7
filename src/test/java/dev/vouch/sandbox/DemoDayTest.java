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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's script is sound, and plays the same way each time. */
final class DemoDayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final DemoDay demo = DemoDay.load();
  private final SandboxClock clock = SandboxClock.standingAt(demo.start(TODAY));
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
    SandboxClock again = SandboxClock.standingAt(demo.start(TODAY));
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
