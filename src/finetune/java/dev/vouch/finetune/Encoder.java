package dev.vouch.finetune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoder (BERT, 12 layers of 384) with its weights as arrays that can be trained. */
final class Encoder {
  private static final int WIDTH = 384;
  private static final int LAYERS = 12;
  private static final int HEADS = 12;
  private static final float EPSILON = 1e-12f;
  private static final Pattern MATMUL = Pattern.compile("/encoder/(layer\\.\\d+)/(.*)/MatMul");

  private final Map<String, NDArray> weights = new LinkedHashMap<>();

  /** By the name of a weight here: the name of its tensor in the file. */
  private final Map<String, String> tensors = new LinkedHashMap<>();

  Encoder(OnnxFile file, NDManager manager) {
    for (String part : new String[] {"word", "position", "token_type"}) {
      String name = "embeddings." + part + "_embeddings.weight";
      load(file, manager, name, name);
    }
    norm(file, manager, "embeddings.LayerNorm");
    for (OnnxFile.Node node : file.nodes()) {
      Matcher matcher = MATMUL.matcher(node.name());
      if (node.op().equals("MatMul") && matcher.matches() && file.has(node.inputs().get(1))) {
        String name = matcher.group(1) + "." + matcher.group(2).replace('/', '.');
        load(file, manager, name + ".weight", node.inputs().get(1));
        load(file, manager, name + ".bias", "encoder." + name + ".bias");
      }
    }
    for (int i = 0; i < LAYERS; i++) {
      norm(file, manager, "layer." + i + ".attention.output.LayerNorm");
      norm(file, manager, "layer." + i + ".output.LayerNorm");
    }
  }

  private void norm(OnnxFile file, NDManager manager, String name) {
    String prefix = name.startsWith("layer.") ? "encoder." : "";
    load(file, manager, name + ".weight", prefix + name + ".weight");
    load(file, manager, name + ".bias", prefix + name + ".bias");
  }

  private void load(OnnxFile file, NDManager manager, String name, String tensor) {
    weights.put(name, manager.create(file.floats(tensor), new Shape(file.tensor(tensor).dims())));
    tensors.put(name, tensor);
  }

  /** Weights of the layers from {@code first} on, by name. */
  Map<String, NDArray> from(int first) {
    Map<String, NDArray> some = new LinkedHashMap<>();
    weights.forEach(
        (name, array) -> {
          if (layer(name) >= first) {
            some.put(name, array);
          }
        });
    return some;
  }

  /** The layer that a weight belongs to; -1 for those below all layers. */
  private static int layer(String name) {
    return name.startsWith("layer.") ? Integer.parseInt(name.split("\\.", 3)[1]) : -1;
  }

  /** Writes all weights into {@code file}, which has the tensors of the one they came from. */
  void writeInto(OnnxFile file) {
    tensors.forEach((name, tensor) -> file.write(tensor, weight(name).toFloatArray()));
  }

  private NDArray weight(String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  /** The mean of the last layer over the pieces of each text: texts by width. */
  NDArray vectors(Padded texts) {
    NDArray x = normed(pieces(texts), "embeddings.LayerNorm");
    Shape shape = texts.mask().getShape();
    NDArray hide = texts.mask().sub(1).mul(1e9f).reshape(shape.get(0), 1, 1, shape.get(1));
    for (int i = 0; i < LAYERS; i++) {
      x = layer(x, hide, "layer." + i);
    }
    NDArray seen = texts.mask().expandDims(-1);
    return x.mul(seen).sum(new int[] {1}).div(seen.sum(new int[] {1}));
  }

  /** What each piece means by itself and by its place. */
  private NDArray pieces(Padded texts) {
    NDManager step = texts.ids().getManager();
    long longest = texts.ids().getShape().get(1);
    NDArray words =
        lent(step, weight("embeddings.word_embeddings.weight").get(texts.ids().flatten()));
    NDArray places =
        lent(step, weight("embeddings.position_embeddings.weight").get("0:" + longest));
    NDArray type = lent(step, weight("embeddings.token_type_embeddings.weight").get("0"));
    return words
        .reshape(-1, longest, WIDTH)
        .add(places.expandDims(0))
        .add(type.reshape(1, 1, WIDTH));
  }

  /** What is looked up in a weight stays with it for ever, unless the step takes it. */
  private static NDArray lent(NDManager step, NDArray array) {
    array.attach(step);
    return array;
  }

  private NDArray layer(NDArray x, NDArray hide, String name) {
    NDArray q = split(linear(x, name + ".attention.self.query"));
    NDArray k = split(linear(x, name + ".attention.self.key"));
    NDArray v = split(linear(x, name + ".attention.self.value"));
    float scale = (float) (1 / Math.sqrt(WIDTH / (double) HEADS));
    NDArray shares = q.matMul(k.transpose(0, 1, 3, 2)).mul(scale).add(hide).softmax(-1);
    NDArray mixed = shares.matMul(v).transpose(0, 2, 1, 3).reshape(x.getShape());
    NDArray attended = linear(mixed, name + ".attention.output.dense");
    NDArray middle = normed(x.add(attended), name + ".attention.output.LayerNorm");
    NDArray wide = Activation.gelu(linear(middle, name + ".intermediate.dense"));
    return normed(middle.add(linear(wide, name + ".output.dense")), name + ".output.LayerNorm");
  }

  private static NDArray split(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), HEADS, WIDTH / HEADS).transpose(0, 2, 1, 3);
  }

  private NDArray linear(NDArray x, String name) {
    return x.matMul(weight(name + ".weight")).add(weight(name + ".bias"));
  }

  private NDArray normed(NDArray x, String name) {
    return LayerNorm.layerNorm(
            x, new Shape(WIDTH), weight(name + ".weight"), weight(name + ".bias"), EPSILON)
        .singletonOrThrow();
  }
}
