package dev.vouch.app;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JSON file that holds an array of objects, read one object at a time, so that memory does not
 * grow with the file. What is no object is passed over and counted.
 */
final class SlackExportArray implements Closeable {
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

  /** How the parser begins, with advice for programmers. */
  private static final Pattern GSONS_ADVICE =
      Pattern.compile("^Use JsonReader\\S+ to accept malformed JSON");

  private static Broken broken(Exception e) {
    if (e instanceof Broken known) {
      return known;
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new Broken(
        GSONS_ADVICE.matcher(message).replaceFirst("not valid JSON").replace("\u0000", ""));
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
