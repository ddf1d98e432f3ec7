package dev.vouch.app.slackexport;

import static dev.vouch.app.slackexport.SlackExport.text;

import com.google.gson.JsonObject;
import dev.vouch.app.slackexport.SlackExport.DayFile;
import dev.vouch.app.slackexport.SlackExport.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes a Slack export in, day by day, through the same code as live events. It can be stopped at
 * any point and started again: whole files that were done are passed over, and the rest may come
 * twice without harm.
 *
 * <p>A broken file is named and skipped; what was read of it before the break counts. What the sink
 * throws is not caught here, because then something is wrong with the store and not with the file.
 */
final class SlackImport {
  private final SlackExport export;
  private final ExportDirectory directory;
  private final ExportSink sink;
  private final ImportProgress progress;
  private final List<Skipped> skipped = new ArrayList<>();
  private final Set<String> people = new HashSet<>();
  private int filesRead;
  private int filesBefore;
  private long messages;
  private long reactions;
  private long withoutAuthor;

  SlackImport(
      SlackExport export, ExportDirectory directory, ExportSink sink, ImportProgress progress) {
    this.export = export;
    this.directory = directory;
    this.sink = sink;
    this.progress = progress;
  }

  /** Hears how the import goes on. */
  interface Listener {
    void started(int files);

    void fileDone();

    void skipped(Skipped what);
  }

  /**
   * What an import did.
   *
   * @param filesRead files taken in, broken ones not counted
   * @param filesBefore files that an earlier run had taken in
   * @param withoutAuthor messages left out because nothing tells who wrote them
   * @param people how many people wrote the messages that were taken in
   */
  record Result(
      int filesRead,
      int filesBefore,
      List<Skipped> skipped,
      long messages,
      long reactions,
      long withoutAuthor,
      int people) {

    /** The result in a few lines. */
    String summary() {
      StringBuilder lines = new StringBuilder();
      lines.append(
          "Read %s: %s and %s of %s.\n"
              .formatted(
                  count(filesRead, "file"),
                  count(messages, "message"),
                  count(reactions, "reaction"),
                  people == 1 ? "1 person" : String.format(Locale.UK, "%,d people", people)));
      if (filesBefore > 0) {
        lines.append("%s had been read before.\n".formatted(count(filesBefore, "file")));
      }
      if (withoutAuthor > 0) {
        lines.append(
            "%s left out, because the export does not tell who wrote them.\n"
                .formatted(count(withoutAuthor, "message")));
      }
      lines.append(
          skipped.isEmpty()
              ? "Nothing was skipped.\n"
              : "Skipped, wholly or in part: %s; the reasons are above.\n"
                  .formatted(count(skipped.size(), "file")));
      return lines.toString();
    }

    private static String count(long count, String one) {
      return String.format(Locale.UK, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }
  }

  /** Runs the whole import. */
  Result run(Listener listener) throws IOException {
    Map<String, Integer> lost = new TreeMap<>();
    List<DayFile> files = export.dayFiles(lost);
    listener.started(files.size());
    export.skipped().forEach(what -> skip(what, listener));
    lost.forEach((folder, days) -> skip(unknownFolder(folder, days), listener));
    String fingerprint = export.fingerprint();
    for (DayFile file : files) {
      take(file, fingerprint, listener);
      listener.fileDone();
    }
    return new Result(
        filesRead,
        filesBefore,
        List.copyOf(skipped),
        messages,
        reactions,
        withoutAuthor,
        people.size());
  }

  private static Skipped unknownFolder(String folder, int days) {
    String reason = "channels.json and groups.json name no such channel (%d day files)";
    return new Skipped(folder + "/", reason.formatted(days));
  }

  private void skip(Skipped what, Listener listener) {
    skipped.add(what);
    listener.skipped(what);
  }

  private void take(DayFile file, String fingerprint, Listener listener) {
    String key = "%s:%s:%d".formatted(fingerprint, file.path(), file.size());
    boolean before = progress.done(key);
    Optional<String> fault = read(file, before);
    if (fault.isPresent()) {
      skip(new Skipped(file.path(), fault.get()), listener);
    } else if (before) {
      filesBefore++;
    } else {
      progress.markDone(key);
      filesRead++;
    }
  }

  /**
   * @param onlyPeople the file was taken in before and is read again for who speaks in it, so that
   *     an import that was stopped knows the same people as one that was not
   * @return what is wrong with the file, if anything is
   */
  private Optional<String> read(DayFile file, boolean onlyPeople) {
    int untimed = 0;
    try (SlackExportArray array = export.array(file.path())) {
      for (Optional<JsonObject> next = array.next(); next.isPresent(); next = array.next()) {
        JsonObject json = next.get();
        if (SlackExportEvents.isMessage(json) && SlackExportEvents.hasTime(json)) {
          directory.learn(json);
          if (!onlyPeople) {
            give(json, file);
          }
        } else if (SlackExportEvents.isMessage(json)) {
          untimed++;
        }
      }
      return fault(untimed + array.strangers());
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> fault(int strange) {
    return strange == 0
        ? Optional.empty()
        : Optional.of("%d entries are no messages with a time".formatted(strange));
  }

  private void give(JsonObject json, DayFile file) {
    String person = text(json, "user");
    if (text(json, "bot_id") == null && (person == null || directory.author(person).isEmpty())) {
      withoutAuthor++;
    } else {
      sink.event(SlackExportEvents.message(json, file.channel()));
      messages++;
      if (person != null) {
        people.add(person);
      }
    }
    for (JsonObject reaction : SlackExportEvents.reactions(json, file.channel())) {
      sink.event(reaction);
      reactions++;
    }
  }
}
