package dev.vouch.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class FixedClock implements InstantSource {
  private volatile Instant now;

  public FixedClock(String now) {
    this.now = Instant.parse(now);
  }

  public void forward(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
