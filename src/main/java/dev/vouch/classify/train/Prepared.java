package dev.vouch.classify.train;

import dev.vouch.classify.Clues;
import dev.vouch.classify.Scale;
import dev.vouch.classify.encode.SentenceEncoder;
import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Nameless;

/** A labelled text with its features and its vector, found once and used by every head. */
record Prepared(LabelledText gold, Features features, float[] vector) {
  static Prepared of(LabelledText gold, SentenceEncoder encoder) {
    Nameless seen = Nameless.of(gold.text());
    return new Prepared(gold, Features.of(seen), encoder.encode(seen.text()).vector());
  }

  Clues words() {
    return Clues.ofWords(features);
  }

  Clues vector(Scale scale) {
    return Clues.ofVector(vector, scale, features);
  }
}
