package dev.vouch.classify.feature;

/**
 * One thing that the models look at.
 *
 * @param name the string that the models know
 * @param start where in the text it stands; -1 for what is true of the text as a whole
 * @param end just behind its last character; -1 likewise
 */
public record Feature(String name, int start, int end) {
  static Feature whole(String name) {
    return new Feature(name, -1, -1);
  }

  /** Whether it stands somewhere, or is true of the text as a whole. */
  public boolean hasPlace() {
    return start >= 0;
  }
}
