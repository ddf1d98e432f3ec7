package dev.vouch.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.vouch.advocate.relationship.Erasure;
import dev.vouch.advocate.relationship.Erasure.Part;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.app.run.Backend;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code forget}: erases what is held of a person, and proves it. */
@Command(
    name = "forget",
    description = "Erase everything held of a person, and keep them from coming back.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a second look found nothing, or it was a dry run",
      "1:something is left; the keys are named",
      "2:the command was not understood"
    })
final class ForgetCommand extends Cli implements Callable<Integer> {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @Option(names = "--team", paramLabel = "T", description = "Slack id of the workspace.")
  private @Nullable String team;

  @Option(
      names = "--person",
      paramLabel = "U",
      required = true,
      description = "Slack id or e-mail address; more of the same person with more --person.")
  private List<String> handles = List.of();

  @Option(names = "--dry-run", description = "Only say what is held.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    for (String handle : handles) {
      if (!handle.matches("[UW][A-Z0-9]+|ext-[0-9a-f-]+|[^\\s@]+@[^\\s@]+")) {
        throw usage("\"%s\" is no Slack id (U...) and no e-mail address".formatted(handle));
      }
    }
    InstantSource clock = InstantSource.system();
    try (Backend backend = Backend.open(config(), clock)) {
      Forgetting forgetting = backend.store().books(team(team, backend.store())).forgetting();
      Erasure erasure =
          dryRun
              ? forgetting.look(handles)
              : forgetting.forget(handles, "the command line", clock.instant());
      out().print(json ? json(erasure) : text(erasure));
      out().flush();
      return dryRun || erasure.isComplete()
          ? CommandLine.ExitCode.OK
          : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static String json(Erasure erasure) {
    JsonObject whole = GSON.toJsonTree(erasure).getAsJsonObject();
    whole.addProperty("complete", erasure.isComplete());
    return GSON.toJson(whole) + System.lineSeparator();
  }

  private static String text(Erasure erasure) {
    StringBuilder text = new StringBuilder();
    for (Part part : erasure.parts()) {
      text.append(line(part, erasure.done()));
    }
    if (erasure.parts().isEmpty()) {
      text.append("Nothing is held of this person.%n".formatted());
    }
    erasure.stays().forEach(one -> text.append("%s%n".formatted(one)));
    erasure.left().forEach(key -> text.append("LEFT in %s%n".formatted(key)));
    String end =
        !erasure.done()
            ? "A dry run: nothing was erased."
            : erasure.left().isEmpty()
                ? "Erased. A second look at every key found nothing."
                : "Not all of it is erased: see above, and run it again.";
    return text.append("%s%n".formatted(end)).toString();
  }

  private static String line(Part part, boolean done) {
    return done
        ? "%-24s %5d found, %d removed, %d anonymised%n"
            .formatted(part.kind(), part.found(), part.removed(), part.anonymised())
        : "%-24s %5d found%n".formatted(part.kind(), part.found());
  }
}
