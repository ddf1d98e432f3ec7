package dev.vouch.classify.train.reply;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.classify.reply.Meaning;
import dev.vouch.classify.train.reply.ReplyScores.Share;
import java.util.Locale;

/** Scores of the reply model as a table of Markdown or as JSON, each share with its interval. */
public final class ReplyReport {
  private static final String HEAD =
      "| %s | right of those acted on | found of those there | likeliest of those there |%n"
          + "|---|---|---|---|%n";

  private ReplyReport() {}

  /** A row a meaning, then what holds for all of it. */
  public static String text(String name, ReplyScores scores) {
    StringBuilder text = new StringBuilder(HEAD.formatted(name));
    scores
        .byMeaning()
        .forEach(
            (meaning, one) ->
                text.append(
                    row(
                        meaning.wire(),
                        meaning == Meaning.OTHER ? "-" : cell(one.precision()),
                        meaning == Meaning.OTHER ? "-" : cell(one.recall()),
                        cell(one.likeliest()))));
    text.append(row("all", cell(scores.precision()), cell(scores.coverage()), ""));
    text.append(
        "%nA stop was followed by silence in %s, at once in %s.%n"
            .formatted(cell(scores.silenced()), cell(scores.stopped())));
    return text.toString();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |" + System.lineSeparator();
  }

  private static String cell(Share share) {
    double[] interval = share.interval();
    return String.format(
        Locale.ROOT,
        "%.3f (%d of %d, %.3f to %.3f)",
        share.value(),
        share.part(),
        share.of(),
        interval[0],
        interval[1]);
  }

  public static String json(ReplyScores scores) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", scores.read().size());
    scores
        .byMeaning()
        .forEach(
            (meaning, one) -> {
              JsonObject figures = new JsonObject();
              figures.add("precision", json(one.precision()));
              figures.add("recall", json(one.recall()));
              figures.add("likeliest", json(one.likeliest()));
              json.add(meaning.wire(), figures);
            });
    json.add("precision", json(scores.precision()));
    json.add("coverage", json(scores.coverage()));
    json.add("silenced", json(scores.silenced()));
    json.add("stopped", json(scores.stopped()));
    return new GsonBuilder().setPrettyPrinting().create().toJson(json);
  }

  private static JsonObject json(Share share) {
    JsonObject json = new JsonObject();
    json.addProperty("value", share.value());
    json.addProperty("part", share.part());
    json.addProperty("of", share.of());
    JsonArray interval = new JsonArray();
    for (double end : share.interval()) {
      interval.add(end);
    }
    json.add("interval", interval);
    return json;
  }
}
