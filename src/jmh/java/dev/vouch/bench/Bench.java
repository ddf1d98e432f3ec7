package dev.vouch.bench;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs benchmarks and writes their figures; those of judging stand in the model card. */
public final class Bench {
  private Bench() {}

  /**
   * @param args the file to write, and a part of the names of the benchmarks to run
   */
  public static void main(String[] args) throws RunnerException, IOException {
    Map<String, Map<String, Double>> figures = new TreeMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include(args[1])
                    .jvmArgs("-Xmx384m", "-XX:+UseSerialGC")
                    .build())
            .run()) {
      figures.put(name(result), figures(result));
    }
    String json = new GsonBuilder().setPrettyPrinting().create().toJson(figures);
    Files.writeString(Path.of(args[0]), json + "\n");
  }

  private static String name(RunResult result) {
    String method = result.getParams().getBenchmark();
    StringBuilder name = new StringBuilder(method.substring(method.lastIndexOf('.') + 1));
    for (String param : result.getParams().getParamsKeys()) {
      name.append(", %s %s".formatted(result.getParams().getParam(param), param));
    }
    return name.toString();
  }

  private static Map<String, Double> figures(RunResult result) {
    if (result.getParams().getMode() == Mode.Throughput) {
      return Map.of("texts a second", rounded(result.getPrimaryResult().getScore() * 1_000));
    }
    Statistics spread = result.getPrimaryResult().getStatistics();
    return new TreeMap<>(
        Map.of(
            "p50 ms",
            rounded(spread.getPercentile(50)),
            "p99 ms",
            rounded(spread.getPercentile(99))));
  }

  private static double rounded(double figure) {
    return Math.round(figure * 1_000) / 1_000.0;
  }
}
