package dev.vouch.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that read files have in common: a clear word when a file cannot be read. */
final class Inputs {
  private Inputs() {}

  /**
   * @throws IOException that names the file and what is wrong with it
   */
  static void checkReadable(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new FileNotFoundException("there is no file " + file + "; check the name");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a directory; name a file in it");
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + " may not be read; check its permissions");
    }
  }

  /** Tells what went wrong on standard error; returns the exit code for unusable input. */
  static int refuse(CommandSpec spec, IOException e) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
    return CommandLine.ExitCode.USAGE;
  }
}
