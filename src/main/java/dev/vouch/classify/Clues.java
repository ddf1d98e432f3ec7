package dev.vouch.classify;

import dev.vouch.classify.feature.Features;
import java.util.Arrays;

/**
 * What a head looks at: names, each with how strongly it is there. A value is 1 where a thing is
 * there or not.
 */
public record Clues(String[] names, float[] values) {
  /** The words of a text: its features, each there. */
  public static Clues ofWords(Features features) {
    return present(features.names());
  }

  /** The vector of a text, in steps of {@code scale}, and the turns of phrase found in it. */
  public static Clues ofVector(float[] numbers, Scale scale, Features features) {
    return ofVector(numbers, scale, features.phrases());
  }

  /** The same from the names of the turns of phrase. */
  public static Clues ofVector(float[] numbers, Scale scale, String[] found) {
    Clues phrases = present(found);
    float[] vector = scale.apply(numbers);
    String[] names = Arrays.copyOf(scale.names(), vector.length + phrases.names.length);
    float[] values = Arrays.copyOf(vector, names.length);
    System.arraycopy(phrases.names, 0, names, vector.length, phrases.names.length);
    Arrays.fill(values, vector.length, values.length, 1);
    return new Clues(names, values);
  }

  private static Clues present(String[] names) {
    float[] values = new float[names.length];
    Arrays.fill(values, 1);
    return new Clues(names, values);
  }
}
