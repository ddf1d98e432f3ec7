package dev.vouch.classify;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.Map;

/**
 * What is kept beside the models, in {@code model.json}.
 *
 * @param version rises when judgements change
 * @param corpusRows how many labelled texts the models were trained on
 * @param corpusSha256 of the corpus files, in order of their names
 * @param corpusShares of the intents in the corpus
 * @param expectedShares of the intents in real streams
 * @param corpusSentiments shares of the sentiments in the corpus
 * @param expectedSentiments of the sentiments in real streams
 * @param vectors how vectors and words are read together
 * @param words how words alone are read
 * @param baselines by name of a labelled file: the figures these models reached on it
 */
public record Settings(
    int version,
    int corpusRows,
    String corpusSha256,
    Map<String, Double> corpusShares,
    Map<String, Double> expectedShares,
    Map<String, Double> corpusSentiments,
    Map<String, Double> expectedSentiments,
    Tuning vectors,
    Tuning words,
    Map<String, Map<String, Double>> baselines) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** Name and version of the models that judge by {@code tuning}. */
  public String model(Tuning tuning) {
    return tuning.model() + " " + version;
  }

  String toJson() {
    return GSON.toJson(this) + "\n";
  }

  /**
   * @throws IOException if {@code json} is no settings of ours
   */
  @SuppressWarnings("NullAway") // Gson leaves what the JSON lacks null.
  public static Settings fromJson(String json) throws IOException {
    try {
      Settings settings = GSON.fromJson(json, Settings.class);
      if (settings == null
          || settings.vectors() == null
          || settings.words() == null
          || settings.corpusSentiments() == null
          || settings.baselines() == null) {
        throw new IOException("model.json lacks settings; run train again");
      }
      return settings;
    } catch (JsonParseException e) {
      throw new IOException("model.json cannot be read; run train again", e);
    }
  }

  /** The same with the figures reached, by name of a labelled file. */
  public Settings withBaselines(Map<String, Map<String, Double>> figures) {
    return new Settings(
        version,
        corpusRows,
        corpusSha256,
        corpusShares,
        expectedShares,
        corpusSentiments,
        expectedSentiments,
        vectors,
        words,
        figures);
  }
}
