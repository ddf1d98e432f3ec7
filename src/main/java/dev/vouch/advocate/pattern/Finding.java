package dev.vouch.advocate.pattern;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a history says about whether a person acts for rewards. For staff only: it is never shown to
 * others, and nothing follows from it until a human has confirmed it.
 */
public sealed interface Finding {

  /** Not enough to say anything; the reason says what is missing. */
  record TooLittle(String reason) implements Finding {}

  /** Enough was seen, and it does not stand out. */
  record Unremarkable(double confidence, List<Sign> signs) implements Finding {
    public Unremarkable {
      signs = List.copyOf(signs);
    }
  }

  /**
   * A human should look.
   *
   * @param confidence the probability that the person mainly acts for rewards, if one in twenty
   *     does and the shares in {@link Sign.Kind} hold; a degree of belief under these assumptions,
   *     not a rate measured in this workspace
   * @param signs all that were weighed, the most telling first, those against among them
   */
  record Suspected(double confidence, List<Sign> signs) implements Finding {
    public Suspected {
      signs = List.copyOf(signs);
    }

    /** Only what speaks for it, the most telling first. */
    public List<Sign> evidence() {
      return signs.stream().filter(sign -> sign.likelihoodRatio() > 1).toList();
    }
  }

  /** What a human said of a finding. Only a confirmation ever lowers the weight of acts. */
  record Verdict(boolean confirmed, String by, Instant at) {}

  /** The probability that was come to; nothing where too little is known. */
  default double confidenceOr(double unknown) {
    if (this instanceof Suspected suspected) {
      return suspected.confidence();
    }
    return this instanceof Unremarkable finding ? finding.confidence() : unknown;
  }

  /**
   * Whether to show it: it is suspected, and no human has said anything yet, or has dismissed it
   * and there are enough new acts since to look again. What was confirmed needs no second look.
   */
  default boolean needsAHuman(History history, @Nullable Verdict verdict) {
    if (!(this instanceof Suspected)) {
      return false;
    }
    if (verdict == null) {
      return true;
    }
    long since = history.acts().stream().filter(act -> act.at().isAfter(verdict.at())).count();
    return !verdict.confirmed() && since >= TransactionalPattern.FEWEST_ACTS;
  }

  /** Most telling first. */
  static List<Sign> mostTellingFirst(List<Sign> signs) {
    return signs.stream()
        .sorted(Comparator.comparingDouble(Sign::likelihoodRatio).reversed())
        .toList();
  }
}
