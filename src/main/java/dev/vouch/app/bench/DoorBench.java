package dev.vouch.app.bench;

import dev.vouch.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The HTTP door of a running {@code serve}, side by side with bare Jetty: the worker behind the
 * door judges and stores at the same time, as in life.
 */
final class DoorBench {
  private static final int CONNECTIONS = 16;
  private static final int MOST_PER_SECOND = 40_000;
  private static final int WARM_UP_BURSTS = 4;
  private static final int FEW = 1_000;

  private final int rounds;
  private final double seconds;
  private final Requests requests = new Requests(1);
  private final Consumer<String> progress;
  private final List<Figure> figures = new ArrayList<>();

  DoorBench(int rounds, double seconds, Consumer<String> progress) {
    this.rounds = rounds;
    this.seconds = seconds;
    this.progress = progress;
  }

  List<Figure> run(Path directory, StandInWebApi slack, java.util.function.Supplier<Store> attach)
      throws IOException {
    try (Child vouch = Child.serve(directory, slack);
        Child bare = Child.bare(directory)) {
      vouch.awaitAcknowledgement(requests);
      bare.awaitAcknowledgement(requests);
      try (Store store = attach.get()) {
        Watch watch = new Watch(store);
        progress.accept("warming up");
        warmUp(vouch.port);
        warmUp(bare.port);
        burst(vouch.port);
        burst(bare.port);
        watch.drain();
        figures.add(Figure.plain("resident memory of serve, warm", vouch.residentMiB(), "MiB"));
        oneAtATime(vouch, watch);
        rates(vouch, bare, watch);
        bursts(vouch, bare, watch);
        figures.add(
            Figure.plain("resident memory of serve, after load", vouch.residentMiB(), "MiB"));
        figures.add(
            Figure.plain(
                "memory of its Redis",
                Usage.number(store.info(), "used_memory_rss") / 1048576,
                "MiB"));
      }
    }
    return figures;
  }

  /**
   * Until what a door does often is compiled. The same few events again and again, which workers
   * drop as repeats, so that nobody has to wait for what comes of them.
   */
  private void warmUp(int port) throws IOException {
    byte[][] few = requests.make(FEW);
    byte[][] all = new byte[(int) (MOST_PER_SECOND * seconds * WARM_UP_BURSTS)][];
    Arrays.setAll(all, i -> few[i % FEW]);
    try (Load load = Load.open(port, CONNECTIONS, all)) {
      load.asFastAsPossible(seconds * WARM_UP_BURSTS);
    }
  }

  private Load.Outcome burst(int port) throws IOException {
    byte[][] prepared = requests.make((int) (MOST_PER_SECOND * seconds));
    try (Load load = Load.open(port, CONNECTIONS, prepared)) {
      return load.asFastAsPossible(seconds);
    }
  }

  private void bursts(Child vouch, Child bare, Watch watch) throws IOException {
    List<Load.Outcome> ours = new ArrayList<>();
    List<Load.Outcome> theirs = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> handled = new ArrayList<>();
    List<Double> doorMicros = new ArrayList<>();
    List<Double> allMicros = new ArrayList<>();
    List<Double> redisMicros = new ArrayList<>();
    List<Double> redisDoorMicros = new ArrayList<>();
    List<Double> trips = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      progress.accept("burst %d of %d".formatted(round + 1, rounds));
      theirs.add(burst(bare.port));
      Watch.Account before = watch.account();
      double cpu = vouch.cpuSeconds();
      long start = System.nanoTime();
      Load.Outcome outcome = burst(vouch.port);
      ours.add(outcome);
      doorMicros.add((vouch.cpuSeconds() - cpu) * 1e6 / outcome.acknowledged());
      redisDoorMicros.add(watch.since(before).cpuSeconds() * 1e6 / outcome.acknowledged());
      watch.drain();
      double took = (System.nanoTime() - start) / 1e9;
      Usage redis = watch.since(before);
      double events = outcome.acknowledged();
      handled.add(events / took);
      allMicros.add((vouch.cpuSeconds() - cpu) * 1e6 / events);
      redisMicros.add(redis.cpuSeconds() * 1e6 / events);
      trips.add(redis.roundTrips() / events);
      bytes.add(redis.bytes() / events);
      ratios.add(outcome.perSecond() / theirs.get(round).perSecond());
    }
    figures.add(
        Figure.plain(
            "acknowledgements, 16 connections", median(ours, Load.Outcome::perSecond), "per s"));
    figures.add(
        Figure.plain(
            "the same of bare Jetty with HMAC", median(theirs, Load.Outcome::perSecond), "per s"));
    figures.add(Figure.atLeast("ratio of the two, median", median(ratios), "", 0.6));
    figures.add(Figure.plain("ratio of the two, lowest round", min(ratios), ""));
    figures.add(Figure.plain("ratio of the two, highest round", max(ratios), ""));
    figures.add(
        Figure.plain("acknowledgement in bursts, p50", median(ours, one -> one.millis(50)), "ms"));
    figures.add(
        Figure.plain("acknowledgement in bursts, p99", median(ours, one -> one.millis(99)), "ms"));
    figures.add(
        Figure.plain(
            "answers other than 200", ours.stream().mapToDouble(Load.Outcome::refused).sum(), ""));
    figures.add(Figure.plain("events with all their effects", median(handled), "per s"));
    figures.add(Figure.plain("processor time of serve per event, door", median(doorMicros), "µs"));
    figures.add(Figure.plain("processor time of serve per event, all", median(allMicros), "µs"));
    figures.add(
        Figure.plain("processor time of Redis per event, door", median(redisDoorMicros), "µs"));
    figures.add(Figure.plain("processor time of Redis per event, all", median(redisMicros), "µs"));
    figures.add(Figure.atMost("Redis round trips per event, under load", median(trips), "", 3));
    figures.add(Figure.plain("bytes to and from Redis per event", median(bytes), "B"));
  }

  private void rates(Child vouch, Child bare, Watch watch) throws IOException {
    for (int rate : List.of(300, 1_000)) {
      progress.accept("%d events a second".formatted(rate));
      Load.Outcome theirs = atRate(bare.port, rate);
      Load.Outcome ours = atRate(vouch.port, rate);
      watch.drain();
      String at = "acknowledgement at %,d per s, ".formatted(rate);
      figures.add(Figure.plain(at + "p50", ours.millis(50), "ms"));
      figures.add(Figure.atMost(at + "p99", ours.millis(99), "ms", rate == 300 ? 25 : 50));
      figures.add(Figure.plain(at + "longest", ours.millis(100), "ms"));
      figures.add(Figure.plain(at + "p99 of bare Jetty", theirs.millis(99), "ms"));
    }
  }

  private Load.Outcome atRate(int port, int rate) throws IOException {
    double length = seconds * 2;
    try (Load load = Load.open(port, 32, requests.make((int) (rate * length)))) {
      return load.atRate(rate, length);
    }
  }

  /** What an event costs that comes alone: nothing can be done together with others. */
  private void oneAtATime(Child vouch, Watch watch) throws IOException {
    int count = 30;
    Watch.Account before = watch.account();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      try (Load load = Load.open(vouch.port, 1, requests.make(1))) {
        load.asFastAsPossible(5);
      }
      watch.drain();
    }
    double trips = watch.since(before).roundTrips();
    long took = System.nanoTime() - start;
    Watch.Account idle = watch.account();
    while (System.nanoTime() - start < 2 * took) {
      Child.pause();
    }
    figures.add(
        Figure.plain(
            "Redis round trips of an event that comes alone",
            (trips - watch.since(idle).roundTrips()) / count,
            ""));
  }

  private static double median(
      List<Load.Outcome> outcomes, java.util.function.ToDoubleFunction<Load.Outcome> of) {
    return median(outcomes.stream().map(of::applyAsDouble).toList());
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double min(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
