package dev.vouch.app.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Step;
import java.util.Objects;

/** An introduction to an executive in the JSON that is exported. */
final class IntroductionJson {
  private IntroductionJson() {}

  static JsonObject of(Introduction one) {
    JsonObject json = new JsonObject();
    json.addProperty("id", one.id());
    json.addProperty("executive", one.executive());
    json.addProperty("stage", one.stage().wire());
    json.addProperty("by", one.request().by());
    json.addProperty("why", one.request().words());
    JsonArray reasons = new JsonArray();
    one.request().reasons().forEach(reasons::add);
    json.add("reasons", reasons);
    json.addProperty("at", one.request().at().toString());
    json.addProperty("month", Objects.toString(one.slot(), null));
    JsonArray history = new JsonArray();
    one.history().forEach(step -> history.add(of(step)));
    json.add("history", history);
    return json;
  }

  private static JsonObject of(Step step) {
    JsonObject json = new JsonObject();
    json.addProperty("event", step.event().wire());
    json.addProperty("at", step.at().toString());
    json.addProperty("by", step.by());
    json.addProperty("words", step.words());
    return json;
  }
}
