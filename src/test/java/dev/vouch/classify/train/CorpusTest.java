package dev.vouch.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The corpus is many people's talk, not one pen's patterns: varied registers, nothing twice, no
 * templates. Each rule is seen to find planted rows.
 */
class CorpusTest {
  private static final Set<String> REGISTERS =
      Set.of(
          "app",
          "b2b",
          "com",
          "dev",
          "gh",
          "hn",
          "li",
          "plain",
          "reddit",
          "sc",
          "shop",
          "tw-air",
          "tw-brand",
          "uv",
          "vid");

  /** Shorter texts, such as "same here", are what many people say. */
  private static final int WORDS_OF_ONES_OWN = 8;

  private static final double NEAR = 0.6;
  private static final int OPENING = 4;
  private static final int MOST_ALIKE = 8;

  private static List<Row> corpus = List.of();

  /** A row of a file; rows of one pair are alike on purpose. */
  private record Row(String file, String id, String register, String text, String pair) {
    String key() {
      return file + " " + id;
    }

    boolean isPairOf(Row other) {
      return !pair.isEmpty() && pair.equals(other.pair);
    }
  }

  @BeforeAll
  static void read() throws Exception {
    corpus = rows(Path.of("models/corpus"));
  }

  private static List<Row> rows(Path dir) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (var files = Files.list(dir)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = Arrays.asList(lines.get(0).split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
          rows.add(row(String.valueOf(file.getFileName()), columns, line.split("\t", -1)));
        }
      }
    }
    return rows;
  }

  private static Row row(String file, List<String> columns, String[] cells) {
    return new Row(
        file,
        cells[columns.indexOf("id")],
        cells[columns.indexOf("register")],
        cells[columns.indexOf("text")],
        cells[columns.indexOf("pair")]);
  }

  private static Set<String> withoutRegister(List<Row> rows) {
    Set<String> found = new TreeSet<>();
    rows.stream().filter(r -> !REGISTERS.contains(r.register())).map(Row::key).forEach(found::add);
    return found;
  }

  private static Set<String> idsTwice(List<Row> rows) {
    Set<String> seen = new HashSet<>();
    Set<String> found = new TreeSet<>();
    rows.stream().map(Row::key).filter(key -> !seen.add(key)).forEach(found::add);
    return found;
  }

  private static Set<String> textsTwice(List<Row> rows) {
    Set<String> seen = new HashSet<>();
    Set<String> found = new TreeSet<>();
    for (Row row : rows) {
      String text = String.join(" ", row.text().toLowerCase(Locale.ROOT).split("\\s+"));
      if (NearTexts.words(text).size() > 2 && !seen.add(text)) {
        found.add(row.key());
      }
    }
    return found;
  }

  private static Set<String> nearlyTwice(List<Row> rows) {
    NearTexts near = new NearTexts(NEAR);
    List<Row> added = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (Row row : rows) {
      if (NearTexts.words(row.text()).size() >= WORDS_OF_ONES_OWN) {
        near.near(row.text()).stream()
            .map(added::get)
            .filter(other -> !row.isPairOf(other))
            .forEach(other -> found.add(other.key() + " and " + row.key()));
        near.add(row.text());
        added.add(row);
      }
    }
    return found;
  }

  /** Openings that more than a handful of rows have; the rows of a pair count once. */
  private static Set<String> templates(List<Row> rows) {
    Map<String, Set<String>> rowsByOpening = new HashMap<>();
    for (Row row : rows) {
      List<String> words = NearTexts.words(row.text().replaceAll("['’]", ""));
      if (words.size() > OPENING) {
        rowsByOpening
            .computeIfAbsent(String.join(" ", words.subList(0, OPENING)), o -> new HashSet<>())
            .add(row.pair().isEmpty() ? row.key() : row.pair());
      }
    }
    Set<String> found = new TreeSet<>();
    rowsByOpening.forEach(
        (opening, same) -> {
          if (same.size() > MOST_ALIKE) {
            found.add(opening);
          }
        });
    return found;
  }

  @Test
  void everyRow_hasARegister() {
    assertThat(withoutRegister(corpus)).isEmpty();
    assertThat(withoutRegister(planted("x", "y")))
        .containsExactly("planted.tsv 1", "planted.tsv 2");
  }

  @Test
  void ids_areUniqueInTheirFile() {
    assertThat(idsTwice(corpus)).isEmpty();
    Row row = planted("hello there you").get(0);
    assertThat(idsTwice(List.of(row, row))).containsExactly("planted.tsv 1");
  }

  @Test
  void texts_areThereOnce() {
    assertThat(textsTwice(corpus)).isEmpty();
    assertThat(textsTwice(planted("Fits like  a glove", "fits like a glove")))
        .containsExactly("planted.tsv 2");
  }

  @Test
  void texts_areNotNearlyTheSame_butForPairs() {
    assertThat(nearlyTwice(corpus)).isEmpty();
    String one = "we moved the whole shop over in a weekend and lost nothing";
    String other = "We moved the whole shop over in one weekend, and lost nothing";
    assertThat(nearlyTwice(planted(one, other))).isEmpty();
    assertThat(nearlyTwice(planted(one, one + " at all")))
        .containsExactly("planted.tsv 1 and planted.tsv 2");
    Row first = new Row("f", "1", "b2b", one, "p1");
    assertThat(nearlyTwice(List.of(first, new Row("f", "2", "b2b", one + " at all", "p1"))))
        .isEmpty();
  }

  @Test
  void openings_areNotTemplates() {
    assertThat(templates(corpus)).isEmpty();
    String[] alike = new String[MOST_ALIKE + 1];
    Arrays.setAll(alike, i -> "As a customer I say number " + i);
    assertThat(templates(planted(alike))).containsExactly("as a customer i");
  }

  @Test
  void rows_areReadAsTheTrainerReadsThem() throws Exception {
    assertThat(Corpus.read(Path.of("models/corpus")).written()).hasSameSizeAs(corpus);
    assertThat(corpus).hasSizeGreaterThan(6_000);
  }

  private static List<Row> planted(String... texts) {
    List<Row> rows = new ArrayList<>();
    for (String text : texts) {
      rows.add(new Row("planted.tsv", String.valueOf(rows.size() + 1), "nowhere", text, ""));
    }
    return rows;
  }
}
