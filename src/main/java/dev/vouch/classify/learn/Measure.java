package dev.vouch.classify.learn;

import dev.vouch.classify.Choice;
import dev.vouch.classify.Clues;
import dev.vouch.classify.Head;
import dev.vouch.classify.Learnt;
import dev.vouch.classify.Models;
import dev.vouch.classify.Said;
import dev.vouch.classify.Tuning;
import dev.vouch.classify.Verdict;
import dev.vouch.mention.Intent;
import java.util.List;
import java.util.Optional;

/** Measures what was taught, as messages would be judged with it. */
final class Measure {
  private final List<Correction> heldOut;
  private final Memory memory;
  private final Models models;

  Measure(List<Correction> heldOut, Memory memory, Models models) {
    this.heldOut = heldOut;
    this.memory = memory;
    this.models = models;
  }

  /** The figures of the shipped heads alone, or with what was taught. */
  Figures of(Optional<Head> taught) {
    int met = 0;
    for (Correction one : heldOut) {
      met += one.isMetBy(intent(one.example(), taught)) ? 1 : 0;
    }
    return new Figures(met, heldOut.size(), baseline(taught));
  }

  Intent intent(Example example, Optional<Head> taught) {
    Clues clues = example.clues(models.vectors().orElseThrow());
    Said shipped = example.said(models, clues);
    Said said = taught.map(head -> Learnt.move(shipped, head, clues)).orElse(shipped);
    Tuning tuning = models.settings().vectors();
    return Choice.decide(
        Verdict.intents(said, tuning, models.settings()), tuning.advocacyThreshold());
  }

  /** The mean over the intents that occur of 2·hits / (belong + given). */
  private double baseline(Optional<Head> taught) {
    int[] hits = new int[Intent.values().length];
    int[] belong = new int[hits.length];
    int[] given = new int[hits.length];
    for (Memory.Row row : memory.heldOut()) {
      int answer = intent(row.example(), taught).ordinal();
      belong[row.intent().ordinal()]++;
      given[answer]++;
      hits[answer] += answer == row.intent().ordinal() ? 1 : 0;
    }
    double sum = 0;
    int occur = 0;
    for (int i = 0; i < hits.length; i++) {
      if (belong[i] > 0) {
        sum += 2.0 * hits[i] / (belong[i] + given[i]);
        occur++;
      }
    }
    return occur == 0 ? 0 : sum / occur;
  }
}
