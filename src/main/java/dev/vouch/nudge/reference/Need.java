package dev.vouch.nudge.reference;

import dev.vouch.advocate.Account;
import dev.vouch.nudge.reference.Candidate.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request for a reference looks for: facts about an account or a person, and what they
 * should have spoken of.
 *
 * @param words as they were typed
 * @param wanted facts that must hold; of several about one thing, any
 * @param topics words that they should have said, which rule nobody out
 */
public record Need(String words, List<Wanted> wanted, Set<String> topics) {

  public Need {
    wanted = List.copyOf(wanted);
    topics = new LinkedHashSet<>(topics);
  }

  /** Reads a request by the words that accounts are described with; never fails. */
  public static Need read(String words, Collection<Account> accounts) {
    return new NeedReader(Vocabulary.of(accounts)).read(words);
  }

  /**
   * How far somebody fits.
   *
   * @param met what is wanted and holds
   * @param missing what is wanted and does not hold, or is not known
   * @param spoken topics with the latest words that they said to them
   */
  public record Fit(List<Wanted> met, List<Wanted> missing, Map<String, Said> spoken) {
    public Fit {
      met = List.copyOf(met);
      missing = List.copyOf(missing);
      spoken = new LinkedHashMap<>(spoken);
    }

    /** Whether all that must hold does. */
    public boolean holds() {
      return missing.isEmpty();
    }
  }

  /** How far somebody fits. */
  public Fit fit(Candidate candidate) {
    List<Wanted> met = new ArrayList<>();
    List<Wanted> missing = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<Wanted> of = wanted.stream().filter(one -> one.facet() == facet).toList();
      Optional<Wanted> holds = of.stream().filter(one -> one.holds(candidate)).findFirst();
      holds.ifPresent(met::add);
      if (holds.isEmpty()) {
        of.stream().findFirst().ifPresent(missing::add);
      }
    }
    return new Fit(met, missing, spoken(candidate));
  }

  private Map<String, Said> spoken(Candidate candidate) {
    Map<String, Said> spoken = new LinkedHashMap<>();
    for (String topic : topics) {
      candidate.said().stream()
          .filter(said -> Words.tell(said.words(), topic))
          .findFirst()
          .ifPresent(said -> spoken.put(topic, said));
    }
    return spoken;
  }
}
