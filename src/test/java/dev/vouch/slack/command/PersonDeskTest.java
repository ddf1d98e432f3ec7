package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.mention.Intent;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pauses, roles and ties, as they are typed and shown. */
class PersonDeskTest {
  private final TestBooks books = new TestBooks();

  static Stream<Arguments> understood() {
    LocalDate day = LocalDate.of(2027, 1, 31);
    return Stream.of(
        Arguments.of(
            "pause <@U1|ana> until 2027-01-31 on leave", new Command.Pause("U1", day, "on leave")),
        Arguments.of(
            "pause <@U1> she asked for quiet",
            new Command.Pause("U1", null, "she asked for quiet")),
        Arguments.of("Resume <@U1>", new Command.Resume("U1")),
        Arguments.of("role <@U1>", new Command.ShowPerson("U1")),
        Arguments.of("role <@U1> add Partner", new Command.ChangeRole("U1", Role.PARTNER, true)),
        Arguments.of(
            "role <@U1> remove employee", new Command.ChangeRole("U1", Role.EMPLOYEE, false)),
        Arguments.of("tie <@U1>", new Command.ShowPerson("U1")),
        Arguments.of(
            "tie <@U1> gift \u201Ca ticket to the summit\u201D",
            new Command.AddTie("U1", Tie.Kind.GIFT, "a ticket to the summit", null, null)),
        Arguments.of(
            "tie <@U1> ACCESS \"beta board\" from 2027-01-31 until 2027-01-31",
            new Command.AddTie("U1", Tie.Kind.ACCESS, "beta board", day, day)),
        Arguments.of("tie <@U1> end \"beta board\"", new Command.EndTie("U1", "beta board")),
        Arguments.of("tie <@U1> end beta board", new Command.EndTie("U1", "beta board")));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void typed_isUnderstood(String typed, Command command) {
    assertThat(CommandParser.parse(typed)).isEqualTo(command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pause <@U1>|Say why",
        "pause <@U1> until soon x|is no day",
        "pause ana|Type @",
        "resume <@U1> now|cannot place",
        "role <@U1> add boss|\"boss\" is no role; there are advocate",
        "role <@U1> partner|add or remove",
        "tie <@U1> bribe \"x\"|\"bribe\" is no kind of tie; there are cash",
        "tie <@U1> gift a ticket|Put what it is in quotes",
        "tie <@U1> gift \"a\" from 2027-02-01 until 2027-01-01|end before it begins",
        "tie <@U1> end|Say in a few words"
      })
  void whatCannotBeRead_saysWhatToDo(String typed, String problem) {
    assertThat(((Command.Unclear) CommandParser.parse(typed)).problem()).contains(problem);
  }

  @Test
  void pause_isShownWithWhoUntilWhenAndWhy_untilItIsResumed() {
    books.hear("U0ANA", Intent.PRAISE, 100, "nice");
    assertThat(ask("pause <@U0ANA> until 2026-12-24 on parental leave"))
        .contains("Everything about Ana Ruiz is paused until");

    Pause pause = between("U0ANA").pause();
    assertThat(pause)
        .isEqualTo(
            new Pause("U0MAYA", NOW, Instant.parse("2026-12-23T23:00:00Z"), "on parental leave"));
    assertThat(ask("who <@U0ANA>"))
        .contains("*Paused* by Maya Lindt since", "on parental leave", "`/vouch resume @person`");
    assertThat(ask("why <@U0ANA>")).contains("*Paused* by Maya Lindt");
    assertThat(ask("resume <@U0ANA>")).contains("Everything about Ana Ruiz goes on");
    assertThat(ask("resume <@U0ANA>")).contains("Nothing about Ana Ruiz was paused");
    assertThat(ask("who <@U0ANA>")).doesNotContain("*Paused*");
  }

  @Test
  void pauseThatIsOverAlready_andOurOwnPeople_areRefused() {
    assertThat(ask("pause <@U0ANA> until 2026-11-20 quiet")).contains("has begun already");
    assertThat(ask("pause <@U0OMAR> quiet")).contains("Omar Haddad is one of our own people");
    assertThat(between("U0ANA").pause()).isNull();
    assertThat(between("U0OMAR").pause()).isNull();
  }

  @Test
  void roles_areKeptBesideEachOther_andSayWhatFollows() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "get it");
    assertThat(ask("role <@U0ANA> add partner"))
        .contains("*Ana Ruiz* is noted as partner.", "*Roles:* advocate, partner, customer")
        .contains("gains by what they say");
    assertThat(books.accounts.cards().card("U0ANA").orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.PARTNER, Role.CUSTOMER);
    ask("role <@U0ANA> remove customer");
    assertThat(ask("role <@U0ANA> remove partner")).contains("needs another role");
    assertThat(ask("role <@U0ANA> remove advocate")).contains("by them");
    assertThat(ask("who <@U0ANA>")).contains("*Roles:* advocate, partner\n");
  }

  @Test
  void roleOfSomebodyWithAnAccount_leavesTheAccount() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "get it");
    ask("account Northwind person <@U0ANA>");
    ask("role <@U0ANA> add influencer");
    assertThat(books.advocates.contact("U0ANA").orElseThrow().account()).contains("northwind");
  }

  @Test
  void top_findsWhoStandsBehindMoreThanThirtyPartners() {
    for (int i = 0; i < 40; i++) {
      String partner = "U0PART%02d".formatted(i);
      books.hear(partner, Intent.ADVOCACY, 200 + 2 * i, "great");
      books.hear(partner, Intent.ADVOCACY, 201 + 2 * i, "great again");
      Card card =
          new Card(
              new Card.Handle(partner, null),
              partner,
              null,
              Set.of(Role.PARTNER),
              null,
              Card.Tongue.UNKNOWN,
              "a test");
      books.accounts.cards().replace(List.of(new CardBook.Replacement(null, card)), NOW);
    }
    books.hear("U0TOM", Intent.ADVOCACY, 100, "it cut our month-end");
    String top = ask("top");
    assertThat(top.indexOf("Tom Okafor · 1 act")).isBetween(0, top.indexOf("Partners, apart"));
    assertThat(ask("breadth"))
        .contains("*Ever:* 1 act of advocacy from 1 advocate", "the top three gave 100 %");
  }

  @Test
  void top_leavesOutWhoWorksForUs_andShowsPartnersApart() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "a");
    books.hear("U0TOM", Intent.ADVOCACY, 101, "b");
    books.hear("U0EVA", Intent.ADVOCACY, 102, "c");
    ask("role <@U0ANA> add partner");
    ask("role <@U0EVA> add employee");

    String top = ask("top");
    assertThat(top).contains("Partners, apart", "Ana Ruiz · 1 act", "Tom Okafor · 1 act");
    assertThat(top.indexOf("Tom Okafor")).isLessThan(top.indexOf("Partners, apart"));
    assertThat(top.indexOf("Ana Ruiz")).isGreaterThan(top.indexOf("Partners, apart"));
    assertThat(top).doesNotContain("U0EVA", "more");
  }

  @Test
  void partner_isAskedForNoReview() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "a");
    ask("role <@U0ANA> add partner");
    assertThat(ask("ask <@U0ANA> reviews one for the new page"))
        .contains("what they are to us rules such an ask out");
  }

  @Test
  void tie_isOnRecordWithItsActs_andIsEnded() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "get it");
    assertThat(ask("tie <@U0ANA> gift \"a ticket to the summit\" from 2026-11-02"))
        .contains("has one tie more on record")
        .contains("*Tie:* a ticket to the summit (gift, since", "noted by Maya Lindt")
        .contains("does not say so, and weighs half");
    ask("tie <@U0ANA> gift \"a ticket to the summit\" from 2026-11-02");
    assertThat(between("U0ANA").ties()).hasSize(1);
    assertThat(ask("who <@U0ANA>")).contains("*Ties:* a ticket to the summit (gift");

    assertThat(ask("tie <@U0ANA> end \"a hat\"")).contains("has no tie called \"a hat\"");
    assertThat(ask("tie <@U0ANA> end \"A ticket to the summit\"")).contains("one tie less");
    assertThat(between("U0ANA").ties().get(0).until()).isEqualTo(NOW);
  }

  private Relationship between(String person) {
    return books.relationships.of(Subject.person(person));
  }

  private String ask(String command) {
    Rendering answer =
        CommandDesk.answer(
            CommandParser.parse(command), new Asked("U0MAYA", "C0TEAM", NOW), books.workspace());
    return answer.text() + Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }
}
