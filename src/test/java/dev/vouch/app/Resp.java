package dev.vouch.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Redis' protocol, as far as it takes to tell one command or answer from the next. */
final class Resp {
  private Resp() {}

  /** The bytes of the next command or answer, whole. */
  static byte[] next(InputStream in) throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    copy(in, raw);
    return raw.toByteArray();
  }

  private static void copy(InputStream in, ByteArrayOutputStream raw) throws IOException {
    String head = line(in, raw);
    switch (head.charAt(0)) {
      case '*', '~', '>' -> copy(in, raw, number(head));
      case '%' -> copy(in, raw, 2 * number(head));
      case '$', '=', '!' -> {
        if (number(head) >= 0) {
          raw.write(exactly(in, number(head) + 2));
        }
      }
      default -> {
        // A simple string, an error or a number ends with its line.
      }
    }
  }

  private static void copy(InputStream in, ByteArrayOutputStream raw, int times)
      throws IOException {
    for (int i = 0; i < times; i++) {
      copy(in, raw);
    }
  }

  private static int number(String head) {
    return Integer.parseInt(head.substring(1));
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static String line(InputStream in, ByteArrayOutputStream raw) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException();
      }
      raw.write(one);
      line.append((char) one);
    }
    raw.write('\n');
    return line.toString().strip();
  }

  /** The words of a command: its name and what follows. */
  static List<String> words(byte[] command) {
    InputStream in = new ByteArrayInputStream(command);
    ByteArrayOutputStream past = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>();
    try {
      for (int left = number(line(in, past)); left > 0; left--) {
        int length = number(line(in, past));
        words.add(new String(exactly(in, length + 2), 0, length, StandardCharsets.UTF_8));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
