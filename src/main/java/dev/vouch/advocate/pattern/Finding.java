package dev.vouch.advocate.pattern;

import dev.vouch.advocate.relationship.Ruling;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a history says about whether rewards drive a person's acts. For staff only: it is never
 * shown to others, and nothing follows from it until a human has confirmed it.
 */
public sealed interface Finding {

  /** Not enough to say anything. */
  record TooLittle(List<String> missing) implements Finding {
    public TooLittle {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Enough was seen to weigh.
   *
   * @param confidence the probability that rewards drive most of the acts, if they do in three of
   *     ten of whom there is so much to weigh, and if the figures in {@link Sign.Kind} hold; a
   *     degree of belief under these assumptions, not a rate measured in this workspace
   * @param signs all that were weighed, the most telling first, those against among them
   * @param missing what would make it surer, one sentence each
   */
  record Weighed(double confidence, List<Sign> signs, List<String> missing) implements Finding {
    public Weighed {
      signs =
          signs.stream()
              .sorted(Comparator.comparingDouble(Sign::likelihoodRatio).reversed())
              .toList();
      missing = List.copyOf(missing);
    }

    /** Whether a human should look. */
    public boolean isSuspected() {
      return confidence >= TransactionalPattern.SUSPECTED;
    }

    /** What speaks for it, the most telling first. */
    public List<Sign> evidence() {
      return signs.stream().filter(sign -> sign.likelihoodRatio() > 1 && sign.count() > 0).toList();
    }

    /** What speaks against it, the most telling first. */
    public List<Sign> against() {
      return signs.stream()
          .filter(sign -> sign.likelihoodRatio() < 1)
          .sorted(Comparator.comparingDouble(Sign::likelihoodRatio))
          .toList();
    }
  }

  /** What would make it surer. */
  List<String> missing();

  /** Whether a human should look, whatever one has said before. */
  default boolean isSuspected() {
    return false;
  }

  /**
   * Whether to ask a human: it is suspected, and none has said anything yet, or one has dismissed
   * it and there are enough new acts since to look again. What was confirmed needs no second look.
   */
  default boolean needsAHuman(History history, @Nullable Ruling ruling) {
    if (!isSuspected()) {
      return false;
    }
    if (ruling == null) {
      return true;
    }
    long since = history.acts().stream().filter(act -> act.at().isAfter(ruling.at())).count();
    return !ruling.confirmed() && since >= TransactionalPattern.FEWEST_CASES;
  }
}
