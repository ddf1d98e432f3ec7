package dev.vouch.app.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Tie;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of what stands between us and somebody, as the export has them. */
final class RelationshipJson {
  private RelationshipJson() {}

  static JsonElement paused(@Nullable Pause pause) {
    if (pause == null) {
      return JsonNull.INSTANCE;
    }
    JsonObject json = new JsonObject();
    json.addProperty("by", pause.by());
    json.addProperty("at", pause.at().toString());
    json.addProperty("until", Objects.toString(pause.until(), null));
    json.addProperty("reason", pause.reason());
    return json;
  }

  /** A tie with the acts that it bears on. */
  static JsonObject tie(Tie tie, List<AdvocacyAct> acts) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", tie.kind().wire());
    json.addProperty("what", tie.what());
    json.addProperty("from", tie.from().toString());
    json.addProperty("until", Objects.toString(tie.until(), null));
    json.addProperty("by", tie.by());
    json.add(
        "acts",
        Export.array(
            acts.stream()
                .filter(act -> tie.bearsOn(act.at()))
                .map(
                    act -> {
                      JsonObject under = new JsonObject();
                      under.addProperty("at", act.at().toString());
                      under.addProperty("permalink", act.permalink());
                      under.addProperty("disclosed", act.isDisclosed());
                      return under;
                    })));
    return json;
  }

  /** Goodwill in small asks, which is the sum of its lines. */
  static JsonObject goodwill(Relationship between, List<Heard> heard, Instant now) {
    JsonObject json = new JsonObject();
    json.addProperty("smallAsks", Math.round(Goodwill.of(between, heard, now) * 1_000) / 1_000.0);
    json.addProperty("at", now.toString());
    return json;
  }

  /** What they said to each topic: when, to which text, and who noted it. */
  static JsonObject consent(Relationship between) {
    JsonObject all = new JsonObject();
    between
        .consents()
        .forEach(
            (topic, said) -> {
              JsonObject json = new JsonObject();
              json.addProperty("answer", said.answer().wire());
              json.addProperty("at", said.at().toString());
              json.addProperty("text", said.text());
              json.addProperty("by", said.by());
              all.add(topic.wire(), json);
            });
    return all;
  }

  static JsonObject motivators(Relationship between) {
    JsonObject all = new JsonObject();
    between
        .motivators()
        .forEach(
            (motivator, known) -> {
              JsonObject json = new JsonObject();
              json.addProperty("by", known.by());
              json.addProperty("at", known.at().toString());
              all.add(motivator.wire(), json);
            });
    return all;
  }

  static JsonObject entry(LedgerEntry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("id", entry.id());
    json.addProperty("kind", entry.kind().wire());
    json.addProperty("from", entry.from().toString());
    json.addProperty("until", Objects.toString(entry.until(), null));
    json.addProperty("goodwill", entry.goodwill() / 1_000.0);
    json.addProperty("by", entry.note().by());
    json.addProperty("words", entry.note().words());
    json.addProperty("about", entry.note().about());
    return json;
  }
}
