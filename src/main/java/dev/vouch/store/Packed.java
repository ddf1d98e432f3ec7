package dev.vouch.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Words in few characters, for the many records in Redis: deflated with a dictionary of what people
 * say about products, seven bits to a character, so that they stay ASCII for every client.
 *
 * <p>What was packed can only be read with the same {@link #DICTIONARY}.
 */
final class Packed {
  private static final byte[] DICTIONARY = dictionary();

  private Packed() {}

  private static byte[] dictionary() {
    try (var in = Packed.class.getResourceAsStream("/store/dictionary.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks store/dictionary.txt");
      }
      return in.readAllBytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String of(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[512];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return sevenBits(out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  static String text(String packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(DICTIONARY);
      inflater.setInput(eightBits(packed));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[512];
      while (!inflater.finished()) {
        int read = inflater.inflate(part);
        if (read == 0 && inflater.needsInput()) {
          throw new IllegalStateException("a record in Redis ends too soon");
        }
        out.write(part, 0, read);
      }
      return out.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("a record in Redis cannot be read", e);
    } finally {
      inflater.end();
    }
  }

  private static String sevenBits(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 8 / 7 + 1);
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = held << 8 | one & 0xff;
      bits += 8;
      while (bits >= 7) {
        bits -= 7;
        text.append((char) (held >> bits & 0x7f));
      }
      held &= (1 << bits) - 1;
    }
    return (bits > 0 ? text.append((char) (held << 7 - bits & 0x7f)) : text).toString();
  }

  private static byte[] eightBits(String text) {
    byte[] bytes = new byte[text.length() * 7 / 8];
    int held = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < text.length() && next < bytes.length; i++) {
      held = held << 7 | text.charAt(i);
      bits += 7;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bytes;
  }
}
