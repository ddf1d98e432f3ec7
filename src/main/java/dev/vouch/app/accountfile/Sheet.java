package dev.vouch.app.accountfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a CSV file with the lines they begin in. What is quoted wrongly is told with its
 * line, and reading goes on behind it.
 */
final class Sheet {
  /** A row of its own behind the last, which a quote that is never closed would swallow. */
  private static final String END = "\u0001";

  private final List<Row> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private Sheet() {}

  /** One row. */
  record Row(long line, List<String> cells) {
    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  static Sheet of(CsvText csv) {
    Sheet sheet = new Sheet();
    List<String> lines = csv.text().lines().toList();
    int next = 0;
    while (next < lines.size()) {
      next = sheet.read(lines, next, csv.delimiter());
    }
    return sheet;
  }

  List<Row> rows() {
    return rows;
  }

  List<Fault> faults() {
    return faults;
  }

  /**
   * Reads on from a line.
   *
   * @return the line behind what was read
   */
  private int read(List<String> lines, int from, char delimiter) {
    String text = String.join("\n", lines.subList(from, lines.size())) + "\n" + END;
    long broken = from + 1L;
    try (CsvReader<CsvRecord> reader = reader(text, delimiter)) {
      for (CsvRecord one : reader) {
        long line = from + one.getStartingLineNumber();
        broken = line + one.getFields().stream().mapToLong(Sheet::breaks).sum() + 1;
        if (one.getField(one.getFieldCount() - 1).endsWith("\n" + END)) {
          return skip(line, "a quote is opened here and never closed; close it, or take it out");
        }
        if (!one.getField(0).equals(END)) {
          rows.add(new Row(line, one.getFields()));
        }
      }
      return lines.size();
    } catch (CsvParseException e) {
      return skip(
          broken,
          "text follows a closing quote; double each quote that belongs to the text (\"\")");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static CsvReader<CsvRecord> reader(String text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .allowMissingFields(true)
        .allowExtraFields(true)
        .ofCsvRecord(text);
  }

  private static long breaks(String cell) {
    return cell.chars().filter(one -> one == '\n').count();
  }

  private int skip(long line, String problem) {
    faults.add(new Fault(line, "", problem));
    return Math.toIntExact(line);
  }
}
