package dev.vouch.store.ask;

import com.google.gson.Gson;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON form of an ask in Redis. */
final class AskJson {
  private static final Gson GSON = new Gson();

  private AskJson() {}

  private record Stored(
      String id,
      String rung,
      String by,
      String words,
      String about,
      String state,
      String reason,
      long at,
      @Nullable Long due,
      @Nullable StoredPlace sent,
      @Nullable Long begun,
      @Nullable StoredPlace told,
      int toldAnswers,
      List<StoredAnswer> answers) {}

  private record StoredPlace(String channel, String ts) {}

  private record StoredAnswer(
      String kind,
      long at,
      String cause,
      String by,
      @Nullable Long until,
      @Nullable String words,
      int sure) {}

  static String of(Ask ask) {
    return GSON.toJson(
        new Stored(
            ask.id(),
            ask.rung().wire(),
            ask.by(),
            ask.asking().words(),
            ask.about(),
            ask.state().wire(),
            ask.reason(),
            ask.at().toEpochMilli(),
            millis(ask.due()),
            place(ask.way().sent()),
            millis(ask.way().begun()),
            place(ask.way().told()),
            ask.way().toldAnswers(),
            ask.answers().stream().map(AskJson::stored).toList()));
  }

  private static StoredAnswer stored(Answer answer) {
    return new StoredAnswer(
        answer.kind().wire(),
        answer.at().toEpochMilli(),
        answer.cause(),
        answer.by(),
        millis(answer.until()),
        answer.words(),
        answer.sure());
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  private static @Nullable StoredPlace place(@Nullable Posted posted) {
    return posted == null ? null : new StoredPlace(posted.channel(), posted.ts());
  }

  static Ask parse(String json) {
    Stored stored = GSON.fromJson(json, Stored.class);
    return new Ask(
        new Asking(
            stored.id(),
            Rung.valueOf(stored.rung().toUpperCase(Locale.ROOT)),
            stored.by(),
            stored.words()),
        stored.about(),
        Ask.State.fromWire(stored.state()),
        stored.reason(),
        Instant.ofEpochMilli(stored.at()),
        instant(stored.due()),
        new Ask.Way(
            posted(stored.sent()),
            instant(stored.begun()),
            posted(stored.told()),
            stored.toldAnswers()),
        stored.answers().stream().map(AskJson::answer).toList());
  }

  private static Answer answer(StoredAnswer stored) {
    return new Answer(
        Answer.Kind.fromWire(stored.kind()),
        Instant.ofEpochMilli(stored.at()),
        stored.cause(),
        stored.by(),
        instant(stored.until()),
        stored.words(),
        stored.sure());
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Posted posted(@Nullable StoredPlace place) {
    return place == null ? null : new Posted(place.channel(), place.ts());
  }
}
