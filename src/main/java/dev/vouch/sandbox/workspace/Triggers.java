package dev.vouch.sandbox.workspace;

import dev.vouch.sandbox.wire.SlackError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Trigger ids: each opens one view, once, within 3 s of what the person did. Thread-safe. */
final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);

  private final SandboxClock clock;
  private final Ids ids;
  private final Map<String, Trigger> issued = new HashMap<>();

  private record Trigger(String person, Instant expires, boolean used) {}

  Triggers(SandboxClock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  synchronized String issue(String person) {
    String id = ids.next("") + ".sandbox." + person;
    issued.put(id, new Trigger(person, clock.instant().plus(LIFE), false));
    return id;
  }

  /**
   * Uses the trigger up.
   *
   * @return who set it off
   * @throws SlackError {@code invalid_trigger_id}, {@code exchanged_trigger_id}, {@code
   *     expired_trigger_id}
   */
  synchronized String redeem(String id) {
    Trigger trigger = issued.get(id);
    if (trigger == null) {
      throw new SlackError("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new SlackError("exchanged_trigger_id");
    }
    if (clock.instant().isAfter(trigger.expires())) {
      throw new SlackError("expired_trigger_id");
    }
    issued.put(id, new Trigger(trigger.person(), trigger.expires(), true));
    return trigger.person();
  }
}
