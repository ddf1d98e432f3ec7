package dev.vouch.advocate.relationship;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What follows from what somebody is to us. Where a person is several things at once, the stricter
 * rule of each kind holds.
 *
 * @param topics what may be suggested, offered or asked at all, consent aside
 * @param acts how what they say for us counts
 * @param alwaysDiscloses whether their words must say what ties them to us, whatever is on record
 * @param reasons why something is ruled out or counted apart, each as a sentence
 */
public record RoleRules(
    Set<Topic> topics, Counting acts, boolean alwaysDiscloses, List<String> reasons) {

  /** How acts of advocacy count; the later the stricter. */
  public enum Counting {
    /** As the word of somebody who is free to say something else. */
    COUNTED,
    /** Shown by themselves: whoever said it gains by it. */
    APART,
    /** Not at all. */
    NOT
  }

  /** Nothing is ruled out: a customer, or an advocate. */
  public static final RoleRules FREE =
      new RoleRules(EnumSet.allOf(Topic.class), Counting.COUNTED, false, List.of());

  public RoleRules {
    topics = Collections.unmodifiableSet(topics);
    reasons = List.copyOf(reasons);
  }

  /** The rules of all these roles together. */
  public static RoleRules of(Collection<Role> roles) {
    return roles.stream().sorted().map(RoleRules::of).reduce(FREE, RoleRules::and);
  }

  private static RoleRules of(Role role) {
    return switch (role) {
      case ADVOCATE, CUSTOMER -> FREE;
      case INFLUENCER ->
          without(
              EnumSet.of(Topic.SURPRISES, Topic.REVIEWS),
              Counting.COUNTED,
              false,
              "An influencer would have to tell their readers of a gift, and readers take a review"
                  + " for a customer's.");
      case PARTNER ->
          without(
              EnumSet.of(Topic.SURPRISES, Topic.REVIEWS, Topic.REFERENCES),
              Counting.APART,
              true,
              "A partner sells or builds with us and gains by what they say, so it is shown apart,"
                  + " and they are asked for no review or reference.");
      case EMPLOYEE ->
          without(
              EnumSet.complementOf(EnumSet.of(Topic.MESSAGES, Topic.FEEDBACK)),
              Counting.NOT,
              true,
              "Whoever works for us is no customer: what they say for us counts as no advocacy.");
    };
  }

  private static RoleRules without(
      Set<Topic> ruledOut, Counting acts, boolean alwaysDiscloses, String reason) {
    Set<Topic> left = EnumSet.allOf(Topic.class);
    left.removeAll(ruledOut);
    return new RoleRules(left, acts, alwaysDiscloses, List.of(reason));
  }

  private RoleRules and(RoleRules other) {
    Set<Topic> both = EnumSet.noneOf(Topic.class);
    both.addAll(topics);
    both.retainAll(other.topics);
    List<String> all = new ArrayList<>(reasons);
    all.addAll(other.reasons);
    return new RoleRules(
        both,
        acts.compareTo(other.acts) > 0 ? acts : other.acts,
        alwaysDiscloses || other.alwaysDiscloses,
        all);
  }

  /** Whether a topic is open to them at all. */
  public boolean allow(Topic topic) {
    return topics.contains(topic);
  }

  /** Whether they stand among those who spoke up most often. */
  public boolean isRanked() {
    return acts == Counting.COUNTED;
  }

  /** What was noted of somebody: a customer where nothing was. */
  public static Set<Role> noted(Optional<Card> card) {
    Set<Role> roles = card.map(Card::roles).orElse(Set.of());
    return roles.isEmpty() ? Set.of(Role.CUSTOMER) : roles;
  }

  /**
   * What somebody is to us: what was noted of them, a customer where nothing was, and an advocate
   * once there is an act.
   */
  public static Set<Role> roles(Contact contact, Optional<Card> card) {
    Set<Role> roles = new TreeSet<>(noted(card));
    if (contact.isAdvocate()) {
      roles.add(Role.ADVOCATE);
    }
    return Collections.unmodifiableSet(roles);
  }
}
