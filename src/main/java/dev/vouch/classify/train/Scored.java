package dev.vouch.classify.train;

import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import java.util.Set;

/** A labelled text beside what was made of it. */
record Scored(
    LabelledText gold,
    Intent intent,
    Sentiment sentiment,
    Set<Driver> drivers,
    boolean incentivised,
    boolean specific) {
  Scored {
    drivers = Set.copyOf(drivers);
  }

  static Scored of(LabelledText gold, Judgement judged) {
    return new Scored(
        gold,
        judged.intent(),
        judged.sentiment(),
        judged.drivers(),
        judged.incentivised(),
        judged.specific());
  }
}
