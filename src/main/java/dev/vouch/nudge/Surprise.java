package dev.vouch.nudge;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What makes a surprise one: it comes at a time that nobody can foresee, and never close to what it
 * could be taken for the price of, be it an act of theirs or an ask of ours.
 *
 * @param salt of the workspace, so that whoever knows the rules of one cannot foresee another's
 */
record Surprise(String salt) {

  /** Until when it has to wait, and why; empty where nothing is close. */
  Optional<Hold> tooClose(Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    return afterActs(nudge, situation, rules, now)
        .or(() -> afterAsks(nudge, situation, rules, now))
        .or(() -> afterOthers(nudge, situation, rules, now));
  }

  /** After what it came of at a random time, and after other acts at the shortest distance. */
  private Optional<Hold> afterActs(
      Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    Instant earliest = nudge.occasion().at().plus(delay(nudge.id(), rules));
    if (now.isBefore(earliest)) {
      return Optional.of(new Hold(earliest, Reason.ROOM_AFTER_THE_ACT));
    }
    return situation.evidence().acts().stream()
        .map(AdvocacyAct::at)
        .max(Comparator.naturalOrder())
        .filter(act -> now.isBefore(act.plus(rules.leastDelay())))
        .map(act -> act.plus(delay(nudge.id() + "/" + act, rules)))
        .map(until -> new Hold(until, Reason.ROOM_AFTER_THE_ACT));
  }

  /** What we asked for, and what they did because we had. */
  private Optional<Hold> afterAsks(
      Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    return latest(situation.evidence().person().entries(Kind.ASK, Kind.ASK_ACCEPTED, Kind.ASK_DONE))
        .map(ask -> ask.from().plus(rules.awayFromAsks()))
        .filter(now::isBefore)
        .map(free -> free.plus(jitter(nudge.id() + "/" + free, rules)))
        .map(until -> new Hold(until, Reason.ROOM_AROUND_AN_ASK));
  }

  /** What somebody else at the account was given. */
  private Optional<Hold> afterOthers(
      Nudge nudge, Situation situation, NudgeRules rules, Instant now) {
    return latest(situation.evidence().account().entries(Kind.DELIGHT))
        .map(given -> given.from().plus(rules.roundTheAccount()))
        .filter(now::isBefore)
        .map(free -> free.plus(jitter(nudge.id() + "/" + free, rules)))
        .map(until -> new Hold(until, Reason.ROUND_THE_ACCOUNT));
  }

  private static Optional<LedgerEntry> latest(Collection<LedgerEntry> entries) {
    return entries.stream().max(Comparator.comparing(LedgerEntry::from));
  }

  /**
   * Between the shortest and the longest delay, spread evenly and fixed for one nudge of one
   * workspace.
   */
  Duration delay(String what, NudgeRules rules) {
    return rules.leastDelay().plus(jitter(what, rules));
  }

  private Duration jitter(String what, NudgeRules rules) {
    double share = hash(what) / (double) 0xffff_ffffL;
    Duration room = rules.mostDelay().minus(rules.leastDelay());
    return Duration.ofSeconds(Math.round(share * room.toSeconds()));
  }

  /** The same for the same thing in one workspace, and evenly spread over all of them. */
  long lot(String what) {
    return hash(what) * 0x9E37_79B9_7F4A_7C15L >>> 1;
  }

  private long hash(String what) {
    CRC32 hash = new CRC32();
    hash.update((salt + "/" + what).getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }
}
