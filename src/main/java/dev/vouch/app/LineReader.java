package dev.vouch.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines that may not grow without bound; a line ends with LF or CRLF. */
final class LineReader {
  /** Far above Slack's longest message; a longer line is no text but some other kind of file. */
  static final int LONGEST = 1_000_000;

  private final BufferedReader in;
  private int line;

  LineReader(Reader in) {
    this.in = new BufferedReader(in);
  }

  /**
   * The next line without its end; empty behind the last.
   *
   * @throws IOException if reading fails or the line is longer than {@link #LONGEST}
   */
  Optional<String> next() throws IOException {
    StringBuilder text = new StringBuilder();
    line++;
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    while (c >= 0 && c != '\n') {
      if (text.length() == LONGEST) {
        throw new IOException(
            "line %d is longer than %d characters; is this a text file?".formatted(line, LONGEST));
      }
      text.append((char) c);
      c = in.read();
    }
    int end = text.length();
    boolean crlf = c == '\n' && end > 0 && text.charAt(end - 1) == '\r';
    return Optional.of(text.substring(0, crlf ? end - 1 : end));
  }

  /**
   * The next lines, as many as can be read without waiting for more, but one at least; none behind
   * the last.
   *
   * @throws IOException as {@link #next()}
   */
  List<String> next(int most) throws IOException {
    List<String> lines = new ArrayList<>();
    Optional<String> one = next();
    while (one.isPresent()) {
      lines.add(one.get());
      one = lines.size() < most && in.ready() ? next() : Optional.empty();
    }
    return lines;
  }
}
