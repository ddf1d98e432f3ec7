package dev.vouch.bench;

import dev.vouch.advocate.AdvocateBook.Introduction;
import dev.vouch.advocate.AdvocateBook.Result;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to write judged mentions to a Redis of its own, by how many go together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class InnerWriteBenchmark {
  private static final int PEOPLE = 2_000;

  @Param({"1", "64"})
  public int together;

  private Path directory;
  private BundledRedis redis;
  private Store store;
  private Store.Books books;
  private int number;

  /** Starts a Redis. */
  @Setup
  public void start() throws IOException {
    directory = Files.createTempDirectory("vouch-jmh");
    redis = BundledRedis.open(directory);
    store = Store.at(redis.address(), InstantSource.system());
    books = store.books("T0JMH");
  }

  /** Stops it again. */
  @TearDown
  public void stop() throws IOException {
    store.close();
    redis.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  /** The script {@code mention_write}, and {@code person_meet} before it, in one pipeline. */
  @Benchmark
  public List<Result> mentionWrite() {
    List<Introduction> met = new ArrayList<>();
    List<Hearing> hearings = new ArrayList<>();
    for (int i = 0; i < together; i++) {
      String person = "U0P" + number % PEOPLE;
      met.add(
          new Introduction(
              new Author(person, "TC1", "Person", Author.Kind.CUSTOMER, null, null), null));
      hearings.add(hearing(person, number++));
    }
    return books.advocates().hear(met, hearings);
  }

  private static Hearing hearing(String person, int number) {
    String ts = "%d.%06d".formatted(1_764_000_000 + number / 100, number % 1_000_000);
    Heard heard =
        new Heard(
            new MentionId("C0JMH", ts),
            person,
            Intent.PRAISE,
            Intent.NEUTRAL,
            0.87,
            Sentiment.POSITIVE,
            false,
            false,
            List.of("The close took us four days instead of nine with the old one."),
            "https://acme.slack.com/archives/C0JMH/p" + ts.replace(".", ""),
            "encoder 3 words 5",
            null);
    return Hearing.settled(heard, null, ts);
  }
}
