package dev.vouch.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Vouch's command line: {@code java -jar vouch.jar COMMAND}. */
@Command(
    name = "vouch",
    description =
        "Finds a company's real advocates in Slack and helps account teams look after them.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      SandboxCommand.class,
      ServeCommand.class,
      ClassifyCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      DigestCommand.class,
      ExportCommand.class,
      DoctorCommand.class,
      ViewsCommand.class
    })
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The whole command line; it writes UTF-8 whatever the machine's locale says. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .addSubcommand(new ImportCommand(new ImportWiring()))
        .setExecutionExceptionHandler(Main::failed)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  /** What went wrong, in one line; the whole of it only where the log is asked for details. */
  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    LOG.debug("{} failed", command.getCommandName(), e);
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    command.getErr().println("vouch " + command.getCommandName() + ": " + why);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"vouch " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
