package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is left alone, and comes back, with all that was on its way. */
class NudgeRestTest {
  private final TestWorkspace here = new TestWorkspace();

  @BeforeEach
  void account() {
    here.marquee();
  }

  @AfterEach
  void close() {
    here.close();
  }

  private MentionId says(String text) {
    MentionId id = new MentionId("C1", SlackTime.ts(here.clock.instant()));
    here.hear(id, "UAMARA", text);
    return id;
  }

  private Nudge nudge(NudgeKind kind, MentionId id) {
    return here.nudge(Nudge.idOf(kind, id));
  }

  private void answer(Nudge nudge, Choice choice, String by) {
    NudgePress.press(here, nudge.id(), choice, by);
  }

  private NudgeRest rest() {
    return new NudgeRest(here.workspace, here.clock);
  }

  private void pause(@Nullable Instant until) {
    Pause pause = new Pause("UREP", here.clock.instant(), until, "asked for quiet");
    assertThat(rest().begin("UAMARA", pause).isPaused(here.clock.instant())).isTrue();
  }

  private void resume() {
    assertThat(rest().end("UAMARA", "UMAN").pause()).isNull();
  }

  @Test
  void openNudge_losesItsButtons_andHasThemBackInTheSameMessage() {
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();
    Nudge before = nudge(NudgeKind.EXEC_INTRO, id);
    pause(null);

    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.PAUSED);
    assertThat(here.messenger.shown).extracting(Nudge::state).containsExactly(State.PAUSED);
    assertThat(here.books.nudges().openFor("UREP", 10)).isEmpty();
    assertThat(here.messenger.homes).contains("UREP");
    answer(nudge(NudgeKind.EXEC_INTRO, id), Choice.DOING, "UREP");
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.PAUSED);

    here.messenger.shown.clear();
    resume();
    assertThat(nudge(NudgeKind.EXEC_INTRO, id)).isEqualTo(before);
    assertThat(here.messenger.shown).containsExactly(before);
    assertThat(here.books.nudges().openFor("UREP", 10)).containsExactly(before);
    here.nudges.sendDue();
    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void whatWaits_isNotSentBeforeItIsResumed() {
    MentionId id = says("advocacy: just get it");
    pause(null);
    for (int day = 0; day < 12; day++) {
      here.clock.advance(Duration.ofDays(1));
      here.nudges.sendDue();
    }
    assertThat(here.messenger.sent).isEmpty();

    resume();
    here.nudges.sendDue();
    here.clock.advance(Duration.ofDays(2));
    here.nudges.sendDue();
    assertThat(here.messenger.sent)
        .extracting(sent -> sent.nudge().id())
        .containsExactlyInAnyOrder(
            Nudge.idOf(NudgeKind.EXEC_INTRO, id), Nudge.idOf(NudgeKind.DELIGHT, id));
  }

  @Test
  void pauseThatEnds_endsByItself() {
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();
    pause(here.clock.instant().plus(Duration.ofDays(2)));
    here.clock.advance(Duration.ofDays(1));
    here.nudges.sendDue();
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.PAUSED);

    here.clock.advance(Duration.ofDays(1).plusMinutes(1));
    here.nudges.sendDue();
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.SENT);
    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void nudgeThatIsOnItsWay_arrivesPaused_andIsNotSentTwice() {
    MentionId id = says("advocacy: just get it");
    here.messenger.whileSending = () -> pause(null);
    here.nudges.sendDue();
    here.messenger.whileSending = () -> {};

    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.PAUSED);
    assertThat(here.messenger.shown).extracting(Nudge::state).contains(State.PAUSED);
    resume();
    here.nudges.sendDue();
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.SENT);
    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void actThatIsWithdrawnMeanwhile_doesNotComeBack() {
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();
    pause(null);
    here.clock.advance(Duration.ofSeconds(9));
    here.hearEdited(id, "UAMARA", "neutral now", SlackTime.ts(here.clock.instant()));
    resume();
    here.nudges.sendDue();

    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.sent).hasSize(1);
  }

  private void writes(String text) {
    here.hear(new MentionId("DAMARA", SlackTime.ts(here.clock.instant())), "UAMARA", text);
  }

  @Test
  void stop_pullsBackWhatStaffHaveBeforeThem_andWhatWaits_forGood() {
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();
    here.clock.advance(Duration.ofMinutes(1));
    writes("Stop!");

    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.NOTHING);
    assertThat(nudge(NudgeKind.DELIGHT, id).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.shown)
        .singleElement()
        .satisfies(shown -> assertThat(shown.reason()).contains("They wish no contact"));
    assertThat(here.books.nudges().openFor("UREP", 10)).isEmpty();
    assertThat(here.messenger.homes).contains("UREP");

    here.clock.advance(Duration.ofMinutes(1));
    writes("start again");
    for (int day = 0; day < 12; day++) {
      here.clock.advance(Duration.ofDays(1));
      here.nudges.sendDue();
    }
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void stop_thatDiedBeforeItWasShown_isShownWhenItComesAgain() {
    says("advocacy: just get it");
    here.nudges.sendDue();
    here.clock.advance(Duration.ofMinutes(1));
    here.messenger.refusesToShow = true;
    writes("Stop!");
    here.messenger.refusesToShow = false;
    here.clock.advance(Duration.ofMinutes(1));
    writes("Stop!");
    assertThat(here.messenger.shown).extracting(Nudge::state).containsExactly(State.NOTHING);
  }

  @Test
  void stop_endsWhatRests_too_andTheEndOfThePauseBringsNothingBack() {
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();
    pause(null);
    here.clock.advance(Duration.ofMinutes(1));
    writes("Stop!");
    resume();
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.NOTHING);
  }

  @Test
  void decliningATopic_endsWhatWasSuggestedOfIt_andNothingElse() {
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();
    Consent no =
        new Consent(
            Topic.INTRODUCTIONS, Consent.Answer.DECLINED, here.clock.instant(), "told", "UREP");
    rest()
        .follow(
            here.books
                .relationships()
                .change(Subject.person("UAMARA"), between -> between.answered(no, "1", null)));
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.NOTHING);
    assertThat(nudge(NudgeKind.DELIGHT, id).state()).isEqualTo(State.HELD);
  }

  @Test
  void nudgeThatIsOnItsWayWhenTheySayStop_arrivesWithoutButtons() {
    MentionId id = says("advocacy: just get it");
    here.messenger.whileSending = () -> writes("Stop!");
    here.nudges.sendDue();
    here.messenger.whileSending = () -> {};
    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.NOTHING);
    assertThat(here.messenger.shown).extracting(Nudge::state).containsExactly(State.NOTHING);
  }

  @Test
  void whoPausedAndResumed_isOnRecord() {
    pause(null);
    here.clock.advance(Duration.ofHours(1));
    resume();
    resume();

    assertThat(here.books.relationships().of(Subject.person("UAMARA")).ledger())
        .extracting(LedgerEntry::kind, entry -> entry.note().by(), entry -> entry.note().words())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LedgerEntry.Kind.PAUSED, "UREP", "asked for quiet"),
            org.assertj.core.groups.Tuple.tuple(LedgerEntry.Kind.RESUMED, "UMAN", null));
  }

  @Test
  void messageThatIsGone_stopsNoPause() {
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();
    here.messenger.refusesToShow = true;
    pause(null);

    assertThat(nudge(NudgeKind.EXEC_INTRO, id).state()).isEqualTo(State.PAUSED);
    assertThat(nudge(NudgeKind.DELIGHT, id).state()).isEqualTo(State.PAUSED);
  }
}
