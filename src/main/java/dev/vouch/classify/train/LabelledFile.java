package dev.vouch.classify.train;

import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads labelled texts from a TSV file: UTF-8, no quoting, {@code \n} in a text stands for a
 * newline, columns are found by the names in the first line.
 */
public final class LabelledFile {
  private final Path file;
  private final List<String> columns;
  private int row = 1;

  private LabelledFile(Path file, List<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  /** A file that cannot be used; the message names file, row and what to do. */
  public static final class BadRow extends IOException {
    private static final long serialVersionUID = 1;

    BadRow(Path file, int row, String what) {
      super("%s, row %d: %s".formatted(file, row, what));
    }
  }

  /**
   * @throws IOException if the file cannot be read or a row is not understood
   */
  public static List<LabelledText> read(Path file) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      throw new BadRow(file, 1, "the file is empty; the first line must name the columns");
    }
    LabelledFile reader = new LabelledFile(file, cells(lines.get(0)));
    reader.checkColumns();
    List<LabelledText> texts = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      reader.row++;
      if (!line.isBlank()) {
        texts.add(reader.parse(cells(line)));
      }
    }
    return texts;
  }

  /**
   * The source and the reference of each row, with a tab between them, in the order of {@link
   * #read}.
   *
   * @throws IOException if the file cannot be read or has no such columns
   */
  public static List<String> keys(Path file) throws IOException {
    List<String> lines = lines(file);
    List<String> columns = cells(lines.get(0));
    if (!columns.contains("source") || !columns.contains("ref")) {
      throw new BadRow(file, 1, "columns called \"source\" and \"ref\" are wanted");
    }
    return lines.stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(LabelledFile::cells)
        .map(c -> c.get(columns.indexOf("source")) + "\t" + c.get(columns.indexOf("ref")))
        .toList();
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8; save it as UTF-8 and try again", e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split("\t", -1));
  }

  private void checkColumns() throws BadRow {
    for (String needed : List.of("text", "intent", "sentiment")) {
      if (!columns.contains(needed)) {
        throw new BadRow(file, 1, "no column is called \"" + needed + "\"");
      }
    }
  }

  private LabelledText parse(List<String> cells) throws BadRow {
    if (cells.size() != columns.size()) {
      throw new BadRow(
          file, row, "%d columns, but %d names".formatted(cells.size(), columns.size()));
    }
    String pair = cell(cells, "pair");
    String text = SlackText.decode(cell(cells, "text").replace("\\n", "\n")).plain();
    return new LabelledText(
        text,
        label(Intent::fromWire, cell(cells, "intent")),
        label(Sentiment::fromWire, cell(cells, "sentiment")),
        drivers(cell(cells, "drivers")),
        flag(cells, "incentivised"),
        flag(cells, "specific"),
        flag(cells, "hard"),
        pair.isEmpty() ? Nameless.of(text).text() : pair,
        count(cell(cells, "count")));
  }

  private int count(String times) throws BadRow {
    if (times.isEmpty()) {
      return 1;
    }
    if (!times.matches("[0-9]{1,3}")) {
      throw new BadRow(file, row, "count must be a number up to 999, was \"" + times + "\"");
    }
    return Integer.parseInt(times);
  }

  private String cell(List<String> cells, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : cells.get(at);
  }

  private <T> T label(Function<String, T> parser, String name) throws BadRow {
    try {
      return parser.apply(name);
    } catch (IllegalArgumentException e) {
      throw (BadRow) new BadRow(file, row, String.valueOf(e.getMessage())).initCause(e);
    }
  }

  private Set<Driver> drivers(String names) throws BadRow {
    Set<Driver> drivers = EnumSet.noneOf(Driver.class);
    for (String name : names.split(",", -1)) {
      if (!name.isBlank()) {
        drivers.add(label(Driver::fromWire, name.strip()));
      }
    }
    return drivers;
  }

  private boolean flag(List<String> cells, String column) throws BadRow {
    String value = cell(cells, column);
    if (!Set.of("", "0", "1").contains(value)) {
      throw new BadRow(file, row, "%s must be 0 or 1, was \"%s\"".formatted(column, value));
    }
    return value.equals("1");
  }
}
