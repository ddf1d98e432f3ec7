package dev.vouch.app;

import dev.vouch.app.doctor.DeadLetters;
import dev.vouch.app.doctor.Doctor;
import dev.vouch.app.run.Backend;
import dev.vouch.store.Store;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: checks everything that Vouch stands on, and says what to do about each fault. */
@Command(
    name = "doctor",
    description = "Check settings, Redis, Slack and the models; say what to do about each fault.")
final class DoctorCommand extends Cli implements Callable<Integer> {
  @Option(names = "--json", description = "Print the findings as one JSON object.")
  private boolean json;

  @Option(
      names = "--audit",
      description =
          "Rebuild every number from the records that it follows, and say where they differ, too.")
  private boolean audit;

  @Option(
      names = "--dead-letters",
      description = "Show what never worked, with its reason, instead.")
  private boolean deadLetters;

  @Option(
      names = "--replay",
      paramLabel = "ID",
      description = "Put a dead letter back into the inbox, or all of them.")
  private @Nullable String replay;

  @Option(
      names = "--drop",
      paramLabel = "ID",
      description = "Drop a dead letter for good, or all of them.")
  private @Nullable String drop;

  @Option(
      names = "--team",
      paramLabel = "T",
      description = "With dead letters: of this workspace only.")
  private @Nullable String team;

  @Override
  public Integer call() {
    return deadLetters || replay != null || drop != null ? lookAfterDeadLetters() : examine();
  }

  private int lookAfterDeadLetters() {
    try (Backend backend = Backend.open(config(), InstantSource.system())) {
      Store store = backend.store();
      Set<String> teams = team == null ? store.teams() : Set.of(team(team, store));
      DeadLetters letters = new DeadLetters(store, teams);
      // Nothing is done before every id is known: a command that ends in an error has no effect.
      known(replay, letters);
      known(drop, letters);
      if (replay != null) {
        out().printf("%d put back into the inbox%n", letters.replay(replay));
      }
      if (drop != null) {
        out().printf("%d dropped%n", letters.drop(drop));
      }
      if (replay == null && drop == null) {
        out().print(json ? letters.json() : letters.text());
      }
      out().flush();
      return 0;
    }
  }

  private void known(@Nullable String id, DeadLetters letters) {
    if (id != null && !letters.has(id)) {
      throw usage("there is no dead letter %s; doctor --dead-letters lists them".formatted(id));
    }
  }

  private int examine() {
    Doctor doctor = new Doctor(environment(), InstantSource.system(), audit);
    Doctor.Findings findings = doctor.examine();
    out().print(json ? findings.json() : findings.text());
    out().flush();
    return findings.isWell() ? 0 : 1;
  }
}
