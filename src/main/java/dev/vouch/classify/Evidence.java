package dev.vouch.classify;

import dev.vouch.classify.encode.Encoded;
import dev.vouch.classify.feature.Feature;
import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Clause;
import dev.vouch.classify.text.Nameless;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The words of a text that decided for a label: the sentences that spoke most for it, because two
 * words alone tell a reader nothing.
 *
 * <p>A head is linear in the vector, and the vector is the mean of the rows of its pieces. So what
 * the head says is, exactly, the mean of what it would say of each piece alone, and a sentence's
 * part in the decision is the sum over its pieces; no second reading is needed.
 */
final class Evidence {
  private static final int MOST = 3;

  /** A sentence that spoke with less than this part of the strongest one did not decide. */
  private static final double WORTH_SHOWING = 0.5;

  private final Nameless seen;
  private final String label;
  private final Map<String, Double> shares;
  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  /** A clause, and how much it spoke for the label. */
  private record Part(Clause clause, double weight) {
    Part plus(double more) {
      return new Part(clause, weight + more);
    }
  }

  private Evidence(Nameless seen, String label, Map<String, Double> shares) {
    this.seen = seen;
    this.label = label;
    this.shares = shares;
  }

  /**
   * The sentences that spoke for {@code label}, most telling first, at most {@value #MOST}.
   *
   * @param models that made {@code reading}
   * @param learnt what was taught besides
   */
  static List<String> of(
      Nameless seen, Reading reading, String label, Models models, Optional<Learnt> learnt) {
    Evidence evidence = new Evidence(seen, label, reading.said().intents());
    double share = reading.encoded().isPresent() ? reading.tuning().vectorShare() : 0;
    reading
        .encoded()
        .ifPresent(
            encoded -> {
              Models.Vectors vectors = models.vectors().orElseThrow();
              evidence.addPieces(encoded, vectors.scale(), vectors.heads().intent(), share);
              learnt.ifPresent(
                  taught -> evidence.addPieces(encoded, vectors.scale(), taught.head(), 1));
            });
    evidence.addWords(reading.features(), models.words().intent(), 1 - share);
    return evidence.sentences();
  }

  private void addPieces(Encoded encoded, Scale scale, Head head, double share) {
    double[] pull = new double[scale.names().length];
    for (int i = 0; i < pull.length; i++) {
      pull[i] = head.weight(scale.names()[i], label, shares);
    }
    for (int piece = 0; piece < encoded.pieces(); piece++) {
      if (encoded.starts()[piece] >= 0) {
        double said = 0;
        for (int i = 0; i < pull.length; i++) {
          said += pull[i] * scale.apply(i, encoded.layer()[piece * pull.length + i]);
        }
        add(encoded.starts()[piece], encoded.ends()[piece], share * said / encoded.pieces());
      }
    }
  }

  private void addWords(Features features, Head head, double share) {
    for (Feature feature : features.all()) {
      if (feature.hasPlace()) {
        add(feature.start(), feature.end(), share * head.weight(feature.name(), label, shares));
      }
    }
  }

  private void add(int start, int end, double weight) {
    Map.Entry<Integer, Part> before = parts.floorEntry(start);
    Part part =
        before != null && start < before.getValue().clause().end()
            ? before.getValue()
            : new Part(Clause.around(seen.text(), start, end), 0);
    parts.put(part.clause().start(), part.plus(weight));
  }

  private List<String> sentences() {
    double strongest = parts.values().stream().mapToDouble(Part::weight).max().orElse(0);
    return parts.values().stream()
        .filter(part -> part.weight() > 0 && part.weight() >= strongest * WORTH_SHOWING)
        .sorted(Comparator.comparingDouble(Part::weight).reversed())
        .limit(MOST)
        .map(part -> seen.original(part.clause().start(), part.clause().end()).strip())
        .filter(words -> !words.isEmpty())
        .distinct()
        .toList();
  }
}
