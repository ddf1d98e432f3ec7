package dev.vouch.classify.encode;

/**
 * A text as the encoder sees it.
 *
 * @param vector of the whole text: the mean of {@code layer} over its rows
 * @param layer a row of as many numbers for each piece, one behind the other
 * @param starts where each piece begins in the text; -1 for what the text does not hold
 * @param ends just behind its last character; -1 likewise
 */
public record Encoded(float[] vector, float[] layer, int[] starts, int[] ends) {
  /** How many pieces the text was read in. */
  public int pieces() {
    return starts.length;
  }
}
