package dev.vouch.advocate.relationship;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * The forgiveness that a relationship holds, in small asks: 1 is what one small ask takes. It is
 * what we gave less what we took, each fading with its age, so that it is always the sum of what is
 * on record and can be told line by line.
 *
 * <p>Known weakness: what each thing is worth is an assumption with a reason, not measured. The
 * signs, and that no ask may take it below the floor, are what the product rests on.
 */
public final class Goodwill {
  /** What we gave is half forgotten in four months, and so is what we took. */
  public static final Duration HALF_LIFE = Duration.ofDays(120);

  /** No ask of ours takes goodwill below it: we give before we ask. */
  public static final int FLOOR = 0;

  private Goodwill() {}

  /** What an entry of a kind is worth when it happens, in thousandths of a small ask. */
  public static int worth(Kind kind) {
    return switch (kind) {
      // Somebody of ours took time for them.
      case HELP, DELIGHT -> 1_000;
      // Being heard is little by itself, and more than most get.
      case ANSWER -> 500;
      // Their word has changed the product: nothing says better that we listen.
      case SUGGESTION_TAKEN -> 1_500;
      case PROMISE_KEPT -> 750;
      // A failure that is owned up to and followed up leaves most people warmer than before.
      case FOLLOWED_UP -> 1_500;
      case INCIDENT -> -1_500;
      case PROMISE_LATE -> -1_000;
      case SUGGESTION_IGNORED -> -500;
      // What an ask takes depends on its size and is said where it is made.
      case ASK -> -1_000;
      case NUDGE,
          REWARD_OFFER,
          REDEMPTION,
          REACTION,
          SHARE,
          PROMISE,
          ACKNOWLEDGED,
          FIXED,
          ASK_DONE,
          ASK_ACCEPTED,
          ASK_DECLINED,
          AGREED,
          DECLINED,
          PAUSED,
          RESUMED ->
          0;
    };
  }

  /** What a mention takes until we have answered, in thousandths of a small ask. */
  public static int worth(Intent intent) {
    return switch (intent) {
      case COMPLAINT, WARNING -> -1_000;
      // We owe an answer; it gives more than this took.
      case QUESTION, SUGGESTION -> -250;
      case ADVOCACY, PRAISE, AMPLIFICATION, REWARD_SEEKING, NEUTRAL -> 0;
    };
  }

  /** What is left of so many thousandths after {@code age}, in thousandths. */
  public static double left(int milliAsks, Duration age) {
    double lives = Math.max(0, age.toSeconds()) / (double) HALF_LIFE.toSeconds();
    return milliAsks * Math.pow(2, -lives);
  }

  /** How much there is now, in small asks. What both clocks put in the future counts in full. */
  public static double of(Collection<LedgerEntry> ledger, Collection<Heard> heard, Instant now) {
    double sum = 0;
    for (LedgerEntry entry : ledger) {
      sum += left(entry.goodwill(), Duration.between(entry.from(), now));
    }
    for (Heard one : heard) {
      sum += left(worth(one), Duration.between(one.mention().at(), now));
    }
    return sum / 1_000;
  }

  /** What a mention takes: nothing where we were not sure what it is. */
  public static int worth(Heard heard) {
    return heard.abstained() ? 0 : worth(heard.intent());
  }
}
