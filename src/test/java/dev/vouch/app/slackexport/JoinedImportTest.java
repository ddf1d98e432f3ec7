package dev.vouch.app.slackexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.nudge.Mode;
import dev.vouch.store.ImportLog;
import dev.vouch.store.TestWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export in which one human speaks by two ids, who are joined before, during or after it. */
class JoinedImportTest {
  private static final String AMARA = "UAMARA";
  private static final String PRIYA = "UPRIYA";
  private static final List<String> PEOPLE = List.of(AMARA, PRIYA, "UJON", "UREP");
  private static final List<String> WORDS =
      List.of("advocacy: get it", "praise: lovely", "complaint: broke", "question: how", "+1");
  private static final long START = 1_794_900_000;
  private static final int A_DAY = 12;

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void joinedBeforeDuringOrAfter_isAsIfHeardLive_andAnotherRunChangesNothing(int seed)
      throws IOException {
    Path zip = export(new Random(seed)).asZip(temp.resolve("export.zip"));
    List<JsonObject> events = events(zip);
    Map<String, List<String>> live = after(here -> isHeardLive(events, here));
    assertThat(live.get("person:" + AMARA)).isNotEmpty();
    assertThat(live).doesNotContainKey("person:" + PRIYA);

    same(
        after(
            here -> {
              run(zip, here, -1);
              merge(here);
              changesNothing(zip, here);
            }),
        live);
    withoutAccount(live);
    for (int stop : List.of(0, 5, events.size() / 2, events.size() - 1)) {
      same(withoutAccount(after(here -> isJoinedDuring(zip, here, stop))), live);
    }
  }

  private static void isHeardLive(List<JsonObject> events, TestWorkspace here) {
    events.stream().sorted(Comparator.comparing(JoinedImportTest::time)).forEach(here.events::read);
    merge(here);
  }

  private static String time(JsonObject event) {
    return event.get(event.has("ts") ? "ts" : "event_ts").getAsString();
  }

  private static void isJoinedDuring(Path zip, TestWorkspace here, int stop) {
    assertThatThrownBy(() -> run(zip, here, stop)).hasMessage("it was stopped");
    merge(here);
    run(zip, here, -1);
    changesNothing(zip, here);
  }

  /** Neither another run, nor one that knows nothing of those before. */
  private static void changesNothing(Path zip, TestWorkspace here) {
    Map<String, List<String>> before = here.state();
    run(zip, here, -1);
    same(here.state(), before);
    run(zip, here.events::read, new Forgetful());
    same(here.state(), before);
  }

  private static void merge(TestWorkspace here) {
    assertThat(
            here.books
                .identities()
                .merge(new Merge(AMARA, "Amara", PRIYA, "UREP", TestWorkspace.NOW)))
        .isEmpty();
  }

  private static Map<String, List<String>> after(Consumer<TestWorkspace> deed) {
    try (TestWorkspace here = new TestWorkspace()) {
      here.books.settings().change(settings -> settings.withMode(Mode.OFF));
      here.books.accounts().change("Fairbank", one -> one.withDomain("fairbank.example"));
      deed.accept(here);
      assertThat(here.store.audit(here.team, TestWorkspace.NOW).differences()).isEmpty();
      Map<String, List<String>> state = here.state();
      state.remove("imports");
      return state;
    }
  }

  /** For an id that stood for another before it was heard no account was looked up. */
  private static Map<String, List<String>> withoutAccount(Map<String, List<String>> state) {
    state.computeIfPresent(
        "identity:" + PRIYA,
        (key, values) -> values.stream().filter(value -> !value.matches("(?s)[ars]=.*")).toList());
    return state;
  }

  private static void same(Map<String, List<String>> one, Map<String, List<String>> other) {
    assertThat(one.keySet()).isEqualTo(other.keySet());
    one.forEach((key, held) -> assertThat(held).as(key).isEqualTo(other.get(key)));
  }

  private static void run(Path zip, TestWorkspace here, int stop) {
    ImportLog log = here.store.imports(here.team);
    List<JsonObject> read = new ArrayList<>();
    run(
        zip,
        event -> {
          if (read.size() == stop) {
            throw new IllegalStateException("it was stopped");
          }
          read.add(event);
          here.events.read(event);
        },
        new ImportProgress() {
          @Override
          public boolean done(String file) {
            return log.done(file);
          }

          @Override
          public void markDone(String file) {
            log.markDone(file);
          }
        });
  }

  private static void run(Path zip, ExportSink sink, ImportProgress progress) {
    try (SlackExport export = SlackExport.open(zip)) {
      ExportDirectory directory = new ExportDirectory(export, null, "https://slack.com/");
      assertThat(new SlackImport(export, directory, sink, progress).run(new Deaf()).skipped())
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonObject> events(Path zip) {
    List<JsonObject> events = new ArrayList<>();
    run(zip, events::add, new Forgetful());
    return events;
  }

  /** Three days in two channels: threads, edits, reactions, and words that are passed on. */
  private static SampleExport export(Random random) {
    SampleExport export = SampleExport.empty();
    export.with(
        "channels.json",
        "[{\"id\":\"C1\",\"name\":\"community\"},{\"id\":\"C2\",\"name\":\"general\"}]");
    export.with(
        "users.json",
        "[%s,%s,%s,%s]"
            .formatted(
                user("UREP", SampleExport.TEAM, false),
                user(AMARA, "T0NORTH", false),
                user("UJON", "T0NORTH", false),
                user(PRIYA, SampleExport.TEAM, true)));
    for (int day = 0; day < 3; day++) {
      for (String channel : List.of("community", "general")) {
        List<String> messages = new ArrayList<>();
        int from = day * 2 * A_DAY + (channel.equals("general") ? A_DAY : 0);
        for (int i = from; i < from + A_DAY; i++) {
          messages.add(message(random, i, from));
        }
        export.with(channel + "/2026-11-1" + (4 + day) + ".json", messages.toString());
      }
    }
    return export;
  }

  private static String user(String id, String team, boolean guest) {
    return "{\"id\":\"%s\",\"team_id\":\"%s\",\"name\":\"n\",\"is_restricted\":%s,\"profile\":{}}"
        .formatted(id, team, guest);
  }

  private static String message(Random random, int number, int first) {
    StringBuilder more = new StringBuilder();
    if (number > first && random.nextBoolean()) {
      more.append(",'thread_ts':'%s'".formatted(ts(first + random.nextInt(number - first))));
    }
    if (random.nextInt(5) == 0) {
      more.append(",'edited':{'user':'U1','ts':'%s'}".formatted(ts(number + 1)));
    }
    if (random.nextInt(5) == 0) {
      more.append(
          ",'attachments':[{'is_share':true,'author_id':'%s','text':'advocacy'}]"
              .formatted(someone(random)));
    }
    if (random.nextInt(3) > 0) {
      more.append(
          ",'reactions':[{'name':'tada','count':2,'users':['%s','%s']}]"
              .formatted(someone(random), someone(random)));
    }
    return "{'type':'message','user':'%s','ts':'%s','text':'%s'%s}"
        .formatted(someone(random), ts(number), WORDS.get(random.nextInt(WORDS.size())), more)
        .replace('\'', '"');
  }

  private static String someone(Random random) {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private static String ts(int number) {
    return "%d.000100".formatted(START + number * 60L);
  }

  /** Takes every file for one that was never read. */
  private static final class Forgetful implements ImportProgress {
    @Override
    public boolean done(String file) {
      return false;
    }

    @Override
    public void markDone(String file) {}
  }

  private static final class Deaf implements SlackImport.Listener {
    @Override
    public void started(int files) {}

    @Override
    public void fileDone() {}

    @Override
    public void skipped(SlackExport.Skipped what) {}
  }
}
