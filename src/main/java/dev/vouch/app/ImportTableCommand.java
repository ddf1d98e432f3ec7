package dev.vouch.app;

import dev.vouch.app.accountfile.Plan;
import dev.vouch.app.accountfile.UnusableFile;
import dev.vouch.app.run.Backend;
import dev.vouch.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What the imports of CSV files have in common: all of a file is taken or none of it, unless only
 * the good rows are wanted.
 *
 * @param <R> one change of what is stored
 */
abstract class ImportTableCommand<R> extends Cli implements Callable<Integer> {
  private static final long MOST_BYTES = 32L << 20;
  private static final int ATTEMPTS = 20;

  @Parameters(paramLabel = "FILE.csv", description = "The file; its first row names the columns.")
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private Path file;

  @Option(names = "--team", paramLabel = "T", description = "Slack id of the workspace.")
  private @Nullable String team;

  @Option(names = "--dry-run", description = "Only say what would be changed, and what is wrong.")
  private boolean dryRun;

  @Option(names = "--skip-bad", description = "Take the good rows and leave out the others.")
  private boolean skipBad;

  /** What the file says beside what stands. */
  abstract Plan<R> plan(byte[] bytes, Store.Books books) throws UnusableFile;

  /** Why none of it may be, if so. */
  abstract Optional<String> refusal(Plan<R> plan, Store.Books books);

  /** Writes all of it or nothing; false if what stood was changed since it was planned. */
  abstract boolean write(Plan<R> plan, Store.Books books, Instant now);

  /** Where it comes from, for whoever asks later. */
  String source() {
    return "an import of " + file.getFileName();
  }

  @Override
  public Integer call() throws IOException {
    try {
      Inputs.checkReadable(file);
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException(file + " is larger than 32 MiB; split it");
      }
      return read(Files.readAllBytes(file));
    } catch (UnusableFile e) {
      return Inputs.refuse(spec(), new IOException("%s: %s".formatted(file, e.getMessage()), e));
    } catch (IOException e) {
      return Inputs.refuse(spec(), e);
    }
  }

  private int read(byte[] bytes) throws IOException {
    InstantSource clock = InstantSource.system();
    try (Backend backend = Backend.open(config(), clock)) {
      Store.Books books = backend.store().books(team(team, backend.store()));
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Plan<R> plan = plan(bytes, books);
        Optional<String> refusal = refusal(plan, books);
        boolean nothing = dryRun || refusal.isPresent() || plan.bad() > 0 && !skipBad;
        if (nothing || write(plan, books, clock.instant())) {
          return tell(plan, refusal);
        }
      }
      throw new IOException("others are changing the same just now; try again");
    }
  }

  private int tell(Plan<R> plan, Optional<String> refusal) {
    plan.unknown()
        .forEach(
            heading -> err().printf("The column \"%s\" means nothing to me; left out.%n", heading));
    plan.faults().forEach(fault -> err().println(fault));
    refusal.ifPresent(why -> err().println(why + "."));
    plan.lines().forEach(line -> out().println(line));
    out()
        .printf(
            "%d new, %d changed, %d as they were, %d bad. %s%n",
            plan.made(),
            plan.changes().size() - plan.made(),
            plan.same(),
            plan.bad(),
            outcome(plan, refusal));
    out().flush();
    return plan.bad() == 0 && refusal.isEmpty()
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private String outcome(Plan<R> plan, Optional<String> refusal) {
    if (refusal.isPresent()) {
      return "Nothing was changed.";
    }
    if (dryRun) {
      return "A dry run: nothing was changed.";
    }
    if (plan.bad() > 0 && !skipBad) {
      return "Nothing was changed: mend the bad rows, or leave them out with --skip-bad.";
    }
    if (plan.changes().isEmpty()) {
      return "Nothing was to be changed.";
    }
    return plan.bad() > 0 ? "The good rows were taken." : "All of it was taken.";
  }
}
