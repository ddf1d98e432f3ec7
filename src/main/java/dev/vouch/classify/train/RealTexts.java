package dev.vouch.classify.train;

import dev.vouch.mention.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Real messages of public data sets, whose texts are not part of the project: only what careful
 * readers made of them is, keyed by source and reference.
 *
 * <p>Two readers who agree count three times, one reader alone twice; where they disagree the text
 * is not learnt from. Of intents that such texts are full of, only so many are taken.
 */
public final class RealTexts {
  private static final int AGREED = 3;
  private static final int ONE_READER = 2;
  private static final Map<Intent, Integer> MOST =
      Map.of(Intent.NEUTRAL, 900, Intent.QUESTION, 250, Intent.PRAISE, 500);

  private RealTexts() {}

  /**
   * The texts of {@code file}.
   *
   * @param labels source, ref and the second reader's intent, of texts that were read twice
   * @throws IOException if a file cannot be read or understood
   */
  public static List<LabelledText> read(Path file, Path labels) throws IOException {
    Map<String, String> second = secondReadings(labels);
    List<LabelledText> texts = LabelledFile.read(file);
    List<String> keys = LabelledFile.keys(file);
    Map<Intent, Integer> taken = new EnumMap<>(Intent.class);
    List<LabelledText> real = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      LabelledText text = texts.get(i);
      int count = count(text, second.getOrDefault(keys.get(i), ""));
      int nth = count == 0 ? 0 : taken.merge(text.intent(), 1, Integer::sum);
      if (count > 0 && nth <= MOST.getOrDefault(text.intent(), Integer.MAX_VALUE)) {
        real.add(text.counted(count));
      }
    }
    return real;
  }

  private static int count(LabelledText text, String second) {
    if (second.isEmpty()) {
      return ONE_READER;
    }
    return second.equals(text.intent().wire()) ? AGREED : 0;
  }

  /**
   * What the second reader took for the intent, by {@linkplain LabelledFile#keys source and
   * reference}; empty or missing where there was none.
   *
   * @throws IOException if the file cannot be read
   */
  public static Map<String, String> secondReadings(Path labels) throws IOException {
    Map<String, String> second = new HashMap<>();
    for (String line : Files.readAllLines(labels)) {
      String[] cells = line.split("\t", -1);
      second.put(cells[0] + "\t" + cells[1], cells[cells.length - 1]);
    }
    return second;
  }
}
