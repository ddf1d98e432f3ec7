package dev.vouch.app.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import java.util.Objects;

/** An ask in the JSON form of an export, with all answers to it. */
final class AskRow {
  private AskRow() {}

  static JsonObject of(Ask ask) {
    JsonObject json = new JsonObject();
    json.addProperty("id", ask.id());
    json.addProperty("of", ask.about());
    json.addProperty("by", ask.by());
    json.addProperty("rung", ask.rung().wire());
    json.addProperty("size", ask.rung().size().wire());
    json.addProperty("topic", ask.rung().topic().wire());
    json.addProperty("words", ask.asking().words());
    json.addProperty("state", ask.state().wire());
    json.addProperty("reason", ask.reason());
    json.addProperty("at", ask.at().toString());
    json.addProperty("sent", ask.way().sent() != null);
    JsonArray answers = new JsonArray();
    ask.answers().forEach(answer -> answers.add(of(answer)));
    json.add("answers", answers);
    return json;
  }

  private static JsonObject of(Answer answer) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", answer.kind().wire());
    json.addProperty("at", answer.at().toString());
    json.addProperty("by", answer.by());
    json.addProperty("until", Objects.toString(answer.until(), null));
    json.addProperty("words", answer.words());
    return json;
  }
}
