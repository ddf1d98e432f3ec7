package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Tier;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.Switches;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.nudge.ranking.Arm;
import dev.vouch.nudge.ranking.Tally;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.pipeline.TestDirectory;
import dev.vouch.pipeline.courtesy.Courtesy;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one of our own people gets of many suggestions, with real state. */
class CourtesyTest {
  private final TestWorkspace here = new TestWorkspace();

  @BeforeEach
  void marqueeAccount() {
    here.marquee();
    here.books
        .settings()
        .change(
            now ->
                now.withRules(
                    now.rules().withSwitches(new Switches(Set.of(NudgeKind.DELIGHT), 0))));
  }

  @AfterEach
  void close() {
    here.close();
  }

  /** So many people speak up, and each time an introduction could go at once. */
  private void advocates(int many) {
    for (int i = 0; i < many; i++) {
      String person = "UC" + i;
      here.directory.add(
          new Author(person, TestDirectory.NORTHWIND, "C" + i, Author.Kind.CUSTOMER, null, null));
      said("C1", person, i);
    }
  }

  private String said(String channel, String person, int number) {
    MentionId id =
        new MentionId(channel, SlackTime.ts(TestWorkspace.NOW.minusSeconds(600 - number)));
    here.hear(id, person, "advocacy: just get it");
    return Nudge.idOf(NudgeKind.EXEC_INTRO, id);
  }

  /** As the clock ticks: again and again. */
  private void minutes(int many) {
    for (int i = 0; i < many; i++) {
      here.clock.advance(Duration.ofMinutes(1));
      here.nudges.sendDue();
    }
  }

  /** To the morning of another day, and what comes then. */
  private void morningIn(int days) {
    here.clock.advance(Duration.ofDays(days));
    minutes(20);
  }

  private List<Nudge> sent() {
    return here.messenger.sent.stream().map(one -> one.nudge()).toList();
  }

  private Nudge nudge(String id) {
    return here.nudge(id);
  }

  private Set<String> reasonsOfWhatWaits() {
    return here.books.nudges().latest(100).stream()
        .filter(nudge -> nudge.kind() == NudgeKind.EXEC_INTRO && nudge.state() == State.HELD)
        .map(Nudge::reason)
        .collect(Collectors.toSet());
  }

  private void press(Choice choice, String nudge) {
    NudgePress.press(here, nudge, choice, "UREP");
  }

  @Test
  void rep_getsAFewSuggestionsADay_andTheRestOnTheNextDays() {
    advocates(8);
    minutes(30);
    assertThat(sent()).hasSize(3);
    assertThat(reasonsOfWhatWaits()).containsExactly(Reason.ENOUGH_FOR_NOW.sentence());

    morningIn(1);
    assertThat(sent()).hasSize(6);
    morningIn(1);
    assertThat(sent()).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void workspace_setsHowManyAFewAre() {
    here.books.settings().change(now -> now.withEtiquette(now.etiquette().withSuggestions(5)));
    advocates(8);
    minutes(30);

    assertThat(sent()).hasSize(5);
  }

  @Test
  void twoInstances_sendNoMoreTogether() {
    advocates(8);
    here.messenger.whileSending = here.nudges::sendDue;
    minutes(30);

    assertThat(sent()).hasSize(3);
  }

  @Test
  void messageThatSlackRefuses_takesNoPlace() {
    advocates(4);
    here.messenger.refuses = true;
    here.nudges.sendDue();
    here.messenger.refuses = false;
    minutes(10);
    assertThat(here.books.nudges().latest(100))
        .filteredOn(nudge -> nudge.reason().equals("Slack would not deliver it."))
        .isNotEmpty();

    assertThat(
            here.books
                .attention()
                .reader("UREP", TestWorkspace.NOW.minusSeconds(1), here.clock.instant())
                .taken())
        .hasSameSizeAs(sent());
  }

  @Test
  void whoDoesNotWantToBeDisturbed_isNot() {
    here.directory.quiet.put("UREP", TestWorkspace.NOW.plus(Duration.ofMinutes(90)));
    advocates(1);
    minutes(60);
    assertThat(sent()).isEmpty();
    assertThat(reasonsOfWhatWaits()).containsExactly(Reason.DO_NOT_DISTURB.sentence());

    minutes(40);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void whoAsksForQuiet_hasIt_andSuggestionsComeAgainByThemselves() {
    new Courtesy(here.workspace, here.clock)
        .snooze("UREP", TestWorkspace.NOW.plus(Duration.ofDays(2)));
    advocates(1);
    minutes(30);
    assertThat(sent()).isEmpty();
    assertThat(reasonsOfWhatWaits()).containsExactly(Reason.SNOOZED.sentence());

    morningIn(2);
    assertThat(sent()).hasSize(1);
  }

  /** Three came and were left; others wait, which is said, and come when they are wanted. */
  @Test
  void threeInARow_stopTheRest_untilStartAgainIsPressed() {
    here.clock.advance(Duration.ofMinutes(30));
    advocates(3);
    minutes(10);
    here.clock.advance(Duration.ofDays(14).minusHours(1));
    here.books.settings().change(now -> now.withEtiquette(now.etiquette().withSuggestions(1)));
    String first = said("C1", "UAMARA", 598);
    String late = said("C1", "UJON", 599);
    minutes(10);
    assertThat(sent()).hasSize(4);
    minutes(70);
    assertThat(sent().subList(0, 3))
        .extracting(one -> nudge(one.id()).state())
        .containsOnly(State.EXPIRED);
    assertThat(here.messenger.shown).hasSize(3);
    assertThat(here.messenger.silences)
        .singleElement()
        .satisfies(one -> assertThat(one.person()).isEqualTo("UREP"))
        .satisfies(one -> assertThat(one.waiting()).isEqualTo(1));

    morningIn(1);
    assertThat(sent()).hasSize(4);
    assertThat(List.of(nudge(first).reason(), nudge(late).reason()))
        .contains(Reason.NOT_ANSWERED.sentence());
    assertThat(here.messenger.silences).hasSize(1);

    press(Choice.START_AGAIN, "again");
    minutes(10);
    assertThat(sent()).hasSize(5);
    assertThat(here.messenger.silencesOver).hasSize(1);
    assertThat(here.books.attention().manners("UREP")).isEqualTo(Manners.NONE);
  }

  @Test
  void anyAnswer_beginsAnew() {
    advocates(3);
    minutes(10);
    press(Choice.NOT_THIS, sent().get(0).id());
    morningIn(14);

    assertThat(here.books.attention().manners("UREP").unanswered()).isEqualTo(2);
    assertThat(here.messenger.silences).isEmpty();
  }

  @Test
  void whoDiesBeforeTheyHaveSaidIt_leavesItToOthers_whoLookForItFirst() {
    here.messenger.losesAnswers = false;
    advocates(3);
    minutes(10);
    here.messenger.losesAnswers = true;
    morningIn(14);
    here.messenger.losesAnswers = false;
    assertThat(here.messenger.silences).hasSize(1);

    here.clock.advance(Duration.ofMinutes(3));
    new Courtesy(here.workspace, here.clock).tell("UREP");
    new Courtesy(here.workspace, here.clock).tell("UREP");
    assertThat(here.messenger.silences).hasSize(1);
    assertThat(here.books.attention().manners("UREP").isToBeTold(here.clock.instant())).isFalse();
  }

  @Test
  void answers_teachWhatTheTeamTakesUp_onceEach() {
    advocates(3);
    minutes(10);
    Nudge first = sent().get(0);
    press(Choice.DOING, first.id());
    here.clock.advance(Duration.ofSeconds(1));
    press(Choice.DOING, first.id());
    press(Choice.NOT_THIS, sent().get(1).id());

    assertThat(here.books.attention().preferences().of(Arm.of(first))).isEqualTo(new Tally(1, 1));
  }

  @Test
  void whatTheySayInTheMonthAfter_teachesOnceMore() {
    advocates(1);
    minutes(5);
    Nudge only = sent().get(0);
    press(Choice.DOING, only.id());
    here.clock.advance(Duration.ofDays(10));
    here.hear(
        new MentionId("C1", SlackTime.ts(here.clock.instant())), "UC0", "complaint: it is down");
    assertThat(here.books.attention().preferences().of(Arm.of(only))).isEqualTo(new Tally(1, 0));

    here.clock.advance(Duration.ofDays(21));
    minutes(2);
    assertThat(here.books.attention().preferences().of(Arm.of(only))).isEqualTo(new Tally(1, 1));
    assertThat(nudge(only.id()).due()).isNull();
  }

  @Test
  void whatElseCame_leavesLessRoomForSuggestions() {
    Courtesy courtesy = new Courtesy(here.workspace, here.clock);
    courtesy.alsoSent("UREP", "a task");
    courtesy.alsoSent("UREP", "a task");
    courtesy.alsoSent("UREP", "news of an introduction");
    advocates(3);
    minutes(30);

    assertThat(sent()).hasSize(1);
  }

  /** Twelve at one account have waited longer than four at another. */
  @Test
  void approver_getsTheBestOfWhatWaitsForAnybody_andNoAccountMoreThanHalf() {
    here.books.settings().change(now -> now.withMode(Mode.APPROVE_FIRST).withApprover("UMAN"));
    here.books
        .accounts()
        .change(
            "Fairbank",
            account ->
                account
                    .withDomain("fairbank.example")
                    .withTier(Tier.MARQUEE)
                    .withOwner("UEXEC")
                    .withSponsor("UMAN"));
    advocates(12);
    for (int i = 0; i < 4; i++) {
      String person = "UF" + i;
      String address = "f" + i + "@fairbank.example";
      here.directory.add(
          new Author(person, here.team, "F" + i, Author.Kind.CUSTOMER, address, null));
      said("C1", person, 100 + i);
    }
    here.clock.advance(Duration.ofHours(6));
    minutes(30);

    assertThat(here.messenger.sent).hasSize(10).allMatch(one -> one.person().equals("UMAN"));
    assertThat(sent()).filteredOn(one -> one.accountName().equals("Fairbank")).hasSize(4);
    morningIn(1);
    assertThat(sent()).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void approver_getsMoreThanAFew_becauseNobodyElseDoesBefore() {
    here.books.settings().change(now -> now.withMode(Mode.APPROVE_FIRST).withApprover("UMAN"));
    advocates(12);
    minutes(40);

    assertThat(here.messenger.sent).hasSize(10);
    assertThat(here.messenger.sent).allMatch(one -> one.person().equals("UMAN"));
  }

  @Test
  void channelAboutWhichNothingIsSuggested_isRead() {
    here.books
        .settings()
        .change(now -> now.withEtiquette(now.etiquette().with("C1", ChannelRule.NO_NUDGES)));
    String id = said("C1", "UAMARA", 1);
    minutes(5);

    assertThat(here.books.advocates().acts("UAMARA")).hasSize(1);
    assertThat(nudge(id).reason()).isEqualTo(Reason.QUIET_CHANNEL.sentence());
    assertThat(sent()).isEmpty();
  }

  @Test
  void channelThatIsIgnored_isNotRead_butWhatWasHeardThereIsKeptUpToDate() {
    said("C1", "UAMARA", 1);
    here.books
        .settings()
        .change(now -> now.withEtiquette(now.etiquette().with("C1", ChannelRule.IGNORE)));
    said("C1", "UJON", 2);

    assertThat(here.books.advocates().acts("UAMARA")).hasSize(1);
    assertThat(here.books.advocates().contact("UJON")).isEmpty();
    minutes(5);
    assertThat(sent()).isEmpty();
  }

  @Test
  void slackThatCannotBeAsked_delaysOnlyTheMessage() {
    advocates(1);
    here.messenger.beforeSending =
        () -> {
          throw new Directory.Unreachable("chat.postMessage: HTTP 503", null, null);
        };
    minutes(1);
    here.messenger.beforeSending = () -> {};
    minutes(5);

    assertThat(sent()).hasSize(1);
  }
}
