package dev.vouch.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Answers of Slack, remembered for an hour and asked for once however many threads want them.
 * "Nobody of that id" is remembered for a minute, a failure not at all.
 *
 * <p>The question is asked outside the cache's own locks, where a slow answer would hold up other
 * keys too.
 */
final class Remembered<V> {
  private static final Duration KNOWN = Duration.ofHours(1);
  private static final Duration UNKNOWN = Duration.ofMinutes(1);
  private static final long MOST = 50_000;

  private final Function<String, Optional<V>> source;
  private final Cache<String, Optional<V>> known;
  private final ConcurrentMap<String, CompletableFuture<Optional<V>>> flights =
      new ConcurrentHashMap<>();

  Remembered(InstantSource clock, Function<String, Optional<V>> source) {
    this(clock, source, KNOWN);
  }

  /**
   * @param knownFor an hour at most, in which answers may be out of date
   */
  Remembered(InstantSource clock, Function<String, Optional<V>> source, Duration knownFor) {
    this.source = source;
    Instant start = clock.instant();
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(
                Expiry.<String, Optional<V>>creating(
                    (id, value) -> value.isPresent() ? knownFor : UNKNOWN))
            .ticker(() -> Duration.between(start, clock.instant()).toNanos())
            .executor(Runnable::run)
            .build();
  }

  Optional<V> get(String id) {
    Optional<V> value = known.getIfPresent(id);
    return value != null ? value : fly(id);
  }

  void forget(String id) {
    flights.remove(id);
    known.invalidate(id);
  }

  private Optional<V> fly(String id) {
    CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<V>> other = flights.putIfAbsent(id, mine);
    return other == null ? ask(id, mine) : join(other);
  }

  private Optional<V> ask(String id, CompletableFuture<Optional<V>> mine) {
    try {
      Optional<V> landed = known.getIfPresent(id);
      Optional<V> value = landed != null ? landed : source.apply(id);
      keep(id, value, mine);
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      flights.remove(id, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  /** Keeps an answer unless it was forgotten while it was on its way. */
  private void keep(String id, Optional<V> value, CompletableFuture<Optional<V>> mine) {
    known.put(id, value);
    if (!flights.remove(id, mine)) {
      known.invalidate(id);
    }
  }

  private static <T> T join(CompletableFuture<T> flight) {
    try {
      return flight.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
