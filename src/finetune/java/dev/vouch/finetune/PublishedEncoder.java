package dev.vouch.finetune;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** The encoder e5-small-v2 as its artifacts bring it: the start of training. */
final class PublishedEncoder {
  private PublishedEncoder() {}

  /** Its weights as floats. */
  static OnnxFile weights() throws IOException {
    return OnnxFile.of(read("e5-small-v2.onnx"));
  }

  /** The same with its matrices quantised. */
  static OnnxFile quantised() throws IOException {
    return OnnxFile.of(read("e5-small-v2-q.onnx"));
  }

  /** The pieces that it reads, one a line in the order of their numbers. */
  static String vocabulary() throws IOException {
    String tokenizer = new String(read("e5-small-v2-tokenizer.json"), StandardCharsets.UTF_8);
    JsonObject model = JsonParser.parseString(tokenizer).getAsJsonObject().getAsJsonObject("model");
    return model.getAsJsonObject("vocab").entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, JsonElement> e) -> e.getValue().getAsInt()))
        .map(entry -> entry.getKey() + "\n")
        .collect(Collectors.joining());
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = PublishedEncoder.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("no artifact on the class path holds " + file);
      }
      return in.readAllBytes();
    }
  }
}
