package dev.vouch.classify.learn;

import dev.vouch.mention.Intent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Examples of what the shipped heads were trained and measured on, so that a workspace's own
 * teaching does not make them forget it.
 *
 * @param encoder whose vectors these are
 * @param rehearsed of the rows that the heads were trained on, as many of each intent where there
 *     are enough
 * @param heldOut of the rows that nothing was trained on, in their natural shares
 */
public record Memory(String encoder, List<Row> rehearsed, List<Row> heldOut) {
  /** Name of its file beside the models. */
  public static final String FILE = "memory.bin";

  private static final int FORMAT = 1;

  /** An example, and its true intent. */
  public record Row(Example example, Intent intent) {}

  public Memory {
    rehearsed = List.copyOf(rehearsed);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * The memory that came with the program.
   *
   * @throws IOException if it is missing or damaged
   */
  public static Memory shipped() throws IOException {
    try (InputStream in = Memory.class.getResourceAsStream("/models/" + FILE)) {
      if (in == null) {
        throw new IOException("the program holds no models/" + FILE + "; run train, then build");
      }
      return read(in.readAllBytes());
    }
  }

  /** Its file; the same memory gives the same bytes. */
  public byte[] write() throws IOException {
    Map<String, Integer> phrases = new LinkedHashMap<>();
    for (List<Row> rows : List.of(rehearsed, heldOut)) {
      rows.forEach(
          row -> row.example().phrases().forEach(p -> phrases.putIfAbsent(p, phrases.size())));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeUTF(encoder);
      out.writeShort(phrases.size());
      for (String phrase : phrases.keySet()) {
        out.writeUTF(phrase);
      }
      write(out, rehearsed, phrases);
      write(out, heldOut, phrases);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, List<Row> rows, Map<String, Integer> phrases)
      throws IOException {
    out.writeShort(rows.size());
    for (Row row : rows) {
      Example example = row.example();
      out.writeByte(row.intent().ordinal());
      out.writeFloat(example.step());
      out.writeShort(example.vector().length);
      out.write(example.vector());
      out.write(example.words());
      out.writeByte(Math.min(255, example.phrases().size()));
      for (String phrase : example.phrases().stream().limit(255).toList()) {
        out.writeShort(phrases.getOrDefault(phrase, 0));
      }
    }
  }

  /**
   * @throws IOException if {@code file} is no memory of ours
   */
  public static Memory read(byte[] file) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      if (in.readByte() != FORMAT) {
        throw new IOException(FILE + " is of another version; run train again");
      }
      String encoder = in.readUTF();
      List<String> phrases = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        phrases.add(in.readUTF());
      }
      return new Memory(encoder, rows(in, encoder, phrases), rows(in, encoder, phrases));
    } catch (IndexOutOfBoundsException e) {
      throw new IOException(FILE + " is damaged; run train again", e);
    }
  }

  private static List<Row> rows(DataInputStream in, String encoder, List<String> phrases)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      rows.add(row(in, encoder, phrases));
    }
    return rows;
  }

  private static Row row(DataInputStream in, String encoder, List<String> phrases)
      throws IOException {
    Intent intent = Intent.values()[in.readUnsignedByte()];
    float step = in.readFloat();
    byte[] vector = in.readNBytes(in.readUnsignedShort());
    byte[] words = in.readNBytes(Intent.values().length);
    List<String> found = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      found.add(phrases.get(in.readUnsignedShort()));
    }
    return new Row(new Example(encoder, step, vector, found, words), intent);
  }
}
