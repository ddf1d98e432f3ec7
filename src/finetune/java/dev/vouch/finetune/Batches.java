package dev.vouch.finetune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Parts texts into batches. */
final class Batches {
  /** So many batches are cut from texts sorted by length, so that little is padded. */
  private static final int SORTED_TOGETHER = 20;

  private Batches() {}

  /** Batches of texts of like length, in an order drawn by {@code random}. */
  static List<List<Example>> drawn(List<Example> examples, int size, Random random) {
    List<Example> order = new ArrayList<>(examples);
    Collections.shuffle(order, random);
    List<List<Example>> batches = new ArrayList<>();
    for (List<Example> some : cut(order, size * SORTED_TOGETHER)) {
      List<Example> sorted = new ArrayList<>(some);
      sorted.sort(Comparator.comparingInt(Example::length));
      batches.addAll(cut(sorted, size));
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** The same in pieces of {@code size}; the last may be smaller. */
  static <T> List<List<T>> cut(List<T> all, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      parts.add(all.subList(i, Math.min(all.size(), i + size)));
    }
    return parts;
  }
}
