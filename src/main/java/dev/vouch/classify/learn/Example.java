package dev.vouch.classify.learn;

import dev.vouch.classify.Clues;
import dev.vouch.classify.Models;
import dev.vouch.classify.Said;
import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Nameless;
import dev.vouch.mention.Intent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a text to learn from: enough to train a head on, and not the text.
 *
 * @param encoder whose vector it is
 * @param step what 1 in {@code vector} stands for
 * @param vector of the text, in steps
 * @param phrases the turns of phrase found in it
 * @param words how likely the words alone make each intent, in the order of the enum: its
 *     logarithm, in {@value #PER_NAT}ths below 0
 */
public record Example(
    String encoder, float step, byte[] vector, List<String> phrases, byte[] words) {
  private static final int PER_NAT = 10;
  private static final int FINEST = 127;

  public Example {
    phrases = List.copyOf(phrases);
    if (words.length != Intent.values().length) {
      throw new IllegalArgumentException("as many numbers as there are intents are wanted");
    }
  }

  /**
   * What is kept of {@code text}.
   *
   * @param text decoded, as a classifier reads it
   * @throws java.util.NoSuchElementException if the models have no encoder
   */
  public static Example of(String text, Models models) {
    Nameless seen = Nameless.of(text);
    Models.Vectors vectors = models.vectors().orElseThrow();
    return of(
        vectors.encoder().id(),
        vectors.encoder().encode(seen.text()).vector(),
        Features.of(seen),
        models);
  }

  private static Example of(String encoder, float[] vector, Features features, Models models) {
    return of(encoder, vector, features, models.words().intent().judge(Clues.ofWords(features)));
  }

  /**
   * The example of a text that was read already.
   *
   * @param words how likely its words alone make each intent, by wire name
   */
  public static Example of(
      String encoder, float[] vector, Features features, Map<String, Double> words) {
    float largest = 1e-6f;
    for (float number : vector) {
      largest = Math.max(largest, Math.abs(number));
    }
    float step = largest / FINEST;
    byte[] steps = new byte[vector.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(vector[i] / step);
    }
    return new Example(encoder, step, steps, List.of(features.phrases()), logarithms(words));
  }

  private static byte[] logarithms(Map<String, Double> words) {
    byte[] logarithms = new byte[Intent.values().length];
    for (Intent intent : Intent.values()) {
      double p = Math.max(words.getOrDefault(intent.wire(), 0.0), 1e-5);
      logarithms[intent.ordinal()] = (byte) Math.round(-Math.log(p) * PER_NAT);
    }
    return logarithms;
  }

  /** What a head looks at. */
  public Clues clues(Models.Vectors vectors) {
    float[] numbers = new float[vector.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vector[i] * step;
    }
    return Clues.ofVector(numbers, vectors.scale(), phrases.toArray(String[]::new));
  }

  /** What the shipped heads say of its intent, as they would of the text. */
  public Said said(Models models, Clues clues) {
    Map<String, Double> byVector = models.vectors().orElseThrow().heads().intent().judge(clues);
    return only(byVector)
        .with(only(wordsSaid(byVector)), models.settings().vectors().vectorShare());
  }

  private Map<String, Double> wordsSaid(Map<String, Double> known) {
    Map<String, Double> said = new LinkedHashMap<>();
    known
        .keySet()
        .forEach(
            wire ->
                said.put(
                    wire, Math.exp(-words[Intent.fromWire(wire).ordinal()] / (double) PER_NAT)));
    return said;
  }

  private static Said only(Map<String, Double> intents) {
    return new Said(intents, Map.of(), 0.5, Map.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Example that
        && encoder.equals(that.encoder)
        && step == that.step
        && Arrays.equals(vector, that.vector)
        && phrases.equals(that.phrases)
        && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(vector);
  }
}
