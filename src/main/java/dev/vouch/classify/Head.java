package dev.vouch.classify;

import dev.vouch.classify.feature.Features;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** One OpenNLP model that gives each of its labels a probability. Thread-safe. */
public final class Head {
  /** Of BagOfWordsFeatureGenerator: what it puts before each token. */
  private static final String PREFIX = "bow=";

  /**
   * What keeps a head from learning by heart.
   *
   * @param l2 price of large weights
   * @param cutoff features seen less often than this are left out
   */
  public record Cost(double l2, int cutoff) {}

  private final DoccatModel model;
  private final DocumentCategorizerME categorizer;

  Head(DoccatModel model) {
    this.model = model;
    this.categorizer = new DocumentCategorizerME(model);
  }

  /**
   * Trains on {@code features[i]} with {@code labels[i]}; the same input gives the same model.
   *
   * @param cost how strongly large weights are held back, and which features are too rare
   * @throws IOException if OpenNLP cannot train on them
   */
  public static Head train(List<String[]> features, List<String> labels, Cost cost)
      throws IOException {
    List<DocumentSample> samples = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      samples.add(new DocumentSample(labels.get(i), features.get(i)));
    }
    FeatureGenerator[] tokensAsTheyAre = {new BagOfWordsFeatureGenerator()};
    return new Head(
        DocumentCategorizerME.train(
            "en",
            ObjectStreamUtils.createObjectStream(samples),
            parameters(cost),
            new DoccatFactory(tokensAsTheyAre)));
  }

  private static TrainingParameters parameters(Cost cost) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT_QN");
    parameters.put(TrainingParameters.CUTOFF_PARAM, cost.cutoff());
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 200);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put("DataIndexer", "OnePass");
    parameters.put("PrintMessages", false);
    parameters.put("L1Cost", 0.0);
    parameters.put("L2Cost", cost.l2());
    return parameters;
  }

  static Head read(byte[] bin) throws IOException {
    return new Head(new DoccatModel(new ByteArrayInputStream(bin)));
  }

  /** The .bin file of this head; the same model gives the same bytes. */
  byte[] write() throws IOException {
    return StableZip.of(model);
  }

  /** The probability of each label. */
  public Map<String, Double> judge(Features features) {
    double[] probabilities = categorizer.categorize(features.names());
    Map<String, Double> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      byLabel.put(categorizer.getCategory(i), probabilities[i]);
    }
    return byLabel;
  }

  /** How much a feature speaks for a label; 0 where the model does not know it. */
  double weight(String feature, String label) {
    AbstractModel maxent = (AbstractModel) model.getMaxentModel();
    Object[] parts = maxent.getDataStructures();
    @SuppressWarnings("unchecked")
    Map<String, Context> contexts = (Map<String, Context>) parts[1];
    Context context = contexts.get(PREFIX + feature);
    int wanted = maxent.getIndex(label);
    if (context == null || wanted < 0) {
      return 0;
    }
    int[] outcomes = context.getOutcomes();
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] == wanted) {
        return context.getParameters()[i];
      }
    }
    return 0;
  }
}
