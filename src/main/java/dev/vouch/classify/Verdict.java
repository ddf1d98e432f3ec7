package dev.vouch.classify;

import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What follows from what the models said: probabilities that can be believed, and the labels
 * chosen.
 *
 * @param intents probability of every intent, as often as they come in real streams
 */
public record Verdict(
    Intent intent,
    double confidence,
    Map<Intent, Double> intents,
    Sentiment sentiment,
    Map<Sentiment, Double> sentiments,
    Set<Driver> drivers,
    boolean specific) {

  /** The verdict on a text of which {@code said} was said. */
  public static Verdict of(Said said, Tuning tuning, Settings settings) {
    Map<Intent, Double> intents = intents(said, tuning, settings);
    Map<Sentiment, Double> sentiments =
        Choice.keyed(
            Sentiment.class,
            Sentiment::fromWire,
            Calibration.apply(
                said.sentiments(),
                tuning.temperature(Tuning.SENTIMENT),
                settings.corpusSentiments(),
                settings.expectedSentiments()));
    Intent intent = Choice.decide(intents, tuning.advocacyThreshold());
    Sentiment sentiment = Choice.likeliest(sentiments, Set.of());
    return new Verdict(
        intent,
        intents.getOrDefault(intent, 0.0),
        intents,
        sentiment,
        sentiments,
        drivers(said, tuning, sentiment),
        said.specific() >= tuning.specificThreshold());
  }

  /** The calibrated probability of every intent. */
  public static Map<Intent, Double> intents(Said said, Tuning tuning, Settings settings) {
    return Choice.keyed(
        Intent.class,
        Intent::fromWire,
        Calibration.apply(
            said.intents(),
            tuning.temperature(Tuning.INTENT),
            settings.corpusShares(),
            settings.expectedShares()));
  }

  /** Drivers are why people advocate: a negative text shows none. */
  private static Set<Driver> drivers(Said said, Tuning tuning, Sentiment sentiment) {
    Set<Driver> shown = EnumSet.noneOf(Driver.class);
    said.drivers()
        .forEach(
            (driver, yes) -> {
              double threshold = tuning.driverThresholds().getOrDefault(driver.wire(), 0.5);
              if (sentiment != Sentiment.NEGATIVE && yes >= threshold) {
                shown.add(driver);
              }
            });
    return shown;
  }
}
