package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.ranking.Arm;
import dev.vouch.nudge.ranking.Lesson;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When one of our own people has quiet, what they find on App Home, and what is not read. */
class EtiquetteDeskTest {
  private final TestBooks books = new TestBooks();

  private String ask(String text) {
    Rendering answer =
        CommandDesk.answer(
            CommandParser.parse(text), new Asked("U0MAYA", "C0TEAM", NOW), books.workspace());
    return answer.text() + Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }

  private String home() {
    HomeDesk home =
        new HomeDesk(
            books.advocates,
            books.accounts,
            books.relationships,
            books.nudges,
            books.attention,
            books.settings,
            books.directory);
    return Texts.of(
        GsonFactory.createSnakeCase().toJsonTree(home.homeOf("U0MAYA", NOW).getBlocks()));
  }

  private void waits(Nudge nudge) {
    books.nudges.add(
        nudge.heldUntil(NOW.plus(Duration.ofHours(3)), Reason.ENOUGH_FOR_NOW.sentence()));
  }

  @Test
  void snooze_lastsUntilTheMorningOfThatDay_whereTheyAre() {
    assertThat(ask("snooze 3d")).contains("No suggestions until", "come again by themselves");
    assertThat(books.attention.manners("U0MAYA").snoozed())
        .as("Friday and three days, nine in Berlin")
        .isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(home()).contains("*Quiet* until");

    assertThat(ask("snooze until 2026-11-28")).contains("No suggestions until");
    assertThat(books.attention.manners("U0MAYA").snoozed())
        .as("a Saturday is no working day")
        .isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    assertThat(ask("snooze off")).contains("come again", "Nothing waits");
    assertThat(home()).doesNotContain("*Quiet*");
  }

  @Test
  void snooze_endsWithinAQuarterOfAYear() {
    assertThat(ask("snooze until 2028-01-01")).contains("within 90 days");
    assertThat(ask("snooze until 2026-01-01")).contains("within 90 days");
    assertThat(books.attention.manners("U0MAYA").snoozed()).isNull();
  }

  @Test
  void snoozeOff_hasWhatWaitsLookedAtAtOnce() {
    waits(TestBooks.delight(State.HELD));
    assertThat(ask("snooze off")).contains("1 suggestion waits");
    assertThat(books.nudges.claimDue(NOW, Duration.ofMinutes(1))).isPresent();
  }

  @Test
  void home_showsWhatComesNext_andWhyItIsThere() {
    Nudge nudge = TestBooks.delight(State.HELD);
    waits(nudge);
    assertThat(home()).contains("*Next, best first*", "nothing is known yet", "1 suggestion waits");

    books.attention.learn("another", Arm.of(nudge), Lesson.TAKEN, NOW);
    assertThat(home()).contains("taken up 1 of 1 times", "At most 3 suggestions a day");
  }

  @Test
  void home_saysOfEachThatIsOpen_whyItIsThere() {
    books.nudges.add(TestBooks.delight(State.SENT));
    assertThat(home()).contains("Why here: nothing is known yet");
  }

  @Test
  void channel_isReadAsItIsSet() {
    assertThat(ask("channel <#C0SHARED>")).contains("read along, and suggestions may come of it");
    assertThat(ask("channel <#C0SHARED> no-nudges")).contains("nothing is suggested");
    assertThat(books.settings.settings().etiquette().in("C0SHARED"))
        .isEqualTo(ChannelRule.NO_NUDGES);
    assertThat(ask("settings")).contains("<#C0SHARED> (no-nudges)");
    assertThat(ask("channel <#C0SHARED> ignore")).contains("not read at all");
    ask("channel <#C0SHARED> listen");
    assertThat(books.settings.settings().etiquette().channels()).isEmpty();
  }

  @Test
  void workspace_saysHowManySuggestionsOneGetsADay() {
    assertThat(ask("settings suggestions 5")).contains("*Suggestions:* at most 5 a day");
    assertThat(books.settings.settings().etiquette().suggestions()).isEqualTo(5);
    assertThat(List.of(ask("settings suggestions 21"), ask("settings suggestions none")))
        .allMatch(answer -> answer.contains("a number from 1 to 20"));
  }
}
