package dev.vouch.nudge.gift;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Account.Procurement;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.gesture.GiftRules;
import dev.vouch.nudge.gift.GiftRule.Limits;
import dev.vouch.nudge.gift.Recipient.Spent;
import dev.vouch.nudge.gift.Verdict.Allowed;
import dev.vouch.nudge.gift.Verdict.Basis;
import dev.vouch.nudge.gift.Verdict.Denied;
import dev.vouch.nudge.gift.Verdict.NeedsApprover;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.nudge.wording.Linter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which gifts may be given to whom: a version of rules, of which the first that fits decides. What
 * no rule allows is denied, and so is what is not known well enough to find a rule.
 *
 * @param version with a mark of the file's content, so that a change without a new version shows
 * @param notice what nobody may mistake it for
 */
public record GiftPolicy(
    String version,
    String notice,
    Terms terms,
    Distances distances,
    Rates rates,
    List<GiftRule> rules)
    implements GiftRules {

  public GiftPolicy {
    rules = List.copyOf(rules);
  }

  /**
   * How far a gift keeps from what it must not look like pay for.
   *
   * @param renewal so long before a contract ends it counts as being negotiated
   */
  public record Distances(Duration act, Duration ask, Duration renewal) {}

  /** How much may be given to a person and their company in a year, for whoever counts. */
  public record Caps(Money person, Money account, Map<String, BigDecimal> factors) {
    public Caps {
      factors = Map.copyOf(factors);
    }
  }

  /** The rule by which something was decided; empty where none fitted, or it is gone by now. */
  public Optional<GiftRule> rule(GiftEvent.Cited cited) {
    return rules.stream().filter(rule -> rule.id().equals(cited.rule())).findFirst();
  }

  /** The rule for such a person; empty where none fits or too little is known. */
  public Optional<GiftRule> rule(@Nullable Account account, boolean decider) {
    String country = account == null ? null : account.profile().country();
    Optional<Sector> sector = terms.sector(account);
    return country == null || sector.isEmpty()
        ? Optional.empty()
        : rules.stream().filter(rule -> rule.fits(country, sector.get(), decider)).findFirst();
  }

  /** The caps of a rule. */
  public Caps caps(GiftRule rule) {
    Limits limits = rule.limits();
    return new Caps(
        limits.perPersonYear(),
        limits.perAccountYear(),
        rates.factors(limits.perGift().currency()));
  }

  /** What to say about a gift to somebody at {@code now}. */
  public Verdict decide(Gift gift, Recipient to, Instant now) {
    GiftRule rule = rule(to.account(), to.decider()).orElse(null);
    Optional<Why> against =
        byWhatTheyAre(to, now)
            .or(() -> terms.isCash(gift.what()) ? Optional.of(Why.CASH) : Optional.empty())
            .or(() -> byRule(rule))
            .or(() -> byTime(to, now));
    if (against.isPresent() || rule == null) {
      return new Denied(new Basis(against.orElse(Why.NO_RULE), rule, version));
    }
    return byLimits(gift, to, rule);
  }

  private Optional<Why> byWhatTheyAre(Recipient to, Instant now) {
    if (to.between().optedOut()) {
      return Optional.of(Why.OPTED_OUT);
    }
    if (to.between().isPaused(now)) {
      return Optional.of(Why.PAUSED);
    }
    Consent said = to.between().consents().get(Topic.SURPRISES);
    if (said != null && !said.agreed()) {
      return Optional.of(Why.NOT_WANTED);
    }
    if (!to.roles().allow(Topic.SURPRISES)) {
      return Optional.of(Why.ROLE);
    }
    Account account = to.account();
    if (account == null) {
      return Optional.of(Why.NO_ACCOUNT);
    }
    if (account.profile().country() == null) {
      return Optional.of(Why.COUNTRY_UNKNOWN);
    }
    return terms.sector(account).isEmpty() ? Optional.of(Why.SECTOR_UNKNOWN) : Optional.empty();
  }

  private static Optional<Why> byRule(@Nullable GiftRule rule) {
    if (rule == null) {
      return Optional.of(Why.NO_RULE);
    }
    return rule.limits().forbid() ? Optional.of(Why.FORBIDDEN) : Optional.empty();
  }

  private Optional<Why> byTime(Recipient to, Instant now) {
    Account account = to.account();
    Procurement buying = account == null ? null : account.profile().procurement();
    if (buying == Procurement.ON || buying == Procurement.NEGOTIATION) {
      return Optional.of(Why.PROCUREMENT);
    }
    LocalDate renewal = account == null ? null : account.profile().renewal();
    if (renewal != null && isNear(renewal, now)) {
      return Optional.of(Why.RENEWAL_NEAR);
    }
    if (isWithin(distances.act(), to.lastAct(), now)) {
      return Optional.of(Why.NEAR_ACT);
    }
    return isWithin(distances.ask(), to.lastAsk(), now)
        ? Optional.of(Why.NEAR_ASK)
        : Optional.empty();
  }

  private boolean isNear(LocalDate renewal, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    return !renewal.isBefore(today)
        && !renewal.isAfter(today.plusDays(distances.renewal().toDays()));
  }

  private static boolean isWithin(Duration distance, @Nullable Instant last, Instant now) {
    return last != null && last.plus(distance).isAfter(now);
  }

  private Verdict byLimits(Gift gift, Recipient to, GiftRule rule) {
    Limits limits = rule.limits();
    Optional<Money> worth = rates.in(gift.worth(), limits.perGift().currency());
    Optional<Why> over =
        worth.isEmpty() ? Optional.of(Why.CURRENCY) : over(worth.get(), to.spent(), limits);
    if (over.isPresent()) {
      return new Denied(new Basis(over.get(), rule, version));
    }
    return toApprove(gift, to, worth.get().compareTo(limits.approveAbove()) > 0)
        .<Verdict>map(why -> new NeedsApprover(new Basis(why, rule, version)))
        .orElseGet(() -> new Allowed(new Basis(Why.WITHIN_LIMITS, rule, version)));
  }

  private Optional<Why> over(Money worth, Spent spent, Limits limits) {
    if (worth.compareTo(limits.perGift()) > 0) {
      return Optional.of(Why.OVER_GIFT);
    }
    Optional<Money> person = rates.total(spent.person(), worth.currency());
    Optional<Money> account = rates.total(spent.account(), worth.currency());
    if (person.isEmpty() || account.isEmpty()) {
      return Optional.of(Why.CURRENCY);
    }
    if (person.get().plus(worth).compareTo(limits.perPersonYear()) > 0) {
      return Optional.of(Why.OVER_PERSON);
    }
    return account.get().plus(worth).compareTo(limits.perAccountYear()) > 0
        ? Optional.of(Why.OVER_ACCOUNT)
        : Optional.empty();
  }

  private static Optional<Why> toApprove(Gift gift, Recipient to, boolean above) {
    if (Linter.check(gift.what()).stream().anyMatch(one -> one.flaw().isTransactional())) {
      return Optional.of(Why.READS_LIKE_PAY);
    }
    if (above) {
      return Optional.of(Why.ABOVE_APPROVAL);
    }
    Account account = to.account();
    return account == null || account.profile().procurement() == null
        ? Optional.of(Why.PROCUREMENT_UNKNOWN)
        : Optional.empty();
  }

  /**
   * Whatever the caps leave: a small gift is suggested only where one may be given without more.
   */
  @Override
  public boolean allowSmallGift(Contact person, @Nullable Account account) {
    boolean quiet = account != null && account.profile().procurement() == Procurement.OFF;
    return quiet && rule(account, false).filter(rule -> !rule.limits().forbid()).isPresent();
  }

  /** What was given already, told in the currency of a rule; empty where a rate is missing. */
  public Optional<Money> given(Map<String, Long> spent, GiftRule rule) {
    return rates.total(spent, rule.limits().perGift().currency());
  }
}
