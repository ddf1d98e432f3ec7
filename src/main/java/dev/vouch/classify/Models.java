package dev.vouch.classify;

import dev.vouch.classify.encode.Encoded;
import dev.vouch.classify.encode.OnnxSentenceEncoder;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.encode.WordPiece;
import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Nameless;
import dev.vouch.mention.Driver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that read a text, with their settings.
 *
 * @param words read words and turns of phrase
 * @param vectors read meaning; empty where the encoder cannot be loaded
 */
public record Models(Heads words, Optional<Vectors> vectors, Settings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(Models.class);

  static final String SETTINGS = "model.json";
  private static final String ENCODER = "encoder.onnx";
  private static final String SCALE = "vector-scale.txt";

  /** A message of Slack is rarely longer; what is cut off is still read by the words. */
  private static final int PIECES_READ = 256;

  /** An encoder, and the heads that were trained on its vectors. */
  public record Vectors(SentenceEncoder encoder, Scale scale, Heads heads) {}

  /** Where the bytes of a model file come from. */
  interface Source {
    byte[] read(String file) throws IOException;

    /** The files of a directory. */
    static Source of(Path dir) {
      return name -> {
        Path file = dir.resolve(name);
        if (!Files.isReadable(file)) {
          throw new IOException("there is no model " + file + "; vouch train writes it");
        }
        return Files.readAllBytes(file);
      };
    }
  }

  static Models read(Source source) throws IOException {
    return new Models(
        heads(source, "words"), vectors(source), Settings.fromJson(text(source.read(SETTINGS))));
  }

  /** Without an encoder there is still the reading of words: a processor may be too strange. */
  private static Optional<Vectors> vectors(Source source) throws IOException {
    try {
      return Optional.of(
          new Vectors(
              encoder(source), Scale.read(text(source.read(SCALE))), heads(source, "vector")));
    } catch (IllegalStateException | LinkageError e) {
      LOG.warn("the encoder cannot be loaded, messages are read by their words alone", e);
      return Optional.empty();
    }
  }

  /**
   * The encoder in {@code dir}.
   *
   * @throws IOException if its files are missing or damaged
   */
  public static SentenceEncoder encoder(Path dir) throws IOException {
    try {
      return encoder(Source.of(dir));
    } catch (IllegalStateException | LinkageError e) {
      throw new IOException("the encoder in " + dir + " cannot be loaded here", e);
    }
  }

  /**
   * Another encoder, with the vocabulary in {@code dir}.
   *
   * @throws IOException if a file is missing or damaged
   */
  public static SentenceEncoder encoder(Path dir, Path onnx) throws IOException {
    Source vocabulary = Source.of(dir);
    try {
      return encoder(
          file -> file.equals(ENCODER) ? Files.readAllBytes(onnx) : vocabulary.read(file));
    } catch (IllegalStateException | LinkageError e) {
      throw new IOException("the encoder " + onnx + " cannot be loaded here", e);
    }
  }

  private static SentenceEncoder encoder(Source source) throws IOException {
    WordPiece pieces = WordPiece.read(new ByteArrayInputStream(source.read("vocab.txt")));
    return new OnnxSentenceEncoder(source.read(ENCODER), pieces, PIECES_READ);
  }

  private static Heads heads(Source source, String kind) throws IOException {
    Map<Driver, Head> drivers = new EnumMap<>(Driver.class);
    for (Driver driver : Driver.values()) {
      drivers.put(driver, Head.read(source.read(file(kind, "driver-" + driver.wire()))));
    }
    return new Heads(
        Head.read(source.read(file(kind, "intent"))),
        Head.read(source.read(file(kind, "sentiment"))),
        Head.read(source.read(file(kind, "specific"))),
        drivers);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String file(String kind, String question) {
    return kind + "-" + question + ".bin";
  }

  /**
   * The files that training makes, by name; the encoder is not among them.
   *
   * @throws IOException if OpenNLP cannot write a model
   */
  public Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    put(files, "words", words);
    if (vectors.isPresent()) {
      put(files, "vector", vectors.get().heads());
      files.put(SCALE, vectors.get().scale().write().getBytes(StandardCharsets.UTF_8));
    }
    files.put(SETTINGS, settings.toJson().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static void put(Map<String, byte[]> files, String kind, Heads heads) throws IOException {
    files.put(file(kind, "intent"), heads.intent().write());
    files.put(file(kind, "sentiment"), heads.sentiment().write());
    files.put(file(kind, "specific"), heads.specific().write());
    for (Driver driver : Driver.values()) {
      files.put(file(kind, "driver-" + driver.wire()), heads.of(driver).write());
    }
  }

  /** The same models with other settings. */
  public Models with(Settings other) {
    return new Models(words, vectors, other);
  }

  /** Reads {@code seen}: by its words alone, or by its meaning too where that can be. */
  Reading read(Nameless seen, Effort effort) {
    Features features = Features.of(seen);
    Said said = Said.by(words, Clues.ofWords(features));
    if (effort == Effort.WORDS || vectors.isEmpty()) {
      return new Reading(features, Optional.empty(), said, settings.words());
    }
    Vectors used = vectors.get();
    Encoded encoded = used.encoder().encode(seen.text());
    Said meant = Said.by(used.heads(), Clues.ofVector(encoded.vector(), used.scale(), features));
    Tuning tuning = settings.vectors();
    return new Reading(
        features, Optional.of(encoded), meant.with(said, tuning.vectorShare()), tuning);
  }
}
