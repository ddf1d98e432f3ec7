package dev.vouch.pipeline.learn;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Head;
import dev.vouch.classify.Learnt;
import dev.vouch.classify.learn.Correction;
import dev.vouch.classify.learn.Example;
import dev.vouch.classify.learn.Lesson;
import dev.vouch.classify.learn.Memory;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.Wordless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns from the corrections of one workspace, and reads its messages with what was learnt. */
public final class Learning {
  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final String team;
  private final LearningBook book;
  private final Shipped shipped;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Current> current = new AtomicReference<>();

  /** What came with the program; each is loaded when it is first asked for. */
  public record Shipped(Supplier<Classifier> classifier, Supplier<Memory> memory) {}

  /** What is in use here. */
  private record Current(int number, Optional<Head> head, Classifier classifier) {}

  /** What came of the wish to learn. */
  public sealed interface Answer {}

  /** There was a training. */
  public record Tried(ModelVersion version) implements Answer {}

  /** There is too little to learn from. */
  public record TooFew(int corrections) implements Answer {}

  /** Somebody else is at it. */
  public record Busy() implements Answer {}

  public Learning(String team, LearningBook book, Shipped shipped, InstantSource clock) {
    this.team = team;
    this.book = book;
    this.shipped = shipped;
    this.clock = clock;
  }

  /** What is kept. */
  public LearningBook book() {
    return book;
  }

  /** Reads messages as this workspace has taught; asks nobody. */
  public Classifier classifier() {
    return current().classifier();
  }

  /** Name and version of the models that came with the program. */
  public String shippedModel() {
    return shipped.classifier().get().model();
  }

  private Current current() {
    Current now = current.get();
    return now == null ? look() : now;
  }

  /** Takes up the version in use, wherever it was put to use; one question to the book. */
  public LearningState refresh() {
    LearningState state = book.state();
    Current now = current.get();
    if (now == null || now.number() != state.inUse()) {
      current.set(load(state.inUse()));
    }
    return state;
  }

  private Current look() {
    refresh();
    return java.util.Objects.requireNonNull(current.get());
  }

  private Current load(int number) {
    Optional<Head> head = number == ModelVersion.SHIPPED ? Optional.empty() : head(number);
    Classifier plain = shipped.classifier().get();
    return new Current(
        number,
        head,
        head.map(taught -> plain.with(new Learnt(team + " " + number, taught))).orElse(plain));
  }

  /** A head that is gone or damaged leaves the shipped ones. */
  private Optional<Head> head(int number) {
    Optional<byte[]> file = book.head(number);
    if (file.isEmpty()) {
      LOG.warn("workspace {}: version {} of its model is not kept any more", team, number);
      return Optional.empty();
    }
    try {
      return Optional.of(Head.read(file.get()));
    } catch (IOException e) {
      LOG.error(
          "workspace {}: version {} of its model cannot be read", team, number, Wordless.of(e));
      return Optional.empty();
    }
  }

  /**
   * Somebody said what a mention is.
   *
   * @param text of it, decoded; not kept
   * @param label null where they only said that it is no advocacy
   */
  public void corrected(
      MentionId mention, String author, String text, @Nullable Intent label, String by) {
    Classifier reader = classifier();
    if (reader.models().vectors().isEmpty() || !reader.isReadByModels(text)) {
      return;
    }
    Intent was = label == null ? Intent.ADVOCACY : reader.judge(text).intent();
    Example example = Example.of(text, reader.models());
    book.add(new Correction(mention, example, author, label, was, by, clock.instant()));
  }

  /** Whether something is to be learnt now; takes up the version in use by the way. */
  public boolean isDue() {
    return refresh().due(clock.instant()) == LearningState.Due.NOW;
  }

  /**
   * Learns now: some seconds of work.
   *
   * @param by Slack id of who asked for it; null where it comes by itself
   */
  public Answer learn(@Nullable String by) {
    LearningState state = refresh();
    Classifier plain = shipped.classifier().get();
    List<Correction> usable = Lesson.usable(book.corrections(), plain.models());
    if (usable.size() < Lesson.LEAST) {
      book.nothingToLearn(state.changes(), clock.instant());
      refresh();
      return new TooFew(usable.size());
    }
    Optional<String> claim = book.claim(LEASE);
    if (claim.isEmpty()) {
      return new Busy();
    }
    Lesson lesson = Lesson.of(usable, shipped.memory().get(), plain.models(), current().head());
    Optional<ModelVersion> made =
        book.publish(claim.get(), version(lesson, by), file(lesson.head()), state.changes());
    refresh();
    made.ifPresent(
        version ->
            LOG.info(
                "workspace {}: version {} of its model, from {} corrections: {}",
                team,
                version.number(),
                version.learnt(),
                version.reason()));
    return made.<Answer>map(Tried::new).orElseGet(Busy::new);
  }

  private ModelVersion version(Lesson lesson, @Nullable String by) {
    return new ModelVersion(
        ModelVersion.SHIPPED,
        clock.instant(),
        lesson.learnt(),
        lesson.before(),
        lesson.after(),
        lesson.reason(),
        by);
  }

  private static byte[] file(Head head) {
    try {
      return head.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Goes back to a version, or to the shipped models.
   *
   * @return false where it cannot be used
   */
  public boolean use(int number) {
    boolean done = book.use(number);
    refresh();
    return done;
  }
}
