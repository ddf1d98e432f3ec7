package dev.vouch.classify.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The labelled texts that models are trained on: every {@code .tsv} file of a directory.
 *
 * @param sha256 of the files' bytes, in order of their names
 */
public record Corpus(List<LabelledText> texts, String sha256) {
  public Corpus {
    texts = List.copyOf(texts);
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
