package dev.vouch.app.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast and how large Vouch is on this machine, as a table and JSON. */
@Command(
    name = "bench",
    description =
        "Measure Vouch on this machine, beside bare Jetty, with a Redis of its own: some minutes.")
public final class BenchCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Measure these parts alone: ${COMPLETION-CANDIDATES}.")
  Set<Part> only = EnumSet.allOf(Part.class);

  @Option(
      names = "--seconds",
      defaultValue = "2",
      paramLabel = "N",
      description = "Length of a burst (default: ${DEFAULT-VALUE}).")
  double seconds;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      paramLabel = "N",
      description =
          "Rounds of bursts and starts, of which the median counts (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--advocates",
      split = ",",
      defaultValue = "1000,100000",
      paramLabel = "N",
      description =
          "How many advocates there are when reading is measured (default: ${DEFAULT-VALUE}).")
  List<Integer> advocates = List.of();

  @Option(names = "--full", description = "Also with a million advocates: some minutes more.")
  boolean full;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the figures as JSON, - for standard output instead of the table.")
  @Nullable String json;

  @Option(names = "--check", description = "End with exit code 1 if a target is missed.")
  boolean check;

  /** What can be measured by itself. */
  enum Part {
    START,
    DOOR,
    WORK,
    STATE
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    List<Figure> figures = new ArrayList<>();
    Path directory = Files.createTempDirectory("vouch-bench");
    try (StandInWebApi slack = StandInWebApi.start()) {
      if (only.contains(Part.START)) {
        told("start");
        figures.addAll(new StartBench(rounds).run(directory, slack));
      }
      if (only.contains(Part.DOOR)) {
        Path state = Files.createDirectories(directory.resolve("door"));
        figures.addAll(
            new DoorBench(rounds, seconds, this::told).run(state, slack, () -> attached(state)));
      }
      if (only.contains(Part.WORK)) {
        Path state = Files.createDirectories(directory.resolve("work"));
        figures.addAll(new WorkBench(seconds, this::told).run(state, slack));
      }
      if (only.contains(Part.STATE)) {
        Path state = Files.createDirectories(directory.resolve("state"));
        figures.addAll(new StateBench(counts(), this::told).run(state, slack));
      }
    } finally {
      remove(directory);
    }
    report(figures, out);
    return check && figures.stream().anyMatch(one -> Boolean.FALSE.equals(one.met())) ? 1 : 0;
  }

  private List<Integer> counts() {
    Stream<Integer> million = full ? Stream.of(1_000_000) : Stream.empty();
    return Stream.concat(advocates.stream(), million).distinct().sorted().toList();
  }

  /** The Redis that the measured process has started; it stops it itself. */
  private static Store attached(Path state) {
    return Store.at(BundledRedis.open(state).address(), InstantSource.system());
  }

  private void told(String what) {
    PrintWriter err =
        spec == null ? new PrintWriter(System.err, true) : spec.commandLine().getErr();
    err.println("bench: " + what);
  }

  private PrintWriter out() {
    return spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
  }

  private void report(List<Figure> figures, PrintWriter out) throws IOException {
    if (!"-".equals(json)) {
      figures.forEach(one -> out.println(one.line()));
    }
    if (json == null) {
      return;
    }
    JsonObject all = new JsonObject();
    all.add("machine", Machine.json());
    JsonArray array = new JsonArray();
    figures.forEach(one -> array.add(one.json()));
    all.add("figures", array);
    String text = new GsonBuilder().setPrettyPrinting().create().toJson(all);
    if (json.equals("-")) {
      out.println(text);
    } else {
      Files.writeString(Path.of(json), text);
    }
  }

  private static void remove(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
