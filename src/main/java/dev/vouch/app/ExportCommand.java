package dev.vouch.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.vouch.app.export.Export;
import dev.vouch.app.export.GiftTable;
import dev.vouch.app.export.TieTable;
import dev.vouch.app.run.Backend;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: everything that is held of a workspace or a person, as one JSON object. */
@Command(name = "export", description = "Print everything held of a workspace or a person as JSON.")
final class ExportCommand extends Cli implements Callable<Integer> {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  @Option(names = "--team", paramLabel = "T", description = "Slack id of the workspace.")
  private @Nullable String team;

  @Option(names = "--person", paramLabel = "U", description = "Slack id of one person only.")
  private @Nullable String person;

  @Option(
      names = "--ties",
      description = "Only ties, as CSV for an audit: each act under one, and whether it says so.")
  private boolean ties;

  @Option(
      names = "--gifts",
      description = "Only the register of gifts, as CSV: a line for each thing that became of one.")
  private boolean gifts;

  @Override
  public Integer call() {
    try (Backend backend = Backend.open(config(), InstantSource.system())) {
      String id = team(team, backend.store());
      if (ties) {
        new TieTable(backend.store(), id).write(person, out());
        return 0;
      }
      if (gifts) {
        new GiftTable(backend.store(), id).write(person, out());
        return 0;
      }
      out()
          .println(
              GSON.toJson(
                  new Export(backend.store(), id, InstantSource.system().instant()).json(person)));
      return 0;
    }
  }
}
