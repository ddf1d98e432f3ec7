package dev.vouch.advocate.standing;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That a contract was renewed, as it shows when somebody moves the date of its end. */
public final class Renewal {
  /** Shorter contracts are rare, and whoever corrects a date seldom moves it so far. */
  private static final int LEAST_DAYS = 25;

  /** Contracts are renewed before they end, but hardly half a year before. */
  private static final int EARLY_DAYS = 180;

  private Renewal() {}

  /**
   * The entry for the account's ledger, if the date has moved on by at least the shortest contract
   * and the old one was near or over. Its id is made of the new date, so that a renewal is noted
   * once.
   *
   * @param by Slack id of whoever moved it; null where a file did
   */
  public static Optional<LedgerEntry> of(
      Account before, Account after, @Nullable String by, Instant now) {
    LocalDate was = before.profile().renewal();
    LocalDate is = after.profile().renewal();
    if (was == null || is == null || is.isBefore(was.plusDays(LEAST_DAYS))) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return was.isAfter(today.plusDays(EARLY_DAYS))
        ? Optional.empty()
        : Optional.of(
            LedgerEntry.moment("renewed:" + is, Kind.RENEWED, now)
                .noted(new Note(by, "until " + is, null)));
  }
}
