package dev.vouch.app;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Judgement;
import dev.vouch.pipeline.Directory;
import java.util.function.Function;

/**
 * Judges messages of one workspace as Slack sent them. People spoken of are quoted by name where
 * the directory knows them; that it cannot be asked just now holds no judgement up.
 */
record MessageReader(Classifier classifier, Directory directory)
    implements Function<String, Judgement> {

  @Override
  public Judgement apply(String raw) {
    return classifier.judge(SlackText.decode(raw, directory::name).plain());
  }
}
