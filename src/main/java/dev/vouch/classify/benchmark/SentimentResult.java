package dev.vouch.classify.benchmark;

import com.google.gson.GsonBuilder;
import dev.vouch.classify.Calibration;
import dev.vouch.classify.train.Interval;
import dev.vouch.classify.train.Reliability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was reached on TweetEval's test split.
 *
 * @param trained how many texts were learnt from
 * @param tested how many were measured on
 * @param macroRecall macro-averaged recall, the benchmark's measure
 * @param interval of it
 * @param recalls by label
 * @param ece error of calibration
 * @param vectorsAlone macro-averaged recall without the words
 * @param wordsAlone likewise without the vectors
 */
public record SentimentResult(
    int trained,
    int tested,
    double vectorShare,
    double temperature,
    double macroRecall,
    Interval interval,
    Map<String, Double> recalls,
    double ece,
    double vectorsAlone,
    double wordsAlone) {
  private static final String MEASURE = "macroRecall";

  /** As the paper has them (Barbieri et al. 2020), on the same test split. */
  private static final Map<String, Double> PAPER = new LinkedHashMap<>();

  static {
    PAPER.put("BiLSTM", 0.583);
    PAPER.put("SVM", 0.629);
    PAPER.put("FastText", 0.629);
    PAPER.put("RoBERTa-base", 0.713);
    PAPER.put("RoB-RT", 0.726);
    PAPER.put("BERTweet", 0.734);
  }

  static SentimentResult of(int trained, Mix mix, List<TweetEval.Heard> test) {
    List<Answer> answers = mix.answers(test);
    Recalls recalls = Recalls.of(answers);
    Map<String, Double> byLabel = new LinkedHashMap<>(recalls.byLabel());
    byLabel.replaceAll((label, recall) -> Calibration.rounded(recall));
    return new SentimentResult(
        trained,
        test.size(),
        mix.share(),
        mix.temperature(),
        Calibration.rounded(recalls.macro()),
        interval(answers),
        byLabel,
        Calibration.rounded(Reliability.of(answers, Answer::confidence, Answer::isRight).error()),
        alone(Mix.VECTORS, test),
        alone(Mix.WORDS, test));
  }

  private static Interval interval(List<Answer> answers) {
    return Interval.bootstrap(
            answers, drawn -> Map.of(MEASURE, Calibration.rounded(Recalls.of(drawn).macro())))
        .getOrDefault(MEASURE, new Interval(0, 0));
  }

  private static double alone(Mix mix, List<TweetEval.Heard> test) {
    return Calibration.rounded(Recalls.of(mix.answers(test)).macro());
  }

  /** A table, with the paper's figures. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "TweetEval sentiment: %,d texts learnt from, %,d measured on%n",
            trained,
            tested));
    add(out, "macro-averaged recall", macroRecall);
    out.append(
        String.format(
            Locale.ROOT,
            "  %-24s %.4f to %.4f%n",
            "95 % interval",
            interval.low(),
            interval.high()));
    recalls.forEach((label, recall) -> add(out, "recall of " + label, recall));
    add(out, "calibration error", ece);
    add(out, "vectors alone", vectorsAlone);
    add(out, "words alone", wordsAlone);
    add(out, "share of the vectors", vectorShare);
    add(out, "temperature", temperature);
    out.append("\n  In the paper, macro-averaged recall on the same test split:\n");
    PAPER.forEach((system, recall) -> add(out, system, recall));
    return out.toString();
  }

  private static void add(StringBuilder out, String name, double figure) {
    out.append(String.format(Locale.ROOT, "  %-24s %.4f%n", name, figure));
  }

  /** The same as one JSON object. */
  public String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("benchmark", "tweeteval");
    tree.put("trained", trained);
    tree.put("rows", tested);
    tree.put(MEASURE, macroRecall);
    tree.put("interval", List.of(interval.low(), interval.high()));
    tree.put("recalls", recalls);
    tree.put("ece", ece);
    tree.put("vectorsAlone", vectorsAlone);
    tree.put("wordsAlone", wordsAlone);
    tree.put("vectorShare", vectorShare);
    tree.put("temperature", temperature);
    tree.put("paper", PAPER);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(tree);
  }
}
