package dev.vouch.store;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON forms of mentions and acts in Redis; names are short, because there are many of them.
 */
final class MentionJson {
  private static final Gson GSON = new Gson();

  private MentionJson() {}

  /** How a mention was judged; the script {@code mention_write} reads v, u, i, n, h and gone. */
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
      @SerializedName("h") @Nullable String correctedBy) {}

  private record Act(
      @SerializedName("k") String kind,
      @SerializedName("a") @Nullable String aim,
      @SerializedName("c") double confidence,
      @SerializedName("d") List<String> drivers,
      @SerializedName("e") List<String> evidence,
      @SerializedName("p") @Nullable Boolean incentivised,
      @SerializedName("l") String permalink,
      @SerializedName("h") @Nullable String savedBy) {}

  static String of(Heard heard, String version) {
    return GSON.toJson(
        new Mention(
            version,
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
            heard.correctedBy()));
  }

  /** What is known of a mention; empty where it was deleted. */
  static Optional<Heard> heard(MentionId id, String json) {
    if (isGone(json)) {
      return Optional.empty();
    }
    Mention stored = GSON.fromJson(json, Mention.class);
    return Optional.of(
        new Heard(
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
            stored.correctedBy()));
  }

  private static boolean isGone(String json) {
    return GSON.fromJson(json, JsonObject.class).has("gone");
  }

  static String of(AdvocacyAct act) {
    return GSON.toJson(
        new Act(
            act.kind().wire(),
            act.aim().wire(),
            rounded(act.confidence()),
            act.drivers().stream().map(Driver::wire).sorted().toList(),
            act.evidence(),
            act.incentivised() ? true : null,
            act.permalink(),
            act.savedBy()));
  }

  static AdvocacyAct act(String person, MentionId id, String json) {
    Act stored = GSON.fromJson(json, Act.class);
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
