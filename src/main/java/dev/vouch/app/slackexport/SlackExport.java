package dev.vouch.app.slackexport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.app.slackexport.SlackExportFiles.UnusableExport;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slack's own export of a workspace: who and which channels there are, and one file for each
 * channel and day.
 *
 * <p>Only channels are read. Direct messages of staff, which some exports hold too, are private and
 * are left alone; so are the comments on canvases ({@code FC:...} folders).
 *
 * @see <a href="https://slack.com/help/articles/220556107">How to read Slack data exports</a>
 */
final class SlackExport implements Closeable {
  private static final Pattern DAY_FILE = Pattern.compile("([^/]+)/(\\d{4}-\\d{2}-\\d{2})\\.json");
  private static final Pattern NO_CHANNEL = Pattern.compile("D[A-Z0-9]{7,}|mpdm-.*|FC:.*|__MACOSX");

  private final SlackExportFiles files;
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final List<JsonObject> people = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private SlackExport(SlackExportFiles files) {
    this.files = files;
  }

  /** A channel as the export names it; the folder of its messages has its name. */
  record Channel(String id, String name, boolean hidden, JsonObject json) {}

  /** One file: what was said in a channel on a day. */
  record DayFile(String path, Channel channel, LocalDate day, long size) {}

  /** Something that was not taken in, and why. */
  record Skipped(String file, String reason) {}

  /**
   * @throws UnusableExport if it is no export, or its people or channels cannot be read
   */
  static SlackExport open(Path path) throws IOException {
    SlackExport export = new SlackExport(SlackExportFiles.at(path));
    try {
      export.readIndex();
      return export;
    } catch (IOException e) {
      export.close();
      throw e;
    }
  }

  private void readIndex() throws UnusableExport {
    for (JsonObject channel : required("channels.json")) {
      add(channel, false);
    }
    people.addAll(
        required(files.sizes().containsKey("users.json") ? "users.json" : "org_users.json"));
    if (files.sizes().containsKey("groups.json")) {
      readGroups();
    }
  }

  private List<JsonObject> required(String name) throws UnusableExport {
    if (!files.sizes().containsKey(name)) {
      throw new UnusableExport("the export has no users.json, so nobody can be told from anybody");
    }
    try {
      return all(name);
    } catch (IOException e) {
      throw new UnusableExport(
          "%s cannot be read (%s); ask Slack for a new export".formatted(name, e.getMessage()));
    }
  }

  private void readGroups() {
    try {
      all("groups.json").forEach(channel -> add(channel, true));
    } catch (IOException e) {
      skipped.add(new Skipped("groups.json", String.valueOf(e.getMessage())));
    }
  }

  private List<JsonObject> all(String name) throws IOException {
    List<JsonObject> all = new ArrayList<>();
    try (SlackExportArray array = array(name)) {
      for (Optional<JsonObject> one = array.next(); one.isPresent(); one = array.next()) {
        all.add(one.get());
      }
    }
    return all;
  }

  private void add(JsonObject json, boolean hidden) {
    String id = text(json, "id");
    String name = text(json, "name");
    if (id != null && name != null && id.matches("[A-Za-z0-9_-]{1,64}")) {
      Channel channel = new Channel(id, name, hidden, json);
      channels.putIfAbsent(Normalizer.normalize(name, Normalizer.Form.NFC), channel);
      channels.putIfAbsent(id, channel);
    }
  }

  /** Everybody in users.json, as Slack wrote them. */
  List<JsonObject> people() {
    return List.copyOf(people);
  }

  /** Every channel once. */
  List<Channel> channels() {
    return channels.values().stream().distinct().toList();
  }

  /** What the index itself left out. */
  List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** The files to read, by day and then by name; folders of no known channel go to {@code lost}. */
  List<DayFile> dayFiles(Map<String, Integer> lost) {
    List<DayFile> days = new ArrayList<>();
    files.sizes().forEach((path, size) -> dayFile(path, size, lost).ifPresent(days::add));
    days.sort(Comparator.comparing(DayFile::day).thenComparing(DayFile::path));
    return days;
  }

  private Optional<DayFile> dayFile(String path, long size, Map<String, Integer> lost) {
    Matcher name = DAY_FILE.matcher(path);
    LocalDate day = name.matches() ? date(name.group(2)) : null;
    if (day == null) {
      return Optional.empty();
    }
    Channel channel = channels.get(name.group(1));
    if (channel == null && !NO_CHANNEL.matcher(name.group(1)).matches()) {
      lost.merge(name.group(1), 1, Integer::sum);
    }
    return Optional.ofNullable(channel).map(known -> new DayFile(path, known, day, size));
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** One file's objects, to be closed by the caller. */
  SlackExportArray array(String path) throws IOException {
    SlackExportArray array = new SlackExportArray(files.stream(path));
    try {
      array.begin();
      return array;
    } catch (IOException e) {
      array.close();
      throw e;
    }
  }

  /** Names this export's content: the same whether it is a zip or a folder. */
  String fingerprint() throws IOException {
    MessageDigest sha = sha256();
    for (String name : List.of("channels.json", "users.json", "org_users.json")) {
      if (files.sizes().containsKey(name)) {
        try (InputStream in = new DigestInputStream(files.stream(name), sha)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
    return HexFormat.of().formatHex(sha.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A text field that is there and is text. */
  static @Nullable String text(JsonObject json, String field) {
    JsonElement value = json.get(field);
    boolean is = value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    return is && !value.getAsString().isBlank() ? value.getAsString() : null;
  }

  /** Whether a field is there and true. */
  static boolean flag(JsonObject json, String field) {
    JsonElement value = json.get(field);
    return value != null && value.isJsonPrimitive() && value.getAsBoolean();
  }

  /** An object field, or an empty object. */
  static JsonObject object(JsonObject json, String field) {
    return json.get(field) instanceof JsonObject value ? value : new JsonObject();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
