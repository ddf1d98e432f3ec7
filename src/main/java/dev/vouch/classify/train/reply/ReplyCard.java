package dev.vouch.classify.train.reply;

import dev.vouch.classify.reply.Meaning;
import dev.vouch.classify.reply.ReplyModel;
import dev.vouch.classify.reply.ReplySettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The card of the reply model, {@code README.md} beside its corpus; its words are in a template.
 */
public final class ReplyCard {
  private final Path corpus;

  /**
   * @param corpus directory of the labelled answers
   */
  public ReplyCard(Path corpus) {
    this.corpus = corpus;
  }

  /**
   * Writes the card of a model.
   *
   * @throws IOException if it cannot be written, or a file of answers cannot be read
   */
  public void write(ReplyModel model) throws IOException {
    Files.writeString(corpus.resolve("README.md"), text(model));
  }

  String text(ReplyModel model) throws IOException {
    ReplySettings settings = model.settings();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("version", String.valueOf(settings.version()));
    parts.put("rows", String.format(Locale.ROOT, "%,d", settings.rows()));
    parts.put("sha256", settings.sha256());
    parts.put("meanings", meanings());
    parts.put("askFrom", String.valueOf(settings.askFrom()));
    parts.put("counts", counts());
    parts.put("heldOut", figures(ReplyCorpus.HELD_OUT, model));
    parts.put("tuning", figures(ReplyCorpus.TUNING, model));
    parts.put("temperature", String.valueOf(settings.temperature()));
    parts.put("thresholds", thresholds(settings));
    String text = template();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      text = text.replace("{{" + part.getKey() + "}}", part.getValue().strip());
    }
    return text;
  }

  private static String template() throws IOException {
    try (InputStream in = ReplyCard.class.getResourceAsStream("card.md")) {
      if (in == null) {
        throw new IOException("the program holds no card.md");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String meanings() {
    return Arrays.stream(Meaning.values()).map(Meaning::wire).collect(Collectors.joining(", "));
  }

  private String counts() throws IOException {
    StringBuilder table = new StringBuilder("| file | answers |");
    for (Meaning meaning : Meaning.values()) {
      table.append(' ').append(meaning.wire()).append(" |");
    }
    table.append("\n|---|---|").append("---|".repeat(Meaning.values().length));
    for (String file : ReplyCorpus.FILES) {
      List<LabelledReply> rows = LabelledReply.read(corpus.resolve(file));
      table.append("\n| `").append(file).append("` | ").append(rows.size()).append(" |");
      for (Meaning meaning : Meaning.values()) {
        table.append(' ').append(rows.stream().filter(r -> r.meaning() == meaning).count());
        table.append(" |");
      }
    }
    return table.toString();
  }

  private String figures(String file, ReplyModel model) throws IOException {
    return ReplyReport.text(
        "`" + file + "`", ReplyScores.of(LabelledReply.read(corpus.resolve(file)), model));
  }

  private static String thresholds(ReplySettings settings) {
    StringBuilder table = new StringBuilder("| meaning | acted on from |\n|---|---|");
    for (Meaning meaning : Meaning.values()) {
      if (meaning != Meaning.OTHER) {
        table.append("\n| ").append(meaning.wire()).append(" | ");
        table.append(settings.actFrom(meaning)).append(" |");
      }
    }
    return table.toString();
  }
}
