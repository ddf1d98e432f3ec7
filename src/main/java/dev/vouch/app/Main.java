package dev.vouch.app;

import dev.vouch.app.bench.BenchCommand;
import dev.vouch.app.run.ImportWiring;
import dev.vouch.app.setting.Setting;
import dev.vouch.app.slackexport.ImportCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

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
      BenchCommand.class,
      DigestCommand.class,
      ExportCommand.class,
      ForgetCommand.class,
      DoctorCommand.class,
      ViewsCommand.class
    })
public final class Main extends Cli implements Callable<Integer> {
  private Main() {}

  public static void main(String[] args) {
    log(Setting.VOUCH_LOG, Setting.LOG_FORMS, "vouch.log", System.getenv());
    log(Setting.VOUCH_LOG_LEVEL, Setting.LOG_LEVELS, "vouch.log.level", System.getenv());
    System.exit(commandLine(System.getenv()).execute(args));
  }

  /** Set before anything is logged; a value that is wrong is told with the other settings. */
  private static void log(
      Setting setting, Set<String> possible, String property, Map<String, String> environment) {
    String value = environment.getOrDefault(setting.name(), "").strip();
    System.setProperty(property, possible.contains(value) ? value : setting.byDefault());
  }

  /** The whole command line; it writes UTF-8 whatever the machine's locale says. */
  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(imports(environment))
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(LocalDate.class, Main::day);
    readSettings(commands, environment);
    return ShortErrors.on(commands);
  }

  private static CommandLine imports(Map<String, String> environment) {
    return new CommandLine(new ImportCommand(new ImportWiring(environment)))
        .addSubcommand(new ImportAccountsCommand())
        .addSubcommand(new ImportContactsCommand());
  }

  private static void readSettings(CommandLine above, Map<String, String> environment) {
    for (CommandLine one : above.getSubcommands().values()) {
      if (one.getCommand() instanceof Cli command) {
        command.readSettingsFrom(environment);
      }
      readSettings(one, environment);
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'%s' is no day like 2026-11-22".formatted(text));
    }
  }

  /** Without a command, what there is. */
  @Override
  public Integer call() {
    err().println("Which command?");
    spec().commandLine().usage(err());
    return CommandLine.ExitCode.USAGE;
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
