package dev.vouch.store.learning;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import dev.vouch.classify.learn.Correction;
import dev.vouch.classify.learn.Example;
import dev.vouch.classify.learn.Figures;
import dev.vouch.classify.learn.Lesson;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.learn.ModelVersion;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON forms of corrections and of what was learnt from them, in Redis. */
final class CorrectionJson {
  private static final Gson GSON = new Gson();

  private CorrectionJson() {}

  private record Stored(
      @SerializedName("l") @Nullable String label,
      @SerializedName("w") String was,
      @SerializedName("u") String author,
      @SerializedName("h") String by,
      @SerializedName("a") long at,
      @SerializedName("e") String encoder,
      @SerializedName("s") float step,
      @SerializedName("v") String vector,
      @SerializedName("p") List<String> phrases,
      @SerializedName("o") String words) {}

  private record StoredVersion(
      @SerializedName("a") long at,
      @SerializedName("n") int learnt,
      @SerializedName("b") Figures before,
      @SerializedName("f") Figures after,
      @SerializedName("r") String reason,
      @SerializedName("h") @Nullable String by) {}

  static String of(Correction correction) {
    Example example = correction.example();
    return GSON.toJson(
        new Stored(
            correction.label() == null ? null : correction.label().wire(),
            correction.was().wire(),
            correction.author(),
            correction.by(),
            correction.at().toEpochMilli(),
            example.encoder(),
            example.step(),
            Base64.getEncoder().encodeToString(example.vector()),
            example.phrases(),
            Base64.getEncoder().encodeToString(example.words())));
  }

  static Correction correction(MentionId mention, String json) {
    Stored stored = GSON.fromJson(json, Stored.class);
    return new Correction(
        mention,
        new Example(
            stored.encoder(),
            stored.step(),
            Base64.getDecoder().decode(stored.vector()),
            stored.phrases(),
            Base64.getDecoder().decode(stored.words())),
        stored.author(),
        stored.label() == null ? null : Intent.fromWire(stored.label()),
        Intent.fromWire(stored.was()),
        stored.by(),
        Instant.ofEpochMilli(stored.at()));
  }

  static String of(ModelVersion version) {
    return GSON.toJson(
        new StoredVersion(
            version.at().toEpochMilli(),
            version.learnt(),
            version.before(),
            version.after(),
            version.reason().name(),
            version.by()));
  }

  static ModelVersion version(int number, String json) {
    StoredVersion stored = GSON.fromJson(json, StoredVersion.class);
    return new ModelVersion(
        number,
        Instant.ofEpochMilli(stored.at()),
        stored.learnt(),
        stored.before(),
        stored.after(),
        Lesson.Reason.valueOf(stored.reason()),
        stored.by());
  }
}
