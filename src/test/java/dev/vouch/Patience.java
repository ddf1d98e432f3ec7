package dev.vouch;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has every test wait for what it waits for as long as a busy machine may take: how fast something
 * is, benchmarks tell.
 */
public final class Patience implements BeforeAllCallback {
  private static final Duration BUSY_MACHINE = Duration.ofSeconds(60);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(BUSY_MACHINE);
  }
}
