package planted.pipeline;

import java.time.Instant;

/** A planted violation: the time is given, never read. */
final class ReadsTheClock {
  Instant planted = Instant.now();
}
