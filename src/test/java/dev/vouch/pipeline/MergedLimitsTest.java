package dev.vouch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Card.Handle;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.CardBook.Replacement;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.pipeline.ask.AskGate;
import dev.vouch.pipeline.courtesy.Outside;
import dev.vouch.pipeline.gift.GiftDesk;
import dev.vouch.pipeline.gift.GiftDesk.Wish;
import dev.vouch.pipeline.gift.GiftOutcome;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be given to, asked of and said to one human with two ids is what one human may have. */
class MergedLimitsTest {
  private static final String AMARA = "UAMARA";
  private static final String NEW = "UNEWAMARA";
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Asking ASKING = new Asking("a:1", Rung.RATING, "UREP", "a rating");

  private final TestWorkspace here = new TestWorkspace();
  private final Outside outside = new Outside(here.workspace, here.clock);

  @BeforeEach
  void sheHasANewAccount() {
    Author other =
        new Author(NEW, here.team, "Amara D.", Author.Kind.CUSTOMER, null, "Europe/Paris");
    here.directory.add(other);
    here.books
        .accounts()
        .change(
            "Northwind Foods",
            account ->
                AccountField.PROCUREMENT
                    .set(
                        AccountField.SECTOR.set(AccountField.COUNTRY.set(account, "DE"), "retail"),
                        "off")
                    .withOwner("UREP"));
    AccountLink link = AccountLink.setBy("a test", "northwind-foods", NOW);
    here.books.advocates().meet(here.directory.author(AMARA).orElseThrow(), link);
    here.books.advocates().meet(other, link);
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void merge() {
    Merge merge = new Merge(AMARA, "Amara", NEW, "UREP", NOW);
    assertThat(here.books.identities().merge(merge)).isEmpty();
  }

  private void unmerge() {
    assertThat(here.books.identities().unmerge(NEW, "UREP", NOW)).isEmpty();
  }

  private GiftOutcome give(String person, String what, String worth) {
    Gift gift = new Gift(what, Money.parse(worth), true);
    return new GiftDesk(here.workspace).ask(new Wish(person, gift, false, false), "UREP", NOW);
  }

  private static void isOver(GiftOutcome outcome) {
    assertThat(outcome.event().state()).isEqualTo(State.DENIED);
    assertThat(outcome.event().cited().why()).isEqualTo(Why.OVER_PERSON);
  }

  @Test
  void giftsOfAYear_areCountedOverBothIds_beforeAndAfterTheyAreJoined() {
    String each = "24 EUR";
    assertThat(give(AMARA, "a book", each).event().state()).isEqualTo(State.GIVEN);
    assertThat(give(NEW, "a plant", each).event().state()).isEqualTo(State.GIVEN);
    merge();
    isOver(give(AMARA, "a pot", each));
    isOver(give(NEW, "a pen", each));
    GiftOutcome small = give(NEW, "tea", "1 EUR");
    assertThat(small.event().state()).isEqualTo(State.GIVEN);
    assertThat(small.year().person()).isEqualTo(Money.parse("49 EUR"));

    unmerge();
    GiftOutcome apart = give(AMARA, "a card", "1 EUR");
    assertThat(apart.year().person()).isEqualTo(Money.parse("25 EUR"));
  }

  private void card(String person, String title, Set<Role> roles) {
    Card card =
        new Card(
            new Handle(person, null),
            "Amara",
            null,
            roles,
            title,
            new Tongue(null, null),
            "a test");
    assertThat(here.books.accounts().cards().replace(List.of(new Replacement(null, card)), NOW))
        .isTrue();
  }

  @Test
  void whoDecidesAboutPurchases_doesSoByEitherId() {
    card(NEW, "Head of Procurement", Set.of());
    assertThat(give(AMARA, "a book", "5 EUR").event().to().decider()).isFalse();
    merge();

    assertThat(give(AMARA, "a plant", "5 EUR").event().to().decider()).isTrue();
    assertThat(give(NEW, "a pot", "5 EUR").event().to().decider()).isTrue();
  }

  @Test
  void whatTheyAreToUs_theyAreByEitherId() {
    card(AMARA, "Editor", Set.of(Role.INFLUENCER));
    merge();
    Why why = give(AMARA, "a book", "5 EUR").event().cited().why();

    assertThat(give(NEW, "a plant", "5 EUR").event().cited().why()).isEqualTo(why);
    unmerge();
    assertThat(give(NEW, "a plant", "5 EUR").event().cited().why()).isNotEqualTo(why);
  }

  private Refusal refusal(String person) {
    Optional<Refused> refused = new AskGate(here.workspace).look(ASKING, person, NOW);
    return refused.map(Refused::why).orElse(null);
  }

  private void note(Subject with, LedgerEntry entry) {
    here.books.relationships().change(with, between -> between.with(entry));
  }

  @Test
  void restBetweenAsks_isThatOfThePerson() {
    says(AMARA, Duration.ofDays(2), "advocacy: just get it");
    says(NEW, Duration.ofDays(2), "advocacy: just get it, too");
    LedgerEntry help = LedgerEntry.moment("h", Kind.HELP, NOW.minusSeconds(3_600)).worth(9_000);
    note(Subject.account("northwind-foods"), help);
    for (String one : List.of(AMARA, NEW)) {
      note(Subject.person(one), help);
      for (Topic topic : Topic.values()) {
        Consent yes = new Consent(topic, Consent.Answer.AGREED, NOW, "1", one);
        here.books.relationships().change(Subject.person(one), between -> between.with(yes));
      }
    }
    Asking before = new Asking("b:1", Rung.RATING, "UREP", "a rating");
    note(Subject.person(NEW), before.entry(NOW.minus(Duration.ofDays(5))));
    assertThat(refusal(AMARA)).isNull();
    merge();

    assertThat(refusal(AMARA)).isEqualTo(Refusal.ASK_OPEN);
    assertThat(refusal(NEW)).isEqualTo(Refusal.ASK_OPEN);
    for (String one : List.of(AMARA, NEW)) {
      assertThat(ASKING.rung().restsUntil(here.books.relationships().of(Subject.person(one))))
          .hasValueSatisfying(until -> assertThat(until).isAfter(NOW));
    }
    unmerge();
    assertThat(refusal(AMARA)).isNull();
  }

  private MentionId says(String person, Duration ago, String text) {
    MentionId id = new MentionId("C1", SlackTime.ts(here.clock.instant().minus(ago)));
    JsonObject message = new JsonObject();
    message.addProperty("type", "message");
    message.addProperty("channel", id.channel());
    message.addProperty("user", person);
    message.addProperty("ts", id.ts());
    message.addProperty("text", text);
    here.events.read(message);
    return id;
  }

  private Nudge delight(MentionId act) {
    return here.books.nudges().nudge(Nudge.idOf(NudgeKind.DELIGHT, act)).orElseThrow();
  }

  @Test
  void surprisesOfBoth_areOneInSixtyDays() {
    MentionId first = says(AMARA, Duration.ofHours(3), "advocacy: just get it");
    MentionId second = says(NEW, Duration.ofHours(2), "advocacy: get it here, too");
    assertThat(delight(second).state()).isEqualTo(Nudge.State.HELD);
    merge();
    MentionId third = says(NEW, Duration.ofHours(1), "advocacy: and again");
    assertThat(delight(third).reason()).isEqualTo(Reason.HAD_ONE_LATELY.sentence());

    here.books.settings().change(set -> set.withMode(dev.vouch.nudge.Mode.LOG));
    for (int day = 0; day < 21; day++) {
      here.clock.advance(Duration.ofDays(1));
      here.nudges.sendDue();
    }
    assertThat(List.of(delight(first).state(), delight(second).state()))
        .as("one goes, the other gives way")
        .containsExactlyInAnyOrder(Nudge.State.LOGGED, Nudge.State.NOTHING);
  }

  private Optional<Hold> refrain(String person, String message) {
    return outside.refrain(person, message);
  }

  @Test
  void messagesOfAWeek_areCountedOverBothIds() {
    assertThat(refrain(AMARA, "a")).isEmpty();
    assertThat(refrain(NEW, "b")).isEmpty();
    merge();
    assertThat(refrain(NEW, "c")).isEmpty();
    assertThat(refrain(AMARA, "d")).map(Hold::reason).contains(Reason.ENOUGH_FOR_NOW);
    assertThat(refrain(NEW, "d")).map(Hold::reason).contains(Reason.ENOUGH_FOR_NOW);
    unmerge();
    assertThat(refrain(NEW, "d")).isEmpty();
  }

  @Test
  void silenceOfEither_isThatOfThePerson_untilTheyAnswerByEither() {
    for (int i = 0; i < 3; i++) {
      outside.sent(NEW, "m" + i);
    }
    assertThat(refrain(NEW, "a")).map(Hold::reason).contains(Reason.NOT_ANSWERED);
    merge();
    assertThat(refrain(AMARA, "a")).map(Hold::reason).contains(Reason.NOT_ANSWERED);
    assertThat(refrain(NEW, "a")).map(Hold::reason).contains(Reason.NOT_ANSWERED);
    assertThat(here.books.attention().manners(AMARA).unanswered()).isEqualTo(3);
    unmerge();
    assertThat(refrain(AMARA, "a")).isEmpty();
    merge();
    outside.answered(AMARA);

    assertThat(refrain(NEW, "b")).isEmpty();
    outside.sent(AMARA, "more");
    unmerge();
    assertThat(here.books.attention().manners(NEW).unanswered()).as("of the person").isOne();
    assertThat(here.books.attention().manners(AMARA).unanswered()).isOne();
  }
}
