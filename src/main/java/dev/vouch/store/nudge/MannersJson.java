package dev.vouch.store.nudge;

import com.google.gson.Gson;
import dev.vouch.nudge.etiquette.Manners;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The JSON form of somebody's manners in Redis; nothing where there is nothing to keep. */
final class MannersJson {
  private static final Gson GSON = new Gson();

  private MannersJson() {}

  private record Stored(
      int unanswered,
      @Nullable Long stopped,
      @Nullable Long telling,
      @Nullable String channel,
      @Nullable String ts,
      @Nullable Long snoozed,
      @Nullable String last) {}

  static String of(Manners manners) {
    Manners.Told told = manners.told();
    return manners.equals(Manners.NONE)
        ? ""
        : GSON.toJson(
            new Stored(
                manners.unanswered(),
                millis(manners.stopped()),
                told == null ? null : millis(told.begun()),
                told == null ? null : told.channel(),
                told == null ? null : told.ts(),
                millis(manners.snoozed()),
                manners.last()));
  }

  static Manners parse(@Nullable String json) {
    if (json == null || json.isEmpty()) {
      return Manners.NONE;
    }
    Stored stored = GSON.fromJson(json, Stored.class);
    Instant telling = time(stored.telling());
    return new Manners(
        stored.unanswered(),
        time(stored.stopped()),
        telling == null ? null : new Manners.Told(telling, stored.channel(), stored.ts()),
        time(stored.snoozed()),
        stored.last());
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  private static @Nullable Instant time(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
