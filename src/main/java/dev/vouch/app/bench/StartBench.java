package dev.vouch.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long after its start a {@code serve} takes events, its own Redis included. */
final class StartBench {
  private final int rounds;

  StartBench(int rounds) {
    this.rounds = rounds;
  }

  List<Figure> run(Path directory, StandInWebApi slack) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Path state = Files.createDirectories(directory.resolve("start" + round));
      try (Child child = Child.serve(state, slack)) {
        seconds.add(child.awaitAcknowledgement(new Requests(round)));
      }
    }
    return List.of(
        Figure.atMost("start until an event is acknowledged", DoorBench.median(seconds), "s", 3));
  }
}
