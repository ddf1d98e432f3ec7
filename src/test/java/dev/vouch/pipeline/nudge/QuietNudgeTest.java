package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.pipeline.TestMessenger;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only the account's owner is told: words for a competitor, and ties that were not named. */
class QuietNudgeTest {
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

  private void tied() {
    Instant since = here.clock.instant().minus(Duration.ofDays(30));
    Tie tie = new Tie("t1", Tie.Kind.GIFT, "a ticket to the summit", since, null, "UREP");
    here.books.relationships().change(Subject.person("UAMARA"), between -> between.with(tie));
  }

  @Test
  void wordsForACompetitor_areToldToTheOwnerAlone_withTheTrend() {
    here.books.settings().change(settings -> settings.withApprover("UMAN"));
    says("praise for you");
    here.clock.advance(Duration.ofSeconds(1));
    MentionId id = says("advocacy: get theirs");
    here.nudges.sendDue();

    Nudge flag = nudge(NudgeKind.COMPETITOR_FLAG, id);
    assertThat(flag.state()).isEqualTo(State.SENT);
    assertThat(flag.reason()).isEqualTo(Reason.FOR_A_COMPETITOR.sentence());
    assertThat(flag.note()).contains("In the last 90 days: praise 1, warning 1;");
    assertThat(flag.evidence()).containsExactly("advocacy: get theirs");
    assertThat(here.messenger.sent).extracting(TestMessenger.Sent::person).containsExactly("UREP");
    assertThat(here.books.nudges().openFor("UREP", 10)).containsExactly(flag);
    assertThat(here.books.nudges().open(10)).isEmpty();
    assertThat(here.books.nudges().countOpen()).isZero();
  }

  @Test
  void secondOneWithinThirtyDays_isNotTold() {
    MentionId first = says("advocacy: get theirs");
    here.nudges.sendDue();
    answer(nudge(NudgeKind.COMPETITOR_FLAG, first), Choice.DOING, "UREP");
    here.clock.advance(Duration.ofDays(20));
    MentionId second = says("advocacy: theirs again");
    here.clock.advance(Duration.ofDays(11));
    MentionId third = says("advocacy: theirs once more");

    assertThat(nudge(NudgeKind.COMPETITOR_FLAG, first).state()).isEqualTo(State.DOING);
    assertThat(nudge(NudgeKind.COMPETITOR_FLAG, second).reason())
        .isEqualTo(Reason.HAD_ONE_LATELY.sentence());
    assertThat(nudge(NudgeKind.COMPETITOR_FLAG, third).state()).isEqualTo(State.HELD);
  }

  @Test
  void noted_isNothingThatWasGiven() {
    MentionId id = says("advocacy: get theirs");
    here.nudges.sendDue();
    answer(nudge(NudgeKind.COMPETITOR_FLAG, id), Choice.DOING, "UREP");

    assertThat(here.books.relationships().of(Subject.person("UAMARA")).ledger()).isEmpty();
  }

  @Test
  void wrongFlag_takesTheWarningBack() {
    MentionId id = says("advocacy: get theirs");
    here.nudges.sendDue();
    answer(nudge(NudgeKind.COMPETITOR_FLAG, id), Choice.WRONG, "UREP");

    assertThat(nudge(NudgeKind.COMPETITOR_FLAG, id).state()).isEqualTo(State.WRONG);
    var heard = here.books.advocates().mention(id).orElseThrow();
    assertThat(heard.competitor()).isFalse();
    assertThat(heard.intent()).isEqualTo(Intent.PRAISE);
  }

  @Test
  void edit_takesTheFlagBackWhereItIsRead() {
    MentionId id = says("advocacy: get theirs");
    here.nudges.sendDue();
    here.clock.advance(Duration.ofSeconds(9));
    here.hearEdited(id, "UAMARA", "neutral now", SlackTime.ts(here.clock.instant()));

    assertThat(nudge(NudgeKind.COMPETITOR_FLAG, id).reason())
        .isEqualTo(Reason.FLAG_WITHDRAWN.sentence());
    assertThat(here.messenger.shown).hasSize(1);
  }

  @Test
  void actUnderATie_withoutAWordOfIt_isToldToTheOwnerAlone() {
    here.books.settings().change(settings -> settings.withApprover("UMAN"));
    tied();
    MentionId id = says("advocacy: just get it");
    here.nudges.sendDue();

    Nudge reminder = nudge(NudgeKind.DISCLOSURE_REMINDER, id);
    assertThat(reminder.state()).isEqualTo(State.SENT);
    assertThat(reminder.note()).isEqualTo("Ties on record: a ticket to the summit (gift).");
    assertThat(here.messenger.sent)
        .filteredOn(sent -> sent.nudge().kind() == NudgeKind.DISCLOSURE_REMINDER)
        .extracting(TestMessenger.Sent::person)
        .containsExactly("UREP");
    assertThat(here.books.nudges().open(10))
        .extracting(Nudge::kind)
        .containsExactly(NudgeKind.EXEC_INTRO);
  }

  @Test
  void actThatNamesItsTie_orHasNone_remindsNobody() {
    says("advocacy: just get it");
    here.clock.advance(Duration.ofSeconds(1));
    tied();
    says("advocacy: just get it #ad");

    assertThat(here.books.nudges().latest(20))
        .noneMatch(nudge -> nudge.kind() == NudgeKind.DISCLOSURE_REMINDER);
  }

  @Test
  void editThatTakesTheDisclosureAway_remindsTheOwner() {
    tied();
    MentionId id = says("advocacy: just get it #ad");
    here.clock.advance(Duration.ofSeconds(9));
    here.hearEdited(id, "UAMARA", "advocacy: just get it", SlackTime.ts(here.clock.instant()));

    assertThat(nudge(NudgeKind.DISCLOSURE_REMINDER, id).state()).isEqualTo(State.HELD);
  }

  @Test
  void partnersAct_bringsNoSurprise_andAsksForDisclosure() {
    Card partner =
        new Card(
            new Card.Handle("UAMARA", null),
            "Amara",
            null,
            Set.of(Role.PARTNER),
            null,
            Card.Tongue.UNKNOWN,
            "set by <@UREP> with /vouch role");
    here.books
        .accounts()
        .cards()
        .replace(List.of(new CardBook.Replacement(null, partner)), here.clock.instant());
    MentionId id = says("advocacy: just get it");

    assertThat(nudge(NudgeKind.DELIGHT, id).reason()).isEqualTo(Reason.ROLE.sentence());
    assertThat(nudge(NudgeKind.DISCLOSURE_REMINDER, id).note()).contains("partner");
  }

  @Test
  void logMode_onlyLogsThem() {
    here.books.settings().change(settings -> settings.withMode(Mode.LOG));
    MentionId id = says("advocacy: get theirs");
    here.nudges.sendDue();

    assertThat(nudge(NudgeKind.COMPETITOR_FLAG, id).state()).isEqualTo(State.LOGGED);
    assertThat(here.messenger.sent).isEmpty();
  }
}
