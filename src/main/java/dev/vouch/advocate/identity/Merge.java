package dev.vouch.advocate.identity;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import java.time.Instant;

/**
 * One of us says that two Slack ids are the same human.
 *
 * @param person under whom they are known from then on
 * @param name what people call them, should nothing have been heard of that id yet
 * @param identity the other id
 * @param by Slack id of the one of us
 */
public record Merge(String person, String name, String identity, String by, Instant at) {

  /** That it was done, as it stands in both ledgers. */
  LedgerEntry entry(String about) {
    return entry(identity, Kind.MERGED, new Note(by, null, about), at);
  }

  static LedgerEntry entry(String identity, Kind kind, Note note, Instant at) {
    String id = "%s:%s:%d".formatted(kind.wire(), identity, at.toEpochMilli());
    return LedgerEntry.moment(id, kind, at).noted(note);
  }
}
