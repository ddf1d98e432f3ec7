package dev.vouch.classify.text;

/**
 * The stretch of a text that a reader needs to understand a few words of it: their sentence, or,
 * where that is long, the part of it between commas, or as many words around them as fit.
 */
public record Clause(int start, int end) {
  /** Longer than this nobody reads as evidence. */
  private static final int WIDEST = 160;

  private static final String SENTENCE_ENDS = ".!?\u2026\n";
  private static final String CLAUSE_ENDS = SENTENCE_ENDS + ",;:()\u2013\u2014";

  /** The clause of {@code text} around what stands from {@code start} to {@code end}. */
  public static Clause around(String text, int start, int end) {
    Clause sentence = between(text, start, end, SENTENCE_ENDS);
    if (sentence.length() <= WIDEST) {
      return sentence;
    }
    Clause part = between(text, start, end, CLAUSE_ENDS);
    return part.length() <= WIDEST ? part : window(text, part, start);
  }

  private int length() {
    return end - start;
  }

  private static Clause between(String text, int start, int end, String marks) {
    int from = start;
    while (from > 0 && !isEnd(text, from - 1, marks)) {
      from--;
    }
    int to = end;
    while (to < text.length() && !isEnd(text, to - 1, marks)) {
      to++;
    }
    return new Clause(from, to);
  }

  /** A mark ends something only before a blank or the end: 3.5 and lumo.example go on. */
  private static boolean isEnd(String text, int at, String marks) {
    boolean marked = at >= 0 && marks.indexOf(text.charAt(at)) >= 0;
    return marked && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
  }

  /** As much of a clause as fits, from whole words where there are any, and never half a sign. */
  private static Clause window(String text, Clause clause, int start) {
    int from = Math.max(clause.start, Math.min(start, clause.end - WIDEST));
    while (from > clause.start && start - from < WIDEST / 4 && isWord(text, from - 1)) {
      from--;
    }
    int to = Math.min(clause.end, from + WIDEST);
    int blank = text.lastIndexOf(' ', to);
    int whole = to < clause.end && blank > from + WIDEST / 2 ? blank : to;
    return new Clause(onSign(text, from), onSign(text, whole));
  }

  private static boolean isWord(String text, int at) {
    return !Character.isWhitespace(text.charAt(at));
  }

  private static int onSign(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return inside ? at - 1 : at;
  }
}
