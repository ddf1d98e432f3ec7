package dev.vouch.app;

import dev.vouch.app.run.Backend;
import dev.vouch.digest.DigestAssembly;
import dev.vouch.digest.DigestCalendar;
import dev.vouch.digest.DigestChannel;
import dev.vouch.digest.DigestText;
import dev.vouch.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code digest}: prints the digest that would be posted. */
@Command(name = "digest", description = "Print the digest that would be posted.")
final class DigestCommand extends Cli implements Callable<Integer> {
  /** Where no channel gets a digest yet: nine in the morning, on this machine's clock. */
  private static final LocalTime USUAL_HOUR = LocalTime.of(9, 0);

  @Option(names = "--team", paramLabel = "T", description = "Slack id of the workspace.")
  private @Nullable String team;

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "The day it is dated, like 2026-11-22; without it, the latest one.")
  private @Nullable LocalDate date;

  @Option(
      names = "--channel",
      paramLabel = "C",
      description = "The channel whose hour and zone count; without it, the first one.")
  private @Nullable String channel;

  @Override
  public Integer call() {
    InstantSource clock = InstantSource.system();
    try (Backend backend = Backend.open(config(), clock)) {
      Store.Books books = backend.store().books(team(team, backend.store()));
      DigestChannel where = channel(books.settings().settings().digestChannels());
      LocalDate day = date == null ? DigestCalendar.latestDay(where, clock.instant()) : date;
      DigestAssembly assembly =
          new DigestAssembly(
              books.advocates(), books.accounts(), books.nudges(), books.relationships());
      out().print(DigestText.of(assembly.of(where, day)));
      out().flush();
      return 0;
    }
  }

  private DigestChannel channel(List<DigestChannel> channels) {
    if (channel == null) {
      return channels.isEmpty()
          ? new DigestChannel("none", USUAL_HOUR, ZoneId.systemDefault())
          : channels.get(0);
    }
    return channels.stream()
        .filter(one -> one.channel().equals(channel))
        .findFirst()
        .orElseThrow(() -> usage("channel %s gets no digest here".formatted(channel)));
  }
}
