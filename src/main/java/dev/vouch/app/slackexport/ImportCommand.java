package dev.vouch.app.slackexport;

import dev.vouch.app.slackexport.SlackExportFiles.UnusableExport;
import dev.vouch.pipeline.Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command {@code import}: brings in what was said and known before Vouch came. */
@Command(
    name = "import",
    description = "Brings in what was said and known before Vouch came.",
    subcommands = ImportCommand.Slack.class)
public final class ImportCommand {
  private final Wiring wiring;

  public ImportCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Opens what an import writes to. */
  @FunctionalInterface
  public interface Wiring {
    /**
     * @param team the workspace that the export is brought into
     * @param directory who and what the export's ids stand for
     */
    Target open(String team, Directory directory);
  }

  /** What an import writes to; closed when it is over. */
  public interface Target extends AutoCloseable {
    ExportSink sink();

    ImportProgress progress();

    @Override
    void close();
  }

  /** The sub-command {@code import slack}. */
  @Command(
      name = "slack",
      description = {
        "Reads Slack's own workspace export, as a zip or unpacked. Only channels are read, no direct"
            + " messages. Run it again after a stop: it goes on where it was, and nothing counts"
            + " twice."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:everything was read",
        "1:something was skipped; it is named on stderr",
        "2:this is not an export that can be read"
      })
  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  static final class Slack implements Callable<Integer> {
    @ParentCommand private ImportCommand parent;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "EXPORT", description = "The export: a zip file or a folder.")
    private Path path;

    @Option(
        names = "--team",
        paramLabel = "T",
        description =
            "The workspace's id (T...); without it, the one most people in the export belong to.")
    private @Nullable String team;

    @Option(
        names = "--url",
        paramLabel = "URL",
        defaultValue = "https://slack.com/",
        description =
            "The workspace's address, for links to messages. Default: ${DEFAULT-VALUE}, which asks"
                + " for the workspace first.")
    private String url = "https://slack.com/";

    @Override
    public Integer call() throws IOException {
      try (SlackExport export = SlackExport.open(path)) {
        return read(export);
      } catch (UnusableExport e) {
        spec.commandLine().getErr().println("import slack: " + e.getMessage());
        return CommandLine.ExitCode.USAGE;
      }
    }

    private int read(SlackExport export) throws IOException {
      ExportDirectory directory = new ExportDirectory(export, team, address());
      String into = team == null ? directory.home().team() : team;
      if (into.isEmpty()) {
        throw new UnusableExport("users.json names no workspace; name it with --team");
      }
      SlackImport.Result result;
      try (Target target = parent.wiring.open(into, directory);
          ImportBar bar = new ImportBar(spec.commandLine().getErr(), System.console() != null)) {
        result = new SlackImport(export, directory, target.sink(), target.progress()).run(bar);
      }
      spec.commandLine().getOut().print(result.summary());
      spec.commandLine().getOut().flush();
      return result.skipped().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private String address() {
      String lower = url.toLowerCase(Locale.ROOT);
      if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "--url must start with https://, for instance https://acme.slack.com/");
      }
      return url.endsWith("/") ? url : url + "/";
    }
  }
}
