package dev.vouch.slack.listen;

import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.inbox.Inbox.Unavailable;
import dev.vouch.slack.view.ErrorView;
import dev.vouch.slack.view.Rendering;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How listeners get their work done within Slack's three seconds, and what they say and log when it
 * fails: ids and the class of the error, never anybody's words.
 *
 * @param references makes the id that links what a person sees with what the log says
 * @param threads where the work is done
 * @param patience how long a listener waits for it before it acknowledges without a result
 */
record Answering(Supplier<String> references, Executor threads, Duration patience) {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  /** Who asked for what, for the log. */
  record Asker(String what, String team, String person) {}

  /** Something said over a response_url. */
  @FunctionalInterface
  interface Say {
    void say() throws IOException;
  }

  /**
   * The result of some work, if it is there in time; else empty, and {@code late} gets it when it
   * is.
   */
  <T> Optional<T> soon(Supplier<T> work, Consumer<T> late) {
    CompletableFuture<T> result = begun(work);
    Optional<T> soon = soon(result);
    if (soon.isEmpty()) {
      afterwards(result, late);
    }
    return soon;
  }

  /** Some work that is being done now. */
  <T> CompletableFuture<T> begun(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  /** Has the result of work that came too late go where it is still of use. */
  <T> void afterwards(CompletableFuture<T> result, Consumer<T> late) {
    CompletableFuture<T> unused = result.whenComplete((value, error) -> finish(late, value, error));
  }

  /** The result of work, if it is there in time. */
  <T> Optional<T> soon(CompletableFuture<T> result) {
    try {
      return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  private static <T> void finish(Consumer<T> late, @Nullable T value, @Nullable Throwable error) {
    if (value != null) {
      late.accept(value);
    } else if (error != null) {
      LOG.warn("work that came too late failed: {}", error.getClass().getSimpleName());
    }
  }

  /** Whether some work is done in time; a failure is logged. */
  boolean isDone(Asker asker, Runnable work) {
    try {
      return soon(
              () -> {
                work.run();
                return true;
              },
              late -> {})
          .isPresent();
    } catch (RuntimeException e) {
      log(asker, references.get(), e);
      return false;
    }
  }

  /** For what is left of Slack's three seconds after something took too long. */
  Answering forTheRest() {
    return new Answering(references, threads, patience.dividedBy(4));
  }

  /** Whether something that was begun is done in time; a failure is logged. */
  boolean isDone(Asker asker, CompletableFuture<Void> work) {
    try {
      return soon(work.thenApply(nothing -> true)).isPresent();
    } catch (RuntimeException e) {
      log(asker, references.get(), e);
      return false;
    }
  }

  /** Does something after the acknowledgement; a failure is logged. */
  void later(Asker asker, Say work) {
    try {
      threads.execute(() -> quietly(asker, work));
    } catch (RejectedExecutionException e) {
      log(asker, references.get(), e);
    }
  }

  private void quietly(Asker asker, Say work) {
    try {
      work.say();
    } catch (IOException | RuntimeException e) {
      log(asker, references.get(), e);
    }
  }

  /** What to tell somebody whose request failed, and a line in the log under the same reference. */
  Rendering failed(Asker asker, Throwable error) {
    String reference = references.get();
    log(asker, reference, error);
    return isPassing(error) ? ErrorView.notNow(reference) : ErrorView.failed(reference);
  }

  /** The same for something that is kept and tried again. */
  Rendering delayed(Asker asker, Throwable error) {
    String reference = references.get();
    log(asker, reference, error);
    return isPassing(error) ? ErrorView.kept(reference) : ErrorView.failed(reference);
  }

  private static boolean isPassing(Throwable error) {
    return error instanceof Unreachable || error instanceof Unavailable;
  }

  private static void log(Asker asker, String reference, Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    LOG.warn(
        "{} failed, reference {}: {} at {} (team {}, person {})",
        asker.what(),
        reference,
        error.getClass().getSimpleName(),
        trace.length == 0 ? "?" : trace[0],
        asker.team(),
        asker.person());
  }
}
