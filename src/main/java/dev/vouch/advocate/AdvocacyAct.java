package dev.vouch.advocate;

import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.Driver;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One time that a person meant to change what others think or do in our favour.
 *
 * @param purpose the form it took and what others are to do
 * @param confidence how sure the judgement was, 0 to 1; 1 where a person saved it by hand
 * @param evidence the words that decided, most telling first
 * @param wording how it was said
 * @param savedBy Slack id of the rep who saved it by hand, or null where Vouch recognised it
 */
public record AdvocacyAct(
    MentionId mention,
    String person,
    Purpose purpose,
    double confidence,
    Set<Driver> drivers,
    List<String> evidence,
    Wording wording,
    String permalink,
    @Nullable String savedBy) {

  public AdvocacyAct {
    drivers = Set.copyOf(drivers);
    evidence = List.copyOf(evidence);
  }

  /** An act of whose text nothing is known but whether a reward shows in it. */
  public AdvocacyAct(
      MentionId mention,
      String person,
      Purpose purpose,
      double confidence,
      Set<Driver> drivers,
      List<String> evidence,
      boolean incentivised,
      String permalink,
      @Nullable String savedBy) {
    this(
        mention,
        person,
        purpose,
        confidence,
        drivers,
        evidence,
        Wording.unread(incentivised),
        permalink,
        savedBy);
  }

  /** Whether a reward, a referral code or a disclosed tie shows in the text. */
  public boolean incentivised() {
    return wording.incentivised();
  }

  /** What form it took. */
  public ActKind kind() {
    return purpose.kind();
  }

  /** What others are to do. */
  public Aim aim() {
    return purpose.aim();
  }

  /** When it was said. */
  public Instant at() {
    return mention.at();
  }
}
