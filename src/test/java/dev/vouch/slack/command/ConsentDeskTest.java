package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reps note of consent and of what moves people, and whom they may invite. */
class ConsentDeskTest {
  private static final Subject ANA = Subject.person("U0ANA");

  private final TestBooks books = new TestBooks();

  private String ask(String text) {
    return shown(
        CommandDesk.answer(
            CommandParser.parse(text), new Asked("U0MAYA", "C0TEAM", NOW), books.workspace()));
  }

  private static String shown(Rendering answer) {
    return answer.text() + Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }

  private String askAt(String command, long seconds) {
    Asked asked = new Asked("U0MAYA", "C0TEAM", NOW.plusSeconds(seconds));
    return shown(CommandDesk.answer(CommandParser.parse(command), asked, books.workspace()));
  }

  private Relationship between() {
    return books.relationships.of(ANA);
  }

  @Test
  void invitation_goesOutOnce_andIsOnRecordWithWhoAsked() {
    assertThat(ask("invite <@U0ANA>")).contains("has been asked, once");
    assertThat(ask("invite <@U0ANA>")).as("the same again").contains("is being asked");
    assertThat(askAt("invite <@U0ANA>", 60)).contains("Nothing was sent", "asked once");
    assertThat(books.invitations).hasSize(1);
    assertThat(between().entries(Kind.INVITED))
        .extracting(entry -> entry.note().by())
        .containsExactly("U0MAYA");
  }

  @Test
  void invitationThatSlackRefuses_becomesWordsToSend_andMayBeTriedAgain() {
    books.whileInviting =
        () -> {
          throw new Messenger.Refused("cannot_dm");
        };
    assertThat(ask("invite <@U0ANA>"))
        .contains("Slack does not let Vouch write to Ana Ruiz", "No is fine");
    assertThat(between().entries(Kind.INVITED)).isEmpty();
  }

  @Test
  void invitation_waitsForTheirMorning() {
    books.directory.person("U0TOM", TestBooks.TEAM, "Tom", Author.Kind.CUSTOMER, "Asia/Tokyo");
    String command = "invite <@U0TOM>";
    assertThat(askAt(command, 6 * 3_600)).contains("is asked", "at the earliest", "working hours");
    assertThat(askAt(command, 6 * 3_600)).as("the same again").contains("is being asked");
    assertThat(books.invitations).isEmpty();
    assertThat(books.letters.claimDue(NOW.plusSeconds(4 * 86_400))).isPresent();
  }

  @Test
  void invitation_isNotSent_whileAllSendingIsOff() {
    ask("settings mode off");
    assertThat(ask("invite <@U0ANA>")).contains("Nothing was sent", "switched off");
    assertThat(books.invitations).isEmpty();
    assertThat(between().entries(Kind.INVITED)).isEmpty();
    ask("settings mode log");
    assertThat(ask("invite <@U0ANA>")).contains("has been asked, once");
  }

  @Test
  void invitationOfWhichNobodyKnows_isNotSentAgain() {
    books.whileInviting =
        () -> {
          throw new Directory.Unreachable("timeout", null, null);
        };
    assertThat(ask("invite <@U0ANA>")).contains("nobody knows whether", "looks in a few minutes");
    books.whileInviting = () -> {};
    assertThat(askAt("invite <@U0ANA>", 60)).contains("Nothing was sent");
    assertThat(books.invitations).isEmpty();
  }

  @Test
  void whoeverStopped_isNotInvited() {
    books.relationships.change(
        ANA,
        one ->
            one.answered(
                new Consent(Topic.MESSAGES, Answer.DECLINED, NOW, "2026-11-26", "U0ANA"),
                "1",
                null));
    assertThat(ask("invite <@U0ANA>")).contains("they have asked not to be written to");
    assertThat(books.invitations).isEmpty();
  }

  @Test
  void ourOwnPeople_haveNothingToAgreeTo() {
    assertThat(ask("invite <@U0OMAR>")).contains("nobody outside the company");
    assertThat(ask("consent <@U0OMAR> reviews yes")).contains("nobody outside the company");
  }

  @Test
  void whatARepWasTold_isNotedWithTheirWords() {
    assertThat(ask("consent <@U0ANA> reviews yes \"told me on the call\""))
        .contains("Noted.", "reviews: *yes*", "noted by Maya Lindt");
    assertThat(between().entries(Kind.AGREED))
        .extracting(entry -> entry.note().words())
        .containsExactly("told me on the call");
    assertThat(between().consents().get(Topic.REVIEWS).text()).isEqualTo(Consent.TOLD);
  }

  @Test
  void theirOwnWord_standsOverARepsLaterOne() {
    books.relationships.change(
        ANA,
        one ->
            one.answered(
                new Consent(
                    Topic.REVIEWS, Answer.DECLINED, NOW.minusSeconds(9), "2026-11-26", "U0ANA"),
                "1",
                null));
    assertThat(ask("consent <@U0ANA> reviews yes")).contains("Not noted", "their own word stands");
    assertThat(between().agreesTo(Topic.REVIEWS)).isFalse();
  }

  @Test
  void likes_areNoted_andHintsAreOnlyShown() {
    books.hear("U0ANA", Intent.PRAISE, 300, "can we get into the beta?");
    assertThat(ask("likes <@U0ANA> career, peers"))
        .contains("career · noted by Maya Lindt", "peers", "access · Vouch thinks")
        .contains("can we get into the beta?");
    assertThat(between().motivators()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "consent <@U0ANA> review yes|Did you mean reviews?",
        "consent <@U0ANA> reviews maybe|comes yes or no",
        "likes <@U0ANA> carreer|Did you mean career?",
        "likes <@U0ANA>|What do they like?",
        "invite ana|I cannot tell who ana is"
      })
  void slips_areToldWithWhatToDo(String typed, String told) {
    assertThat(ask(typed)).contains(told);
  }
}
