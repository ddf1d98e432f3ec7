package dev.vouch.app.accountfile;

/**
 * What is wrong in one row of a file.
 *
 * @param line of the file, from 1
 * @param column the heading as the file spells it; empty where it is the whole row
 * @param problem what is wrong, and what to do about it
 */
public record Fault(long line, String column, String problem) {
  private static final int LONGEST = 60;

  @Override
  public String toString() {
    String where = column.isEmpty() ? "" : ", column " + shown(column);
    return "line %d%s: %s.".formatted(line, where, problem);
  }

  /** Something that quotes a file in a form that does no harm to a terminal. */
  static String even(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }

  /** Something from a file, so that it does no harm to a terminal and fits a line. */
  static String shown(String text) {
    String even = even(text);
    return even.length() > LONGEST ? even.substring(0, LONGEST) + "…" : even;
  }
}
