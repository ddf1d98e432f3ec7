package dev.vouch.app.bench;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.AdvocateBook.Introduction;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.app.run.Team;
import dev.vouch.digest.DigestAssembly;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.Author;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** What is stored: how large it is, and how long reading it takes however much there is. */
final class StateBench {
  private static final int MEASURED = 5_000;
  private static final int MENTIONS = 10;
  private static final int ACTS = 3;
  private static final int BATCH = 64;
  private static final int TIMES = 200;

  /** More than these have one mention each, or it would take too long. */
  private static final int MANY = 100_000;

  /** By how much more advocates may make it slower before it is no longer flat. */
  private static final double FLAT = 2;

  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private final List<Integer> counts;
  private final Consumer<String> progress;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * @param counts how many advocates there are when reading is measured, ascending
   */
  StateBench(List<Integer> counts, Consumer<String> progress) {
    this.counts = counts;
    this.progress = progress;
  }

  List<Figure> run(Path directory, StandInWebApi slack) {
    try (BundledRedis redis = BundledRedis.open(directory);
        Store store = Store.at(redis.address(), InstantSource.system());
        Team team = WorkBench.team(store, slack)) {
      size(store);
      reading(team.workspace());
    }
    return figures;
  }

  private void size(Store store) {
    int measured = Math.min(MEASURED, counts.get(counts.size() - 1));
    progress.accept("memory of %,d advocates".formatted(measured));
    Store.Books books = store.books("T0SIZE");
    hear(books.advocates(), 0, 500, 1);
    double before = usedMemory(store);
    long start = System.nanoTime();
    hear(books.advocates(), 500, 500 + measured, MENTIONS + ACTS);
    double took = (System.nanoTime() - start) / 1e9;
    figures.add(
        Figure.atMost(
            "Redis memory of an advocate with 3 acts and 10 mentions",
            (usedMemory(store) - before) / measured,
            "B",
            2_048));
    figures.add(Figure.plain("mentions written", measured * (MENTIONS + ACTS) / took, "per s"));
  }

  private static double usedMemory(Store store) {
    return Double.parseDouble(store.info().getOrDefault("used_memory", "0"));
  }

  private void reading(Workspace workspace) {
    int there = 0;
    List<Map<String, Double>> medians = new ArrayList<>();
    for (int count : counts) {
      progress.accept("reading with %,d advocates".formatted(count));
      hear(workspace.advocates(), there, count, count > MANY ? 1 : 2);
      there = count;
      medians.add(read(workspace, count));
    }
    Map<String, Double> few = medians.get(0);
    medians
        .get(medians.size() - 1)
        .forEach(
            (what, many) ->
                figures.add(
                    Figure.atMost(
                        "%s with %,d beside %,d advocates"
                            .formatted(what, counts.get(counts.size() - 1), counts.get(0)),
                        many / Objects.requireNonNull(few.get(what)),
                        "",
                        FLAT)));
  }

  /** The median of each in milliseconds. */
  private Map<String, Double> read(Workspace workspace, int count) {
    DigestAssembly assembly =
        new DigestAssembly(
            workspace.advocates(),
            workspace.accounts(),
            workspace.nudges(),
            workspace.relationships());
    DigestChannel channel = new DigestChannel("C0DIGEST", LocalTime.NOON, ZoneOffset.UTC);
    LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    Asked asked = new Asked(StandInWebApi.STAFF, "D0BENCH", NOW);
    Map<String, Double> medians = new LinkedHashMap<>();
    medians.put("digest", timed("digest", count, () -> assembly.of(channel, day)));
    for (String command : List.of("top", "who <@U0P7>")) {
      String name = "/vouch " + command.substring(0, 3);
      Command parsed = CommandParser.parse(command);
      answered(CommandDesk.answer(parsed, asked, workspace));
      medians.put(
          name, timed(name, count, () -> CommandDesk.answer(parsed, asked, workspace).blocks()));
    }
    return medians;
  }

  /** Or it would be told how long a refusal takes. */
  private static void answered(Rendering answer) {
    if (!answer.blocks().toString().contains("Person ")) {
      throw new IllegalStateException("of the people that were heard nobody is told");
    }
  }

  private double timed(String what, int count, Supplier<?> work) {
    Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    for (int i = 0; i < TIMES * 2; i++) {
      long start = System.nanoTime();
      Objects.requireNonNull(work.get());
      if (i >= TIMES) {
        nanos.recordValue(System.nanoTime() - start);
      }
    }
    String name = "%s with %,d advocates, ".formatted(what, count);
    double median = nanos.getValueAtPercentile(50) / 1e6;
    figures.add(Figure.plain(name + "p50", median, "ms"));
    figures.add(Figure.plain(name + "p99", nanos.getValueAtPercentile(99) / 1e6, "ms"));
    return median;
  }

  /** Has people heard; the first of each one's mentions are acts. */
  private static void hear(AdvocateBook book, int from, int to, int mentions) {
    int acts = mentions > ACTS ? ACTS : 1;
    List<Introduction> met = new ArrayList<>();
    List<Hearing> hearings = new ArrayList<>();
    for (int person = from; person < to; person++) {
      met.add(new Introduction(author(person), null));
      for (int i = 0; i < mentions; i++) {
        hearings.add(hearing(person, i, i < acts));
      }
      if (hearings.size() >= BATCH || person == to - 1) {
        Patience.insist(() -> book.hear(met, hearings)).forEach(result -> result.get());
        met.clear();
        hearings.clear();
      }
    }
  }

  private static Author author(int person) {
    return new Author(
        "U0P" + person, "TC" + person % 40, "Person " + person, Author.Kind.CUSTOMER, null, null);
  }

  private static Hearing hearing(int person, int number, boolean isAct) {
    Instant at = NOW.minus(Duration.ofMinutes(30L * person % 40_000 + 37L * number));
    MentionId id =
        new MentionId(
            "C0BENCH%02d".formatted((person + number) % 20),
            "%d.%06d".formatted(at.getEpochSecond(), (person * 13 + number) % 1_000_000));
    Intent intent = isAct ? Intent.ADVOCACY : Intent.values()[1 + number % 8];
    List<String> words = List.of(words(person, number));
    String link =
        "https://bench.slack.example/archives/%s/p%s"
            .formatted(id.channel(), id.ts().replace(".", ""));
    Heard heard =
        new Heard(
            id,
            "U0P" + person,
            intent,
            Intent.PRAISE,
            0.87,
            Sentiment.POSITIVE,
            false,
            false,
            words,
            link,
            "encoder 3 words 5",
            null);
    AdvocacyAct act =
        new AdvocacyAct(
            id,
            "U0P" + person,
            Purpose.USUAL,
            0.87,
            Set.of(Driver.COMMUNITY, Driver.HUMAN_TOUCH),
            words,
            false,
            link,
            null);
    return Hearing.settled(heard, isAct ? act : null, id.ts());
  }

  private static String words(int person, int number) {
    String[] what = {"close", "export", "report", "import", "support", "price", "dashboard"};
    return "You should try it, because the %s took us %d days instead of %d with the old one."
        .formatted(what[(person + number) % what.length], 2 + person % 9, 11 + number);
  }
}
