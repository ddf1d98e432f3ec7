package dev.vouch.classify.encode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Cuts text into the pieces that the encoder knows by number: BERT's uncased WordPiece.
 * Thread-safe; linear in the length of the text.
 *
 * <p>Words are cut at blanks and around punctuation, without accents and in lower case; each is
 * then eaten from the left by the longest piece known. A word that cannot be eaten is {@code
 * [UNK]}.
 */
public final class WordPiece {
  /** As BERT has it: a longer run of letters is no word. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids;
  private final int unknown;
  private final int start;
  private final int end;

  private WordPiece(Map<String, Integer> ids) {
    this.ids = Map.copyOf(ids);
    this.unknown = id("[UNK]");
    this.start = id("[CLS]");
    this.end = id("[SEP]");
  }

  /**
   * Reads a vocabulary: a piece a line, its number is that of the line.
   *
   * @throws IOException if it cannot be read or lacks the special pieces
   */
  public static WordPiece read(InputStream vocabulary) throws IOException {
    Map<String, Integer> ids = new HashMap<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(vocabulary, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      ids.putIfAbsent(line, ids.size());
    }
    if (!ids.keySet().containsAll(List.of("[UNK]", "[CLS]", "[SEP]"))) {
      throw new IOException("the vocabulary of the encoder lacks [UNK], [CLS] or [SEP]");
    }
    return new WordPiece(ids);
  }

  private int id(String piece) {
    return Objects.requireNonNull(ids.get(piece));
  }

  /**
   * The pieces of {@code text}, between those that mark its start and end.
   *
   * @param most pieces at all, 2 or more; what is longer loses its end
   */
  public Pieces cut(String text, int most) {
    Pieces.Builder found = new Pieces.Builder(most - 1);
    found.add(start, -1, -1);
    Word word = new Word();
    int at = 0;
    while (at < text.length() && !found.isFull()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (isBlank(c)) {
        eat(word, found);
      } else if (isCut(c)) {
        eat(word, found);
        word.add(c, at, next);
        eat(word, found);
      } else {
        addPlain(c, at, next, word);
      }
      at = next;
    }
    eat(word, found);
    return found.endedBy(end);
  }

  /** Adds the letters that {@code c} is made of: in lower case, without accents. */
  private static void addPlain(int c, int from, int to, Word word) {
    if (c < 128) {
      if (c > 31 && c < 127) {
        word.add(Character.toLowerCase(c), from, to);
      }
      return;
    }
    Normalizer.normalize(Character.toString(c).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .filter(part -> !isDropped(part))
        .forEach(part -> word.add(part, from, to));
  }

  private void eat(Word word, Pieces.Builder found) {
    int before = found.size();
    int at = 0;
    while (at < word.length()) {
      int next = word.length() > LONGEST_WORD ? at : longestPiece(word, at, found);
      if (next == at) {
        found.cutBackTo(before);
        found.add(unknown, word.from(0), word.to(word.length() - 1));
        break;
      }
      at = next;
    }
    word.clear();
  }

  /** Adds the longest piece of {@code word} from {@code at} on; returns where it ends. */
  private int longestPiece(Word word, int at, Pieces.Builder found) {
    for (int to = word.length(); to > at; to--) {
      String piece = word.substring(at, to);
      Integer id = ids.get(at == 0 ? piece : "##" + piece);
      if (id != null) {
        found.add(id, word.from(at), word.to(to - 1));
        return to;
      }
    }
    return at;
  }

  private static boolean isBlank(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  /** Accents, parted from their letters by now, and what is not seen. */
  private static boolean isDropped(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> c == 0xFFFD;
    };
  }

  /** Punctuation, every sign of ASCII, and Chinese characters stand alone. */
  private static boolean isCut(int c) {
    if (c < 128) {
      return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF;
    };
  }

  /** The word being read, and where each of its letters stands in the text. */
  private static final class Word {
    private final StringBuilder letters = new StringBuilder();
    private int[] from = new int[LONGEST_WORD];
    private int[] to = new int[LONGEST_WORD];

    void add(int c, int start, int end) {
      letters.appendCodePoint(c);
      if (letters.length() > from.length) {
        from = java.util.Arrays.copyOf(from, from.length * 2);
        to = java.util.Arrays.copyOf(to, to.length * 2);
      }
      for (int i = letters.length() - Character.charCount(c); i < letters.length(); i++) {
        from[i] = start;
        to[i] = end;
      }
    }

    int length() {
      return letters.length();
    }

    String substring(int start, int end) {
      return letters.substring(start, end);
    }

    int from(int letter) {
      return from[letter];
    }

    int to(int letter) {
      return to[letter];
    }

    void clear() {
      letters.setLength(0);
    }
  }
}
