package dev.vouch.app.accountfile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a file by what their columns mean.
 *
 * @param entries whose rows have a cell for each column
 * @param faults of the rows that have not
 * @param unknown headings that mean nothing to us
 */
public record Table<C extends Enum<C>>(
    List<Entry<C>> entries, List<Fault> faults, List<String> unknown) {

  /** All are written in one step, which must not keep Redis for long. */
  private static final int MOST_ROWS = 2_000;

  /** What a column may be called: its name first, then other spellings. */
  public record Columns<C extends Enum<C>>(
      Class<C> type, C needed, Function<C, List<String>> spellings) {
    private Optional<C> of(String heading) {
      String plain = plain(heading);
      for (C column : type.getEnumConstants()) {
        if (spellings.apply(column).stream().map(Columns::plain).anyMatch(plain::equals)) {
          return Optional.of(column);
        }
      }
      return Optional.empty();
    }

    private String names() {
      List<String> names = new ArrayList<>();
      for (C column : type.getEnumConstants()) {
        names.add(spellings.apply(column).get(0));
      }
      return String.join(", ", names);
    }

    private static String plain(String heading) {
      return Normalizer.normalize(heading, Normalizer.Form.NFKD)
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
  }

  /**
   * One row.
   *
   * @param cells what stands in it, without blanks around it; no cell where nothing does
   * @param headings of all columns that are known, as the file spells them
   */
  public record Entry<C extends Enum<C>>(long line, Map<C, String> cells, Map<C, String> headings) {
    String cell(C column) {
      return cells.getOrDefault(column, "");
    }

    Fault fault(C column, String problem) {
      return new Fault(line, headings.getOrDefault(column, ""), problem);
    }
  }

  /**
   * @throws UnusableFile if it is no text, is empty, or its first row is not the headings
   */
  static <C extends Enum<C>> Table<C> of(byte[] bytes, Columns<C> columns) throws UnusableFile {
    Sheet sheet = Sheet.of(CsvText.of(bytes));
    List<Sheet.Row> rows = sheet.rows().stream().filter(row -> !row.isBlank()).toList();
    if (rows.isEmpty()) {
      throw new UnusableFile("it is empty; its first row names the columns: " + columns.names());
    }
    if (rows.size() > MOST_ROWS + 1) {
      throw new UnusableFile(
          "it has %d rows; split it into files of at most %d".formatted(rows.size(), MOST_ROWS));
    }
    if (!sheet.faults().isEmpty() && sheet.faults().get(0).line() < rows.get(0).line()) {
      throw new UnusableFile("its headings cannot be read: " + sheet.faults().get(0));
    }
    List<String> headings = rows.get(0).cells();
    Map<C, Integer> places = places(headings, columns);
    List<String> unknown =
        headings.stream()
            .filter(heading -> !heading.isBlank() && columns.of(heading).isEmpty())
            .map(Fault::shown)
            .toList();
    List<Fault> faults = new ArrayList<>(sheet.faults());
    List<Entry<C>> entries = new ArrayList<>();
    for (Sheet.Row row : rows.subList(1, rows.size())) {
      if (row.cells().size() == headings.size()) {
        entries.add(entry(row, headings, places));
      } else {
        faults.add(uneven(row, headings.size()));
      }
    }
    return new Table<>(entries, faults, unknown);
  }

  private static <C extends Enum<C>> Map<C, Integer> places(
      List<String> headings, Columns<C> columns) throws UnusableFile {
    Map<C, Integer> places = new EnumMap<>(columns.type());
    for (int i = 0; i < headings.size(); i++) {
      Optional<C> column = columns.of(headings.get(i));
      Integer before = column.isEmpty() ? null : places.put(column.get(), i);
      if (before != null) {
        throw new UnusableFile(
            "its columns \"%s\" and \"%s\" mean the same; take one out"
                .formatted(Fault.shown(headings.get(before)), Fault.shown(headings.get(i))));
      }
    }
    if (!places.containsKey(columns.needed())) {
      throw new UnusableFile(
          "none of its columns is called %s; its first row names the columns: %s"
              .formatted(columns.spellings().apply(columns.needed()).get(0), columns.names()));
    }
    return places;
  }

  private static <C extends Enum<C>> Entry<C> entry(
      Sheet.Row row, List<String> headings, Map<C, Integer> places) {
    Map<C, String> cells = new LinkedHashMap<>();
    Map<C, String> names = new LinkedHashMap<>();
    places.forEach(
        (column, place) -> {
          String cell = row.cells().get(place).replaceAll("[\\s\\p{Z}]+", " ").strip();
          names.put(column, headings.get(place).strip());
          if (!cell.isEmpty()) {
            cells.put(column, cell);
          }
        });
    return new Entry<>(row.line(), cells, names);
  }

  private static Fault uneven(Sheet.Row row, int headings) {
    return new Fault(
        row.line(),
        "",
        "it has %d cells and the first row has %d; put a cell that holds a delimiter in quotes"
            .formatted(row.cells().size(), headings));
  }
}
