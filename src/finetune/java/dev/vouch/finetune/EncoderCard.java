package dev.vouch.finetune;

import com.google.gson.GsonBuilder;
import java.util.Map;

/**
 * What is kept beside the encoder, in {@code encoder.json}: how it was made and what it is good
 * for.
 *
 * @param steps that were gone
 * @param seconds that fine-tuning took, without measuring
 * @param rows learnt from
 * @param realRows how many of them are real texts
 * @param corpusSha256 of the corpus files, in order of their names
 * @param realSha256 of the file of real texts; empty where there was none
 * @param encoderSha256 of the encoder's file
 * @param figures by name of an encoder, by name of a labelled file
 */
record EncoderCard(
    Recipe recipe,
    int steps,
    long seconds,
    int rows,
    int realRows,
    String corpusSha256,
    String realSha256,
    String encoderSha256,
    Map<String, Map<String, Figures>> figures) {
  String toJson() {
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(this) + "\n";
  }

  EncoderCard with(Map<String, Map<String, Figures>> measured) {
    return new EncoderCard(
        recipe, steps, seconds, rows, realRows, corpusSha256, realSha256, encoderSha256, measured);
  }
}
