package dev.vouch.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** CSV on standard output that a spreadsheet can open without harm. */
final class AuditCsv {
  private AuditCsv() {}

  /** Closing it leaves open what it writes to. */
  static CsvWriter to(Writer out) {
    return CsvWriter.builder().build(new Unclosed(out));
  }

  /** What a spreadsheet would take for a formula is text to it with an apostrophe before it. */
  static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Standard output, which others still need. */
  private static final class Unclosed extends FilterWriter {
    Unclosed(Writer out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
