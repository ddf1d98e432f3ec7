package dev.vouch.classify.learn;

import dev.vouch.classify.Clues;
import dev.vouch.classify.Head;
import dev.vouch.classify.Models;
import dev.vouch.classify.Tuning;
import dev.vouch.classify.Verdict;
import dev.vouch.mention.Intent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * Trains a head on corrections. It starts from what the shipped heads say of each example, and
 * learns only how far to move from there.
 *
 * <p>Rows of the shipped corpus are rehearsed beside the corrections: of them the shipped answer is
 * wanted again, with all its doubts, and not the true label. So corrections alone move anything,
 * and what they move has to be worth what it changes elsewhere.
 *
 * @param weight how much a correction counts
 * @param rehearsal how much all rehearsed rows count together
 * @param l2 price of moving
 */
record Teaching(double weight, double rehearsal, double l2) {
  /** Found by letting it learn from real messages of two other products. */
  static final Teaching USUAL = new Teaching(2, 8000, 8);

  private static final List<Double> LENGTHS = List.of(1.0, 0.7, 0.5, 0.35, 0.25, 0.18, 0.12);

  /** Enough to settle: later steps change no figure. */
  private static final int STEPS = 40;

  /**
   * The heads that {@code corrections} teach: as far as they go, and steps of the same way that are
   * shorter and shorter.
   */
  List<Head> heads(List<Correction> corrections, Memory memory, Models models) {
    Places places = Places.of(corrections, models);
    List<Moved.Row> rows = new ArrayList<>();
    for (Memory.Row row : memory.rehearsed()) {
      double[] start = places.start(row.example());
      double[] wanted = start.clone();
      Moved.softmax(wanted);
      double one = rehearsal / memory.rehearsed().size();
      rows.add(places.row(row.example(), start, wanted, false, one));
    }
    for (Correction one : corrections) {
      Intent label = one.label();
      double[] wanted = new double[Intent.values().length];
      wanted[(label == null ? one.was() : label).ordinal()] = 1;
      rows.add(
          places.row(one.example(), places.start(one.example()), wanted, label == null, weight));
    }
    double[] found =
        new QNMinimizer(0, 0, STEPS).minimize(new Moved(rows, places.byClue().size(), l2));
    List<String> labels = Arrays.stream(Intent.values()).map(Intent::wire).toList();
    return LENGTHS.stream().map(length -> Head.of(labels, places.read(found, length))).toList();
  }

  /** The numbers of the vector, and the phrases that corrections show, by their place. */
  private record Places(Map<String, Integer> byClue, Models models) {
    static Places of(List<Correction> corrections, Models models) {
      Set<String> known = new LinkedHashSet<>();
      for (Correction one : corrections) {
        known.addAll(Arrays.asList(one.example().clues(models.vectors().orElseThrow()).names()));
      }
      Map<String, Integer> places = new HashMap<>();
      known.forEach(name -> places.put(name, places.size()));
      return new Places(places, models);
    }

    /** The logarithm of how likely each intent is as the shipped heads are believed. */
    double[] start(Example example) {
      Clues clues = example.clues(models.vectors().orElseThrow());
      Map<Intent, Double> believed =
          Verdict.intents(
              example.said(models, clues), models.settings().vectors(), models.settings());
      return Arrays.stream(Intent.values())
          .mapToDouble(intent -> Math.log(Math.max(believed.getOrDefault(intent, 0.0), 1e-9)))
          .toArray();
    }

    /** What is moved is softened afterwards by the temperature of the heads, and so here. */
    Moved.Row row(
        Example example, double[] start, double[] wanted, boolean forbidden, double weight) {
      Clues clues = example.clues(models.vectors().orElseThrow());
      double temperature =
          models.settings().vectors().temperatures().getOrDefault(Tuning.INTENT, 1.0);
      int[] at = new int[clues.names().length];
      float[] values = new float[at.length];
      int known = 0;
      for (int i = 0; i < at.length; i++) {
        Integer place = byClue.get(clues.names()[i]);
        if (place != null) {
          at[known] = place;
          values[known++] = (float) (clues.values()[i] / temperature);
        }
      }
      return new Moved.Row(
          start, Arrays.copyOf(at, known), Arrays.copyOf(values, known), wanted, forbidden, weight);
    }

    SortedMap<String, double[]> read(double[] found, double length) {
      int labels = Intent.values().length;
      double[] part = Arrays.stream(found).map(weight -> weight * length).toArray();
      SortedMap<String, double[]> weights = new TreeMap<>();
      byClue.forEach(
          (clue, place) ->
              weights.put(clue, Arrays.copyOfRange(part, place * labels, (place + 1) * labels)));
      return weights;
    }
  }
}
