package dev.vouch.advocate;

import dev.vouch.mention.Stance;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a message, with all it may come to: what it does come to follows from what it
 * stands under, and that may be heard later, change or go.
 *
 * @param version Slack's timestamp of the wording
 * @param second whether it only seconds what stands before it
 * @param outcomes what it comes to under each stance; where one is left out, the same as alone
 */
public record Hearing(String version, boolean second, Map<Stance, Outcome> outcomes) {

  /** What a message comes to: how it is read, and the act it counts as, if it is one. */
  public record Outcome(Heard heard, @Nullable AdvocacyAct act) {}

  public Hearing {
    Outcome alone = Objects.requireNonNull(outcomes.get(Stance.NONE), "what it comes to alone");
    Map<Stance, Outcome> different = new EnumMap<>(Stance.class);
    different.put(Stance.NONE, alone);
    outcomes.forEach(
        (stance, outcome) -> {
          if (!outcome.equals(alone)) {
            different.put(stance, outcome);
          }
        });
    outcomes = Map.copyOf(different);
  }

  /** A message that comes to the same whatever it stands under. */
  public static Hearing settled(Heard heard, @Nullable AdvocacyAct act, String version) {
    return new Hearing(version, false, Map.of(Stance.NONE, new Outcome(heard, act)));
  }

  /** What it comes to alone. */
  public Heard alone() {
    return under(Stance.NONE).heard();
  }

  /** What it comes to under a message of that stance. */
  public Outcome under(Stance stance) {
    Outcome other = outcomes.get(stance);
    return other == null ? Objects.requireNonNull(outcomes.get(Stance.NONE)) : other;
  }

  /** Whether what it comes to hangs on what it stands under. */
  public boolean hangsOnContext() {
    return outcomes.size() > 1;
  }
}
