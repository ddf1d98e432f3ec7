package dev.vouch.classify.context;

import dev.vouch.classify.Promotion;
import dev.vouch.classify.Purposes;
import dev.vouch.mention.Author;
import dev.vouch.mention.Context;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A judgement of words alone, turned into that of the message where it stands.
 *
 * @param reason why it differs from the words alone; null where it does not
 */
public record InContext(Judgement judgement, @Nullable ContextReason reason) {
  /** How sure a reading by context is said to be; a rule has no probabilities of its own. */
  private static final double BY_CONTEXT = 0.85;

  /** Share of praise and advocacy from which an own experience is a ground. */
  private static final double FAVOUR = 0.3;

  /** Share of the positive from which an own experience with figures is a ground. */
  private static final double WARMTH = 0.3;

  private static final Set<Intent> MAY_ARGUE =
      Set.of(Intent.PRAISE, Intent.NEUTRAL, Intent.COMPLAINT, Intent.WARNING, Intent.AMPLIFICATION);

  /**
   * Reads {@code own}, which alone would be {@code alone}.
   *
   * <p>The company's own people and programs advocate nothing; what only passes on is
   * amplification; a second follows what it seconds; an answer that argues to somebody who asks
   * what to choose means to move them.
   */
  public static InContext read(Judgement alone, OwnWords own, Context context) {
    if (context.author() != Author.Kind.CUSTOMER) {
      return as(Intent.NEUTRAL, alone.sentiment(), alone, ContextReason.NO_CUSTOMER);
    }
    boolean shares = context.shares() != Context.Shares.NOTHING;
    if (own.onlyPassesOn(shares)) {
      boolean ours = context.shares() == Context.Shares.OURS;
      ContextReason reason = ours ? ContextReason.PASSES_OURS_ON : ContextReason.PASSES_ON;
      return as(Intent.AMPLIFICATION, Sentiment.NEUTRAL, alone, reason);
    }
    if (own.second()) {
      return second(alone, context.under());
    }
    if ((shares || own.links()) && own.pointsOnly()) {
      return as(Intent.AMPLIFICATION, alone.sentiment(), alone, ContextReason.POINTS_AT_SHARE);
    }
    return switch (context.under()) {
      case CHOICE -> answer(alone, own);
      case CHOICE_OF_THEIRS -> answerAboutTheirs(alone, own);
      default -> new InContext(alone, null);
    };
  }

  private static InContext second(Judgement alone, Stance under) {
    return switch (under) {
      case NONE, SECOND -> new InContext(alone, null);
      case ADVOCACY -> second(Sentiment.POSITIVE, alone, ContextReason.SECONDS_ADVOCACY);
      case PRAISE -> second(Sentiment.POSITIVE, alone, ContextReason.SECONDS_PRAISE);
      case COMPLAINT -> second(Sentiment.NEGATIVE, alone, ContextReason.SECONDS_COMPLAINT);
      case CHOICE, CHOICE_OF_THEIRS, OTHER ->
          second(Sentiment.NEUTRAL, alone, ContextReason.SECONDS_OTHER);
    };
  }

  private static InContext second(Sentiment feeling, Judgement alone, ContextReason reason) {
    return as(Intent.AMPLIFICATION, feeling, alone, reason);
  }

  private static InContext answer(Judgement alone, OwnWords own) {
    if (own.isBareAnswer()) {
      return as(Intent.NEUTRAL, Sentiment.NEUTRAL, alone, ContextReason.BARE_ANSWER);
    }
    if (!argues(alone, own)
        || alone.isAdvocacy()
        || !alone.abstained() && !MAY_ARGUE.contains(alone.intent())) {
      return new InContext(alone, null);
    }
    return argument(alone, own);
  }

  /**
   * What argues to a buyer, for or against. Grounds that tell of a competitor's product alone, and
   * do not plainly promote it, are neither for us nor against us.
   */
  private static InContext argument(Judgement alone, OwnWords own) {
    Promotion.Sides sides = own.sides();
    boolean against = own.speaksAgainst();
    if (!sides.promoteTheirs() && (against ? sides.them() : sides.tellOfTheirsAlone())) {
      return new InContext(alone, null);
    }
    return against
        ? as(Intent.WARNING, Sentiment.NEGATIVE, alone, ContextReason.WARNS_A_BUYER)
        : advocacy(alone, own, sides);
  }

  private static InContext advocacy(Judgement alone, OwnWords own, Promotion.Sides sides) {
    InContext read =
        as(Intent.ADVOCACY, Sentiment.POSITIVE, alone, ContextReason.SPEAKS_TO_A_BUYER);
    boolean theirs = read.judgement().competitor() || sides.promoteTheirs();
    return new InContext(
        read.judgement().withPurpose(Purposes.of(own.plain())).withCompetitor(theirs),
        read.reason());
  }

  /** Who asks about a competitor's product hears about that one, unless an answer turns to us. */
  private static InContext answerAboutTheirs(Judgement alone, OwnWords own) {
    Promotion.Sides sides = own.sides();
    if (sides.us() || own.isBareAnswer()) {
      return answer(alone, own);
    }
    return alone.isAdvocacy() && !sides.forUs()
        ? new InContext(alone.withCompetitor(true), ContextReason.SPEAKS_OF_THEIRS)
        : new InContext(alone, null);
  }

  /** By its turns of phrase, or as an own experience that models take for satisfaction. */
  private static boolean argues(Judgement alone, OwnWords own) {
    double favour =
        alone.intents().getOrDefault(Intent.PRAISE, 0.0)
            + alone.intents().getOrDefault(Intent.ADVOCACY, 0.0);
    double warmth = alone.sentiments().getOrDefault(Sentiment.POSITIVE, 0.0);
    boolean satisfied = favour >= FAVOUR || own.givesFigures() && warmth >= WARMTH;
    boolean pleased = alone.intent() == Intent.PRAISE && !alone.abstained();
    return own.argues() || own.tellsOwnExperience() && (satisfied || pleased);
  }

  private static InContext as(
      Intent intent, Sentiment feeling, Judgement alone, ContextReason reason) {
    return new InContext(alone.readAs(intent, BY_CONTEXT, feeling), reason);
  }

  /** What the message is to those who answer it. */
  public Stance stance(OwnWords own) {
    if (own.second()) {
      return Stance.SECOND;
    }
    Intent counted = judgement.countsAs();
    boolean told =
        judgement.isAdvocacy() || counted == Intent.WARNING || judgement.intent() == Intent.WARNING;
    if (own.asksForAChoice() && !told) {
      return own.sides().askOfTheirsAlone() ? Stance.CHOICE_OF_THEIRS : Stance.CHOICE;
    }
    return Stance.of(counted, judgement.sentiment());
  }
}
