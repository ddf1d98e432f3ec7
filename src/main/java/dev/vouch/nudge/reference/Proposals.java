package dev.vouch.nudge.reference;

import dev.vouch.advocate.relationship.Standing;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.reference.Need.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, at most three, and why nobody else.
 *
 * @param picked in the order in which to ask them
 * @param nearest of those left out the ones that came closest, with why not
 * @param leftOut how many were left out, by why, most first
 */
public record Proposals(List<Assessed> picked, List<Left> nearest, Map<String, Integer> leftOut) {
  private static final int MOST = 3;
  private static final int NEAREST = 4;
  private static final String THEIR_TURN = "others who fit were asked less of late";
  private static final String ENOUGH = "three who fit come before them";

  /**
   * Somebody with all that decides about them.
   *
   * @param refused why they may not be asked, and what might be; null where they may
   * @param goodwill in small asks
   */
  public record Assessed(
      Candidate candidate,
      Fit fit,
      @Nullable Refused refused,
      Standing standing,
      double goodwill) {}

  /**
   * Somebody who is not proposed.
   *
   * @param why in words that finish "because"
   * @param instead what they might be asked now; null where that is nothing
   */
  public record Left(Candidate candidate, String why, @Nullable Rung instead) {}

  public Proposals {
    picked = List.copyOf(picked);
    nearest = List.copyOf(nearest);
    leftOut = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  /** Chooses among people, in whatever order they come. */
  public static Proposals of(List<Assessed> people, Rotation rotation) {
    List<Assessed> fit =
        people.stream().filter(one -> reason(one).isEmpty()).sorted(order(rotation)).toList();
    List<Assessed> picked = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    for (Assessed one : fit) {
      if (!rotation.allows(one.candidate().person(), fit.size())) {
        left.add(new Left(one.candidate(), THEIR_TURN, null));
      } else if (picked.size() == MOST) {
        left.add(new Left(one.candidate(), ENOUGH, null));
      } else {
        picked.add(one);
      }
    }
    people.stream()
        .sorted(Comparator.comparingInt(one -> one.fit().missing().size()))
        .forEach(one -> reason(one).ifPresent(left::add));
    return new Proposals(picked, left.stream().limit(NEAREST).toList(), counted(left));
  }

  /** Who was asked least comes first; that they spoke of it weighs as much as one ask. */
  private static Comparator<Assessed> order(Rotation rotation) {
    return Comparator.<Assessed>comparingInt(
            one ->
                rotation.times(one.candidate().person()) - (one.fit().spoken().isEmpty() ? 0 : 1))
        .thenComparing(one -> -one.fit().spoken().size())
        .thenComparing(one -> -one.goodwill())
        .thenComparing(one -> one.candidate().person());
  }

  private static Optional<Left> reason(Assessed one) {
    if (!one.fit().holds()) {
      String why = "their " + one.fit().missing().get(0).otherwise();
      return Optional.of(new Left(one.candidate(), why, null));
    }
    return Optional.ofNullable(one.refused())
        .map(no -> new Left(one.candidate(), no.why().words(), no.instead()));
  }

  private static Map<String, Integer> counted(List<Left> left) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    left.forEach(one -> counts.merge(one.why(), 1, Integer::sum));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }
}
