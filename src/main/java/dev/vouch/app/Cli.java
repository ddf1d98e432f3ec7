package dev.vouch.app;

import dev.vouch.app.setting.Config;
import dev.vouch.store.Store;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands have in common: settings, output, and the workspace they are about. */
abstract class Cli {
  @Spec @Nullable CommandSpec spec;

  /** Where settings are read from; another one in tests. */
  private Map<String, String> environment = System.getenv();

  /** The settings of this run; what is wrong with them ends the command with exit code 2. */
  Config config() {
    try {
      return Config.from(environment);
    } catch (Config.Problems e) {
      throw usage(e.getMessage() == null ? "the settings are wrong" : e.getMessage());
    }
  }

  Map<String, String> environment() {
    return environment;
  }

  void readSettingsFrom(Map<String, String> other) {
    environment = other;
  }

  PrintWriter out() {
    return commandLine().getOut();
  }

  PrintWriter err() {
    return commandLine().getErr();
  }

  /** An error of whoever typed the command: printed as it is, exit code 2. */
  ParameterException usage(String sentence) {
    return new ParameterException(commandLine(), sentence);
  }

  /** The workspace that was named, or the only one there is. */
  String team(@Nullable String named, Store store) {
    Set<String> teams = store.teams();
    if (named != null) {
      if (!teams.contains(named)) {
        throw usage("no workspace %s is known here; there are: %s".formatted(named, list(teams)));
      }
      return named;
    }
    if (teams.size() != 1) {
      throw usage("name the workspace with --team; there are: " + list(teams));
    }
    return teams.iterator().next();
  }

  private static String list(Set<String> teams) {
    return teams.isEmpty() ? "none yet" : String.join(", ", teams);
  }

  CommandSpec spec() {
    return Objects.requireNonNull(spec, "picocli fills in the spec");
  }

  private CommandLine commandLine() {
    return spec().commandLine();
  }
}
