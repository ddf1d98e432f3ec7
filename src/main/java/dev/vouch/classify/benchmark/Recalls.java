package dev.vouch.classify.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of the tweets of each label, the share that was given it. */
record Recalls(Map<String, Double> byLabel) {
  static Recalls of(List<Answer> answers) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Answer answer : answers) {
      int[] count = counts.computeIfAbsent(answer.label(), label -> new int[2]);
      count[0]++;
      count[1] += answer.isRight() ? 1 : 0;
    }
    Map<String, Double> recalls = new TreeMap<>();
    counts.forEach((label, count) -> recalls.put(label, count[1] / (double) count[0]));
    return new Recalls(recalls);
  }

  /** TweetEval's measure: the mean over the labels. */
  double macro() {
    return byLabel.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
