package dev.vouch.classify.train;

import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Nameless;

/** A labelled text with its features, found once and used by every head and fold. */
record Prepared(LabelledText gold, Features features) {
  static Prepared of(LabelledText gold) {
    return new Prepared(gold, Features.of(Nameless.of(gold.text())));
  }
}
