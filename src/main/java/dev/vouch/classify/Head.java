package dev.vouch.classify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.ArrayMath;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** One OpenNLP model (MAXENT_QN) that gives each of its labels a probability. Thread-safe. */
public final class Head {
  /**
   * What keeps a head from learning by heart.
   *
   * @param l2 price of large weights
   * @param rarest clues seen less often than this are left out
   */
  public record Cost(double l2, int rarest) {}

  private final DoccatModel model;
  private final MaxentModel maxent;
  private final String[] labels;

  /** By clue: what it adds for which label, by place in {@link #labels}. */
  private final Map<String, Context> weights;

  @SuppressWarnings("unchecked")
  private Head(DoccatModel model) {
    this.model = model;
    this.maxent = model.getMaxentModel();
    this.labels = new String[maxent.getNumOutcomes()];
    Arrays.setAll(labels, maxent::getOutcome);
    this.weights = (Map<String, Context>) ((AbstractModel) maxent).getDataStructures()[1];
  }

  /**
   * Trains on {@code clues[i]} with {@code labels[i]}; the same input gives the same model.
   *
   * @param counts how many times each row counts, 1 or more
   * @throws IOException if OpenNLP cannot train on them
   */
  public static Head train(List<Clues> clues, List<String> labels, int[] counts, Cost cost)
      throws IOException {
    Map<String, Integer> seen = seen(clues);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Event event = event(labels.get(i), clues.get(i), seen, cost.rarest());
      for (int n = 0; n < counts[i]; n++) {
        events.add(event);
      }
    }
    Map<String, String> manifest = new HashMap<>();
    MaxentModel trained =
        TrainerFactory.getEventTrainer(parameters(cost), manifest)
            .train(ObjectStreamUtils.createObjectStream(events));
    return new Head(new DoccatModel("en", trained, manifest, new DoccatFactory()));
  }

  private static Map<String, Integer> seen(List<Clues> clues) {
    Map<String, Integer> seen = new HashMap<>();
    clues.forEach(one -> Arrays.stream(one.names()).forEach(n -> seen.merge(n, 1, Integer::sum)));
    return seen;
  }

  /** Rare clues are left out here: OpenNLP's own cutoff mixes up the values of those that stay. */
  private static Event event(String label, Clues clues, Map<String, Integer> seen, int rarest) {
    List<String> names = new ArrayList<>();
    float[] values = new float[clues.names().length];
    for (int i = 0; i < values.length; i++) {
      if (seen.getOrDefault(clues.names()[i], 0) >= rarest) {
        values[names.size()] = clues.values()[i];
        names.add(clues.names()[i]);
      }
    }
    return new Event(label, names.toArray(String[]::new), Arrays.copyOf(values, names.size()));
  }

  private static TrainingParameters parameters(Cost cost) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT_QN");
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 200);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put("DataIndexer", "OnePassRealValue");
    parameters.put("PrintMessages", false);
    parameters.put("L1Cost", 0.0);
    parameters.put("L2Cost", cost.l2());
    return parameters;
  }

  /**
   * The head whose weights were found elsewhere than by OpenNLP's trainer.
   *
   * @param weights by clue: one for each of {@code labels}
   */
  public static Head of(List<String> labels, SortedMap<String, double[]> weights) {
    int[] all = IntStream.range(0, labels.size()).toArray();
    Context[] contexts =
        weights.values().stream().map(one -> new Context(all, one)).toArray(Context[]::new);
    QNModel model =
        new QNModel(
            contexts, weights.keySet().toArray(String[]::new), labels.toArray(String[]::new));
    return new Head(new DoccatModel("en", model, new HashMap<>(), new DoccatFactory()));
  }

  /**
   * @param bin as {@link #write} gave it
   * @throws IOException if it is damaged
   */
  public static Head read(byte[] bin) throws IOException {
    return new Head(new DoccatModel(new ByteArrayInputStream(bin)));
  }

  /** The .bin file of this head; the same model gives the same bytes. */
  public byte[] write() throws IOException {
    return StableZip.of(model);
  }

  /** The probability of each label. */
  public Map<String, Double> judge(Clues clues) {
    return byLabel(maxent.eval(clues.names(), clues.values()));
  }

  private Map<String, Double> byLabel(double[] numbers) {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < labels.length; i++) {
      byLabel.put(labels[i], numbers[i]);
    }
    return byLabel;
  }

  /** How many labels it knows. */
  int size() {
    return labels.length;
  }

  /** The clues that it knows. */
  Set<String> clues() {
    return weights.keySet();
  }

  /** Writes what a clue adds for each label, from a place on; nothing where it is not known. */
  void writeWeights(String clue, double[] to, int from) {
    Context known = weights.get(clue);
    if (known != null) {
      for (int i = 0; i < known.getOutcomes().length; i++) {
        to[from + known.getOutcomes()[i]] = known.getParameters()[i];
      }
    }
  }

  /** What {@link #judge} says when the weights of all clues add up to {@code sums}. */
  Map<String, Double> judge(double[] sums, int from) {
    double[] shares = Arrays.copyOfRange(sums, from, from + labels.length);
    double all = ArrayMath.logSumOfExps(shares);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = StrictMath.exp(shares[i] - all);
    }
    return byLabel(shares);
  }

  /**
   * How much a clue of value 1 speaks for a label against the others, each as likely as {@code
   * shares} says; 0 where the model does not know it.
   */
  double weight(String clue, String label, Map<String, Double> shares) {
    double[] known = new double[labels.length];
    writeWeights(clue, known, 0);
    double own = 0;
    double others = 0;
    for (int i = 0; i < labels.length; i++) {
      others += shares.getOrDefault(labels[i], 0.0) * known[i];
      own = labels[i].equals(label) ? known[i] : own;
    }
    return own - others;
  }
}
