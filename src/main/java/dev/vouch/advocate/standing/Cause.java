package dev.vouch.advocate.standing;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Consent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence, so that whoever doubts can look.
 *
 * @param what it is: the wire name of an intent, of a kind of act or of a ledger's entry
 * @param id of the mention or of the entry
 * @param permalink to the mention; null where it is none
 * @param words theirs, or those of whoever noted it; null where there are none
 */
public record Cause(
    String what, String id, Instant at, @Nullable String permalink, @Nullable String words) {

  static Cause of(Heard heard) {
    return new Cause(
        heard.intent().wire(),
        heard.mention().toString(),
        heard.mention().at(),
        heard.permalink(),
        heard.evidence().stream().findFirst().orElse(null));
  }

  static Cause of(AdvocacyAct act) {
    return new Cause(
        act.kind().wire(),
        act.mention().toString(),
        act.at(),
        act.permalink(),
        act.evidence().stream().findFirst().orElse(null));
  }

  static Cause of(LedgerEntry entry) {
    return new Cause(entry.kind().wire(), entry.id(), entry.from(), null, entry.note().words());
  }

  static Cause of(Consent consent) {
    return new Cause(
        consent.answer().wire(),
        "consent:" + consent.topic().wire(),
        consent.at(),
        null,
        consent.topic().wire());
  }
}
