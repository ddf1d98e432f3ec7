package dev.vouch.classify.learn;

import dev.vouch.classify.Head;
import dev.vouch.classify.Models;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A head taught by the corrections of one workspace, and whether it may be used.
 *
 * @param learnt how many corrections it was trained on
 * @param before figures of what was in use
 * @param after figures of the head
 */
public record Lesson(Head head, int learnt, Figures before, Figures after, Reason reason) {
  /** From so few corrections nothing is learnt. */
  public static final int LEAST = 10;

  /** What the mean F1 on the shipped corpus may fall by: less than chance moves it by. */
  private static final double MOST_LOST = 0.01;

  /** Why a head is taken or refused. */
  public enum Reason {
    /** It meets as many held-out corrections as before, or more, and forgot nothing. */
    TAKEN,
    /** It meets fewer of the held-out corrections than what is in use. */
    MEETS_FEWER,
    /** It does worse than the shipped heads on what they were made for. */
    FORGETS
  }

  /** Whether it may be used. */
  public boolean isTaken() {
    return reason == Reason.TAKEN;
  }

  /** Those of {@code corrections} that these models can learn from, in an order of their own. */
  public static List<Correction> usable(List<Correction> corrections, Models models) {
    String encoder = models.vectors().map(vectors -> vectors.encoder().id()).orElse("");
    return corrections.stream()
        .filter(one -> one.example().encoder().equals(encoder))
        .sorted(Comparator.comparing(one -> one.mention().toString()))
        .toList();
  }

  /**
   * Teaches a head, and measures it against what is in use. Where it forgets too much it goes only
   * a part of the way; where no part helps, the whole way is what was refused.
   *
   * @param corrections {@link #usable} ones
   * @param memory what the shipped heads must not forget
   * @param inUse what was taught before; empty where the shipped heads are used alone
   */
  public static Lesson of(
      List<Correction> corrections, Memory memory, Models models, Optional<Head> inUse) {
    List<Correction> heldOut = corrections.stream().filter(Correction::isHeldOut).toList();
    List<Correction> learnt = corrections.stream().filter(one -> !one.isHeldOut()).toList();
    Measure measure = new Measure(heldOut, memory, models);
    Figures before = measure.of(inUse);
    double shipped = inUse.isEmpty() ? before.baseline() : measure.of(Optional.empty()).baseline();
    List<Lesson> tried = new ArrayList<>();
    for (Head head : Teaching.USUAL.heads(learnt, memory, models)) {
      Figures after = measure.of(Optional.of(head));
      Lesson lesson =
          new Lesson(head, learnt.size(), before, after, reason(before, after, shipped));
      if (lesson.isTaken()) {
        return lesson;
      }
      tried.add(lesson);
    }
    return tried.get(0);
  }

  /**
   * @param shipped mean F1 of the shipped heads: small losses must not add up over versions
   */
  static Reason reason(Figures before, Figures after, double shipped) {
    if (after.met() < before.met()) {
      return Reason.MEETS_FEWER;
    }
    return after.baseline() < shipped - MOST_LOST ? Reason.FORGETS : Reason.TAKEN;
  }
}
