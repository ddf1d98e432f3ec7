package dev.vouch.finetune;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes small ONNX files. */
final class OnnxBytes {
  private static final int FLOAT = 1;
  private static final int INT8 = 3;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  OnnxBytes floats(String name, long[] dims, float... values) throws IOException {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return tensor(name, FLOAT, dims, raw.array());
  }

  OnnxBytes bytes(String name, long[] dims, byte... values) throws IOException {
    return tensor(name, INT8, dims, values);
  }

  OnnxBytes node(String op, String name, String... inputs) throws IOException {
    return put(
        1,
        out -> {
          for (String input : inputs) {
            out.writeString(1, input);
          }
          out.writeString(3, name);
          out.writeString(4, op);
        });
  }

  private OnnxBytes tensor(String name, int type, long[] dims, byte[] raw) throws IOException {
    return put(
        5,
        out -> {
          for (long dim : dims) {
            out.writeInt64(1, dim);
          }
          out.writeInt32(2, type);
          out.writeString(8, name);
          out.writeByteArray(9, raw);
        });
  }

  OnnxFile file() throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(model);
    out.writeInt64(1, 8);
    out.writeByteArray(7, graph.toByteArray());
    out.writeString(2, "a field behind the graph");
    out.flush();
    return OnnxFile.of(model.toByteArray());
  }

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private OnnxBytes put(int field, Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream part = CodedOutputStream.newInstance(bytes);
    fields.write(part);
    part.flush();
    CodedOutputStream out = CodedOutputStream.newInstance(graph);
    out.writeByteArray(field, bytes.toByteArray());
    out.flush();
    return this;
  }
}
