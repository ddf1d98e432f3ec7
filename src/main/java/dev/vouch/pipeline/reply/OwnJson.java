package dev.vouch.pipeline.reply;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.pipeline.reply.OwnRecord.Said;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What is held about somebody as a file for themselves: JSON that other programs can read. */
final class OwnJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private OwnJson() {}

  static byte[] of(OwnRecord own) {
    JsonObject json = new JsonObject();
    json.addProperty("heldBy", own.company());
    json.addProperty("id", own.who().id());
    json.addProperty("name", own.who().name());
    json.addProperty("account", own.who().account());
    json.addProperty("title", own.who().title());
    json.addProperty("email", own.who().email());
    json.add("messages", messages(own));
    json.add("consent", consents(own));
    json.add("pause", pause(own.pause()));
    JsonArray interests = new JsonArray();
    own.motivators().stream().map(one -> one.wire()).sorted().forEach(interests::add);
    json.add("interests", interests);
    json.addProperty("interestsChosenByYou", own.chose());
    json.add("ties", ties(own));
    json.add("betweenUs", passed(own));
    return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonArray messages(OwnRecord own) {
    JsonArray all = new JsonArray();
    for (Said said : own.said()) {
      JsonObject json = new JsonObject();
      json.addProperty("at", said.at().toString());
      json.addProperty("takenFor", Kindly.label(said.as()));
      json.addProperty("link", said.permalink());
      JsonArray words = new JsonArray();
      said.words().forEach(words::add);
      json.add("words", words);
      all.add(json);
    }
    return all;
  }

  private static JsonArray consents(OwnRecord own) {
    JsonArray all = new JsonArray();
    own.consents().values().stream()
        .sorted(java.util.Comparator.comparing(one -> one.topic()))
        .forEach(
            one -> {
              JsonObject json = new JsonObject();
              json.addProperty("to", one.topic().wire());
              json.addProperty("answer", one.answer().wire());
              json.addProperty("at", one.at().toString());
              json.addProperty("text", one.text());
              json.addProperty("saidByYou", own.who().id().equals(one.by()));
              all.add(json);
            });
    return all;
  }

  private static JsonObject pause(@org.jspecify.annotations.Nullable Pause pause) {
    JsonObject json = new JsonObject();
    json.addProperty("since", pause == null ? null : pause.at().toString());
    json.addProperty("until", pause == null ? null : Objects.toString(pause.until(), null));
    return json;
  }

  private static JsonArray ties(OwnRecord own) {
    JsonArray all = new JsonArray();
    for (Tie tie : own.ties()) {
      JsonObject json = new JsonObject();
      json.addProperty("kind", tie.kind().wire());
      json.addProperty("what", tie.what());
      json.addProperty("from", tie.from().toString());
      json.addProperty("until", Objects.toString(tie.until(), null));
      all.add(json);
    }
    return all;
  }

  private static JsonArray passed(OwnRecord own) {
    JsonArray all = new JsonArray();
    own.passed()
        .forEach(
            one -> {
              JsonObject json = new JsonObject();
              json.addProperty("at", one.at().toString());
              json.addProperty("what", Kindly.passed(one.kind()));
              all.add(json);
            });
    return all;
  }
}
