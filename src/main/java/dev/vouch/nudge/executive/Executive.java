package dev.vouch.nudge.executive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One of our own people who can be introduced to customers. Their time zone is what Slack says.
 *
 * @param person Slack id
 * @param topics of which they can speak, in lower case
 * @param seniority null while nobody has said it
 * @param languages they speak, as BCP 47 tags in lower case; empty while nobody has said it
 * @param capacity how many introductions they take in a calendar month of their zone
 * @param assistant Slack id of who keeps their calendar
 * @param pausedUntil the day on which they take introductions again; null while they do
 */
public record Executive(
    String person,
    Set<String> topics,
    @Nullable Seniority seniority,
    Set<String> languages,
    int capacity,
    @Nullable String assistant,
    @Nullable LocalDate pausedUntil) {

  /** So many a month, until somebody says otherwise. */
  public static final int CAPACITY = 2;

  public static final int MOST_CAPACITY = 31;

  public Executive {
    if (capacity < 0 || capacity > MOST_CAPACITY) {
      throw new IllegalArgumentException(
          "a capacity is 0 to %d introductions a month".formatted(MOST_CAPACITY));
    }
    topics = Collections.unmodifiableSet(new TreeSet<>(topics));
    languages = Collections.unmodifiableSet(new TreeSet<>(languages));
  }

  /** Somebody of whom nothing else is known yet. */
  public static Executive of(String person) {
    return new Executive(person, Set.of(), null, Set.of(), CAPACITY, null, null);
  }

  public boolean isPaused(LocalDate today) {
    return pausedUntil != null && today.isBefore(pausedUntil);
  }

  /** Whether somebody speaks for them: they themselves, or their assistant. */
  public boolean isSpokenForBy(String someone) {
    return person.equals(someone) || someone.equals(assistant);
  }

  public Executive withTopics(Collection<String> newTopics) {
    return new Executive(
        person, Set.copyOf(newTopics), seniority, languages, capacity, assistant, pausedUntil);
  }

  public Executive withSeniority(Seniority newSeniority) {
    return new Executive(person, topics, newSeniority, languages, capacity, assistant, pausedUntil);
  }

  public Executive withLanguages(Collection<String> newLanguages) {
    return new Executive(
        person, topics, seniority, Set.copyOf(newLanguages), capacity, assistant, pausedUntil);
  }

  public Executive withCapacity(int newCapacity) {
    return new Executive(person, topics, seniority, languages, newCapacity, assistant, pausedUntil);
  }

  public Executive withAssistant(@Nullable String newAssistant) {
    return new Executive(person, topics, seniority, languages, capacity, newAssistant, pausedUntil);
  }

  /** The same, who takes introductions again on that day; at once where it is null. */
  public Executive pausedUntil(@Nullable LocalDate day) {
    return new Executive(person, topics, seniority, languages, capacity, assistant, day);
  }
}
