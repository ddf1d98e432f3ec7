package dev.vouch.app;

import dev.vouch.store.RedisTrouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a command that failed leaves on the terminal: what it was and what to do, in a line. Exit
 * code 2 means that it was called wrongly, 1 that it could not do its work.
 */
final class ShortErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ShortErrors.class);

  private ShortErrors() {}

  static CommandLine on(CommandLine commands) {
    return commands
        .setParameterExceptionHandler((wrong, args) -> calledWrongly(wrong))
        .setExecutionExceptionHandler(ShortErrors::failed);
  }

  private static int calledWrongly(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("%s --help tells more.".formatted(command.getCommandSpec().qualifiedName()));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Only what nobody has foreseen is told with where it happened, for whoever mends it. */
  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    if (isForeseen(failure)) {
      command.getErr().println(name + ": " + RedisTrouble.tell(failure));
    } else {
      command.getErr().println(name + " failed in a way that nobody has foreseen.");
      LOG.error("{} failed", name, failure);
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static boolean isForeseen(Exception failure) {
    return RedisTrouble.isPassing(failure)
        || failure instanceof IllegalStateException
        || failure instanceof UncheckedIOException
        || failure instanceof IOException;
  }
}
