package dev.vouch.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That {@code bench} measures what it promises; how fast this machine is says nothing here. */
class BenchCommandTest {
  @TempDir private Path directory;

  /** What is printed, and the figures by name as they stand in the JSON. */
  private record Result(String table, Map<String, JsonObject> figures, JsonObject machine) {}

  private Result bench(String... arguments) throws Exception {
    Path json = directory.resolve("figures.json");
    CommandLine bench = new CommandLine(new BenchCommand());
    StringWriter out = new StringWriter();
    bench.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter()));
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--json";
    all[arguments.length + 1] = json.toString();
    assertThat(bench.execute(all)).isZero();
    JsonObject written = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    Map<String, JsonObject> figures = new HashMap<>();
    for (JsonElement figure : written.getAsJsonArray("figures")) {
      figures.put(figure.getAsJsonObject().get("name").getAsString(), figure.getAsJsonObject());
    }
    return new Result(out.toString(), figures, written.getAsJsonObject("machine"));
  }

  private static void tells(Result result, String... names) {
    assertThat(result.figures()).containsKeys(names);
    assertThat(result.table().lines()).hasSameSizeAs(result.figures().keySet());
    for (String name : names) {
      JsonObject figure = result.figures().get(name);
      assertThat(figure.get("value").getAsDouble()).as(name).isPositive();
      assertThat(result.table()).contains(name);
    }
  }

  @Test
  void start_isTold_withItsTargetAndTheMachine() throws Exception {
    Result result = bench("--only", "START", "--rounds", "1");

    tells(result, "start until an event is acknowledged");
    JsonObject start = result.figures().get("start until an event is acknowledged");
    assertThat(start.get("target").getAsString()).isEqualTo("at most 3");
    assertThat(start.has("met")).isTrue();
    assertThat(result.machine().keySet()).contains("cores", "processor", "java", "at");
  }

  /**
   * It takes minutes on two busy cores, so it runs when asked for: {@code -Dvouch.test.bench=all}.
   */
  @Test
  @EnabledIfSystemProperty(named = "vouch.test.bench", matches = "all")
  void door_isToldBesideBareJetty() throws Exception {
    tells(
        bench("--only", "DOOR", "--rounds", "1", "--seconds", "0.2"),
        "acknowledgements, 16 connections",
        "the same of bare Jetty with HMAC",
        "ratio of the two, median",
        "acknowledgement in bursts, p50",
        "acknowledgement in bursts, p99",
        "acknowledgement at 300 per s, p50",
        "acknowledgement at 300 per s, p99",
        "acknowledgement at 1,000 per s, p99",
        "processor time of serve per event, door",
        "processor time of serve per event, all",
        "Redis round trips per event, under load",
        "bytes to and from Redis per event",
        "resident memory of serve, warm");
  }

  @Test
  @EnabledIfSystemProperty(named = "vouch.test.bench", matches = "all")
  void work_isToldAtBothEfforts() throws Exception {
    Result result = bench("--only", "WORK", "--seconds", "0.2");

    for (String effort : List.of("at full effort", "by words alone")) {
      tells(
          result,
          "messages through classify and state, " + effort,
          "processor time per message, " + effort,
          "Redis round trips per message, " + effort,
          "bytes to and from Redis, " + effort);
    }
  }

  @Test
  void state_isToldForEachNumberOfAdvocates() throws Exception {
    Result result = bench("--only", "STATE", "--advocates", "300,50");

    tells(result, "Redis memory of an advocate with 3 acts and 10 mentions", "mentions written");
    for (String count : List.of("50", "300")) {
      for (String what : List.of("digest", "/vouch top", "/vouch who")) {
        tells(
            result,
            "%s with %s advocates, p50".formatted(what, count),
            "%s with %s advocates, p99".formatted(what, count),
            "%s with 300 beside 50 advocates".formatted(what));
      }
    }
  }
}
