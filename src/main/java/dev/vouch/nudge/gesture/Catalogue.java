package dev.vouch.nudge.gesture;

import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.mention.Driver;
import dev.vouch.nudge.moment.Moment;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Which gesture suits a person at a moment: one that we can offer, that they have not declined and
 * that is not the one they had last; before others what moves them, as they said or we noted, and
 * then what fits the words they chose.
 *
 * @param moment at which one would do it
 * @param offered what the company can do at all
 * @param between what they said about what moves them and what they agree to
 * @param roles what follows from what they are to us
 * @param drivers what they spoke of
 * @param before what they had before, newest first
 * @param giftsAllowed whether rules allow a small gift to them
 */
public record Catalogue(
    Moment moment,
    Set<Gesture> offered,
    Relationship between,
    RoleRules roles,
    Set<Driver> drivers,
    List<Gesture> before,
    boolean giftsAllowed) {
  private static final int MOST_OTHERS = 2;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  public Catalogue {
    offered = Set.copyOf(offered);
    drivers = Set.copyOf(drivers);
    before = List.copyOf(before);
  }

  /**
   * The best one, with up to two others.
   *
   * @param lot decides between two that are as good as each other: the lower goes first
   */
  public Optional<Advice> best(ToLongFunction<Gesture> lot) {
    List<Gesture> fitting =
        Arrays.stream(Gesture.values())
            .filter(this::fits)
            .sorted(
                Comparator.comparing(Gesture::isIntrinsic)
                    .thenComparingInt(this::merit)
                    .reversed()
                    .thenComparingInt(one -> Collections.frequency(before, one))
                    .thenComparingLong(lot))
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    Gesture best = fitting.get(0);
    int others = Math.min(fitting.size(), 1 + MOST_OTHERS);
    return Optional.of(new Advice(best, fitting.subList(1, others), why(best)));
  }

  private boolean fits(Gesture gesture) {
    return offered.contains(gesture)
        && gesture.suits(moment)
        && roles.allow(gesture.topic())
        && !wasLast(gesture)
        && (gesture.isIntrinsic() || giftsAllowed)
        && isWelcome(gesture);
  }

  private boolean wasLast(Gesture gesture) {
    return !before.isEmpty() && before.get(0) == gesture;
  }

  private boolean isWelcome(Gesture gesture) {
    Consent said = between.consents().get(gesture.topic());
    return said == null ? !gesture.needsConsent() : said.agreed();
  }

  /** Their own word counts most, ours next, and what fits their words last. */
  private int merit(Gesture gesture) {
    int moved = gesture.motivators().stream().mapToInt(this::known).max().orElse(0);
    boolean spoken = gesture.drivers().stream().anyMatch(drivers::contains);
    return moved + (spoken ? 1 : 0);
  }

  private int known(Motivator motivator) {
    Known known = between.motivators().get(motivator);
    if (known == null) {
      return 0;
    }
    return isOwn(known) ? 4 : 3;
  }

  private boolean isOwn(Known known) {
    return known.by().equals(between.with().id());
  }

  private String why(Gesture gesture) {
    List<String> reasons = new ArrayList<>();
    between
        .motivators()
        .forEach(
            (motivator, known) -> {
              if (gesture.motivators().contains(motivator)) {
                reasons.add(moves(motivator, known));
              }
            });
    if (reasons.isEmpty()) {
      gesture.drivers().stream()
          .filter(drivers::contains)
          .sorted()
          .map(driver -> "It goes with what they spoke of: %s.".formatted(words(driver.wire())))
          .forEach(reasons::add);
    }
    if (reasons.isEmpty()) {
      reasons.add("We do not know yet what moves them, and this is kind in any case.");
    }
    if (!before.isEmpty()) {
      reasons.add("Last time it was: %s.".formatted(before.get(0).label()));
    }
    return String.join(" ", reasons);
  }

  private String moves(Motivator motivator, Known known) {
    return "What moves them is %s: %s on %s."
        .formatted(
            words(motivator.wire()),
            isOwn(known) ? "they said so" : "one of us noted it",
            DAY.format(known.at()));
  }

  private static String words(String wire) {
    return wire.replace('_', ' ');
  }
}
