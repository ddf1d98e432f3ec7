package dev.vouch.nudge.gesture;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A customer who may know what another one asks.
 *
 * @param helped how often they have helped another customer
 */
public record Peer(Contact contact, Relationship between, long helped) {

  /**
   * Those who may be thought of, best first: somebody of another company who has agreed to be
   * brought together with others and who has helped before, most often first.
   */
  public static List<Peer> best(Contact asker, Collection<Peer> all, Instant now) {
    return all.stream()
        .filter(one -> !one.contact().id().equals(asker.id()))
        .filter(one -> !isColleague(one.contact(), asker))
        .filter(one -> one.between().agreesTo(Topic.INTRODUCTIONS))
        .filter(one -> !one.between().optedOut() && !one.between().isPaused(now))
        .sorted(
            Comparator.comparingLong(Peer::helped)
                .thenComparingInt(one -> one.contact().acts())
                .reversed()
                .thenComparing(one -> one.contact().id()))
        .toList();
  }

  private static boolean isColleague(Contact one, Contact other) {
    return one.account().isPresent() && one.account().equals(other.account());
  }
}
