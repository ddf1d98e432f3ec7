package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import java.net.URLConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploaded files, first announced, then filled, then shared. Thread-safe. */
public final class FileShelf {
  private final Ids ids;
  private final Map<String, Stored> files = new LinkedHashMap<>();

  /** A file; without content until its bytes were posted. */
  private record Stored(Shown shown, Optional<byte[]> bytes, boolean complete) {}

  /**
   * A file as readers see it.
   *
   * @param altText what a picture shows, in words; "" where nobody said it
   */
  public record Shown(String id, String name, String title, String altText, int length) {
    /** The MIME type, by the name. */
    public String type() {
      String guess = URLConnection.guessContentTypeFromName(name);
      return guess == null ? "application/octet-stream" : guess;
    }

    Shown withTitle(String newTitle) {
      return new Shown(id, name, newTitle, altText, length);
    }
  }

  FileShelf(Ids ids) {
    this.ids = ids;
  }

  /** Announces a file of that length; its id is also the upload ticket. */
  public synchronized String announce(String name, String altText, int length) {
    String id = ids.next("F");
    Shown shown = new Shown(id, name, name, altText, length);
    files.put(id, new Stored(shown, Optional.empty(), false));
    return id;
  }

  /**
   * Takes the bytes of an announced file.
   *
   * @throws SlackError {@code file_not_found}, or {@code invalid_length} where the bytes are not as
   *     many as announced
   */
  public synchronized void fill(String id, byte[] bytes) {
    Stored file = need(id);
    if (bytes.length != file.shown().length()) {
      throw new SlackError("invalid_length");
    }
    files.put(id, new Stored(file.shown(), Optional.of(bytes.clone()), false));
  }

  /** Marks a filled file as done and gives it its title, if there is one. */
  public synchronized Shown complete(String id, String title) {
    Stored file = need(id);
    if (file.bytes().isEmpty() || file.complete()) {
      throw new SlackError("file_not_found");
    }
    Shown shown = title.isEmpty() ? file.shown() : file.shown().withTitle(title);
    files.put(id, new Stored(shown, file.bytes(), true));
    return shown;
  }

  private Stored need(String id) {
    Stored file = files.get(id);
    if (file == null) {
      throw new SlackError("file_not_found");
    }
    return file;
  }

  /** A finished file. */
  public synchronized Optional<Shown> find(String id) {
    return Optional.ofNullable(files.get(id)).filter(Stored::complete).map(Stored::shown);
  }

  public synchronized Optional<byte[]> bytes(String id) {
    return Optional.ofNullable(files.get(id)).flatMap(Stored::bytes).map(byte[]::clone);
  }

  /** All finished files. */
  public synchronized List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    files.values().stream().filter(Stored::complete).forEach(file -> all.add(file.shown()));
    return all;
  }

  /** A file as Slack's methods show it. */
  public static JsonObject json(Shown file, String person, Instant now, String baseUrl) {
    String url = baseUrl + "/files/" + file.id();
    return Json.object(
        "id", file.id(),
        "created", now.getEpochSecond(),
        "name", file.name(),
        "title", file.title(),
        "alt_txt", file.altText(),
        "mimetype", file.type(),
        "filetype", file.name().substring(file.name().lastIndexOf('.') + 1),
        "user", person,
        "size", file.length(),
        "mode", "hosted",
        "is_external", false,
        "url_private", url,
        "url_private_download", url,
        "permalink", url);
  }
}
