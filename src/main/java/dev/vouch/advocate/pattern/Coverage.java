package dev.vouch.advocate.pattern;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** How much of a person's time lay within the reach of an offer. */
final class Coverage {
  /**
   * An offer for some kinds of act only: who is not led by it does the unpaid kinds as often as the
   * paid ones.
   */
  private static final double SOME_KINDS = 0.5;

  private Coverage() {}

  /** The share of acts, 0 to 1, that would fall to offers if offers moved nothing. */
  static double of(History history) {
    List<LedgerEntry> offers = history.offers();
    TreeSet<Instant> edges = new TreeSet<>(List.of(history.from(), history.until()));
    offers.forEach(
        offer -> {
          edges.add(within(history, offer.from()));
          edges.add(within(history, end(offer, history)));
        });
    double covered = 0;
    Instant from = edges.first();
    for (Instant to : edges) {
      covered +=
          seconds(from, to) * part(offers, from.plus(Duration.between(from, to).dividedBy(2)));
      from = to;
    }
    return covered / Math.max(1, seconds(history.from(), history.until()));
  }

  private static double part(List<LedgerEntry> offers, Instant middle) {
    return offers.stream()
        .filter(offer -> offer.reaches(middle, Windows.USUAL.offer()))
        .mapToDouble(offer -> offer.pays().isEmpty() ? 1 : SOME_KINDS)
        .max()
        .orElse(0);
  }

  /** The last moment at which an act is still put down to the offer. */
  static Instant end(LedgerEntry offer, History history) {
    return offer.until() == null ? history.until() : offer.until().plus(Windows.USUAL.offer());
  }

  /**
   * When the offers that the person had time to live without ended: from each such moment no other
   * offer reached them for {@code quiet}.
   */
  static List<LedgerEntry> withQuietAfter(History history, Duration quiet) {
    List<LedgerEntry> offers = history.offers();
    return offers.stream()
        .filter(offer -> offer.until() != null)
        .filter(offer -> !end(offer, history).plus(quiet).isAfter(history.until()))
        .filter(
            offer -> {
              Instant end = end(offer, history);
              return offers.stream()
                  .filter(other -> other != offer)
                  .noneMatch(
                      other ->
                          other.from().isBefore(end.plus(quiet))
                              && end(other, history).isAfter(end));
            })
        .sorted(Comparator.comparing(offer -> Objects.requireNonNull(offer.until())))
        .toList();
  }

  private static Instant within(History history, Instant time) {
    Instant late = time.isAfter(history.until()) ? history.until() : time;
    return late.isBefore(history.from()) ? history.from() : late;
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds());
  }
}
