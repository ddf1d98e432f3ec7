package dev.vouch.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words in few characters, for the many records in Redis: each phrase that people often say of
 * products is one or two characters of seven bits, so that they stay ASCII for every client.
 *
 * <p>What was packed can only be read with the same phrases: new ones belong at the end of the
 * file, and none may go. Deflate with a dictionary took over half as much again, because texts of a
 * sentence are too short for it.
 */
final class Packed {
  /** Between the parts of a text; takes one character. */
  static final String PART = "\u0001";

  /** So many codes are of one character, the others of two. */
  private static final int SHORT = 48;

  private static final char FIRST_SHORT = 128 - SHORT;
  private static final List<String> PHRASES = phrases();
  private static final Node TREE = tree();

  private Packed() {}

  /** The phrases that begin alike. */
  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>(2);
    private int phrase = -1;
  }

  /** The most frequent ones first; then every byte, so that there is a code for any text. */
  private static List<String> phrases() {
    try (InputStream in = Packed.class.getResourceAsStream("/store/phrases.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks store/phrases.txt");
      }
      String[] lines = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).split("\n");
      List<String> phrases = new ArrayList<>(List.of(PART));
      phrases.addAll(List.of(lines).subList(0, SHORT - 1));
      for (char one = 0; one < 256; one++) {
        phrases.add(String.valueOf(one));
      }
      phrases.addAll(List.of(lines).subList(SHORT - 1, lines.length));
      return List.copyOf(phrases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node tree() {
    Node root = new Node();
    for (int i = 0; i < PHRASES.size(); i++) {
      Node node = root;
      for (char one : PHRASES.get(i).toCharArray()) {
        node = node.next.computeIfAbsent(one, any -> new Node());
      }
      node.phrase = node.phrase < 0 ? i : node.phrase;
    }
    return root;
  }

  static String of(String text) {
    String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    int[] best = best(bytes);
    StringBuilder packed = new StringBuilder();
    for (int at = 0; at < bytes.length(); at += PHRASES.get(best[at]).length()) {
      int rest = best[at] - SHORT;
      if (rest < 0) {
        packed.append((char) (FIRST_SHORT + best[at]));
      } else {
        packed.append((char) (rest / 128)).append((char) (rest % 128));
      }
    }
    return packed.toString();
  }

  /** For each place the phrase to go on with, so that all takes the fewest characters. */
  private static int[] best(String text) {
    int[] best = new int[text.length()];
    int[] cost = new int[text.length() + 1];
    for (int at = text.length() - 1; at >= 0; at--) {
      cost[at] = Integer.MAX_VALUE;
      Node node = TREE;
      for (int end = at; end < text.length(); end++) {
        node = node.next.get(text.charAt(end));
        if (node == null) {
          break;
        }
        int with = node.phrase < 0 ? Integer.MAX_VALUE : cost[end + 1] + length(node.phrase);
        if (with <= cost[at] && node.phrase >= 0) {
          cost[at] = with;
          best[at] = node.phrase;
        }
      }
    }
    return best;
  }

  private static int length(int phrase) {
    return phrase < SHORT ? 1 : 2;
  }

  static String text(String packed) {
    StringBuilder bytes = new StringBuilder();
    for (int at = 0; at < packed.length(); at++) {
      char first = packed.charAt(at);
      if (first >= FIRST_SHORT) {
        bytes.append(PHRASES.get(first - FIRST_SHORT));
      } else if (++at < packed.length()) {
        bytes.append(phrase(SHORT + first * 128 + packed.charAt(at)));
      } else {
        throw new IllegalStateException("a record in Redis ends too soon");
      }
    }
    return new String(
        bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String phrase(int number) {
    if (number >= PHRASES.size()) {
      throw new IllegalStateException("a record in Redis says a phrase that is not known");
    }
    return PHRASES.get(number);
  }
}
