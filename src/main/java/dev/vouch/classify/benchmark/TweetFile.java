package dev.vouch.classify.benchmark;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a split: a tweet a line, label and text with a tab between them. */
final class TweetFile {
  static final Set<String> LABELS = Set.of("negative", "neutral", "positive");

  /** What the first line of some splits holds. */
  private static final String COLUMNS = "label\ttext";

  private TweetFile() {}

  /**
   * @throws IOException if the file is missing or not understood; the message says where
   */
  static List<Tweet> read(Path file, int limit) throws IOException {
    List<Tweet> tweets = new ArrayList<>();
    int row = 0;
    for (String line : lines(file)) {
      row++;
      if (tweets.size() < limit && !line.isBlank() && !(row == 1 && line.equals(COLUMNS))) {
        tweets.add(tweet(line, file + ", row " + row));
      }
    }
    return tweets;
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(
          "there is no file " + file + "; --data names the benchmark's directory");
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8", e);
    }
  }

  private static Tweet tweet(String line, String where) throws IOException {
    int tab = line.indexOf('\t');
    String label = line.substring(0, Math.max(0, tab));
    if (!LABELS.contains(label)) {
      throw new IOException(
          where + ": a label (negative, neutral, positive), a tab and a text are wanted");
    }
    return Tweet.of(label, line.substring(tab + 1));
  }
}
