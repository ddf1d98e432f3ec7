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
  private record Stored(
      String id, String name, String title, int length, Optional<byte[]> bytes, boolean complete) {}

  /**
   * A file as readers see it.
   *
   * @param type its MIME type, by its name
   */
  public record Shown(String id, String name, String title, String type, int length) {}

  FileShelf(Ids ids) {
    this.ids = ids;
  }

  /** Announces a file of that length; its id is also the upload ticket. */
  public synchronized String announce(String name, int length) {
    String id = ids.next("F");
    files.put(id, new Stored(id, name, name, length, Optional.empty(), false));
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
    if (bytes.length != file.length()) {
      throw new SlackError("invalid_length");
    }
    Optional<byte[]> content = Optional.of(bytes.clone());
    files.put(id, new Stored(id, file.name(), file.title(), file.length(), content, false));
  }

  /** Marks a filled file as done and gives it its title, if there is one. */
  public synchronized Shown complete(String id, String title) {
    Stored file = need(id);
    if (file.bytes().isEmpty() || file.complete()) {
      throw new SlackError("file_not_found");
    }
    String shown = title.isEmpty() ? file.name() : title;
    files.put(id, new Stored(id, file.name(), shown, file.length(), file.bytes(), true));
    return shown(need(id));
  }

  private Stored need(String id) {
    Stored file = files.get(id);
    if (file == null) {
      throw new SlackError("file_not_found");
    }
    return file;
  }

  private static Shown shown(Stored file) {
    String guess = URLConnection.guessContentTypeFromName(file.name());
    String type = guess == null ? "application/octet-stream" : guess;
    return new Shown(file.id(), file.name(), file.title(), type, file.length());
  }

  /** A finished file. */
  public synchronized Optional<Shown> find(String id) {
    return Optional.ofNullable(files.get(id)).filter(Stored::complete).map(FileShelf::shown);
  }

  public synchronized Optional<byte[]> bytes(String id) {
    return Optional.ofNullable(files.get(id)).flatMap(Stored::bytes).map(byte[]::clone);
  }

  /** All finished files. */
  public synchronized List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    files.values().stream().filter(Stored::complete).forEach(file -> all.add(shown(file)));
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
