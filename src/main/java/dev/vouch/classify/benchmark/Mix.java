package dev.vouch.classify.benchmark;

import dev.vouch.classify.Calibration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How vectors and words are read together.
 *
 * @param share of the vectors, 0 to 1
 * @param temperature probabilities are raised to 1/temperature
 */
record Mix(double share, double temperature) {
  /** Words alone. */
  static final Mix WORDS = new Mix(0, 1);

  /** Vectors alone. */
  static final Mix VECTORS = new Mix(1, 1);

  /** The share of the best macro-averaged recall; then the temperature of the least surprise. */
  static Mix chosenOn(List<TweetEval.Heard> val) {
    double share = best(shares(), tried -> -Recalls.of(new Mix(tried, 1).answers(val)).macro());
    double temperature = best(temperatures(), tried -> new Mix(share, tried).surprise(val));
    return new Mix(share, temperature);
  }

  private static DoubleStream shares() {
    return IntStream.rangeClosed(0, 20).mapToDouble(step -> step / 20.0);
  }

  private static DoubleStream temperatures() {
    return IntStream.rangeClosed(10, 60).mapToDouble(step -> step / 20.0);
  }

  private static double best(DoubleStream tried, DoubleUnaryOperator cost) {
    return tried
        .boxed()
        .map(value -> new double[] {value, cost.applyAsDouble(value)})
        .min(Comparator.comparingDouble(pair -> pair[1]))
        .orElseThrow()[0];
  }

  private double surprise(List<TweetEval.Heard> heard) {
    return heard.stream()
        .mapToDouble(one -> -Math.log(probabilities(one).getOrDefault(one.label(), 1e-9)))
        .sum();
  }

  List<Answer> answers(List<TweetEval.Heard> heard) {
    return heard.stream().map(this::answer).toList();
  }

  private Answer answer(TweetEval.Heard heard) {
    Map.Entry<String, Double> likeliest =
        probabilities(heard).entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return new Answer(heard.label(), likeliest.getKey(), likeliest.getValue());
  }

  private Map<String, Double> probabilities(TweetEval.Heard heard) {
    return Calibration.apply(heard.vector().with(heard.words(), share).sentiments(), temperature);
  }
}
