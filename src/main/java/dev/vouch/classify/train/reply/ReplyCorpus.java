package dev.vouch.classify.train.reply;

import dev.vouch.classify.reply.ReplyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The answers that the reply model learns from.
 *
 * @param sha256 of the bytes of their file
 */
public record ReplyCorpus(List<LabelledReply> rows, String sha256) {
  public static final String TRAIN = "train.tsv";

  /** Rows by which the design was chosen. */
  public static final String TUNING = "tuning.tsv";

  /** Rows that were written after the model was made, and that nothing was fitted to. */
  public static final String HELD_OUT = "held-out.tsv";

  static final List<String> FILES = List.of(TRAIN, TUNING, HELD_OUT);

  public ReplyCorpus {
    rows = List.copyOf(rows);
  }

  /**
   * @throws IOException if {@value #TRAIN} in {@code dir} cannot be read or understood
   */
  public static ReplyCorpus read(Path dir) throws IOException {
    Path file = dir.resolve(TRAIN);
    return new ReplyCorpus(LabelledReply.read(file), sha256(Files.readAllBytes(file)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Trains on it, and notes what the model reaches on the rows that nothing was fitted to.
   *
   * @throws IOException if OpenNLP cannot train on it, or {@code dir} lacks those rows
   */
  public ReplyModel model(Path dir) throws IOException {
    ReplyModel model = ReplyTrainer.train(this);
    ReplyScores scores = ReplyScores.of(LabelledReply.read(dir.resolve(HELD_OUT)), model);
    return new ReplyModel(
        model.head(), model.settings().withBaselines(Map.of(HELD_OUT, scores.figures())));
  }
}
