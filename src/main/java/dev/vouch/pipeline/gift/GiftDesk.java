package dev.vouch.pipeline.gift;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.Cited;
import dev.vouch.nudge.gift.GiftEvent.Party;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftPolicy;
import dev.vouch.nudge.gift.GiftRegister;
import dev.vouch.nudge.gift.GiftRegister.Noted;
import dev.vouch.nudge.gift.GiftRule;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Recipient;
import dev.vouch.nudge.gift.Recipient.Spent;
import dev.vouch.nudge.gift.Sector;
import dev.vouch.nudge.gift.Verdict;
import dev.vouch.nudge.gift.Verdict.Denied;
import dev.vouch.nudge.gift.Verdict.NeedsApprover;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.gift.GiftOutcome.End;
import dev.vouch.pipeline.gift.GiftOutcome.Year;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about gifts by the policy, notes them, and has others decide where it says so. A yes
 * counts against the caps at once, so that what was allowed stays allowed; what is declined or
 * taken back is given back to them.
 */
public final class GiftDesk {
  private static final Logger LOG = LoggerFactory.getLogger(GiftDesk.class);

  private final Workspace workspace;
  private final GiftPolicy policy;
  private final Approvers approvers;

  public GiftDesk(Workspace workspace) {
    this.workspace = workspace;
    this.policy = workspace.gifts().policy();
    this.approvers = new Approvers(workspace);
  }

  /**
   * Something that one of us would like to give.
   *
   * @param decider whether they say that the person decides about purchases
   * @param check whether they only want to know what would be decided
   */
  public record Wish(String person, Gift gift, boolean decider, boolean check) {}

  /** What to say to it. */
  public GiftOutcome ask(Wish wish, String by, Instant now) {
    Known known = known(wish.person(), wish.decider(), now);
    Verdict verdict = policy.decide(wish.gift(), known.to(), now);
    GiftEvent event =
        new GiftEvent(
            "gift:%d:%s:%08x".formatted(now.toEpochMilli(), by, wish.gift().hashCode()),
            state(verdict),
            wish.gift(),
            known.party(),
            Cited.of(verdict),
            by,
            now);
    if (wish.check()) {
      return outcome(End.CHECKED, event, null);
    }
    return event.state() == State.ASKED ? toApprove(event) : noted(event);
  }

  private static State state(Verdict verdict) {
    return verdict instanceof Denied
        ? State.DENIED
        : verdict instanceof NeedsApprover ? State.ASKED : State.GIVEN;
  }

  /** The approver lets it be given, if that is right still. */
  public GiftOutcome approve(String gift, String by, Instant now) {
    return decided(gift, by, asked -> approved(asked, by, now));
  }

  private GiftOutcome approved(GiftEvent asked, String by, Instant now) {
    Known known = known(asked.to().person(), asked.to().decider(), now);
    Verdict verdict = policy.decide(asked.what(), known.to(), now);
    State next = verdict instanceof Denied ? State.DENIED : State.GIVEN;
    return noted(asked.then(next, by, now).by(Cited.of(verdict)));
  }

  /** The approver does not want it given. */
  public GiftOutcome refuse(String gift, String by, Instant now) {
    return decided(gift, by, asked -> noted(asked.then(State.REFUSED, by, now)));
  }

  private interface Decision {
    GiftOutcome about(GiftEvent asked);
  }

  private GiftOutcome decided(String gift, String by, Decision decision) {
    Optional<GiftEvent> latest = workspace.gifts().register().latest(gift);
    if (latest.isEmpty()) {
      throw new IllegalArgumentException("no gift is known by that id");
    }
    GiftEvent asked = latest.get();
    if (asked.state() != State.ASKED) {
      return outcome(End.TOO_LATE, asked, null);
    }
    if (!approvers.of(account(asked), asked.by()).contains(by)) {
      return outcome(End.NOT_YOURS, asked, null);
    }
    return decision.about(asked);
  }

  /** They did not take it, or it was not given after all. */
  public GiftOutcome undo(String gift, State how, String by, Instant now) {
    Optional<GiftEvent> latest = workspace.gifts().register().latest(gift);
    if (latest.isEmpty() || latest.get().state() != State.GIVEN) {
      return latest
          .map(event -> outcome(End.TOO_LATE, event, null))
          .orElseThrow(() -> new IllegalArgumentException("no gift is known by that id"));
    }
    return noted(latest.get().then(how, by, now));
  }

  private GiftOutcome toApprove(GiftEvent event) {
    Optional<String> approver = approvers.of(account(event), event.by()).stream().findFirst();
    if (approver.isEmpty()) {
      return outcome(End.NO_APPROVER, event, null);
    }
    GiftRound round = round(event);
    if (write(event) == Noted.FORGOTTEN) {
      return outcome(End.GONE, event, null);
    }
    boolean told = round.follow(event);
    return outcome(told ? End.TO_APPROVE : End.NOT_TOLD, event, approver.get());
  }

  /** What follows from a line, for as long as that is for whoever writes it to do. */
  private GiftRound round(GiftEvent event) {
    return new GiftRound(workspace.within(GiftRegister.LEASE), InstantSource.fixed(event.at()));
  }

  private GiftOutcome noted(GiftEvent event) {
    GiftRound round = round(event);
    return switch (write(event)) {
      case NOTED, AGAIN -> {
        boolean unused = round.follow(event);
        yield outcome(End.NOTED, event, null);
      }
      case TOO_LATE -> outcome(End.TOO_LATE, event, null);
      case FORGOTTEN -> outcome(End.GONE, event, null);
      case OVER_PERSON -> overtaken(event, Why.OVER_PERSON);
      case OVER_ACCOUNT -> overtaken(event, Why.OVER_ACCOUNT);
      case NO_RATE -> overtaken(event, Why.CURRENCY);
    };
  }

  /** Somebody else gave something since it was decided. */
  private GiftOutcome overtaken(GiftEvent event, Why why) {
    GiftEvent denied =
        event
            .then(State.DENIED, event.by(), event.at())
            .by(new Cited(why, event.cited().rule(), event.cited().policy()));
    return noted(denied);
  }

  private Noted write(GiftEvent event) {
    GiftRule rule = event.state() == State.GIVEN ? rule(event) : null;
    Noted noted = workspace.gifts().register().note(event, rule == null ? null : policy.caps(rule));
    LOG.info(
        "gift {}: {} by {} ({}, rule {}, policy {}): {}",
        event.gift(),
        event.state(),
        event.by(),
        event.cited().why(),
        event.cited().rule(),
        event.cited().policy(),
        noted);
    return noted;
  }

  private GiftOutcome outcome(End end, GiftEvent event, @Nullable String approver) {
    GiftRule rule = rule(event);
    return new GiftOutcome(end, event, rule, rule == null ? null : year(event, rule), approver);
  }

  private @Nullable GiftRule rule(GiftEvent event) {
    return policy.rule(event.cited()).orElse(null);
  }

  private @Nullable Year year(GiftEvent event, GiftRule rule) {
    Spent spent = spent(event.to().person(), event.to().account(), event.at());
    Optional<Money> person = policy.given(spent.person(), rule);
    Optional<Money> account = policy.given(spent.account(), rule);
    return person.isEmpty() || account.isEmpty() ? null : new Year(person.get(), account.get());
  }

  /** What a person may be given now, and what they had this year. */
  public Standing standing(String person, Instant now) {
    Known known = known(person, false, now);
    Recipient to = known.to();
    GiftRule rule = policy.rule(to.account(), to.decider()).orElse(null);
    if (rule == null) {
      return new Standing(null, null);
    }
    Optional<Money> had = policy.given(to.spent().person(), rule);
    Optional<Money> company = policy.given(to.spent().account(), rule);
    return new Standing(
        rule, had.isEmpty() || company.isEmpty() ? null : new Year(had.get(), company.get()));
  }

  /**
   * Where a person stands with gifts.
   *
   * @param rule for them; null where none fits
   * @param year what they had; null where no rule tells in which currency to say it
   */
  public record Standing(@Nullable GiftRule rule, @Nullable Year year) {}

  private Spent spent(String person, @Nullable String account, Instant now) {
    return workspace
        .gifts()
        .register()
        .spent(person, account, now.atZone(ZoneOffset.UTC).getYear());
  }

  private @Nullable Account account(GiftEvent event) {
    String account = event.to().account();
    return account == null ? null : workspace.accounts().account(account).orElse(null);
  }

  /** Somebody as they stand now, and what of it is kept in the register. */
  private record Known(Recipient to, Party party) {}

  private Known known(String person, boolean saidDecider, Instant now) {
    Optional<Contact> contact = workspace.advocates().contact(person);
    List<Card> cards = cards(person);
    Optional<Card> card = cards.stream().findFirst();
    String accountId =
        contact.flatMap(Contact::account).or(() -> card.map(Card::account)).orElse(null);
    Account account =
        accountId == null ? null : workspace.accounts().account(accountId).orElse(null);
    boolean decider =
        saidDecider || cards.stream().map(Card::title).anyMatch(policy.terms()::isDecider);
    Recipient to =
        new Recipient(
            workspace.relationships().of(Subject.person(person)),
            account,
            decider,
            RoleRules.of(
                contact
                    .map(one -> RoleRules.roles(one, card))
                    .orElseGet(() -> RoleRules.noted(card))),
            workspace.advocates().acts(person).stream()
                .findFirst()
                .map(AdvocacyAct::at)
                .orElse(null),
            spent(person, accountId, now));
    return new Known(to, party(person, account, decider));
  }

  /** Of each id of theirs, first that under which they are known. */
  private List<Card> cards(String person) {
    List<String> ids =
        workspace.identities().of(person).stream().map(Identities.Identity::id).toList();
    Map<String, Card> cards = workspace.accounts().cards().cards(ids);
    return ids.stream().flatMap(id -> Stream.ofNullable(cards.get(id))).toList();
  }

  private Party party(String person, @Nullable Account account, boolean decider) {
    return new Party(
        person,
        account == null ? null : account.id(),
        account == null ? null : account.profile().country(),
        policy.terms().sector(account).map(Sector::wire).orElse(null),
        decider);
  }
}
