package dev.vouch.classify.reply;

import dev.vouch.classify.Clues;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers that were not clear and that a person of this workspace has read since. A new answer much
 * like several of them, which all were read alike, is read like them (nearest neighbours, Cover and
 * Hart 1967); what was read once, or in two ways, teaches nothing.
 */
public final class Precedents {
  public static final Precedents NONE = new Precedents(List.of());

  /** As many readings of different people make a habit of words. */
  private static final int LEAST = 3;

  /** By how much two answers must be the same: twice what they share, by all that they hold. */
  private static final double ALIKE = 0.6;

  private final List<Seen> seen;

  /**
   * One answer that somebody read.
   *
   * @param author who wrote it
   */
  public record Precedent(String author, String slackText, Meaning meaning) {}

  private record Seen(String author, Set<String> clues, Meaning meaning) {}

  private Precedents(List<Seen> seen) {
    this.seen = List.copyOf(seen);
  }

  /** What can be learnt from those. */
  public static Precedents of(List<Precedent> precedents) {
    return new Precedents(
        precedents.stream()
            .map(one -> new Seen(one.author(), clues(one.slackText()), one.meaning()))
            .toList());
  }

  /** What people read in answers like that one; empty where too few did, or not alike. */
  Optional<Meaning> reading(String slackText) {
    Set<String> clues = clues(slackText);
    List<Seen> near = seen.stream().filter(one -> alike(one.clues(), clues) >= ALIKE).toList();
    long authors = near.stream().map(Seen::author).distinct().count();
    Set<Meaning> meanings = near.stream().map(Seen::meaning).collect(Collectors.toSet());
    return authors >= LEAST && meanings.size() == 1
        ? meanings.stream().findFirst()
        : Optional.empty();
  }

  /** Words, pairs and pieces of words; turns of phrase are too few to tell answers apart. */
  private static Set<String> clues(String slackText) {
    Clues all = ReplyModel.clues(slackText, Wish.Kind.OTHER);
    return Arrays.stream(all.names())
        .filter(name -> name.startsWith("w=") || name.startsWith("b=") || name.startsWith("g="))
        .collect(Collectors.toSet());
  }

  private static double alike(Set<String> one, Set<String> other) {
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    int all = one.size() + other.size();
    return all == 0 ? 0 : 2.0 * shared.size() / all;
  }
}
