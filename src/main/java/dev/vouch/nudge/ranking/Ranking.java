package dev.vouch.nudge.ranking;

import dev.vouch.nudge.ranking.Place.Why;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Puts what waits for one of our own people into the order in which they get it. A pure function:
 * the same day, list and answers give the same order, in whichever instance it is asked for.
 *
 * <p>Two bounds keep it fair. One place in three goes to what has waited longest, so that no kind
 * and nobody waits for ever behind what people like better. And of a day's places no account has
 * more than half, rounded up, while others wait.
 *
 * @param preferences what the team took up so far
 * @param places how many there are a day
 * @param seed of the day's randomness, for instance the day itself
 */
public record Ranking(Preferences preferences, int places, String seed) {
  private static final int ONE_IN = 3;

  /**
   * @param given what they got today already
   * @param waiting in any order
   */
  public List<Place> order(List<Candidate> given, List<Candidate> waiting) {
    Map<String, Double> draws = new HashMap<>();
    waiting.forEach(one -> draws.put(one.id(), preferences.draw(one.arm(), seed(one))));
    Comparator<Candidate> oldest =
        Comparator.comparing(Candidate::since).thenComparing(Candidate::id);
    Comparator<Candidate> likeliest =
        Comparator.<Candidate>comparingDouble(one -> -draws.getOrDefault(one.id(), 0.0))
            .thenComparing(oldest);
    List<Candidate> before = new ArrayList<>(given);
    List<Candidate> left = new ArrayList<>(waiting);
    List<Place> order = new ArrayList<>();
    while (!left.isEmpty()) {
      boolean inTurn = (before.size() + 1) % ONE_IN == 0;
      Candidate next = best(left, inTurn ? oldest : likeliest, before);
      left.remove(next);
      before.add(next);
      order.add(
          new Place(next, inTurn ? Why.WAITED_LONGEST : Why.LIKELY, preferences.of(next.arm())));
    }
    return order;
  }

  /** The best whose account has not had its part, or the best where all have. */
  private Candidate best(
      List<Candidate> left, Comparator<Candidate> order, List<Candidate> before) {
    Optional<Candidate> within =
        left.stream().filter(one -> before.size() >= places || hasRoom(one, before)).min(order);
    return within.or(() -> left.stream().min(order)).orElseThrow();
  }

  private boolean hasRoom(Candidate one, List<Candidate> before) {
    return before.stream().filter(one::sharesAccountWith).count() < (places + 1) / 2;
  }

  private long seed(Candidate one) {
    CRC32 hash = new CRC32();
    hash.update((seed + "/" + one.id()).getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }
}
