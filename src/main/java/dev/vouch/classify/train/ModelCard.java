package dev.vouch.classify.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.vouch.classify.Settings;
import dev.vouch.classify.Tuning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The card that goes with the models, {@code README.md} beside them: data, licences, use, figures,
 * failures, how to retrain. Its words are in {@code card.md}; its figures come from what was
 * measured.
 */
public final class ModelCard {
  private final Path models;
  private final Path corpus;

  /**
   * @param models directory of the models, where the figures of other measurements may be
   * @param corpus directory of the labelled texts
   */
  public ModelCard(Path models, Path corpus) {
    this.models = models;
    this.corpus = corpus;
  }

  /**
   * Writes the card.
   *
   * @throws IOException if it cannot be written, or what it draws on cannot be read
   */
  public void write(Settings settings, Measurement measurement) throws IOException {
    Files.writeString(models.resolve("README.md"), text(settings, measurement));
  }

  String text(Settings settings, Measurement measurement) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("model", settings.model(settings.vectors()));
    parts.put("wordsModel", settings.model(settings.words()));
    parts.put("rows", String.format(Locale.ROOT, "%,d", settings.corpusRows()));
    parts.put("sha256", settings.corpusSha256());
    parts.put("registers", registers());
    parts.put("realRows", realRows());
    parts.put("figures", figures(measurement));
    parts.put("labels", labels(measurement));
    parts.put("encoder", measured("encoder.json", "The encoder is e5-small-v2 as published."));
    parts.put(
        "speed",
        measured(
            "bench.json",
            "Not measured for these models; `mvn -q -P jmh compile exec:exec` does."));
    parts.put("thresholds", thresholds(settings));
    parts.put("shares", shares(settings));
    return filled(template(), parts);
  }

  private static String template() throws IOException {
    try (InputStream in = ModelCard.class.getResourceAsStream("card.md")) {
      if (in == null) {
        throw new IOException("the program holds no card.md");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String filled(String template, Map<String, String> parts) {
    String text = template;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      text = text.replace("{{" + part.getKey() + "}}", part.getValue().strip());
    }
    return text;
  }

  /** A row for each register, a column for each file. */
  private String registers() throws IOException {
    Map<String, Map<String, Integer>> byFile = RegisterCounts.byFile(corpus);
    TreeSet<String> registers = new TreeSet<>();
    byFile.values().forEach(counts -> registers.addAll(counts.keySet()));
    Table table = new Table("register");
    byFile.keySet().forEach(table::column);
    table.column("all");
    for (String register : registers) {
      table.row(register.isEmpty() ? "(none)" : register);
      byFile.values().forEach(counts -> table.cell(counts.getOrDefault(register, 0)));
      table.cell(
          byFile.values().stream().mapToInt(counts -> counts.getOrDefault(register, 0)).sum());
    }
    return table.toString();
  }

  private String realRows() throws IOException {
    Path labels = models.resolve("real-labels.tsv");
    if (!Files.exists(labels)) {
      return "none";
    }
    StringBuilder rows = new StringBuilder();
    RegisterCounts.of(labels, "source")
        .forEach(
            (source, count) ->
                rows.append(rows.length() == 0 ? "" : ", ").append(source + " " + count));
    return rows.toString();
  }

  private static String figures(Measurement measurement) {
    StringBuilder tables = new StringBuilder();
    measurement.byFile().forEach((file, rows) -> tables.append(figures(file, rows)).append('\n'));
    return tables.toString();
  }

  private static String figures(String file, Map<String, Evaluation> byRows) {
    Table table = new Table(file);
    byRows.keySet().forEach(table::column);
    Evaluation all = byRows.values().iterator().next();
    for (String figure : all.scores().figures().keySet()) {
      table.row(figure);
      byRows.values().forEach(evaluation -> table.cell(cell(evaluation, figure)));
    }
    return table.toString();
  }

  private static String cell(Evaluation evaluation, String figure) {
    double value = evaluation.scores().figures().getOrDefault(figure, 0.0);
    Interval interval = evaluation.intervals().get(figure);
    if (figure.equals("rows")) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return interval == null
        ? String.format(Locale.ROOT, "%.3f", value)
        : String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, interval.low(), interval.high());
  }

  /** By file, precision, recall and F1 of each intent. */
  private static String labels(Measurement measurement) {
    StringBuilder tables = new StringBuilder();
    measurement
        .byFile()
        .forEach(
            (file, rows) -> {
              Table table = new Table(file);
              table.column("precision").column("recall").column("F1").column("texts");
              Scores scores = rows.values().iterator().next().scores();
              scores.intents().forEach((intent, tally) -> row(table, intent.wire(), tally));
              scores.sentiments().forEach((s, tally) -> row(table, "sentiment " + s.wire(), tally));
              scores.drivers().forEach((d, tally) -> row(table, "driver " + d.wire(), tally));
              tables.append(table).append('\n');
            });
    return tables.toString();
  }

  private static void row(Table table, String name, Tally tally) {
    table.row(name);
    table.cell(String.format(Locale.ROOT, "%.3f", tally.precision()));
    table.cell(String.format(Locale.ROOT, "%.3f", tally.recall()));
    table.cell(String.format(Locale.ROOT, "%.3f", tally.f1()));
    table.cell(tally.support());
  }

  /** What another command measured and left beside the models, as a table. */
  private String measured(String file, String otherwise) throws IOException {
    Path path = models.resolve(file);
    if (!Files.exists(path)) {
      return otherwise;
    }
    try {
      Table table = new Table("`" + file + "`").column("");
      flatten("", JsonParser.parseString(Files.readString(path)), table);
      return table.toString();
    } catch (JsonParseException e) {
      throw new IOException(path + " is no JSON; the command that wrote it writes it again", e);
    }
  }

  private static void flatten(String name, JsonElement json, Table table) {
    if (json.isJsonObject()) {
      JsonObject object = json.getAsJsonObject();
      object
          .entrySet()
          .forEach(
              e -> flatten((name.isEmpty() ? "" : name + " ") + e.getKey(), e.getValue(), table));
    } else {
      table.row(name);
      table.cell(json.isJsonPrimitive() ? json.getAsString() : json.toString());
    }
  }

  private static String thresholds(Settings settings) {
    Table table = new Table("").column("vectors and words").column("words alone");
    Tuning vectors = settings.vectors();
    Tuning words = settings.words();
    table.row("share of the vectors").cell(vectors.vectorShare()).cell(words.vectorShare());
    table.row("advocacy from").cell(vectors.advocacyThreshold()).cell(words.advocacyThreshold());
    table.row("abstains under").cell(vectors.abstainBelow()).cell(words.abstainBelow());
    table.row("specific from").cell(vectors.specificThreshold()).cell(words.specificThreshold());
    for (String question : new TreeSet<>(vectors.temperatures().keySet())) {
      table.row("temperature of " + question);
      table.cell(vectors.temperatures().getOrDefault(question, 1.0));
      table.cell(words.temperatures().getOrDefault(question, 1.0));
    }
    for (String driver : new TreeSet<>(vectors.driverThresholds().keySet())) {
      table.row(driver + " from");
      table.cell(vectors.driverThresholds().getOrDefault(driver, 0.5));
      table.cell(words.driverThresholds().getOrDefault(driver, 0.5));
    }
    return table.toString();
  }

  private static String shares(Settings settings) {
    Table table = new Table("intent").column("trained on").column("expected");
    for (String intent : new TreeMap<>(settings.expectedShares()).keySet()) {
      table.row(intent);
      table.cell(settings.corpusShares().getOrDefault(intent, 0.0));
      table.cell(settings.expectedShares().getOrDefault(intent, 0.0));
    }
    return table.toString();
  }

  /** A table of Markdown, written cell by cell. */
  private static final class Table {
    private final StringBuilder head;
    private final StringBuilder rule = new StringBuilder("|---|");
    private final StringBuilder rows = new StringBuilder();

    Table(String corner) {
      head = new StringBuilder("| " + corner + " |");
    }

    Table column(String name) {
      head.append(' ').append(name).append(" |");
      rule.append("---|");
      return this;
    }

    Table row(String name) {
      rows.append("\n| ").append(name).append(" |");
      return this;
    }

    Table cell(Object value) {
      rows.append(' ').append(value).append(" |");
      return this;
    }

    @Override
    public String toString() {
      return head + "\n" + rule + rows + "\n";
    }
  }
}
