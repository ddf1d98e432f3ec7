package dev.vouch.classify.benchmark;

import dev.vouch.classify.feature.Features;
import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.text.SlackText;

/** A labelled text of the benchmark, read as a message would be. */
record Tweet(String label, String text) {
  static Tweet of(String label, String raw) {
    return new Tweet(label, Nameless.of(SlackText.decode(raw).plain()).text());
  }

  /** Found anew each time: those of all tweets together would fill a small machine's memory. */
  Features features() {
    return Features.of(Nameless.of(text));
  }
}
