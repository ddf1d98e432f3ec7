package dev.vouch.classify.train;

import dev.vouch.classify.Settings;
import dev.vouch.mention.Intent;
import java.util.Locale;
import java.util.Map;

/** The card that goes with the models: data, licence, use, figures, failures, how to retrain. */
final class ModelCard {
  private ModelCard() {}

  static String of(Settings settings, Scores crossValidation) {
    return """
        # The models that read mentions

        Written by `vouch train`; edit the generator, not this file. Model `%s`, corpus of %d labelled
        texts, SHA-256 `%s`.

        ## What it is
        Maximum entropy models of Apache OpenNLP (MAXENT_QN) over words, pairs of words, negation, cues
        (`cues.tsv`), a word list of feeling (`lexicon.tsv`) and shape: `intent.bin` (nine intents),
        `sentiment.bin`, `specific.bin` and one `driver-*.bin` a driver. `model.json` holds temperatures, thresholds and the
        figures below. Bare seconds ("+1"), shares and emoji are read by rule, other languages than English not at all.

        ## Intended use
        To show account teams which messages of customers are worth a look, with the words that decided.
        A person decides what to do about it. Not for judging people, not for texts in other languages.

        ## Data and licence
        Every text in `corpus/` was written for this project, imitating thirteen registers (tweets, reviews,
        app stores, forums, developer chat, shared customer channels, ...). People, firms and products are
        invented. Corpus and models: Apache-2.0, as the project.

        ## Figures
        By five-fold cross-validation on the corpus (contrast pairs kept together). They flatter: real
        messages look less like the corpus than the corpus like itself.

        %s
        | intent | precision | recall | F1 | texts |
        |---|---|---|---|---|
        %s
        %s
        ## Thresholds
        Advocacy is believed from a probability of %s on, else the runner-up takes its place. Under a
        confidence of %s a reading abstains. Temperatures: %s. Probabilities are moved from the shares of the
        corpus to those expected in real streams: %s.

        ## Known failures
        - Sarcasm ("great, another outage") is often taken at its word.
        - Weak praise and weak advocacy are confused: a verdict on worth in passing is easily missed.
        - Complaint and warning are confused when the turn to others is only implied.
        - Long reviews with both sides are judged by their sum; a single late sentence can be lost.
        - Talk of other products, games or news may be taken for talk of the product.
        - The guess of language is crude; short foreign texts slip through.

        ## How to retrain
        Put labelled rows into `corpus/*.tsv` (columns text, intent, sentiment, drivers, incentivised, specific,
        pair; tabs, no quoting, `\\n` for a newline), then run

            java -jar target/vouch.jar train --data src/test/resources/dev/vouch/classify/messages.tsv

        and build again, so that the jar holds the new models. `--data` takes any number of labelled files that
        are only measured on. The same corpus gives the same files, byte by byte, on one machine.
        """
        .formatted(
            settings.model(),
            settings.corpusRows(),
            settings.corpusSha256(),
            figures("the corpus, cross-validated", crossValidation.figures()),
            perIntent(crossValidation),
            baselines(settings),
            settings.advocacyThreshold(),
            settings.abstainBelow(),
            settings.temperatures(),
            settings.expectedShares());
  }

  private static String figures(String name, Map<String, Double> figures) {
    StringBuilder table = new StringBuilder("| " + name + " | |\n|---|---|\n");
    figures.forEach((figure, value) -> table.append("| %s | %s |\n".formatted(figure, value)));
    return table.toString();
  }

  private static String perIntent(Scores scores) {
    StringBuilder rows = new StringBuilder();
    for (Intent intent : Intent.values()) {
      Tally tally = scores.intents().getOrDefault(intent, Tally.NONE);
      rows.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.3f | %d |%n",
              intent.wire(),
              tally.precision(),
              tally.recall(),
              tally.f1(),
              tally.support()));
    }
    return rows.toString();
  }

  private static String baselines(Settings settings) {
    StringBuilder tables = new StringBuilder();
    settings
        .baselines()
        .forEach((name, figures) -> tables.append(figures(name, figures)).append('\n'));
    return tables.toString();
  }
}
