package dev.vouch.classify;

import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.feature.Feature;
import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Clause;
import dev.vouch.classify.text.Nameless;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The words of a text that decided for a label: the sentences that hold the weightiest cues or
 * words, because two words alone tell a reader nothing.
 */
final class Evidence {
  private static final int MOST = 3;

  private Evidence() {}

  private record Piece(int start, int end, double weight) {
    boolean overlaps(Piece other) {
      return start < other.end && other.start < end;
    }
  }

  /**
   * Pieces of the original text, most telling first: its cues for the label, else its weightiest.
   */
  static List<String> of(Nameless seen, Features features, String label, Head head) {
    String text = seen.text();
    List<Piece> cues =
        features.cues().stream()
            .filter(hit -> hit.cue().label().equals(label))
            .map(hit -> new Piece(hit.start(), hit.end(), head.weight(name(hit), label)))
            .toList();
    List<Piece> pieces = cues.isEmpty() ? weighty(text, features, label, head) : cues;
    return chosen(widened(text, pieces)).stream()
        .map(piece -> seen.original(piece.start(), piece.end()).strip())
        .filter(words -> !words.isEmpty())
        .distinct()
        .toList();
  }

  private static String name(Cue.Hit hit) {
    return "c=" + hit.cue().name();
  }

  private static List<Piece> weighty(String text, Features features, String label, Head head) {
    return features.all().stream()
        .filter(Feature::hasPlace)
        .map(f -> new Piece(f.start(), f.end(), head.weight(f.name(), label)))
        .filter(piece -> piece.weight() > 0 && isTelling(text, piece))
        .toList();
  }

  /** Small words and punctuation decide together with others but tell a reader nothing. */
  private static boolean isTelling(String text, Piece piece) {
    long letters =
        text.substring(piece.start(), piece.end()).codePoints().filter(Character::isLetter).count();
    return letters > 3;
  }

  private static List<Piece> widened(String text, List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece -> {
              Clause clause = Clause.around(text, piece.start(), piece.end());
              return new Piece(clause.start(), clause.end(), piece.weight());
            })
        .toList();
  }

  private static List<Piece> chosen(List<Piece> pieces) {
    List<Piece> chosen = new ArrayList<>();
    for (Piece piece : heaviestFirst(pieces)) {
      if (chosen.size() < MOST && chosen.stream().noneMatch(piece::overlaps)) {
        chosen.add(piece);
      }
    }
    return chosen;
  }

  private static List<Piece> heaviestFirst(List<Piece> pieces) {
    return pieces.stream()
        .sorted(Comparator.comparingDouble(Piece::weight).reversed().thenComparing(Piece::start))
        .toList();
  }
}
