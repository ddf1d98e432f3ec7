package dev.vouch.store.executive;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.Introduction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

/**
 * The JSON form of executives and introductions in Redis: their fields as they are called, times in
 * milliseconds since 1970. The scripts read {@code capacity} of an executive.
 */
final class ExecutiveJson {
  private static final Gson GSON =
      text(
              text(new GsonBuilder(), LocalDate.class, LocalDate::parse),
              YearMonth.class,
              YearMonth::parse)
          .registerTypeAdapter(
              Instant.class,
              (JsonSerializer<Instant>) (at, type, context) -> new JsonPrimitive(at.toEpochMilli()))
          .registerTypeAdapter(
              Instant.class,
              (com.google.gson.JsonDeserializer<Instant>)
                  (json, type, context) -> Instant.ofEpochMilli(json.getAsLong()))
          .create();

  private ExecutiveJson() {}

  private static <T> GsonBuilder text(
      GsonBuilder builder, Class<T> type, Function<String, T> parse) {
    return builder
        .registerTypeAdapter(
            type, (JsonSerializer<T>) (one, form, context) -> new JsonPrimitive(one.toString()))
        .registerTypeAdapter(
            type,
            (com.google.gson.JsonDeserializer<T>)
                (json, form, context) -> parse.apply(json.getAsString()));
  }

  static String of(Executive executive) {
    return GSON.toJson(executive);
  }

  static Executive executive(String json) {
    return GSON.fromJson(json, Executive.class);
  }

  static String of(Introduction introduction) {
    return GSON.toJson(introduction);
  }

  static Introduction introduction(String json) {
    return GSON.fromJson(json, Introduction.class);
  }
}
