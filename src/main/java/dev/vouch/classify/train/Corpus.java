package dev.vouch.classify.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The labelled texts that models are trained on: every {@code .tsv} file of a directory.
 *
 * @param written the texts of those files
 * @param real texts that are not part of the project
 * @param sha256 of the files' bytes, in order of their names
 */
public record Corpus(List<LabelledText> written, List<LabelledText> real, String sha256) {
  /** The name of the rows of the files that are held out. */
  public static final String HELD_OUT = "held-out";

  public Corpus {
    written = List.copyOf(written);
    real = List.copyOf(real);
  }

  Corpus(List<LabelledText> written, String sha256) {
    this(written, List.of(), sha256);
  }

  /**
   * @throws IOException if a file cannot be read or understood, or there is none
   */
  public static Corpus read(Path dir) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    MessageDigest digest = digest();
    for (Path file : files(dir)) {
      texts.addAll(LabelledFile.read(file));
      digest.update(Files.readAllBytes(file));
    }
    if (texts.isEmpty()) {
      throw new IOException("no labelled texts in " + dir + "; it must hold .tsv files");
    }
    return new Corpus(texts, HexFormat.of().formatHex(digest.digest()));
  }

  /** The same and {@code real} texts; the digest stays that of the files. */
  public Corpus with(List<LabelledText> real) {
    return new Corpus(written, real, sha256);
  }

  /** The texts of both kinds. */
  public List<LabelledText> texts() {
    return Stream.concat(written.stream(), real.stream()).toList();
  }

  /** What may not be trained on, by the name under which it is measured. */
  public Map<String, List<LabelledText>> heldOut() {
    Map<String, List<LabelledText>> heldOut = new LinkedHashMap<>();
    heldOut.put(HELD_OUT, heldOut(written));
    if (!real.isEmpty()) {
      heldOut.put(HELD_OUT + " real", heldOut(real));
    }
    return heldOut;
  }

  private static List<LabelledText> heldOut(List<LabelledText> texts) {
    return texts.stream().filter(LabelledText::isHeldOut).toList();
  }

  private static List<Path> files(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
