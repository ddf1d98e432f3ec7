package dev.vouch.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One workspace's turns at a queue: what is due in it is worked off, one after the other, each
 * failing by itself. A turn ends after some of them or some seconds, so that others have theirs.
 */
public final class DueTurn<T> {
  private static final Logger LOG = LoggerFactory.getLogger(DueTurn.class);
  private static final int MOST = 20;

  /** A Slack that hangs takes eight seconds a call. */
  private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

  private final String what;
  private final Function<T, String> name;
  private final Setback<T> setback;
  private final WorkMeters meters;

  /** Has what failed come up again later and later. */
  @FunctionalInterface
  public interface Setback<T> {
    /**
     * @param why the kind of failure, in a word
     */
    void note(T item, String why);
  }

  /**
   * @param what is in the queue, in a word
   * @param name of one of it, for the log
   */
  public DueTurn(String what, Function<T, String> name, Setback<T> setback, WorkMeters meters) {
    this.what = what;
    this.name = name;
    this.setback = setback;
    this.meters = meters;
  }

  /**
   * Has a turn.
   *
   * @param leased who does it, for as long as it is theirs to do: that begins before it is taken
   * @param claim takes the next that is due
   * @return whether there may be more
   */
  public boolean at(Supplier<Consumer<T>> leased, Supplier<Optional<T>> claim) {
    long began = System.nanoTime();
    for (int i = 0; i < MOST && System.nanoTime() - began < LONGEST_NANOS; i++) {
      Consumer<T> work = leased.get();
      Optional<T> claimed = claim.get();
      if (claimed.isEmpty()) {
        return false;
      }
      attempt(claimed.get(), work);
    }
    return true;
  }

  private void attempt(T item, Consumer<T> work) {
    try {
      work.accept(item);
    } catch (Directory.Unreachable e) {
      LOG.warn("{} {} waits for Slack: {}", what, name.apply(item), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error(
          "{} {} holds up no other, and comes up later", what, name.apply(item), Wordless.of(e));
      meters.setback(what);
      setback.note(item, e.getClass().getSimpleName());
    }
  }
}
