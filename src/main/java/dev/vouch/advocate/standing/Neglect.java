package dev.vouch.advocate.standing;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Complaints and words that nobody answered pile up at an account.
 *
 * @param since when there were enough of them
 * @param now how many of the last 30 days are still open
 * @param before how many there were in the 30 days before
 */
public record Neglect(Instant since, int now, int before) {
  /** Long enough that one bad week shows, and short enough that last quarter's does not. */
  private static final Duration SPAN = Duration.ofDays(30);

  /** What was said before that says nothing of it. */
  static Instant since(Instant now) {
    return now.minus(SPAN).minus(SPAN);
  }

  /** One or two happen to everybody. */
  private static final int FEWEST = 3;

  /** What one of the account's people has said, and what is between us. */
  record Voice(Relationship between, List<Heard> heard) {}

  /** Whether it is so at an account, by what its people say and what we have done about it. */
  static Optional<Neglect> of(Collection<Voice> people, Instant now) {
    Instant middle = now.minus(SPAN);
    Instant start = middle.minus(SPAN);
    List<Instant> open = new ArrayList<>();
    int before = 0;
    for (Voice voice : people) {
      for (Heard one : voice.heard()) {
        Instant at = one.mention().at();
        if (at.isAfter(middle) && isOpen(one, voice.between(), now)) {
          open.add(at);
        } else if (at.isAfter(start) && !at.isAfter(middle) && counted(one, voice, now)) {
          before++;
        }
      }
    }
    open.sort(Comparator.naturalOrder());
    return open.size() >= FEWEST && open.size() > before
        ? Optional.of(new Neglect(open.get(FEWEST - 1), open.size(), before))
        : Optional.empty();
  }

  /** A complaint counted then even if it has been made good since. */
  private static boolean counted(Heard one, Voice voice, Instant now) {
    return isComplaint(one) || isOpen(one, voice.between(), now);
  }

  private static boolean isOpen(Heard one, Relationship between, Instant now) {
    return isComplaint(one)
        ? !between.has(one.mention().toString(), Recovery.Step.FOLLOWED_UP.entry())
        : isUnanswered(one, between) && !now.isBefore(answerBy(one));
  }

  private static boolean isComplaint(Heard one) {
    return !one.abstained() && (one.intent() == Intent.COMPLAINT || one.intent() == Intent.WARNING);
  }

  static Instant answerBy(Heard one) {
    return one.mention().at().plus(Goodwill.ANSWER_WITHIN);
  }

  /** Whether it wanted an answer and has none. */
  static boolean isUnanswered(Heard one, Relationship between) {
    boolean wants = one.intent() == Intent.QUESTION || one.intent() == Intent.SUGGESTION;
    return wants
        && !one.abstained()
        && !between.has(one.mention().toString(), Kind.ANSWER, Kind.SUGGESTION_TAKEN);
  }
}
