package dev.vouch.classify;

import com.google.gson.stream.JsonWriter;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/** A judgement as one line of JSON; order and names of its keys are fixed. */
public final class JudgementJson {
  private JudgementJson() {}

  /**
   * The line for {@code text}, without a line end.
   *
   * @param text as it was given, not as it was decoded
   */
  public static String line(String text, Judgement judged) {
    StringWriter out = new StringWriter();
    try (JsonWriter json = new JsonWriter(out)) {
      json.beginObject().name("text").value(SlackText.mended(text));
      writeIntent(json, judged);
      writeSentiment(json, judged);
      writeFacts(json, judged);
      json.name("model").value(judged.model());
      writePurpose(json, judged);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void writeIntent(JsonWriter json, Judgement judged) throws IOException {
    json.name("intent").value(judged.intent().wire());
    json.name("confidence").value(Calibration.rounded(judged.confidence()));
    json.name("intents");
    writeShares(json, judged.intents(), Intent::wire);
  }

  private static void writeSentiment(JsonWriter json, Judgement judged) throws IOException {
    json.name("sentiment").value(judged.sentiment().wire());
    json.name("sentiments");
    writeShares(json, judged.sentiments(), Sentiment::wire);
  }

  private static void writeFacts(JsonWriter json, Judgement judged) throws IOException {
    json.name("drivers").beginArray();
    for (Driver driver : judged.drivers()) {
      json.value(driver.wire());
    }
    json.endArray();
    json.name("incentivised").value(judged.incentivised());
    json.name("specific").value(judged.specific());
    json.name("abstained").value(judged.abstained());
    json.name("evidence").beginArray();
    for (String words : judged.evidence()) {
      json.value(words);
    }
    json.endArray();
  }

  private static void writePurpose(JsonWriter json, Judgement judged) throws IOException {
    Purpose purpose = judged.purpose();
    json.name("kind").value(purpose == null ? null : purpose.kind().wire());
    json.name("aim").value(purpose == null ? null : purpose.aim().wire());
    json.name("competitor").value(judged.competitor());
  }

  private static <E> void writeShares(
      JsonWriter json, Map<E, Double> shares, Function<E, String> wire) throws IOException {
    json.beginObject();
    for (Map.Entry<E, Double> share : shares.entrySet()) {
      json.name(wire.apply(share.getKey())).value(Calibration.rounded(share.getValue()));
    }
    json.endObject();
  }
}
