package dev.vouch.finetune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Texts side by side, as long as the longest.
 *
 * @param ids pieces, texts by longest text
 * @param mask 1 where a text has a piece, 0 behind its end
 */
record Padded(NDArray ids, NDArray mask) {
  static Padded of(NDManager manager, List<Example> batch) {
    int longest = batch.stream().mapToInt(Example::length).max().orElse(1);
    long[] ids = new long[batch.size() * longest];
    float[] mask = new float[ids.length];
    for (int i = 0; i < batch.size(); i++) {
      int[] pieces = batch.get(i).pieces();
      for (int j = 0; j < pieces.length; j++) {
        ids[i * longest + j] = pieces[j];
        mask[i * longest + j] = 1;
      }
    }
    Shape shape = new Shape(batch.size(), longest);
    return new Padded(manager.create(ids, shape), manager.create(mask, shape));
  }
}
