package dev.vouch.classify.train.reply;

import dev.vouch.classify.reply.Meaning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer and what a careful reader took it for.
 *
 * @param language as a two-letter code
 * @param text as Slack sends it
 */
public record LabelledReply(String id, Meaning meaning, String language, String text) {
  private static final String HEAD = "id\tlabel\tlanguage\ttext";

  /**
   * The rows of a TSV file with the columns id, label, language and text.
   *
   * @throws IOException if it cannot be read or understood; the message names file and row
   */
  public static List<LabelledReply> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      throw new IOException(file + ": the first line must be " + HEAD.replace('\t', ' '));
    }
    List<LabelledReply> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(row(file, i + 1, lines.get(i).split("\t", -1)));
    }
    return rows;
  }

  private static LabelledReply row(Path file, int number, String[] cells) throws IOException {
    if (cells.length != 4) {
      throw new IOException("%s, row %d: four columns are wanted".formatted(file, number));
    }
    try {
      return new LabelledReply(
          cells[0], Meaning.fromWire(cells[1]), cells[2], cells[3].replace("\\n", "\n"));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s, row %d: there is no meaning \"%s\"".formatted(file, number, cells[1]), e);
    }
  }
}
