package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reps see of asks before and after, and whom they are shown when they look for somebody. */
class AskDeskTest {
  private final TestBooks books = new TestBooks();
  private Instant now = NOW;

  @BeforeEach
  void ana_isReady() {
    type("account \"Kestrel Clinics\" person <@U0ANA> sector \"Health care\" region EMEA");
    ready("U0ANA", "the export saves us days");
  }

  private void ready(String person, String words) {
    books.hear(person, Intent.ADVOCACY, 100 + person.hashCode() % 50, words);
    give(Subject.person(person));
    books
        .advocates
        .contact(person)
        .flatMap(one -> one.account())
        .ifPresent(id -> give(Subject.account(id)));
    for (Topic topic : Topic.values()) {
      Object unused =
          books.relationships.change(
              Subject.person(person),
              one ->
                  one.with(
                      new Consent(
                          topic, Consent.Answer.AGREED, NOW.minusSeconds(60), "1", person)));
    }
  }

  private void hasRated(String person) {
    LedgerEntry ask =
        new Asking("was", Rung.RATING, "U0MAYA", "x").entry(NOW.minus(Duration.ofDays(200)));
    Answer done = Answer.bare(Answer.Kind.DONE, ask.from().plusSeconds(60), "c", person);
    Object unused =
        books.relationships.change(
            Subject.person(person), one -> one.with(ask).with(done.entry(ask).orElseThrow()));
  }

  private void give(Subject with) {
    Object unused =
        books.relationships.change(
            with,
            one ->
                one.with(
                    LedgerEntry.moment("help" + one.version(), Kind.HELP, NOW.minusSeconds(60))
                        .worth(9_000)));
  }

  private String type(String text) {
    return shown(
        CommandDesk.answer(
            CommandParser.parse(text), new Asked("U0MAYA", "C0TEAM", now), books.workspace()));
  }

  private static String shown(Rendering answer) {
    return answer.text() + Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }

  private List<LedgerEntry> asks() {
    return books.relationships.of(Subject.person("U0ANA")).entries(Kind.ASK);
  }

  @Test
  void ask_showsWhatItTakes_andWritesNothing() {
    assertThat(type("ask <@U0ANA> rating on the site"))
        .contains("You may ask Ana Ruiz for a rating", "Nothing has been asked yet")
        .contains("It takes 1.0 small ask of goodwill", "Maya Lindt of Acme asks: would you leave")
        .contains("on the site", "Send it in my name", "I ask them myself", "Do not ask");
    assertThat(asks()).isEmpty();
    assertThat(books.asks.since(Instant.EPOCH, 10)).isEmpty();
  }

  @Test
  void ask_whoseSizeIsTooLarge_saysWhatWouldBeRight() {
    assertThat(type("ask <@U0ANA> talk at the summit"))
        .contains("Please do not ask Ana Ruiz for a talk now")
        .contains("nothing smaller has been asked of them and done")
        .contains("What would be right now: *a short survey*", "ask @person survey");
  }

  @Test
  void whereSendingIsOff_theButtonIsGone() {
    Object unused = books.settings.change(one -> one.withMode(Mode.OFF));
    assertThat(type("ask <@U0ANA> rating on the site"))
        .doesNotContain("Send it in my name")
        .contains("Sending is switched off");
  }

  @Test
  void draft_survivesItsButton_whateverTheWords() {
    Draft draft = new Draft("ask:1:U0MAYA:U0ANA", "U0ANA", Rung.CASE_STUDY, "a | b \"c\" <d>|");
    assertThat(Draft.parse(draft.text())).isEqualTo(draft);
  }

  @Test
  void made_isNoted_once_andAnsweredByCommand() {
    assertThat(type("asked <@U0ANA> rating on the site")).contains("*Noted:* we asked");
    assertThat(asks()).hasSize(1);
    assertThat(only().state()).isEqualTo(State.BY_HAND);
    assertThat(type("who <@U0ANA>")).contains("a rating (small) · we asked: on the site");
    assertThat(type("why <@U0ANA>"))
        .contains("*A rating (small)*", "no answer is on record", "the same is not asked again");
    now = now.plusSeconds(60);
    assertThat(type("answered <@U0ANA> later 2026-12-24 after the holidays"))
        .contains("they would rather be asked later: after the holidays");
    assertThat(only().state()).isEqualTo(State.LATER);
    assertThat(only().due()).isEqualTo(Instant.parse("2026-12-24T08:00:00Z"));
    assertThat(books.askLine.answers).as("who said it need not be told").isEmpty();
    assertThat(type("answered <@U0ANA> yes")).contains("Nothing that Ana Ruiz was asked is open");
  }

  private Ask only() {
    List<Ask> all = books.asks.since(Instant.EPOCH, 10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "ask <@U1> case study on it, CASE_STUDY",
    "ask <@U1> advisory board next year, BOARD",
    "ask <@U1> reviews small on it, RATING",
    "ask <@U1> reviews medium on it, REVIEW",
    "ask <@U1> Reference a call, REFERENCE",
    "ask <@U1> board of ours, BOARD"
  })
  void rung_isNamedInOneWordOrTwo(String text, Rung rung) {
    assertThat(CommandParser.parse(text))
        .isInstanceOfSatisfying(Command.Ask.class, ask -> assertThat(ask.rung()).isEqualTo(rung));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask",
        "ask <@U0ANA>",
        "ask <@U0ANA> rating",
        "ask <@U0ANA> surprises please",
        "asked <@U0ANA> messages x",
        "answered <@U0ANA>",
        "answered <@U0ANA> perhaps",
        "answered <@U0ANA> later 2026-99-99",
        "reference",
        "reference by 2026-99-99"
      })
  void whatCannotBeRead_asksNothing(String text) {
    assertThat(type(text)).contains("You can use:");
    assertThat(books.asks.since(Instant.EPOCH, 10)).isEmpty();
  }

  @Test
  void wordsTooLongForAButton_areRefusedBeforeTheyAreCut() {
    assertThat(type("ask <@U0ANA> rating " + "word ".repeat(200))).contains("too many for an ask");
  }

  @Test
  void reference_proposesWhoFits_withReasonsAndAButton() {
    type("account Bank person <@U0TOM> sector Finance region EMEA");
    ready("U0TOM", "just get it");
    assertThat(type("reference someone in health care"))
        .contains("Nobody who fits can be asked for a call with a buyer now")
        .contains("Ana Ruiz of Kestrel Clinics: nothing smaller has been asked of them and done")
        .contains("right now would be a short survey");
    hasRated("U0ANA");
    String found = type("reference someone in health care, EMEA, using the exports by 2027-01-31");
    assertThat(found)
        .contains("I have read: sector Health care, region EMEA; spoken of: exports")
        .contains("*Ana Ruiz of Kestrel Clinics*", "fits: sector Health care, region EMEA")
        .contains("the export saves us days", "asked 0 times in 90 days")
        .contains("Tom Okafor of Bank: their sector is not Health care, or not noted");
    assertThat(found.indexOf("Close, but left out")).isPositive();
  }

  @Test
  void reference_neverProposesWhoIsAtRest_orAtRisk_orOut() {
    Object unused =
        books.relationships.change(
            Subject.person("U0ANA"), one -> one.paused(new Pause("U0MAYA", NOW, null, "on leave")));
    assertThat(type("reference rating someone in health care"))
        .contains("Nobody who fits can be asked for a rating now")
        .contains("Ana Ruiz of Kestrel Clinics: everything about them is paused");
  }

  @Test
  void share_isSet_shown_andSaidWithTheProposals() {
    assertThat(type("settings")).contains("three people get at most 40 % of those proposed");
    assertThat(type("settings share 25")).contains("three people get at most 25 % of those");
    assertThat(books.settings.settings().etiquette().askShare()).isEqualTo(25);
    assertThat(type("reference anyone")).contains("three people get at most 25 % of all asks");
    assertThat(type("settings share 3")).contains("write a number from 10 to 100");
    assertThat(type("settings share all")).contains("write a number from 10 to 100");
  }

  @Test
  void reference_prefersWhomItHasNotAskedLately() {
    type("account \"Kestrel Clinics\" person <@U0TOM>");
    ready("U0TOM", "just get it");
    assertThat(type("asked <@U0ANA> quote on the page")).contains("*Noted:*");
    now = now.plus(Duration.ofMinutes(1));
    type("answered <@U0ANA> later");
    assertThat(books.asks.about("U0ANA", 5)).hasSize(1);

    String found = type("reference rating someone in health care");
    assertThat(found.indexOf("*Tom Okafor of Kestrel Clinics*")).isPositive();
    assertThat(found.indexOf("*Ana Ruiz of Kestrel Clinics*"))
        .isGreaterThan(found.indexOf("*Tom Okafor of Kestrel Clinics*"));
    assertThat(found).contains("asked 1 time in 90 days", "asked 0 times in 90 days");
  }
}
