package dev.vouch.sandbox.demo;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.demo.DemoScript.CastMember;
import dev.vouch.sandbox.demo.DemoScript.Deed;
import dev.vouch.sandbox.demo.DemoScript.Entry;
import dev.vouch.sandbox.demo.DemoScript.Room;
import dev.vouch.sandbox.demo.DemoScript.SetUp;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Person;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the demo's script from its JSON. */
final class ScriptReader {
  private ScriptReader() {}

  /**
   * @throws IllegalArgumentException if it is not JSON or a word in it means nothing
   */
  static DemoScript read(String json) {
    JsonObject script =
        Json.parseObject(json)
            .orElseThrow(() -> new IllegalArgumentException("the demo's script is not JSON"));
    return new DemoScript(
        ZoneId.of(Json.text(script, "zone")),
        all(script, "people", ScriptReader::person),
        all(script, "channels", ScriptReader::room),
        all(script, "setup", ScriptReader::setUp),
        all(script, "entries", ScriptReader::entry));
  }

  private static <T> List<T> all(JsonObject script, String part, Function<JsonObject, T> reader) {
    return Json.objects(script, part).stream().map(reader).toList();
  }

  private static CastMember person(JsonObject json) {
    return new CastMember(
        Json.text(json, "name"),
        Json.text(json, "title"),
        Person.Kind.valueOf(upper(json, "kind", "")),
        Json.text(json, "team"),
        Json.text(json, "email"),
        Json.find(json, "zone").orElse("Europe/London"),
        Json.text(json, "color"));
  }

  private static Room room(JsonObject json) {
    List<String> members = new ArrayList<>();
    json.getAsJsonArray("members").forEach(member -> members.add(member.getAsString()));
    Channel.Kind kind = Channel.Kind.valueOf(upper(json, "kind", ""));
    return new Room(Json.text(json, "name"), kind, members, Json.flag(json, "bot"));
  }

  private static SetUp setUp(JsonObject json) {
    return new SetUp(Json.text(json, "who"), Json.text(json, "channel"), Json.text(json, "text"));
  }

  private static Entry entry(JsonObject json) {
    return new Entry(
        json.get("day").getAsInt(),
        LocalTime.parse(Json.text(json, "at")),
        Json.text(json, "who"),
        Json.text(json, "in"),
        Deed.valueOf(upper(json, "do", "say")),
        Json.text(json, "key"),
        Json.find(json, "to").orElse(Json.text(json, "thread")),
        Json.find(json, "text").orElse(Json.text(json, "name")));
  }

  private static String upper(JsonObject json, String field, String otherwise) {
    return Json.find(json, field).orElse(otherwise).toUpperCase(Locale.ROOT);
  }
}
