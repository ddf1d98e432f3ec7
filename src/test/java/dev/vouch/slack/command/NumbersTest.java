package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Intent;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import org.junit.jupiter.api.Test;

/** What commands say in numbers: breadth, weights, and the dictionary of both. */
class NumbersTest {
  private final TestBooks books = new TestBooks();

  private String ask(String command) {
    Rendering answer =
        CommandDesk.answer(
            CommandParser.parse(command), new Asked("U0MAYA", "C0TEAM", NOW), books.workspace());
    return Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }

  @Test
  void breadth_saysHowManySpokeUp_andWhomWeOverlookOrWearOut() {
    for (int i = 0; i < 10; i++) {
      books.hear("U0ANA", Intent.ADVOCACY, 100 + i, "you should all try it");
    }
    books.hear("U0TOM", Intent.ADVOCACY, 200, "do try it");
    ask("account Northwind person <@U0ANA>");
    assertThat(ask("breadth"))
        .contains("*In 90 days:* 11 acts of advocacy from 2 advocates at 1 account")
        .contains("*Too few carry it.* All 11 acts", "Ana Ruiz of Northwind · 10 acts")
        .contains("nobody has been asked for anything yet");

    for (int i = 0; i < 3; i++) {
      LedgerEntry asked = LedgerEntry.moment("ask" + i, LedgerEntry.Kind.ASK, NOW);
      books.relationships.change(Subject.person("U0ANA"), between -> between.with(asked));
    }
    assertThat(ask("breadth"))
        .containsSubsequence("Never asked", "Tom Okafor", "Asked too often", "asked 3 times");
  }

  @Test
  void who_saysWhatTheActsWeigh_andWhyHowThatCame() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "you should all try it");
    LedgerEntry asked =
        LedgerEntry.moment(
            "ask", LedgerEntry.Kind.ASK, TestBooks.mention(100).at().minusSeconds(9));
    assertThat(ask("who <@U0ANA>")).contains("as much as 1.0 fresh organic acts");
    books.relationships.change(Subject.person("U0ANA"), between -> between.with(asked));

    assertThat(ask("who <@U0ANA>")).contains("as much as 0.7 fresh organic acts");
    assertThat(ask("why <@U0ANA>"))
        .contains("Provenance: nudged, because within a day after we asked")
        .contains("Weight: 0.70 of a fresh organic act; it began at 0.7 and halves every 180 days");
    books.relationships.change(
        Subject.person("U0ANA"), between -> between.ruled(new Ruling(true, "U0OMAR", NOW)));
    assertThat(ask("who <@U0ANA>")).contains("as much as 0.2 fresh organic acts");
    assertThat(ask("why <@U0ANA>")).contains("a quarter of that, because one of us confirmed");
  }

  @Test
  void metric_saysWhatItIs_andNamesTheNearest() {
    assertThat(ask("metric")).contains("`acts`", "`goodwill`", "share of the top three");
    assertThat(ask("metric weight"))
        .contains("*Definition:*", "*Stands for:*", "*Known weakness:*");
    assertThat(ask("metric wieght")).contains("Did you mean `/vouch metric weight`?");
  }
}
