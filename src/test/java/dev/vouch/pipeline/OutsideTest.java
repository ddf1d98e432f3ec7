package dev.vouch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Mode;
import dev.vouch.pipeline.courtesy.LetterRound;
import dev.vouch.pipeline.courtesy.Outside;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody outside the company gets, and when; Amara works in Paris, where it is eleven. */
class OutsideTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Invitation LETTER = new Invitation("UAMARA", "UREP", NOW, Language.SPANISH);

  private final TestWorkspace here = new TestWorkspace();
  private final Outside outside = new Outside(here.workspace, here.clock);
  private final LetterRound round = new LetterRound(here.workspace, here.clock);

  @AfterEach
  void close() {
    here.close();
  }

  private Hold wait(String message) {
    return outside.refrain("UAMARA", message).orElseThrow();
  }

  private void sends(String message) {
    assertThat(outside.refrain("UAMARA", message)).isEmpty();
    outside.sent("UAMARA", message);
  }

  private void writes() {
    here.hear(new MentionId("D1", SlackTime.ts(here.clock.instant())), "UAMARA", "hello there");
  }

  @Test
  void nobody_isWrittenToAtNight_byTheirOwnClock() {
    here.clock.advance(Duration.ofHours(10));
    assertThat(wait("a"))
        .isEqualTo(new Hold(Instant.parse("2026-11-19T08:00:00Z"), Reason.QUIET_HOURS));
  }

  @Test
  void nobody_isDisturbedWhoDoesNotWantToBe() {
    here.directory.quiet.put("UAMARA", NOW.plusSeconds(600));
    assertThat(wait("a")).isEqualTo(new Hold(NOW.plusSeconds(600), Reason.DO_NOT_DISTURB));
  }

  @Test
  void threeMessagesAWeek_areEnough_overAllFeatures() {
    for (String message : new String[] {"invitation", "ask:1", "ask:2"}) {
      assertThat(outside.refrain("UAMARA", message)).isEmpty();
      here.clock.advance(Duration.ofHours(1));
    }
    assertThat(wait("ask:3").reason()).isEqualTo(Reason.ENOUGH_FOR_NOW);
    assertThat(wait("ask:3").until())
        .isBetween(NOW.plus(Duration.ofDays(7)), NOW.plus(Duration.ofDays(7)).plusSeconds(1));

    outside.giveBack("UAMARA", "ask:1");
    assertThat(outside.refrain("UAMARA", "ask:3")).isEmpty();
  }

  @Test
  void threeWithoutAnAnswer_areTheLast_untilTheyWrite() {
    sends("a");
    sends("b");
    sends("c");
    here.clock.advance(Duration.ofDays(14));
    assertThat(wait("d").reason()).isEqualTo(Reason.NOT_ANSWERED);

    writes();
    assertThat(outside.refrain("UAMARA", "d")).isEmpty();
  }

  private void waits() {
    assertThat(LETTER.begin(here.books.relationships())).isEmpty();
    here.books.letters().hold(LETTER, NOW.plus(DAY));
    round.sendDue();
    assertThat(here.messenger.invitations).isEmpty();
    here.clock.advance(DAY);
  }

  @Test
  void invitationThatWaits_goesByItself_once() {
    waits();
    round.sendDue();
    here.clock.advance(DAY);
    round.sendDue();

    assertThat(here.messenger.invitations).containsExactly(LETTER);
    assertThat(here.books.attention().manners("UAMARA").unanswered()).isEqualTo(1);
  }

  @Test
  void invitationWhoseSenderDied_isLookedForBeforeItGoesAgain() {
    waits();
    here.messenger.losesAnswers = true;
    round.sendDue();
    here.messenger.losesAnswers = false;
    here.clock.advance(Duration.ofMinutes(3));
    round.sendDue();
    assertThat(here.messenger.lookups).as("somebody may still be at it").hasValue(1);
    here.endClaims();
    here.clock.advance(Duration.ofMinutes(3));
    round.sendDue();

    assertThat(here.messenger.invitations).hasSize(1);
    assertThat(here.messenger.lookups).hasValue(2);
    assertThat(here.books.attention().manners("UAMARA").unanswered()).isEqualTo(1);
  }

  @Test
  void invitation_waitsWhileAllSendingIsOff_orThePersonIsPaused() {
    waits();
    here.books.settings().change(now -> now.withMode(Mode.OFF));
    round.sendDue();
    here.books.settings().change(now -> now.withMode(Mode.ACT));
    here.books
        .relationships()
        .change(Subject.person("UAMARA"), one -> one.paused(new Pause("UREP", NOW, null, "quiet")));
    here.clock.advance(Duration.ofHours(1));
    round.sendDue();
    assertThat(here.messenger.invitations).isEmpty();

    here.books
        .relationships()
        .change(Subject.person("UAMARA"), one -> one.resumed("UREP", here.clock.instant()));
    here.clock.advance(Duration.ofHours(1));
    round.sendDue();
    assertThat(here.messenger.invitations).hasSize(1);
  }

  @Test
  void whoHasAnsweredMeanwhile_isNotInvited() {
    waits();
    here.books
        .relationships()
        .change(
            Subject.person("UAMARA"),
            one ->
                one.answered(
                    new Consent(Topic.MESSAGES, Consent.Answer.DECLINED, NOW, "1", "UAMARA"),
                    "1",
                    null));
    round.sendDue();
    here.clock.advance(DAY);
    round.sendDue();

    assertThat(here.messenger.invitations).isEmpty();
  }

  @Test
  void invitationThatSlackRefuses_mayBeTriedAgain_andTookNothing() {
    waits();
    here.messenger.refuses = true;
    round.sendDue();
    here.messenger.refuses = false;
    assertThat(here.messenger.words).as("whoever wanted it gets words").containsExactly("UREP");

    assertThat(LETTER.begin(here.books.relationships())).isEmpty();
    assertThat(here.books.attention().reader("UAMARA", NOW, NOW).taken()).isEmpty();
  }

  @Test
  void whoeverWantedAnInvitationThatSlackRefuses_isToldOnce_andLaterWhereSlackIsAway() {
    waits();
    here.messenger.refuses = true;
    here.messenger.losesAnswers = true;
    round.sendDue();
    here.messenger.losesAnswers = false;
    for (int i = 0; i < 3; i++) {
      here.endClaims();
      here.clock.advance(Duration.ofMinutes(3));
      round.sendDue();
    }

    assertThat(here.messenger.words).containsExactly("UREP");
    assertThat(here.books.letters().claimDue(here.clock.instant().plus(DAY))).isEmpty();
  }
}
