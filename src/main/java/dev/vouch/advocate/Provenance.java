package dev.vouch.advocate;

import dev.vouch.advocate.LedgerEntry.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What prompted an act, computed from the ledger: nothing of ours, our asking, or a reward. */
public enum Provenance {
  ORGANIC,
  NUDGED,
  REWARDED;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name used in files, JSON and Redis, for instance {@code organic}. */
  public String wire() {
    return wire;
  }

  /**
   * How long after a nudge or an ask, and after the end of an offer, an act is still put down to
   * it.
   */
  public record Windows(Duration ask, Duration offer) {
    /**
     * Two weeks: who means to do as asked does so within days, and waits for a free evening at
     * most. A longer window would put down to us what people do of their own accord.
     */
    public static final Windows USUAL = new Windows(Duration.ofDays(14), Duration.ofDays(14));
  }

  /** Which of our rules decided. The earlier in this list, the stronger. */
  public enum Rule {
    OFFER,
    OWN_WORDS,
    ASK,
    NUDGE,
    UNPROMPTED
  }

  /**
   * What an act is, and why.
   *
   * @param cause id of the ledger's entry, or of the act whose words show it; null where nothing
   *     prompted it
   * @param reason in one sentence
   */
  public record Ruling(Provenance provenance, Rule rule, @Nullable String cause, String reason) {
    private static final Ruling ORGANIC =
        new Ruling(
            Provenance.ORGANIC,
            Rule.UNPROMPTED,
            null,
            "no offer, ask or nudge of ours is on record before it");
  }

  /**
   * What prompted {@code act}. A reward outweighs our asking, and of several prompts of one kind
   * the latest counts.
   */
  public static Ruling of(AdvocacyAct act, Collection<LedgerEntry> ledger, Windows windows) {
    return latest(act, ledger, windows.offer(), entry -> entry.pays(act.kind()))
        .map(offer -> ruling(REWARDED, Rule.OFFER, offer, act))
        .or(() -> ownWords(act))
        .or(
            () ->
                latest(act, ledger, windows.ask(), entry -> entry.kind() == Kind.ASK)
                    .map(ask -> ruling(NUDGED, Rule.ASK, ask, act)))
        .or(
            () ->
                latest(act, ledger, windows.ask(), entry -> entry.kind() == Kind.NUDGE)
                    .map(nudge -> ruling(NUDGED, Rule.NUDGE, nudge, act)))
        .orElse(Ruling.ORGANIC);
  }

  private static Optional<LedgerEntry> latest(
      AdvocacyAct act,
      Collection<LedgerEntry> ledger,
      Duration window,
      Predicate<LedgerEntry> matters) {
    return ledger.stream()
        .filter(matters)
        .filter(entry -> entry.reaches(act.at(), window))
        .max(Comparator.comparing(LedgerEntry::from).thenComparing(LedgerEntry::id));
  }

  private static Optional<Ruling> ownWords(AdvocacyAct act) {
    return act.incentivised()
        ? Optional.of(
            new Ruling(
                REWARDED,
                Rule.OWN_WORDS,
                act.mention().toString(),
                "its own words show a reward, a referral code or a tie"))
        : Optional.empty();
  }

  private static Ruling ruling(Provenance what, Rule rule, LedgerEntry cause, AdvocacyAct act) {
    String name =
        switch (rule) {
          case OFFER -> "a reward was offered";
          case ASK -> "we asked";
          default -> "we nudged";
        };
    long days = Duration.between(cause.from(), act.at()).toDays();
    String when = days == 0 ? "within a day" : days == 1 ? "a day" : "%d days".formatted(days);
    return new Ruling(what, rule, cause.id(), "%s after %s".formatted(when, name));
  }
}
