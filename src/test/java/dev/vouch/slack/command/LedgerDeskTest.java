package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reps note about relationships, and what they are told of it. */
class LedgerDeskTest {
  private static final Subject ANA = Subject.person("U0ANA");

  private final TestBooks books = new TestBooks();
  private Instant now = NOW;

  @Test
  void whatWeDid_isGoodwill() {
    assertThat(ask("helped <@U0ANA> mended the import"))
        .contains("*Noted:* we helped: mended the import.")
        .contains("Goodwill of Ana Ruiz: 1.0 small ask*", "It bears a small ask.")
        .contains("*+1.00*, now +1.00 · we helped: mended the import", "Maya Lindt");
    now = NOW.plus(Duration.ofDays(120));
    assertThat(ask("goodwill <@U0ANA>"))
        .contains("0.5 small asks", "now +0.50", "It does not bear an ask now.");
  }

  @Test
  void promise_isKeptOrLate() {
    ask("promised <@U0ANA> the roadmap by 2026-11-25");
    assertThat(ask("kept <@U0ANA>")).contains("a promise kept", "0.8 small asks");
    ask("promised <@U0ANA> an answer by 2026-11-25");
    now = NOW.plus(Duration.ofDays(7));
    assertThat(ask("goodwill <@U0ANA>")).contains("*-1.00*", "late: we promised: an answer");
  }

  @Test
  void promiseRepeatedByItsWords_isTheOneThatWasKept() {
    ask("promised <@U0ANA> the roadmap by 2026-11-25");
    now = NOW.plusSeconds(1);
    ask("promised <@U0ANA> a call by 2026-12-25");
    now = NOW.plusSeconds(2);
    ask("kept <@U0ANA> A call");
    Relationship between = books.relationships.of(ANA);
    LedgerEntry kept = between.entries(Kind.PROMISE_KEPT).get(0);
    assertThat(between.entry(String.valueOf(kept.note().about())))
        .hasValueSatisfying(promise -> assertThat(promise.note().words()).isEqualTo("a call"));
  }

  @Test
  void nothingPromised_cannotBeKept() {
    assertThat(ask("kept <@U0ANA>")).contains("No promise to Ana Ruiz is open");
  }

  @Test
  void aComplaint_isMadeGoodStepByStep() {
    books.hear("U0ANA", Intent.COMPLAINT, 100, "the export is down");
    assertThat(ask("goodwill <@U0ANA>"))
        .contains(
            "Nothing may be asked", "Next: say that we have heard it", "they had a complaint");
    assertThat(ask("acknowledged <@U0ANA>")).contains("Next: mend it");
    assertThat(ask("acknowledged <@U0ANA>")).contains("Nothing is open that we would have to");
    now = NOW.plusSeconds(1);
    assertThat(ask("fixed <@U0ANA> in 4.2")).contains("Next: ask whether all is well again");
    now = NOW.plusSeconds(2);
    assertThat(ask("followed up <@U0ANA>"))
        .contains("we asked whether all is well again")
        .doesNotContain("Nothing may be asked");
  }

  @Test
  void suggestionThatIsBuilt_isGiven() {
    books.hear("U0ANA", Intent.SUGGESTION, 100, "dark mode would help");
    assertThat(ask("shipped <@U0ANA> in 4.2")).contains("what they suggested is done: in 4.2");
    assertThat(ask("shipped <@U0ANA>")).contains("No suggestion of Ana Ruiz is on record");
  }

  @Test
  void incidentOfAnAccount_isTheAccounts() {
    ask("account Northwind Foods named");
    assertThat(ask("incident account \"Northwind Foods\" the export was down"))
        .contains("Goodwill of Northwind Foods: -1.5 small asks", "Nothing may be asked");
    assertThat(books.relationships.of(Subject.account("northwind-foods")).entries(Kind.INCIDENT))
        .hasSize(1);
    assertThat(ask("incident account Kestrel it was down")).contains("No account is called");
  }

  @Test
  void offer_saysWhatItPays_andMakesActsRewarded() {
    ask("offered <@U0ANA> a gift card for reviews,referral until 2026-12-31");
    LedgerEntry offer = books.relationships.of(ANA).entries(Kind.REWARD_OFFER).get(0);
    assertThat(offer.pays()).containsExactlyInAnyOrder(ActKind.REVIEW, ActKind.REFERRAL);
    assertThat(offer.note().words()).isEqualTo("a gift card");
    assertThat(offer.until()).isAfter(Instant.parse("2026-12-31T23:00:00Z"));

    now = NOW.plusSeconds(1);
    ask("offered <@U0ANA> ten per cent");
    now = NOW.plus(Duration.ofDays(1));
    books.hear("U0ANA", Intent.ADVOCACY, 99_999, "you should all try it");
    assertThat(books.advocates.acts("U0ANA").get(0).at()).isAfter(NOW);
    assertThat(ask("why <@U0ANA>")).contains("Provenance: rewarded", "after a reward was offered");
  }

  @Test
  void undo_takesBackOnesOwnLastNote_forADay() {
    ask("helped <@U0ANA> one");
    now = NOW.plusSeconds(1);
    ask("helped <@U0ANA> two");
    assertThat(askAs("U0OMAR", "undo <@U0ANA>")).contains("You have noted nothing about Ana Ruiz");
    assertThat(ask("undo <@U0ANA>")).contains("*Taken back:* we helped: two.", "1.0 small ask");
    assertThat(ask("undo <@U0ANA>")).as("the same again").contains("1.0 small ask");
    assertThat(books.relationships.of(ANA).entries(Kind.HELP)).hasSize(1);
    now = NOW.plus(Duration.ofDays(2));
    assertThat(ask("undo <@U0ANA>")).contains("You have noted nothing");
    assertThat(books.relationships.of(ANA).entries(Kind.HELP)).hasSize(1);
  }

  @Test
  void undo_takesBackNothingThatWasNotedAfterIt() {
    now = NOW.plusSeconds(1);
    ask("helped <@U0ANA> one");
    now = NOW;
    assertThat(ask("undo <@U0ANA>")).contains("You have noted nothing");
    assertThat(books.relationships.of(ANA).entries(Kind.HELP)).hasSize(1);
  }

  @Test
  void ask_isRefusedWithItsReason_untilEverythingBearsIt() {
    ask("account Northwind person <@U0ANA>");
    books.hear("U0ANA", Intent.QUESTION, 100, "how do we export?");
    assertThat(ask("asked <@U0ANA> rating on the site")).contains("they have not agreed");
    agreed(Topic.MESSAGES, Topic.REVIEWS);
    assertThat(ask("asked <@U0ANA> rating on the site"))
        .contains("Please do not ask Ana Ruiz for a rating now", "What would change it");

    ask("helped <@U0ANA> with the export");
    now = NOW.plusSeconds(1);
    ask("helped <@U0ANA> with the import");
    now = NOW.plus(Duration.ofDays(2));
    books.hear("U0ANA", Intent.PRAISE, 86_400, "that saved my week, thank you");
    assertThat(ask("asked <@U0ANA> rating on the site"))
        .contains("*Noted:* we asked: on the site.", "small ask");
    now = now.plusSeconds(1);
    assertThat(ask("asked <@U0ANA> rating again")).contains("an ask to them is still open");
    assertThat(ask("answered <@U0ANA> no too busy")).contains("they said no: too busy");
    assertThat(ask("answered <@U0ANA> yes")).contains("Nothing that Ana Ruiz was asked is open");
    assertThat(books.relationships.of(Subject.account("northwind")).entries(Kind.ASK)).hasSize(1);
  }

  private void agreed(Topic... topics) {
    for (Topic topic : topics) {
      books.relationships.change(
          ANA,
          one ->
              one.with(
                  new Consent(topic, Consent.Answer.AGREED, NOW.minusSeconds(60), "1", "U0ANA")));
    }
  }

  @Test
  void whatIsGivenToAPerson_isGivenToTheirAccountToo_andTakenBackFromBoth() {
    ask("account Northwind person <@U0ANA>");
    ask("helped <@U0ANA> with the export");
    assertThat(ask("goodwill account Northwind")).contains("1.0 small ask*");
    ask("undo <@U0ANA>");
    assertThat(ask("goodwill account Northwind")).contains("0.0 small asks");
  }

  @Test
  void ourOwnPeople_holdNoGoodwill() {
    assertThat(ask("helped <@U0OMAR> with it")).contains("is one of our own people");
    assertThat(books.relationships.of(Subject.person("U0OMAR")).ledger()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helped",
        "helped <@U0ANA>",
        "helped somebody with it",
        "promised <@U0ANA> it by 2026-99-99",
        "promised <@U0ANA> it by 2020-01-01",
        "goodwill <@U0ANA> and more",
        "incident account",
        "undo"
      })
  void whatCannotBeRead_isNotNoted(String text) {
    String answer = ask(text);
    assertThat(answer).contains("You can use:").doesNotContain("*Noted");
    assertThat(books.relationships.of(ANA).ledger()).isEmpty();
  }

  private String ask(String text) {
    return askAs("U0MAYA", text);
  }

  private String askAs(String person, String text) {
    Rendering answer =
        CommandDesk.answer(
            CommandParser.parse(text), new Asked(person, "C0TEAM", now), books.workspace());
    return answer.text() + Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }
}
