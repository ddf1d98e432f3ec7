package dev.vouch.classify.reply;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.Clues;
import dev.vouch.classify.Head;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * An OpenNLP model of what answers mean, with its settings. It reads words and turns of phrase
 * alone, so that an answer costs a fraction of a millisecond. Thread-safe.
 */
public record ReplyModel(Head head, ReplySettings settings) {
  public static final String HEAD = "reply.bin";
  public static final String SETTINGS = "reply.json";

  private static final class Shipped {
    static final ReplyModel MODEL = read();

    private static ReplyModel read() {
      try {
        return new ReplyModel(
            Head.read(resource(HEAD)),
            ReplySettings.fromJson(new String(resource(SETTINGS), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException("the reply model in the program cannot be read", e);
      }
    }

    private static byte[] resource(String file) throws IOException {
      try (InputStream in = ReplyModel.class.getResourceAsStream("/models/" + file)) {
        if (in == null) {
          throw new IOException("the program holds no models/" + file + "; run train, then build");
        }
        return in.readAllBytes();
      }
    }
  }

  /** The one that comes with the program. */
  public static ReplyModel shipped() {
    return Shipped.MODEL;
  }

  /**
   * The one in {@code dir}, as {@code train} wrote it.
   *
   * @throws IOException if a file is missing or damaged
   */
  public static ReplyModel load(Path dir) throws IOException {
    return new ReplyModel(
        Head.read(Files.readAllBytes(dir.resolve(HEAD))),
        ReplySettings.fromJson(Files.readString(dir.resolve(SETTINGS))));
  }

  /**
   * Writes its two files into {@code dir}.
   *
   * @throws IOException if one cannot be written
   */
  public void write(Path dir) throws IOException {
    Files.createDirectories(dir);
    Files.write(dir.resolve(HEAD), head.write());
    Files.writeString(dir.resolve(SETTINGS), settings.toJson());
  }

  /** What a head looks at in an answer. */
  public static Clues clues(String slackText, Wish.Kind wish) {
    return ReplyClues.of(slackText, wish);
  }

  /** How likely each meaning is. */
  Map<Meaning, Double> judge(String slackText, Wish.Kind wish) {
    Map<Meaning, Double> shares = new EnumMap<>(Meaning.class);
    Calibration.apply(head.judge(clues(slackText, wish)), settings.temperature())
        .forEach((wire, share) -> shares.put(Meaning.fromWire(wire), share));
    return shares;
  }
}
