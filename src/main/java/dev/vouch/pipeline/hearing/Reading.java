package dev.vouch.pipeline.hearing;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.advocate.Wording;
import dev.vouch.classify.context.InContext;
import dev.vouch.classify.context.OwnWords;
import dev.vouch.mention.Context;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Mention;
import dev.vouch.mention.Products;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Stance;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a message was judged to be, under whatever it may stand.
 *
 * @param specific whether its words name features, figures or a before and after
 */
record Reading(Hearing hearing, boolean specific) {
  private static final int MOST_WORDS = 300;

  /**
   * @param judge reads a message as Slack sent it
   */
  static Reading of(Said said, Function<String, Judgement> judge, Products products) {
    Mention mention = said.mention();
    OwnWords own = OwnWords.of(mention.text(), products);
    Judgement alone = judge.apply(own.raw());
    Context context = new Context(Stance.NONE, said.shares(), mention.author().kind());
    Map<Stance, Hearing.Outcome> outcomes = new EnumMap<>(Stance.class);
    for (Stance under : said.root() == null ? List.of(Stance.NONE) : List.of(Stance.values())) {
      InContext read = InContext.read(alone, own, context.under(under));
      outcomes.put(under, outcome(mention, said.root(), read, own));
    }
    return new Reading(new Hearing(mention.version(), own.second(), outcomes), alone.specific());
  }

  private static Hearing.Outcome outcome(
      Mention mention, @Nullable String root, InContext read, OwnWords own) {
    Judgement judgement = read.judgement();
    Place place = new Place(root, read.stance(own), read.reason(), null);
    return new Hearing.Outcome(
        heard(mention, judgement).at(place),
        judgement.isAdvocacy() ? act(mention, judgement) : null);
  }

  private static Heard heard(Mention mention, Judgement judgement) {
    return new Heard(
        mention.id(),
        mention.author().id(),
        judgement.countsAs(),
        otherwise(judgement),
        judgement.confidence(),
        judgement.sentiment(),
        judgement.abstained(),
        judgement.competitor(),
        judgement.evidence().stream().filter(words -> !words.isBlank()).map(Reading::cut).toList(),
        mention.permalink(),
        judgement.model(),
        null);
  }

  private static Intent otherwise(Judgement judgement) {
    return judgement.intents().entrySet().stream()
        .filter(one -> one.getKey() != Intent.ADVOCACY)
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(Intent.NEUTRAL);
  }

  private static AdvocacyAct act(Mention mention, Judgement judgement) {
    return new AdvocacyAct(
        mention.id(),
        mention.author().id(),
        Objects.requireNonNullElse(judgement.purpose(), Purpose.USUAL),
        judgement.confidence(),
        judgement.drivers(),
        judgement.evidence().stream().map(Reading::cut).toList(),
        new Wording(judgement.disclosure(), judgement.specific()),
        mention.permalink(),
        null);
  }

  /** No longer than it is kept. */
  static String cut(String words) {
    return words.codePointCount(0, words.length()) <= MOST_WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS - 1)) + "…";
  }
}
