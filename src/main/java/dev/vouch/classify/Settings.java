package dev.vouch.classify;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.Map;

/**
 * What is kept beside the models, in {@code model.json}.
 *
 * @param name of the kind of model
 * @param version rises when judgements change
 * @param corpusRows how many labelled texts the models were trained on
 * @param corpusSha256 of the corpus files, in order of their names
 * @param temperatures by head; probabilities are raised to 1/temperature
 * @param corpusShares of the intents in the corpus
 * @param expectedShares of the intents in real streams
 * @param advocacyThreshold probability from which advocacy is believed
 * @param abstainBelow confidence under which the reading abstains
 * @param driverThresholds by driver
 * @param baselines by name of a labelled file: the figures these models reached on it
 */
public record Settings(
    String name,
    int version,
    int corpusRows,
    String corpusSha256,
    Map<String, Double> temperatures,
    Map<String, Double> corpusShares,
    Map<String, Double> expectedShares,
    double advocacyThreshold,
    double abstainBelow,
    Map<String, Double> driverThresholds,
    Map<String, Map<String, Double>> baselines) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Name and version. */
  public String model() {
    return name + " " + version;
  }

  String toJson() {
    return GSON.toJson(this) + "\n";
  }

  /**
   * @throws IOException if {@code json} is no settings of ours
   */
  public static Settings fromJson(String json) throws IOException {
    try {
      Settings settings = GSON.fromJson(json, Settings.class);
      if (settings == null || settings.temperatures() == null || settings.baselines() == null) {
        throw new IOException("model.json lacks settings; run train again");
      }
      return settings;
    } catch (JsonParseException e) {
      throw new IOException("model.json cannot be read; run train again", e);
    }
  }

  /** The same with the probability from which advocacy is believed. */
  public Settings withAdvocacyThreshold(double threshold) {
    return new Settings(
        name,
        version,
        corpusRows,
        corpusSha256,
        temperatures,
        corpusShares,
        expectedShares,
        threshold,
        abstainBelow,
        driverThresholds,
        baselines);
  }

  /** The same with the figures reached, by name of a labelled file. */
  public Settings withBaselines(Map<String, Map<String, Double>> figures) {
    return new Settings(
        name,
        version,
        corpusRows,
        corpusSha256,
        temperatures,
        corpusShares,
        expectedShares,
        advocacyThreshold,
        abstainBelow,
        driverThresholds,
        figures);
  }
}
