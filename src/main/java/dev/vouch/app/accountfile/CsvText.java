package dev.vouch.app.accountfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a CSV file, whoever wrote it: its character set and the delimiter of its cells. */
record CsvText(String text, char delimiter) {
  private static final String DELIMITERS = ",;\t|";
  private static final String ANNOUNCED = "sep=";

  /**
   * @throws UnusableFile if its bytes are no text
   */
  static CsvText of(byte[] bytes) throws UnusableFile {
    try {
      Charset charset = charset(bytes);
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new UnusableFile(
          "its characters are not UTF-8; save it again as CSV UTF-8 (in a spreadsheet: Save as)");
    }
  }

  private static Charset charset(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    boolean wide = mark == 0xFEFF || mark == 0xFFFE;
    return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /**
   * A first line {@code sep=;}, as spreadsheets write it, stays an empty line, so that lines count.
   */
  private static CsvText of(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end).stripTrailing();
    return first.startsWith(ANNOUNCED) && first.length() == ANNOUNCED.length() + 1
        ? new CsvText(text.substring(first.length()), first.charAt(ANNOUNCED.length()))
        : new CsvText(text, delimiter(text.stripLeading()));
  }

  /** The one that stands most often in the first line, outside of quotes. */
  private static char delimiter(String text) {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (char one : text.toCharArray()) {
      if (one == '\n' && !quoted) {
        break;
      }
      quoted ^= one == '"';
      int known = quoted ? -1 : DELIMITERS.indexOf(one);
      if (known >= 0) {
        counts[known]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return DELIMITERS.charAt(most);
  }
}
