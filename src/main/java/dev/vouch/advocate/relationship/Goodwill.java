package dev.vouch.advocate.relationship;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** So long may a question, a suggestion or a complaint wait for an answer of ours. */
  public static final Duration ANSWER_WITHIN = Duration.ofDays(3);

  /** A promise that is late hurts more than one that was never made. */
  private static final int LATE = -1_000;

  private static final int UNANSWERED = -250;

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
      // What an ask takes depends on its size and is said where it is made; so does what a no gives
      // back.
      case ASK -> -1_000;
      case NUDGE,
          REWARD_OFFER,
          REDEMPTION,
          REACTION,
          SHARE,
          PROMISE,
          ACKNOWLEDGED,
          FIXED,
          RENEWED,
          ASK_DONE,
          ASK_ACCEPTED,
          ASK_DECLINED,
          ASK_LATER,
          AGREED,
          DECLINED,
          PAUSED,
          RESUMED,
          INVITED,
          MERGED,
          UNMERGED,
          TAKEN_BACK ->
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

  /** How much there is now, in small asks. */
  public static double of(Relationship between, Collection<Heard> heard, Instant now) {
    return lines(between, heard, now).stream().mapToDouble(line -> line.left(now)).sum() / 1_000;
  }

  /** How much there was just after everything up to that moment had happened, in small asks. */
  public static double until(Relationship between, Collection<Heard> heard, Instant then) {
    return lines(between, heard, then).stream()
            .filter(line -> !line.at().isAfter(then))
            .mapToDouble(line -> line.left(then))
            .sum()
        / 1_000;
  }

  /**
   * What it is the sum of, oldest first. What did not happen counts too, from the day on which it
   * ought to have: a promise that is late, words that nobody answered.
   */
  public static List<Line> lines(Relationship between, Collection<Heard> heard, Instant now) {
    List<Line> lines = new ArrayList<>();
    for (LedgerEntry entry : between.ledger()) {
      if (entry.goodwill() != 0) {
        lines.add(new Line(entry.from(), entry.goodwill(), Why.RECORDED, entry, null));
      }
      if (isLate(entry, between, now)) {
        Instant due = Objects.requireNonNull(entry.until());
        lines.add(new Line(due, LATE, Why.PROMISE_LATE, entry, null));
      }
    }
    for (Heard one : heard) {
      if (worth(one) != 0) {
        lines.add(new Line(one.mention().at(), worth(one), Why.SAID, null, one));
        unanswered(one, between).filter(line -> !line.at().isAfter(now)).ifPresent(lines::add);
      }
    }
    lines.sort(Comparator.comparing(Line::at));
    return lines;
  }

  private static boolean isLate(LedgerEntry entry, Relationship between, Instant now) {
    Instant due = entry.until();
    return entry.kind() == Kind.PROMISE
        && due != null
        && due.isBefore(now)
        && between.entries(Kind.PROMISE_KEPT).stream()
            .noneMatch(kept -> kept.isAbout(entry.id()) && !kept.from().isAfter(due));
  }

  /** Words of theirs that wanted an answer and had none in time. */
  private static Optional<Line> unanswered(Heard one, Relationship between) {
    Instant due = one.mention().at().plus(ANSWER_WITHIN);
    boolean answered =
        between
            .entries(
                Kind.ANSWER, Kind.ACKNOWLEDGED, Kind.FIXED, Kind.FOLLOWED_UP, Kind.SUGGESTION_TAKEN)
            .stream()
            .anyMatch(
                entry -> entry.isAbout(one.mention().toString()) && !entry.from().isAfter(due));
    return answered
        ? Optional.empty()
        : Optional.of(new Line(due, UNANSWERED, Why.UNANSWERED, null, one));
  }

  /** What a mention takes: nothing where we were not sure what it is. */
  public static int worth(Heard heard) {
    return heard.abstained() ? 0 : worth(heard.intent());
  }

  /** By which rule a line stands. */
  public enum Why {
    RECORDED,
    SAID,
    UNANSWERED,
    PROMISE_LATE
  }

  /**
   * One thing that moved goodwill.
   *
   * @param milliAsks by how much when it happened, in thousandths of a small ask
   * @param entry of the ledger; null where it is something that they said
   * @param heard what they said; null where it is an entry
   */
  public record Line(
      Instant at, int milliAsks, Why why, @Nullable LedgerEntry entry, @Nullable Heard heard) {

    /** What is left of it, in thousandths of a small ask. */
    public double left(Instant now) {
      return Goodwill.left(milliAsks, Duration.between(at, now));
    }
  }
}
