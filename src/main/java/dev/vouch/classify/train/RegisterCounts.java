package dev.vouch.classify.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many rows there are by the value of a column, such as the register, in a file. */
final class RegisterCounts {
  private RegisterCounts() {}

  /**
   * By file of {@code dir}, the number of its rows of each register.
   *
   * @throws IOException if a file cannot be read
   */
  static Map<String, Map<String, Integer>> byFile(Path dir) throws IOException {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).toList()) {
        counts.put(String.valueOf(file.getFileName()), of(file, "register"));
      }
    }
    return counts;
  }

  /**
   * The number of rows of {@code file} by value of {@code column}; where the column is missing all
   * count as one of no name.
   *
   * @throws IOException if it cannot be read
   */
  static Map<String, Integer> of(Path file, String column) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Map<String, Integer> counts = new TreeMap<>();
    int at = lines.isEmpty() ? -1 : Arrays.asList(lines.get(0).split("\t", -1)).indexOf(column);
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] cells = line.split("\t", -1);
      if (!line.isBlank()) {
        counts.merge(at < 0 || at >= cells.length ? "" : cells[at], 1, Integer::sum);
      }
    }
    return counts;
  }
}
