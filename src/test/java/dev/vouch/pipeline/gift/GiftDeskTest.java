package dev.vouch.pipeline.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.mention.Author;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftRegister;
import dev.vouch.nudge.gift.GiftRegister.Noted;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.pipeline.gift.GiftDesk.Wish;
import dev.vouch.pipeline.gift.GiftOutcome.End;
import dev.vouch.store.TestWorkspace;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a gift, from asking to the register, the ledger and the ties. */
class GiftDeskTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Subject ANA = Subject.person("UANA");
  private static final Subject COMPANY = Subject.account("northwind");

  private final TestWorkspace here = new TestWorkspace();
  private final GiftDesk desk = new GiftDesk(here.workspace);

  @BeforeEach
  void known() {
    Author ana = person("UANA", Author.Kind.CUSTOMER);
    person("UREP", Author.Kind.STAFF);
    person("UOMAR", Author.Kind.STAFF);
    person("ULENA", Author.Kind.STAFF);
    here.books
        .accounts()
        .change(
            "Northwind",
            account ->
                AccountField.PROCUREMENT.set(
                    AccountField.SECTOR.set(AccountField.COUNTRY.set(account, "DE"), "retail"),
                    "off"));
    here.books.advocates().meet(ana, AccountLink.setBy("a test", "northwind", NOW));
  }

  @AfterEach
  void close() {
    here.close();
  }

  private Author person(String id, Author.Kind kind) {
    Author author = new Author(id, here.team, id, kind, null, null);
    here.directory.add(author);
    return author;
  }

  private void approver(String person) {
    here.books.settings().change(settings -> settings.withApprover(person));
  }

  private GiftOutcome ask(String what, String worth) {
    return desk.ask(
        new Wish("UANA", new Gift(what, Money.parse(worth), true), false, false), "UREP", NOW);
  }

  private Relationship between(Subject with) {
    return here.books.relationships().of(with);
  }

  @Test
  void allowed_isNoted_onTheLedgerOfBoth_andAsATie() {
    GiftOutcome outcome = ask("a book on bees", "20 EUR");
    assertThat(outcome.end()).isEqualTo(End.NOTED);
    assertThat(outcome.event().state()).isEqualTo(State.GIVEN);
    assertThat(outcome.event().cited().rule()).isEqualTo("de-other");
    assertThat(outcome.event().cited().policy()).startsWith("2026-11-26 (");
    assertThat(between(ANA).entries(Kind.DELIGHT)).hasSize(1);
    assertThat(between(COMPANY).entries(Kind.DELIGHT)).hasSize(1);
    assertThat(between(ANA).tiesOn(NOW)).extracting(Tie::what).containsExactly("a book on bees");
    assertThat(between(COMPANY).ties()).isEmpty();
    assertThat(outcome.year())
        .isEqualTo(new GiftOutcome.Year(Money.parse("20 EUR"), Money.parse("20 EUR")));
  }

  @Test
  void announced_isNoDelight_andATieAllTheSame() {
    desk.ask(
        new Wish("UANA", new Gift("the mug", Money.parse("9 EUR"), false), false, false),
        "UREP",
        NOW);
    assertThat(between(ANA).entries(Kind.DELIGHT)).isEmpty();
    assertThat(between(ANA).ties()).hasSize(1);
  }

  @Test
  void suggestedGiftThatIsOnRecord_isOneDelight() {
    LedgerEntry suggested =
        LedgerEntry.moment("delight:C1:1", Kind.DELIGHT, NOW.minusSeconds(86_400))
            .noted(new Note("UREP", Gesture.SMALL_GIFT.label(), null));
    here.books.relationships().change(ANA, between -> between.with(suggested));
    ask("a book", "20 EUR");
    assertThat(between(ANA).entries(Kind.DELIGHT)).containsExactly(suggested);
    assertThat(between(ANA).ties()).hasSize(1);
  }

  @Test
  void declined_leavesNothingButTheRegister() {
    String id = ask("a book", "20 EUR").event().gift();
    assertThat(desk.undo(id, State.DECLINED, "UREP", NOW).end()).isEqualTo(End.NOTED);
    assertThat(between(ANA).entries(Kind.DELIGHT)).isEmpty();
    assertThat(between(ANA).ties()).isEmpty();
    assertThat(between(COMPANY).ledger()).isEmpty();
    assertThat(here.books.gifts().about("UANA", 9))
        .extracting(GiftEvent::state)
        .containsExactlyInAnyOrder(State.DECLINED, State.GIVEN);
    assertThat(desk.undo(id, State.TAKEN_BACK, "UREP", NOW).end()).isEqualTo(End.TOO_LATE);
    assertThat(ask("a tea", "25 EUR").event().state()).isEqualTo(State.GIVEN);
  }

  @Test
  void declined_beforeWhatFollowsFromTheGivingWasDone_leavesNothing_whoeverFinishesIt() {
    GiftEvent given = ask("a book", "20 EUR").event();
    GiftEvent asked = given.then(State.DECLINED, "UREP", NOW);
    assertThat(here.books.gifts().note(asked, null)).isEqualTo(Noted.NOTED);
    here.clock.advance(GiftRegister.LEASE);
    new GiftRound(here.workspace, here.clock).doDue();
    assertThat(between(ANA).ties()).as("by a round").isEmpty();
    new GiftRound(here.workspace, here.clock).follow(given);
    assertThat(between(ANA).ties()).as("by whoever stalled").isEmpty();
    assertThat(here.books.gifts().claimDue(NOW.plus(GiftRegister.LEASE.multipliedBy(9)))).isEmpty();
  }

  @Test
  void check_notesNothing() {
    GiftOutcome outcome =
        desk.ask(
            new Wish("UANA", new Gift("a book", Money.parse("20 EUR"), true), false, true),
            "UREP",
            NOW);
    assertThat(outcome.end()).isEqualTo(End.CHECKED);
    assertThat(here.books.gifts().all()).isEmpty();
    assertThat(between(ANA).ledger()).isEmpty();
  }

  @Test
  void denied_standsInTheRegister_andNowhereElse() {
    GiftOutcome outcome = ask("a gift card", "5 EUR");
    assertThat(outcome.event().cited().why()).isEqualTo(Why.CASH);
    assertThat(here.books.gifts().all()).extracting(GiftEvent::state).containsExactly(State.DENIED);
    assertThat(between(ANA).ledger()).isEmpty();
  }

  @Test
  void decider_needsTheApprover_whoIsAskedAndDecidesOnce() {
    approver("UOMAR");
    Wish wish = new Wish("UANA", new Gift("a tea", Money.parse("12 EUR"), true), true, false);
    GiftOutcome asked = desk.ask(wish, "UREP", NOW);
    String id = asked.event().gift();
    assertThat(asked.end()).isEqualTo(End.TO_APPROVE);
    assertThat(asked.event().cited().rule()).isEqualTo("eea-decider");
    assertThat(here.messenger.gifts).containsExactly("UOMAR: asked");
    assertThat(between(ANA).ties()).as("nothing is given yet").isEmpty();

    assertThat(desk.approve(id, "UREP", NOW).end()).isEqualTo(End.NOT_YOURS);
    assertThat(desk.approve(id, "ULENA", NOW).end()).isEqualTo(End.NOT_YOURS);
    GiftOutcome approved = desk.approve(id, "UOMAR", NOW);
    assertThat(approved.event().state()).isEqualTo(State.GIVEN);
    assertThat(approved.event().by()).isEqualTo("UOMAR");
    assertThat(here.messenger.gifts).containsExactly("UOMAR: asked", "UREP: given");
    assertThat(between(ANA).ties()).hasSize(1);
    assertThat(desk.refuse(id, "UOMAR", NOW).end()).isEqualTo(End.TOO_LATE);
    assertThat(here.messenger.gifts).hasSize(2);
  }

  @Test
  void refused_isToldToWhoeverAsked() {
    approver("UOMAR");
    String id = ask("wine for your review", "15 EUR").event().gift();
    assertThat(desk.refuse(id, "UOMAR", NOW).event().state()).isEqualTo(State.REFUSED);
    assertThat(here.messenger.gifts).containsExactly("UOMAR: asked", "UREP: refused");
    assertThat(between(ANA).ties()).isEmpty();
  }

  @Test
  void approval_isDecidedByWhatIsKnownThen() {
    approver("UOMAR");
    String id = ask("wine for your review", "15 EUR").event().gift();
    here.books
        .accounts()
        .change("Northwind", account -> AccountField.PROCUREMENT.set(account, "negotiation"));
    GiftOutcome late = desk.approve(id, "UOMAR", NOW);
    assertThat(late.event().state()).isEqualTo(State.DENIED);
    assertThat(late.event().cited().why()).isEqualTo(Why.PROCUREMENT);
    assertThat(here.messenger.gifts).containsExactly("UOMAR: asked", "UREP: denied");
  }

  @Test
  void nobodyApprovesTheirOwn() {
    approver("UREP");
    assertThat(ask("wine for your review", "15 EUR").end()).isEqualTo(End.NO_APPROVER);
    assertThat(here.books.gifts().all()).isEmpty();
    here.books.settings().change(settings -> settings.withOwner("ULENA"));
    assertThat(ask("wine for your review", "15 EUR").approver()).isEqualTo("ULENA");
  }

  @Test
  void approverWhoCannotBeTold_isNamed() {
    approver("UOMAR");
    here.messenger.refuses = true;
    GiftOutcome outcome = ask("wine for your review", "15 EUR");
    assertThat(outcome.end()).isEqualTo(End.NOT_TOLD);
    here.messenger.refuses = false;
    assertThat(desk.approve(outcome.event().gift(), "UOMAR", NOW).event().state())
        .isEqualTo(State.GIVEN);
  }

  @Test
  void unknownGift_isToldApart() {
    assertThatThrownBy(() -> desk.approve("gift:0", "UOMAR", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void smallGiftIsSuggested_onlyWhereOneMayBeGiven() {
    var policy = here.workspace.gifts().policy();
    var ana = here.books.advocates().contact("UANA").orElseThrow();
    var account = here.books.accounts().account("northwind").orElseThrow();
    assertThat(policy.allowSmallGift(ana, account)).isTrue();
    assertThat(policy.allowSmallGift(ana, null)).isFalse();
    assertThat(policy.allowSmallGift(ana, AccountField.SECTOR.set(account, "hospital"))).isFalse();
    assertThat(policy.allowSmallGift(ana, AccountField.COUNTRY.set(account, "CN"))).isFalse();
    assertThat(policy.allowSmallGift(ana, AccountField.PROCUREMENT.set(account, "on"))).isFalse();
    assertThat(policy.allowSmallGift(ana, AccountField.PROCUREMENT.set(account, "-"))).isFalse();
  }
}
