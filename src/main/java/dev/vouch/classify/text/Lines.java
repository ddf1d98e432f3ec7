package dev.vouch.classify.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists and rules that lie beside the classes: UTF-8, "#" starts a comment line. */
public final class Lines {
  private Lines() {}

  /** The lines of the file {@code name} that lies beside {@code owner}. */
  public static List<String> ofResource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name + " beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " beside " + owner.getName(), e);
    }
  }
}
