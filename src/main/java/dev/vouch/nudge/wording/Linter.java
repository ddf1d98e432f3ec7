package dev.vouch.nudge.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Points out what makes a note to a person sound like a deal, or say nothing about them. It neither
 * rewrites nor forbids: the words stay those of whoever writes.
 *
 * <p>A deal is told by words that name one ("in exchange for"), by a promise on a condition, or by
 * something given within a breath of something that the person does for us. A note is vague where
 * hardly a word of it is about anything. Its rules know English; of notes in other languages it
 * says nothing.
 */
public final class Linter {
  private static final Phrases TRADES = Phrases.labelled("trade");
  private static final Phrases PROMISES = Phrases.labelled("promise");
  private static final Phrases ACTS = Phrases.labelled("act");
  private static final Phrases GIFTS = Phrases.labelled("gift");
  private static final Phrases DENIALS = Phrases.labelled("denial");
  private static final Phrases GREETINGS = Phrases.labelled("greeting");
  private static final Phrases ANCHORS = Phrases.labelled("anchor");
  private static final Set<String> GENERIC = Phrases.generic();

  /** So many characters may lie between what is given and what it seems to be given for. */
  private static final int BREATH = 90;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LEAST_SPECIFIC = 2;
  private static final int WORDS_PER_SPECIFIC = 9;

  /** Slack takes no more in a field. */
  private static final int LONGEST = 3_000;

  private Linter() {}

  /** What is wrong with a note, in the order of its words; nothing where nothing is. */
  public static List<Finding> check(String note) {
    String folded = Phrases.fold(note.substring(0, Math.min(note.length(), LONGEST)));
    List<Finding> findings = new ArrayList<>();
    if (!DENIALS.isIn(folded)) {
      TRADES.in(folded).forEach(hit -> findings.add(finding(note, Flaw.TRADE, hit)));
      PROMISES.in(folded).forEach(hit -> findings.add(finding(note, Flaw.PROMISE, hit)));
      paidAct(note, folded).ifPresent(findings::add);
    }
    vague(note, folded).ifPresent(findings::add);
    findings.sort(Comparator.comparingInt(Finding::start));
    return List.copyOf(findings);
  }

  private static Finding finding(String note, Flaw flaw, MatchResult hit) {
    return Finding.in(note, flaw, hit.start(), hit.end());
  }

  /** The nearest pair of a gift and an act. */
  private static Optional<Finding> paidAct(String note, String folded) {
    List<MatchResult> gifts = GIFTS.in(folded);
    return ACTS.in(folded).stream()
        .flatMap(act -> gifts.stream().map(gift -> new Pair(act, gift)))
        .filter(pair -> pair.gap() >= 0 && pair.gap() <= BREATH)
        .min(Comparator.comparingInt(Pair::gap))
        .map(pair -> Finding.in(note, Flaw.PAID_ACT, pair.start(), pair.end()));
  }

  private record Pair(MatchResult act, MatchResult gift) {
    int start() {
      return Math.min(act.start(), gift.start());
    }

    int end() {
      return Math.max(act.end(), gift.end());
    }

    /** Below zero where they share words. */
    int gap() {
      return Math.max(act.start(), gift.start()) - Math.min(act.end(), gift.end());
    }
  }

  private static Optional<Finding> vague(String note, String folded) {
    String body = GREETINGS.replacedIn(folded);
    List<String> words = WORD.matcher(body).results().map(MatchResult::group).toList();
    boolean says = words.isEmpty() || ANCHORS.isIn(body) || isSpecific(words);
    return says ? Optional.empty() : Optional.of(Finding.in(note, Flaw.VAGUE, 0, note.length()));
  }

  private static boolean isSpecific(List<String> words) {
    long specific = words.stream().filter(word -> !GENERIC.contains(word)).count();
    return specific >= LEAST_SPECIFIC && specific * WORDS_PER_SPECIFIC >= words.size();
  }
}
