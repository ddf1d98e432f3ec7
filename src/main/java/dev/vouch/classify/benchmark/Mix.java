package dev.vouch.classify.benchmark;

import dev.vouch.classify.Calibration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How vectors and words are read together.
 *
 * @param share of the vectors, 0 to 1
 * @param temperature probabilities are raised to 1/temperature
 * @param often how often each label came in training, raised to the power at which its
 *     probabilities are made up for it; none where they are taken as they are
 */
record Mix(double share, double temperature, Map<String, Double> often) {
  /** Words alone. */
  static final Mix WORDS = new Mix(0, 1, Map.of());

  /** Vectors alone. */
  static final Mix VECTORS = new Mix(1, 1, Map.of());

  /**
   * The power and the share of the best macro-averaged recall; then the temperature of the least
   * surprise.
   *
   * @param trained how often each label came in training
   */
  static Mix chosenOn(List<TweetEval.Heard> val, Map<String, Double> trained) {
    double power = best(powers(), tried -> -bestRecall(val, raised(trained, tried)));
    Map<String, Double> often = raised(trained, power);
    double share = best(shares(), tried -> -recall(new Mix(tried, 1, often), val));
    double temperature = best(temperatures(), tried -> new Mix(share, tried, often).surprise(val));
    return new Mix(share, temperature, often);
  }

  private static double bestRecall(List<TweetEval.Heard> val, Map<String, Double> often) {
    return shares().map(share -> recall(new Mix(share, 1, often), val)).max().orElse(0);
  }

  private static double recall(Mix mix, List<TweetEval.Heard> val) {
    return Recalls.of(mix.answers(val)).macro();
  }

  private static Map<String, Double> raised(Map<String, Double> shares, double power) {
    Map<String, Double> raised = new TreeMap<>(shares);
    raised.replaceAll((label, share) -> Math.pow(share, power));
    return raised;
  }

  private static DoubleStream powers() {
    return IntStream.rangeClosed(0, 4).mapToDouble(step -> step / 4.0);
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
    return Calibration.apply(
        heard.vector().with(heard.words(), share).sentiments(), temperature, often, Map.of());
  }
}
