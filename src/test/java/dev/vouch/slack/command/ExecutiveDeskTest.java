package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Seniority;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The roster of executives and wishes for introductions, as they are typed and shown. */
class ExecutiveDeskTest {
  private final TestBooks books = new TestBooks();
  private Instant now = NOW;

  @BeforeEach
  void lena() {
    books.directory.person(
        "U0LENA", TestBooks.TEAM, "Lena Brandt", Author.Kind.STAFF, "Europe/Berlin");
  }

  static Stream<Arguments> understood() {
    LocalDate day = LocalDate.of(2027, 1, 31);
    return Stream.of(
        Arguments.of("execs", new Command.ListExecutives()),
        Arguments.of("exec", new Command.ListExecutives()),
        Arguments.of("exec <@U1> add", new Command.ChangeExecutive("U1", List.of())),
        Arguments.of(
            "exec <@U1> add topics \u201CSecurity, pricing\u201D capacity 3 assistant <@U2>",
            new Command.ChangeExecutive(
                "U1",
                List.of(
                    new Command.SetTopics(Set.of("security", "pricing")),
                    new Command.SetCapacity(3),
                    new Command.SetAssistant("U2")))),
        Arguments.of(
            "exec <@U1> add seniority VP languages \"en, de\" assistant none",
            new Command.ChangeExecutive(
                "U1",
                List.of(
                    new Command.SetSeniority(Seniority.VP),
                    new Command.SetLanguages(Set.of("en", "de")),
                    new Command.SetAssistant(null)))),
        Arguments.of("exec <@U1> pause until 2027-01-31", new Command.PauseExecutive("U1", day)),
        Arguments.of("exec <@U1> resume", new Command.PauseExecutive("U1", null)),
        Arguments.of("exec <@U1> remove", new Command.RemoveExecutive("U1")),
        Arguments.of(
            "intro <@U1> \"she runs it\"", new Command.Introduce("U1", null, "she runs it")),
        Arguments.of(
            "intro <@U1> <@U2> she runs it", new Command.Introduce("U1", "U2", "she runs it")));
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
        "exec lena|Type @",
        "exec <@U1>|comes add",
        "exec <@U1> add hobbies x|There are: topics",
        "exec <@U1> add capacity many|not how many introductions",
        "exec <@U1> add capacity 32|at most 31",
        "exec <@U1> add topics \" , \"|1 to 20 topics",
        "exec <@U1> add topics \"42\"|is no topic",
        "exec <@U1> add seniority boss|is no seniority",
        "exec <@U1> add languages \"English!\"|is no language",
        "exec <@U1> pause|Until when",
        "exec <@U1> pause until soon|is no day",
        "exec <@U1> remove now|cannot place",
        "intro <@U1>|why the two should meet",
        "intro <@U1> <@U2>|why the two should meet",
        "execs all|cannot place"
      })
  void whatCannotBeRead_saysWhatToDo(String typed, String problem) {
    assertThat(((Command.Unclear) CommandParser.parse(typed)).problem()).contains(problem);
  }

  @Test
  void roster_showsWhatIsLeftThisMonth() {
    assertThat(ask("execs")).contains("nobody yet");
    assertThat(
            ask("exec <@U0LENA> add topics \"security, pricing\" capacity 3 assistant <@U0OMAR>"))
        .contains("Noted: Lena Brandt takes introductions.")
        .contains("*Lena Brandt* · 3 of 3 introductions left this month")
        .contains("topics: pricing, security", "calendar: Omar Haddad", "Europe/Berlin");
    agreed();
    ask("intro <@U0ANA> \"she runs the rollout\"");
    assertThat(ask("execs")).contains("2 of 3 introductions left this month");
    assertThat(ask("exec <@U0LENA> add capacity 1")).contains("0 of 1 introduction left");
    assertThat(ask("exec <@U0LENA> pause until 2026-12-24"))
        .contains("takes no introductions until 2026-12-24", "paused until 2026-12-24");
    assertThat(ask("exec <@U0LENA> pause until 2026-11-20")).contains("has begun already");
    assertThat(ask("exec <@U0LENA> resume")).contains("takes introductions again");
    assertThat(ask("exec <@U0LENA> remove")).contains("on the roster no more", "nobody yet");
    assertThat(ask("exec <@U0LENA> remove")).contains("is not on the roster");
    assertThat(ask("exec <@U0LENA> resume")).contains("is not on the roster");
  }

  @Test
  void month_isThatOfTheExecutivesZone() {
    books.directory.person(
        "U0KIR", TestBooks.TEAM, "Kiri", Author.Kind.STAFF, "Pacific/Kiritimati");
    ask("exec <@U0KIR> add capacity 1");
    agreed();
    now = Instant.parse("2026-11-30T12:00:00Z");
    ask("intro <@U0ANA> \"she runs the rollout\"");
    assertThat(ask("execs")).contains("0 of 1 introduction left");
    now = Instant.parse("2026-11-30T09:00:00Z");
    assertThat(ask("execs")).as("there it is November").contains("1 of 1 introduction left");
  }

  @Test
  void outsiders_areNeitherExecutivesNorAssistants() {
    assertThat(ask("exec <@U0ANA> add")).contains("Ana Ruiz is not one of our own people");
    assertThat(ask("exec <@U0LENA> add assistant <@U0ANA>"))
        .contains("Ana Ruiz is not one of our own people, so they cannot be the assistant");
    assertThat(books.executives.roster()).isEmpty();
  }

  @Test
  void wish_saysWhoIsAskedAndWhy_andWhoElseCould() {
    ask("account Northwind marquee person <@U0ANA> sponsor <@U0LENA>");
    books.hear("U0ANA", Intent.QUESTION, 100, "how do you price the exports?");
    ask("exec <@U0OMAR> add topics \"pricing\"");
    ask("exec <@U0LENA> add topics \"security\"");
    assertThat(ask("intro <@U0ANA> \"she runs the rollout\""))
        .contains("they have not agreed to introductions", "/vouch consent @person introductions");
    agreed();
    String answer = ask("intro <@U0ANA> \"she runs the rollout\"");
    assertThat(answer)
        .contains("*Lena Brandt is asked whether they meet Ana Ruiz of Northwind.*")
        .contains("*Lena Brandt* sponsors their account")
        .contains("*Omar Haddad* can speak of pricing, which came up in what they said");
    now = NOW.plusSeconds(1);
    assertThat(ask("intro <@U0ANA> \"again\"")).contains("is under way");
    assertThat(ask("who <@U0ANA>"))
        .contains("*Introductions:*", "Lena Brandt is asked in their working hours");
    Introduction one = books.executives.about("U0ANA", 10).get(0);
    assertThat(one.request().by()).isEqualTo("U0MAYA");
    assertThat(one.request().reasons()).first().isEqualTo("sponsors their account");
  }

  @Test
  void executiveWhoIsNamed_isAsked_orItIsSaidWhyNot() {
    agreed();
    ask("exec <@U0OMAR> add");
    assertThat(ask("intro <@U0ANA> <@U0LENA> \"she runs it\""))
        .contains("Lena Brandt cannot meet Ana Ruiz now", "not on the roster")
        .contains("Who could", "Omar Haddad");
    ask("exec <@U0LENA> add capacity 0");
    assertThat(ask("intro <@U0ANA> <@U0LENA> \"she runs it\""))
        .contains("Lena Brandt has no introduction left this month");
    assertThat(ask("intro <@U0ANA> <@U0OMAR> \"she runs it\""))
        .contains("*Omar Haddad is asked whether they meet Ana Ruiz");
  }

  @Test
  void emptyRoster_andOurOwnPeople_areSaid() {
    agreed();
    assertThat(ask("intro <@U0ANA> \"x\"")).contains("The roster is empty");
    assertThat(ask("intro <@U0OMAR> \"x\"")).contains("Omar Haddad is one of our own people");
  }

  @Test
  void forgottenPerson_isNotIntroduced() {
    books.executives.enlist("U0LENA", none -> Executive.of("U0LENA"));
    books.forgetting.forget(List.of("U0ANA"), "U0MAYA", NOW);
    assertThat(ask("intro <@U0ANA> \"x\"")).contains("have asked to be forgotten");
  }

  private void agreed() {
    for (Topic topic : List.of(Topic.MESSAGES, Topic.INTRODUCTIONS)) {
      books.relationships.change(
          Subject.person("U0ANA"),
          one ->
              one.with(
                  new Consent(topic, Consent.Answer.AGREED, NOW.minusSeconds(60), "1", "U0ANA")));
    }
  }

  private String ask(String text) {
    Rendering answer =
        CommandDesk.answer(
            CommandParser.parse(text), new Asked("U0MAYA", "C0TEAM", now), books.workspace());
    return answer.text() + Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }
}
