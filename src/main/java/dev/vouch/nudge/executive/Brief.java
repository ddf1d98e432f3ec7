package dev.vouch.nudge.executive;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.Owed;
import dev.vouch.mention.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an executive ought to know before they meet somebody: for our own people alone.
 *
 * @param title what the person does at their account
 * @param said what they said of their own accord, newest first, where it can be read
 * @param motivators what they would be glad of
 * @param owed what we owe them: an executive who does not know it makes it worse
 * @param at when it was put together
 */
public record Brief(
    @Nullable String title,
    @Nullable Account account,
    List<Quote> said,
    List<Motivator> motivators,
    Owed owed,
    Instant at) {
  private static final int MOST = 4;

  /** What is worth a word between two people who meet for the first time. */
  private static final Set<Intent> TELLING =
      Set.of(Intent.ADVOCACY, Intent.PRAISE, Intent.SUGGESTION, Intent.QUESTION, Intent.COMPLAINT);

  public Brief {
    said = List.copyOf(said);
    motivators = List.copyOf(motivators);
  }

  /** Words of theirs. */
  public record Quote(Instant at, Intent intent, String words, String permalink) {}

  /** What is known of somebody. */
  public static Brief of(
      Evidence evidence, @Nullable String title, @Nullable Account account, Instant now) {
    return new Brief(
        title,
        account,
        quotes(evidence),
        evidence.person().motivators().keySet().stream().toList(),
        Owed.of(evidence, now),
        now);
  }

  private static List<Quote> quotes(Evidence evidence) {
    List<Quote> quotes = new ArrayList<>();
    for (AdvocacyAct act : evidence.acts()) {
      act.evidence().stream()
          .findFirst()
          .ifPresent(
              words -> quotes.add(new Quote(act.at(), Intent.ADVOCACY, words, act.permalink())));
    }
    for (Heard heard : evidence.heard()) {
      boolean told =
          TELLING.contains(heard.intent())
              && heard.intent() != Intent.ADVOCACY
              && !heard.abstained();
      heard.evidence().stream()
          .filter(words -> told)
          .findFirst()
          .ifPresent(
              words ->
                  quotes.add(
                      new Quote(heard.mention().at(), heard.intent(), words, heard.permalink())));
    }
    quotes.sort(Comparator.comparing(Quote::at).reversed());
    return quotes.stream().limit(MOST).toList();
  }

  /**
   * How one could begin, in a sentence: with what they care about, never with what they did for us.
   */
  public String opening() {
    if (!owed.recoveries().isEmpty()) {
      return "Begin with what went wrong and say what is being done about it, before anything else.";
    }
    if (!owed.questions().isEmpty()) {
      return "Bring the answer to what they asked us last, or somebody who has it.";
    }
    if (!motivators.isEmpty()) {
      return switch (motivators.get(0)) {
        case ACCESS, INFLUENCE ->
            "Ask what they would build next in your place, and say what you are undecided about.";
        case PEERS, GIVING_BACK -> "Ask what they see others in their place struggle with.";
        case CAREER, RECOGNITION -> "Ask what they are proud of this year, and listen.";
        case EXPERIENCE -> "Ask what they would like to see or try, and listen.";
      };
    }
    return "Ask what they are working on now, and what would make it easier.";
  }
}
