package dev.vouch.app.slackexport;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON file that holds an array of objects, read one object at a time, so that memory does not
 * grow with the file. What is no object is passed over and counted.
 */
final class SlackExportArray implements Closeable {
  private static final Pattern PLACE = Pattern.compile(" at line \\d+ column \\d+");

  /** Slack's longest message is 40,000 characters; with its blocks it stays far below this. */
  static final int LONGEST_OBJECT = 8_000_000;

  private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

  private final Bounded text;
  private final JsonReader json;
  private int strangers;

  SlackExportArray(InputStream in) {
    text = new Bounded(new InputStreamReader(in, StandardCharsets.UTF_8));
    json = new JsonReader(text);
  }

  /** Goes into the array; must be called once, before {@link #next}. */
  void begin() throws Broken {
    try {
      if (json.peek() != JsonToken.BEGIN_ARRAY) {
        throw new Broken("it is JSON, but not a list");
      }
      json.beginArray();
    } catch (IOException | IllegalStateException e) {
      throw broken(e);
    }
  }

  /** The next object; empty at the end of the array. */
  Optional<JsonObject> next() throws Broken {
    try {
      while (json.hasNext()) {
        text.allow(LONGEST_OBJECT);
        JsonElement element = ELEMENTS.read(json);
        if (element.isJsonObject()) {
          return Optional.of(element.getAsJsonObject());
        }
        strangers++;
      }
      json.endArray();
      requireEnd();
      return Optional.empty();
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw broken(e);
    }
  }

  private void requireEnd() throws IOException {
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new Broken("there is more behind the end of the list");
    }
  }

  /** How many elements so far were no objects. */
  int strangers() {
    return strangers;
  }

  private static Broken broken(Exception e) {
    if (e instanceof Broken known) {
      return known;
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String place = place(message);
    if (e instanceof EOFException) {
      return new Broken("it ends too early" + place);
    }
    boolean unreadable = e instanceof IOException && place.isEmpty();
    return new Broken((unreadable ? message : "it is no valid JSON" + place).replace("\u0000", ""));
  }

  /** Where it broke, out of a message that is otherwise for programmers. */
  private static String place(String message) {
    Matcher place = PLACE.matcher(message);
    return place.find() ? place.group() : "";
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  /** The file cannot be read on from here; the message says why. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }
  }

  /** Text of which only so much may be read for one object. */
  private static final class Bounded extends FilterReader {
    private long left = LONGEST_OBJECT;

    Bounded(Reader in) {
      super(in);
    }

    void allow(long characters) {
      left = characters;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new Broken("one entry is longer than " + LONGEST_OBJECT + " characters");
      }
      int read = super.read(into, offset, length);
      left -= Math.max(read, 0);
      return read;
    }
  }
}
