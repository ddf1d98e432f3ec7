package dev.vouch.classify.learn;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Clues;
import dev.vouch.classify.Head;
import dev.vouch.classify.Heads;
import dev.vouch.classify.Models;
import dev.vouch.classify.Scale;
import dev.vouch.classify.Settings;
import dev.vouch.classify.Tuning;
import dev.vouch.classify.encode.Encoded;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Nameless;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Models that know three words: {@code recommend} is advocacy, {@code broken} a complaint, {@code
 * how} a question, and all else neutral. A vector has a number for each of them, and one for {@code
 * gloss}, which means nothing to them.
 */
public final class Toy {
  private static final List<String> KNOWN = List.of("recommend", "broken", "how", "gloss");
  private static final List<Intent> MEANT =
      List.of(Intent.ADVOCACY, Intent.COMPLAINT, Intent.QUESTION, Intent.NEUTRAL);

  private static final Models MODELS = models();

  private Toy() {}

  public static Classifier classifier() {
    return new Classifier(MODELS);
  }

  /** Ten rehearsed rows and five held out of each word that is known. */
  public static Memory memory() {
    return new Memory("toy", rows(10), rows(5));
  }

  /** What somebody said of the {@code number}th message, all different. */
  public static Correction correction(int number, String text, @Nullable Intent label) {
    return new Correction(
        mention(number),
        Example.of(text, MODELS),
        "UANA",
        label,
        classifier().judge(text).intent(),
        "UREP",
        Instant.parse("2026-11-18T10:00:00Z").plusSeconds(number));
  }

  public static MentionId mention(int number) {
    return new MentionId("C1", "17950%05d.000100".formatted(number));
  }

  /** Words of the workspace's own, which the shipped models take for nothing. */
  public static String jargon(int number) {
    return "gloss this thing of part " + number;
  }

  private static List<Memory.Row> rows(int each) {
    List<Memory.Row> rows = new ArrayList<>();
    for (int i = 0; i < each * MEANT.size(); i++) {
      Intent intent = MEANT.get(i % MEANT.size());
      rows.add(new Memory.Row(Example.of(text(intent, i), MODELS), intent));
    }
    return rows;
  }

  private static String text(Intent intent, int number) {
    return (intent == Intent.NEUTRAL ? "some" : KNOWN.get(MEANT.indexOf(intent)))
        + " thing of part "
        + number;
  }

  private static Encoded encode(String text) {
    float[] vector = new float[KNOWN.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = text.toLowerCase(java.util.Locale.ROOT).contains(KNOWN.get(i)) ? 1 : 0.1f;
    }
    return new Encoded(vector, vector, new int[] {0}, new int[] {text.length()});
  }

  private static Models models() {
    try {
      List<Intent> labels = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        labels.add(MEANT.get(i % MEANT.size()));
        texts.add(text(labels.get(i), i));
      }
      List<float[]> vectors = new ArrayList<>(texts.stream().map(t -> encode(t).vector()).toList());
      vectors.add(encode("gloss").vector());
      Scale scale = Scale.of(vectors);
      List<Clues> byVector = new ArrayList<>();
      List<Clues> byWords = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        Features features = Features.of(Nameless.of(texts.get(i)));
        byVector.add(Clues.ofVector(vectors.get(i), scale, features));
        byWords.add(Clues.ofWords(features));
      }
      return new Models(
          heads(byWords, labels),
          Optional.of(new Models.Vectors(encoder(), scale, heads(byVector, labels))),
          settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SentenceEncoder encoder() {
    return new SentenceEncoder() {
      @Override
      public Encoded encode(String text) {
        return Toy.encode(text);
      }

      @Override
      public String id() {
        return "toy";
      }

      @Override
      public void close() {}
    };
  }

  private static Heads heads(List<Clues> clues, List<Intent> labels) throws IOException {
    Map<Driver, Head> drivers = new EnumMap<>(Driver.class);
    Head yesOrNo = head(clues, IntStream.range(0, labels.size()).mapToObj(Toy::yesOrNo).toList());
    for (Driver driver : Driver.values()) {
      drivers.put(driver, yesOrNo);
    }
    Head sentiment =
        head(
            clues,
            labels.stream().map(i -> i == Intent.COMPLAINT ? "negative" : "neutral").toList());
    return new Heads(
        head(clues, labels.stream().map(Intent::wire).toList()), sentiment, yesOrNo, drivers);
  }

  private static String yesOrNo(int row) {
    return row % 2 == 0 ? Heads.YES : Heads.NO;
  }

  private static Head head(List<Clues> clues, List<String> labels) throws IOException {
    int[] once = new int[labels.size()];
    Arrays.fill(once, 1);
    return Head.train(clues, labels, once, new Head.Cost(0.1, 2));
  }

  private static Settings settings() {
    Tuning tuning = new Tuning("toy", 0.7, Map.of(Tuning.INTENT, 1.0), 0.3, 0.2, 0.5, Map.of());
    Map<String, Double> shares = new java.util.TreeMap<>();
    MEANT.forEach(intent -> shares.put(intent.wire(), 0.25));
    return new Settings(
        1, 40, "none", shares, shares, Map.of(), Map.of(), tuning, tuning, Map.of());
  }
}
