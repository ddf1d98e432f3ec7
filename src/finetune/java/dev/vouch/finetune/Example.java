package dev.vouch.finetune;

import dev.vouch.classify.encode.EncoderText;
import dev.vouch.classify.encode.WordPiece;
import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.train.LabelledText;

/**
 * A text to learn from.
 *
 * @param pieces that the encoder reads
 * @param weight in the loss
 */
record Example(LabelledText gold, int[] pieces, float weight) {
  /**
   * @param trust how far the labels are to be believed, up to 1
   */
  static Example of(LabelledText gold, float trust, WordPiece pieces, int mostPieces) {
    String words = EncoderText.of(seen(gold)).words();
    return new Example(gold, pieces.cut(words, mostPieces).ids(), trust);
  }

  /** The text as it is judged, without names. */
  static String seen(LabelledText text) {
    return Nameless.of(text.text()).text();
  }

  int length() {
    return pieces.length;
  }

  Example weighing(float other) {
    return new Example(gold, pieces, other);
  }
}
