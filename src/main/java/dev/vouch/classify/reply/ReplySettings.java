package dev.vouch.classify.reply;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.Map;

/**
 * What is kept beside the reply model, in {@code reply.json}.
 *
 * @param version rises when the same answer may be read differently
 * @param rows how many answers it was trained on
 * @param sha256 of the files that it was trained and tuned on
 * @param temperature probabilities are raised to 1/temperature
 * @param actFrom by meaning: the probability from which a reading is acted on
 * @param askFrom the probability of a stop from which somebody is asked whether they meant one
 * @param baselines by name of a file: the figures that the model reached on it
 */
public record ReplySettings(
    int version,
    int rows,
    String sha256,
    double temperature,
    Map<String, Double> actFrom,
    double askFrom,
    Map<String, Map<String, Double>> baselines) {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /** The probability from which a reading of that meaning is acted on. */
  public double actFrom(Meaning meaning) {
    return actFrom.getOrDefault(meaning.wire(), 1.0);
  }

  /** The same with the figures reached. */
  public ReplySettings withBaselines(Map<String, Map<String, Double>> figures) {
    return new ReplySettings(version, rows, sha256, temperature, actFrom, askFrom, figures);
  }

  public String toJson() {
    return GSON.toJson(this) + "\n";
  }

  /**
   * @throws IOException if {@code json} is no settings of ours
   */
  @SuppressWarnings("NullAway") // Gson leaves what the JSON lacks null.
  static ReplySettings fromJson(String json) throws IOException {
    try {
      ReplySettings settings = GSON.fromJson(json, ReplySettings.class);
      if (settings == null || settings.actFrom() == null || settings.baselines() == null) {
        throw new IOException("reply.json lacks settings; run train again");
      }
      return settings;
    } catch (JsonParseException e) {
      throw new IOException("reply.json cannot be read; run train again", e);
    }
  }
}
