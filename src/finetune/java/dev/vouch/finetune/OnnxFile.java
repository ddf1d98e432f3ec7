package dev.vouch.finetune;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX file whose tensors can be read and overwritten where they stand. Field numbers are those
 * of onnx.proto: ModelProto.graph 7; GraphProto.node 1 and initializer 5; NodeProto.input 1, name 3
 * and op_type 4; TensorProto.dims 1, data_type 2, float_data 4, name 8 and raw_data 9.
 */
final class OnnxFile {
  /** TensorProto.DataType of floats. */
  static final int FLOAT = 1;

  /** A tensor and the place of its values in the file. */
  record Tensor(String name, long[] dims, int type, int start, int end) {}

  /** A step of the graph: what it does, what it is called, what goes in. */
  record Node(String op, String name, List<String> inputs) {}

  private final byte[] bytes;
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  private OnnxFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes of the file, which are written into
   * @throws IOException if they are no ONNX
   */
  static OnnxFile of(byte[] bytes) throws IOException {
    OnnxFile file = new OnnxFile(bytes);
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    in.setSizeLimit(Integer.MAX_VALUE);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 7) {
        file.graph(in);
      } else {
        in.skipField(tag);
      }
    }
    return file;
  }

  List<Node> nodes() {
    return nodes;
  }

  Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the ONNX file has no tensor " + name);
    }
    return tensor;
  }

  Set<String> names() {
    return tensors.keySet();
  }

  boolean has(String name) {
    return tensors.containsKey(name);
  }

  float[] floats(String name) {
    Tensor tensor = tensor(name);
    float[] values = new float[(tensor.end() - tensor.start()) / 4];
    at(tensor).asFloatBuffer().get(values);
    return values;
  }

  void write(String name, float[] values) {
    at(sized(name, values.length * 4)).asFloatBuffer().put(values);
  }

  void write(String name, byte[] values) {
    at(sized(name, values.length)).put(values);
  }

  /** The file as it is now; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  private Tensor sized(String name, int wanted) {
    Tensor tensor = tensor(name);
    if (tensor.end() - tensor.start() != wanted) {
      throw new IllegalArgumentException(
          "%s holds %d bytes, not %d".formatted(name, tensor.end() - tensor.start(), wanted));
    }
    return tensor;
  }

  private ByteBuffer at(Tensor tensor) {
    return ByteBuffer.wrap(bytes, tensor.start(), tensor.end() - tensor.start())
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private void graph(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> nodes.add(node(in));
        case 5 -> tensor(in);
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
  }

  private static Node node(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    List<String> inputs = new ArrayList<>();
    String name = "";
    String op = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> inputs.add(in.readString());
        case 3 -> name = in.readString();
        case 4 -> op = in.readString();
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
    return new Node(op, name, inputs);
  }

  private void tensor(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    List<Long> dims = new ArrayList<>();
    String name = "";
    int type = 0;
    int start = 0;
    int end = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> dims.add(in.readInt64());
        case 2 -> type = in.readInt32();
        case 8 -> name = in.readString();
        case 4, 9 -> {
          int length = in.readRawVarint32();
          start = in.getTotalBytesRead();
          end = start + length;
          in.skipRawBytes(length);
        }
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
    long[] shape = dims.stream().mapToLong(Long::longValue).toArray();
    tensors.put(name, new Tensor(name, shape, type, start, end));
  }
}
