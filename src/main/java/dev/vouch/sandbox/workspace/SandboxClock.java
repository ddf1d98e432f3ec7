package dev.vouch.sandbox.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The workspace's time: that of another clock plus an offset which people may move, forwards only.
 *
 * <p>Thread-safe. Listeners run one after another in the thread that moved the clock.
 */
public final class SandboxClock implements InstantSource {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private InstantSource base;
  private Duration offset;

  private SandboxClock(InstantSource base, Duration offset) {
    this.base = base;
    this.offset = offset;
  }

  /** Shows the real time until it is moved. */
  public static SandboxClock real() {
    return new SandboxClock(InstantSource.system(), Duration.ZERO);
  }

  /** Shows {@code start} now and goes on as fast as the real time does. */
  public static SandboxClock startingAt(Instant start) {
    InstantSource system = InstantSource.system();
    return new SandboxClock(system, Duration.between(system.instant(), start));
  }

  /** Stands still at {@code start}, but for being moved, until it is told to {@link #run}. */
  public static SandboxClock standingAt(Instant start) {
    return new SandboxClock(InstantSource.fixed(start), Duration.ZERO);
  }

  @Override
  public synchronized Instant instant() {
    return base.instant().plus(offset);
  }

  /** Goes on from what it shows, as fast as the real time does. */
  public synchronized void run() {
    InstantSource system = InstantSource.system();
    offset = Duration.between(system.instant(), instant());
    base = system;
  }

  /** Moves to {@code target} and tells the listeners; does nothing if that moment has passed. */
  public void advanceTo(Instant target) {
    advance(Duration.between(instant(), target));
  }

  /** Moves forwards by {@code step} and tells the listeners; does nothing if it is negative. */
  public void advance(Duration step) {
    if (step.isNegative()) {
      return;
    }
    synchronized (this) {
      offset = offset.plus(step);
    }
    listeners.forEach(Runnable::run);
  }

  /** Runs {@code listener} each time the clock was moved. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
