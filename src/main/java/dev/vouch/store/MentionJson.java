package dev.vouch.store;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON forms of mentions and acts in Redis; names are short, because there are many of them.
 */
final class MentionJson {
  private static final Gson GSON = new Gson();

  private MentionJson() {}

  /**
   * How a mention was judged; the script {@code mention_write} reads v, u, i, n, h, w, z and gone.
   */
  private record Mention(
      @SerializedName("v") String version,
      @SerializedName("u") String person,
      @SerializedName("i") String intent,
      @SerializedName("n") int number,
      @SerializedName("o") String otherwise,
      @SerializedName("c") double confidence,
      @SerializedName("s") String sentiment,
      @SerializedName("x") @Nullable Boolean abstained,
      @SerializedName("y") @Nullable Boolean competitor,
      @SerializedName("e") List<String> evidence,
      @SerializedName("l") String permalink,
      @SerializedName("r") String rule,
      @SerializedName("h") @Nullable String correctedBy,
      @SerializedName("t") @Nullable String root,
      @SerializedName("w") @Nullable String stance,
      @SerializedName("q") @Nullable String reason,
      @SerializedName("z") @Nullable String seconds,
      @SerializedName("b") @Nullable Boolean second,
      @SerializedName("a") @Nullable Map<String, Outcome> outcomes) {

    Place place() {
      return new Place(
          root,
          stance == null ? Stance.of(Intent.fromWire(intent)) : Stance.fromWire(stance),
          reason == null ? null : ContextReason.fromWire(reason),
          seconds);
    }
  }

  /** What a mention comes to under a stance, for those that hang on what they stand under. */
  private record Outcome(
      @SerializedName("m") Mention mention, @SerializedName("a") @Nullable Act act) {}

  private record Act(
      @SerializedName("k") String kind,
      @SerializedName("a") @Nullable String aim,
      @SerializedName("c") double confidence,
      @SerializedName("d") List<String> drivers,
      @SerializedName("e") List<String> evidence,
      @SerializedName("p") @Nullable Boolean incentivised,
      @SerializedName("l") String permalink,
      @SerializedName("h") @Nullable String savedBy) {}

  /**
   * @param standing what {@code hearing} comes to now
   */
  static String of(Hearing hearing, Heard standing) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    if (hearing.hangsOnContext()) {
      hearing
          .outcomes()
          .forEach((stance, outcome) -> outcomes.put(stance.wire(), stored(hearing, outcome)));
    }
    return GSON.toJson(stored(hearing, standing, outcomes.isEmpty() ? null : outcomes));
  }

  private static Outcome stored(Hearing hearing, Hearing.Outcome outcome) {
    Act act = outcome.act() == null ? null : stored(outcome.act());
    return new Outcome(stored(hearing, outcome.heard(), null), act);
  }

  private static Mention stored(
      Hearing hearing, Heard heard, @Nullable Map<String, Outcome> outcomes) {
    Place place = heard.place();
    boolean implied = place.stance() == Stance.of(heard.intent());
    return new Mention(
        hearing.version(),
        heard.person(),
        heard.intent().wire(),
        heard.intent().ordinal(),
        heard.otherwise().wire(),
        rounded(heard.confidence()),
        heard.sentiment().wire(),
        heard.abstained() ? true : null,
        heard.competitor() ? true : null,
        heard.evidence(),
        heard.permalink(),
        heard.rule(),
        heard.correctedBy(),
        place.root(),
        implied ? null : place.stance().wire(),
        place.reason() == null ? null : place.reason().wire(),
        place.seconds(),
        hearing.second() ? true : null,
        outcomes);
  }

  /** What a mention may come to; empty where it was deleted or does not hang on its context. */
  static Optional<Hearing> hearing(MentionId id, String json) {
    Mention stored = GSON.fromJson(json, Mention.class);
    if (stored.outcomes() == null || stored.correctedBy() != null) {
      return Optional.empty();
    }
    Map<Stance, Hearing.Outcome> outcomes = new EnumMap<>(Stance.class);
    stored
        .outcomes()
        .forEach(
            (stance, outcome) ->
                outcomes.put(Stance.fromWire(stance), outcome(id, stored.person(), outcome)));
    boolean second = Boolean.TRUE.equals(stored.second());
    return Optional.of(new Hearing(stored.version(), second, outcomes));
  }

  private static Hearing.Outcome outcome(MentionId id, String person, Outcome stored) {
    Act act = stored.act();
    return new Hearing.Outcome(
        heard(id, stored.mention()), act == null ? null : act(person, id, act));
  }

  /** Who said it and what it is to those who answer: {@code person|stance}, or intent for it. */
  static String turn(String json) {
    JsonObject stored = GSON.fromJson(json, JsonObject.class);
    return text(stored, "u") + "|" + (stored.has("w") ? text(stored, "w") : text(stored, "i"));
  }

  private static String text(JsonObject stored, String field) {
    return stored.has(field) ? stored.get(field).getAsString() : "";
  }

  /** The thread that a mention stands in, deleted or not. */
  static Optional<String> root(@Nullable String json) {
    return json == null
        ? Optional.empty()
        : Optional.ofNullable(GSON.fromJson(json, JsonObject.class).get("t"))
            .map(JsonElement::getAsString);
  }

  /** What is known of a mention; empty where it was deleted. */
  static Optional<Heard> heard(MentionId id, String json) {
    if (isGone(json)) {
      return Optional.empty();
    }
    return Optional.of(heard(id, GSON.fromJson(json, Mention.class)));
  }

  private static Heard heard(MentionId id, Mention stored) {
    return new Heard(
        id,
        stored.person(),
        Intent.fromWire(stored.intent()),
        Intent.fromWire(stored.otherwise()),
        stored.confidence(),
        Sentiment.fromWire(stored.sentiment()),
        Boolean.TRUE.equals(stored.abstained()),
        Boolean.TRUE.equals(stored.competitor()),
        stored.evidence(),
        stored.permalink(),
        stored.rule(),
        stored.correctedBy(),
        stored.place());
  }

  private static boolean isGone(String json) {
    return GSON.fromJson(json, JsonObject.class).has("gone");
  }

  static String of(AdvocacyAct act) {
    return GSON.toJson(stored(act));
  }

  private static Act stored(AdvocacyAct act) {
    return new Act(
        act.kind().wire(),
        act.aim().wire(),
        rounded(act.confidence()),
        act.drivers().stream().map(Driver::wire).sorted().toList(),
        act.evidence(),
        act.incentivised() ? true : null,
        act.permalink(),
        act.savedBy());
  }

  static AdvocacyAct act(String person, MentionId id, String json) {
    return act(person, id, GSON.fromJson(json, Act.class));
  }

  private static AdvocacyAct act(String person, MentionId id, Act stored) {
    return new AdvocacyAct(
        id,
        person,
        purpose(stored),
        stored.confidence(),
        stored.drivers().stream().map(Driver::fromWire).collect(Collectors.toSet()),
        stored.evidence(),
        Boolean.TRUE.equals(stored.incentivised()),
        stored.permalink(),
        stored.savedBy());
  }

  /** Acts stored before aims were read have the aim that is usual with their kind. */
  private static Purpose purpose(Act stored) {
    ActKind kind = ActKind.fromWire(stored.kind());
    return stored.aim() == null ? Purpose.of(kind) : new Purpose(kind, Aim.fromWire(stored.aim()));
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }
}
