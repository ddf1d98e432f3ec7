package dev.vouch.advocate;

import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Driver;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Acts of advocacy for tests, by the day on which they happen. */
public final class Acts {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Acts() {}

  /** The moment that many days after the start. */
  public static Instant day(double day) {
    return START.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
  }

  public static AdvocacyAct on(double day) {
    return act(day, ActKind.RECOMMENDATION, false);
  }

  public static AdvocacyAct act(double day, ActKind kind, boolean incentivised, Driver... drivers) {
    MentionId mention = new MentionId("C1", day(day).getEpochSecond() + ".000000");
    Purpose purpose = new Purpose(kind, Aim.TRY);
    return new AdvocacyAct(
        mention, "UA", purpose, 0.9, Set.of(drivers), List.of(), incentivised, "", null);
  }
}
