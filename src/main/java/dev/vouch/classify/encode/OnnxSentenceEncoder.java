package dev.vouch.classify.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The encoder on ONNX Runtime: mean of the last layer over all pieces of a text. One session serves
 * all threads; a call uses the thread that makes it and no other.
 *
 * <p>Texts go through one by one, without padding: activations are quantised by the batch, so that
 * a text's vector would otherwise hang on its neighbours.
 */
public final class OnnxSentenceEncoder implements SentenceEncoder {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final WordPiece pieces;
  private final int mostPieces;
  private final String id;

  /**
   * @param model an ONNX file with the inputs of BERT
   * @param mostPieces of a text that are read
   * @throws IllegalStateException if ONNX Runtime cannot load it
   */
  public OnnxSentenceEncoder(byte[] model, WordPiece pieces, int mostPieces) {
    this.pieces = pieces;
    this.mostPieces = mostPieces;
    this.id = id(model);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder cannot be loaded", e);
    }
  }

  private static String id(byte[] model) {
    CRC32 sum = new CRC32();
    sum.update(model);
    return Long.toHexString(sum.getValue());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Encoded encode(String text) {
    EncoderText read = EncoderText.of(text);
    Pieces cut = pieces.cut(read.words(), mostPieces);
    float[] layer = lastLayer(cut);
    return new Encoded(
        mean(layer, cut.count()),
        layer,
        origins(cut.starts(), read.origin(), 0),
        origins(cut.ends(), read.origin(), 1));
  }

  /** Places in the text instead of places in what was read; of an end, that of the char before. */
  private static int[] origins(int[] places, int[] origin, int back) {
    return Arrays.stream(places)
        .map(place -> place < 0 || origin[place - back] < 0 ? -1 : origin[place - back] + back)
        .toArray();
  }

  private float[] lastLayer(Pieces cut) {
    long[] shape = {1, cut.count()};
    LongBuffer ids = LongBuffer.wrap(Arrays.stream(cut.ids()).asLongStream().toArray());
    long[] ones = new long[cut.count()];
    Arrays.fill(ones, 1);
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ones.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", idTensor, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] layer = new float[values.remaining()];
      values.get(layer);
      return layer;
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder failed", e);
    }
  }

  private static float[] mean(float[] layer, int rows) {
    int width = layer.length / rows;
    float[] mean = new float[width];
    for (int i = 0; i < layer.length; i++) {
      mean[i % width] += layer[i];
    }
    for (int i = 0; i < width; i++) {
      mean[i] /= rows;
    }
    return mean;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the encoder cannot be closed", e);
    }
  }
}
