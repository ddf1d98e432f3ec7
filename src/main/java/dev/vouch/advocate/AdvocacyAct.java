package dev.vouch.advocate;

import dev.vouch.mention.Driver;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One time that a person meant to change what others think or do in our favour.
 *
 * @param confidence how sure the judgement was, 0 to 1; 1 where a person saved it by hand
 * @param evidence the words that decided, most telling first
 * @param incentivised a reward, a referral code or a disclosed tie shows in the text
 * @param savedBy Slack id of the rep who saved it by hand, or null where Vouch recognised it
 */
public record AdvocacyAct(
    MentionId mention,
    String person,
    ActKind kind,
    double confidence,
    Set<Driver> drivers,
    List<String> evidence,
    boolean incentivised,
    String permalink,
    @Nullable String savedBy) {

  public AdvocacyAct {
    drivers = Set.copyOf(drivers);
    evidence = List.copyOf(evidence);
  }

  /** When it was said. */
  public Instant at() {
    return mention.at();
  }
}
