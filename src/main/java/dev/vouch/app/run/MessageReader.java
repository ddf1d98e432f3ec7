package dev.vouch.app.run;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Effort;
import dev.vouch.classify.Promotion;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Products;
import dev.vouch.pipeline.Directory;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Judges messages of one workspace as Slack sent them. People spoken of are quoted by name where
 * the directory knows them; that it cannot be asked just now holds no judgement up. What speaks up
 * for a competitor is told by the names that the workspace has set.
 *
 * @param classifier with what the workspace has taught it so far
 * @param effort that a judgement may cost just now
 */
record MessageReader(
    Supplier<Classifier> classifier,
    Directory directory,
    Supplier<Products> products,
    Supplier<Effort> effort)
    implements Function<String, Judgement> {

  @Override
  public Judgement apply(String raw) {
    SlackText message = SlackText.decode(raw, directory::name);
    Judgement judged = classifier.get().judge(message, effort.get());
    return judged.intent() == Intent.ADVOCACY
        ? Promotion.told(judged, message.plain(), products.get())
        : judged;
  }
}
