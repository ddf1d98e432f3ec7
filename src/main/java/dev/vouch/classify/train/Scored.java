package dev.vouch.classify.train;

import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import java.util.Set;

/** A labelled text beside what was made of it. */
record Scored(LabelledText gold, Judgement judged) {
  static Scored of(LabelledText gold, Judgement judged) {
    return new Scored(gold, judged);
  }

  Intent intent() {
    return judged.intent();
  }

  Sentiment sentiment() {
    return judged.sentiment();
  }

  Set<Driver> drivers() {
    return judged.drivers();
  }

  boolean hasIntent() {
    return intent() == gold.intent();
  }

  boolean hasSentiment() {
    return sentiment() == gold.sentiment();
  }

  /** The probability of the intent that was given. */
  double intentConfidence() {
    return judged.intents().getOrDefault(intent(), 0.0);
  }

  /** The probability of the sentiment that was given. */
  double sentimentConfidence() {
    return judged.sentiments().getOrDefault(sentiment(), 0.0);
  }
}
