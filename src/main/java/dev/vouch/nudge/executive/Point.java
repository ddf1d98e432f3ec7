package dev.vouch.nudge.executive;

/**
 * One thing that speaks for or against an executive for somebody.
 *
 * @param what the topic or language that it is about; empty where there is none
 */
public record Point(Kind kind, String what) {

  /**
   * What there can be, with what it weighs against the others. The order is what counts: a sponsor
   * before all else, then what they can speak of, then who they are, then how easily they meet.
   */
  public enum Kind {
    SPONSOR(100, "sponsors their account"),
    TOPIC(3, "can speak of %s, which came up in what they said"),
    RANK(2, "is of their own rank"),
    CLOSE_TO_WHAT_COMES(1, "decides on what comes next, which they like to see early"),
    MOST_SENIOR(1, "is one of our most senior people, and theirs is a marquee account"),
    HOURS(1, "works at the same hours for half a day or more"),
    LANGUAGE(1, "speaks their language (%s)"),
    NO_TOPIC(0, "none of their topics came up in what the person said"),
    LESS_SENIOR(-1, "is less senior than they are"),
    BUSIER(-1, "had more introductions lately than others who could do it"),
    FEW_HOURS(-2, "works at other hours: there is little time in which both do"),
    NO_LANGUAGE(-2, "is not known to speak their language (%s)");

    private final int weight;
    private final String words;

    Kind(int weight, String words) {
      this.weight = weight;
      this.words = words;
    }
  }

  public Point(Kind kind) {
    this(kind, "");
  }

  int weight() {
    return kind.weight;
  }

  /** Whether it speaks for them. */
  public boolean isFor() {
    return kind.weight > 0;
  }

  /** In words that follow a name or "because". */
  public String words() {
    return kind.words.formatted(what);
  }
}
