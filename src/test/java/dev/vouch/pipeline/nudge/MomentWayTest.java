package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a moment to what somebody did about it, with real state. */
class MomentWayTest {
  private static final Subject AMARA = Subject.person("UAMARA");

  private final TestWorkspace here = new TestWorkspace();

  @BeforeEach
  void account() {
    here.books
        .accounts()
        .change("Northwind Foods", one -> one.withTier(Tier.NAMED).withOwner("UREP"));
  }

  @AfterEach
  void close() {
    here.close();
  }

  private MentionId says(String text) {
    MentionId id = new MentionId("C1", SlackTime.ts(here.clock.instant()));
    says("UAMARA", id, text);
    return id;
  }

  private void says(String person, MentionId id, String text) {
    here.hear(id, person, text);
  }

  private void pass(Duration time) {
    here.clock.advance(time);
    here.nudges.lookDue();
    here.nudges.sendDue();
  }

  private void days(int count) {
    for (int day = 0; day < count; day++) {
      pass(Duration.ofDays(1));
    }
  }

  private void between(UnaryOperator<Relationship> change) {
    here.books.relationships().change(AMARA, change);
  }

  private void noted(Kind kind, String about) {
    Instant now = here.clock.instant();
    String id = kind.wire() + ":" + SlackTime.ts(now);
    between(
        one -> one.with(LedgerEntry.moment(id, kind, now).noted(new Note("UREP", null, about))));
  }

  private void answer(Choice choice, Nudge nudge) {
    NudgePress.press(here, nudge.id(), choice, "UREP");
  }

  private List<Nudge> nudges(NudgeKind kind) {
    return here.books.nudges().about("UAMARA", 100).stream()
        .filter(nudge -> nudge.kind() == kind)
        .toList();
  }

  private Nudge only(NudgeKind kind) {
    assertThat(nudges(kind)).hasSize(1);
    return nudges(kind).get(0);
  }

  private List<LedgerEntry> given() {
    return here.books.relationships().of(AMARA).entries(Kind.DELIGHT);
  }

  @Test
  void smallWin_becomesAGesture_andWhatIsDoneIsOnRecord() {
    says("praise: specific, five days became one");
    Nudge held = only(NudgeKind.DELIGHT);
    assertThat(held.moment()).isEqualTo(Moment.SMALL_WIN);
    assertThat(held.state()).isEqualTo(State.HELD);
    assertThat(held.advice()).isNull();

    days(12);
    Nudge sent = only(NudgeKind.DELIGHT);
    assertThat(sent.state()).isEqualTo(State.SENT);
    assertThat(sent.reason()).isEqualTo(Reason.GOOD_MOMENT.sentence());
    assertThat(sent.advice().gesture().suits(Moment.SMALL_WIN)).isTrue();
    answer(Choice.DOING, sent);
    assertThat(given())
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.note().words()).isEqualTo(sent.advice().gesture().label()));
  }

  @Test
  void whatIsDoneInstead_isWhatIsOnRecord() {
    says("praise: specific, five days became one");
    days(12);
    Nudge sent = only(NudgeKind.DELIGHT);
    Gesture other = sent.advice().others().get(0);
    answer(Choice.SECOND, sent);
    assertThat(only(NudgeKind.DELIGHT).advice().gesture()).isEqualTo(other);
    assertThat(given()).extracting(entry -> entry.note().words()).containsExactly(other.label());
  }

  @Test
  void plainPraise_isNoMoment() {
    says("praise: you are great");
    days(12);
    assertThat(here.books.nudges().about("UAMARA", 10)).isEmpty();
  }

  @Test
  void recovery_isAMoment_onceItIsFollowedUp() {
    MentionId complaint = says("complaint: it is broken");
    here.clock.advance(Duration.ofDays(2));
    noted(Kind.ACKNOWLEDGED, complaint.toString());
    pass(Duration.ofMinutes(1));
    assertThat(nudges(NudgeKind.DELIGHT)).isEmpty();

    noted(Kind.FOLLOWED_UP, complaint.toString());
    pass(Duration.ofMinutes(1));
    assertThat(only(NudgeKind.DELIGHT).moment()).isEqualTo(Moment.RECOVERY);
    days(12);
    assertThat(only(NudgeKind.DELIGHT).state()).isEqualTo(State.SENT);
    assertThat(here.messenger.sent).hasSize(1);
  }

  @Test
  void newMotivator_decidesWhatIsSuggested() {
    here.books.settings().change(s -> s.withRules(s.rules().offering(Gesture.CERTIFICATION, true)));
    says("praise: you are great");
    between(one -> one.movedBy(Motivator.EXPERIENCE, new Known("UAMARA", here.clock.instant())));
    days(12);
    Nudge sent = only(NudgeKind.DELIGHT);
    assertThat(sent.moment()).isEqualTo(Moment.NEW_MOTIVATOR);
    assertThat(sent.advice().gesture()).isEqualTo(Gesture.CERTIFICATION);
    assertThat(sent.advice().why()).contains("What moves them is experience: they said so");
  }

  @Test
  void question_goesToThePeers_onlyWhereNobodyOfUsHasAnswered() {
    says("question: how do I export?");
    pass(Duration.ofHours(3));
    assertThat(nudges(NudgeKind.PEER_HELP)).isEmpty();
    pass(Duration.ofHours(2));
    assertThat(only(NudgeKind.PEER_HELP).state()).isEqualTo(State.SENT);
    assertThat(only(NudgeKind.PEER_HELP).advice().gesture()).isEqualTo(Gesture.PEER_ANSWER);
  }

  @Test
  void answeredQuestion_isNoMoment() {
    MentionId question = says("question: how do I export?");
    noted(Kind.ANSWER, question.toString());
    pass(Duration.ofHours(5));
    assertThat(nudges(NudgeKind.PEER_HELP)).isEmpty();
  }

  private void replies(String person, MentionId root, String text) {
    here.clock.advance(Duration.ofSeconds(1));
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", root.channel());
    event.addProperty("user", person);
    event.addProperty("ts", SlackTime.ts(here.clock.instant()));
    event.addProperty("thread_ts", root.ts());
    event.addProperty("text", text);
    here.events.read(event);
  }

  private MentionId questionBeforeRita() {
    MentionId question = says("question: how do I export?");
    pass(Duration.ofHours(5));
    assertThat(only(NudgeKind.PEER_HELP).state()).isEqualTo(State.SENT);
    return question;
  }

  private void isClosedBecause(NudgeKind kind, Reason reason) {
    pass(Duration.ofSeconds(1));
    assertThat(only(kind).state()).isEqualTo(State.NOTHING);
    assertThat(only(kind).reason()).isEqualTo(reason.sentence());
    assertThat(here.messenger.shown).contains(only(kind));
  }

  @Test
  void questionBeforeRita_isClosed_onceOneOfUsHasAnswered() {
    replies("UMAN", questionBeforeRita(), "there is a button for that");
    isClosedBecause(NudgeKind.PEER_HELP, Reason.ANSWERED_MEANWHILE);
  }

  @Test
  void questionBeforeRita_isClosed_onceAPeerHasAnswered_andNotByWhatIsNoAnswer() {
    MentionId question = questionBeforeRita();
    replies("UAMARA", question, "neutral: still looking");
    replies("UJON", question, "question: I wonder, too");
    replies("UJON", question, "+1");
    replies("UBOT", question, "thank you for your question");
    pass(Duration.ofHours(2));
    assertThat(only(NudgeKind.PEER_HELP).state()).isEqualTo(State.SENT);
    replies("UPRIYA", question, "neutral: there is a button for that");
    isClosedBecause(NudgeKind.PEER_HELP, Reason.ANSWERED_MEANWHILE);
  }

  @Test
  void questionWithinAThread_isClosedWithinTheHour() {
    MentionId root = new MentionId("C1", SlackTime.ts(here.clock.instant()));
    says("UJON", root, "praise: lovely");
    replies("UAMARA", root, "question: does it export?");
    pass(Duration.ofHours(5));
    assertThat(only(NudgeKind.PEER_HELP).state()).isEqualTo(State.SENT);
    replies("UJON", root, "neutral: it does");
    here.clock.advance(Duration.ofHours(1));
    isClosedBecause(NudgeKind.PEER_HELP, Reason.ANSWERED_MEANWHILE);
  }

  @Test
  void questionBeforeRita_isClosed_onceAnAnswerElsewhereIsNoted() {
    noted(Kind.ANSWER, questionBeforeRita().toString());
    isClosedBecause(NudgeKind.PEER_HELP, Reason.ANSWERED_MEANWHILE);
  }

  @Test
  void questionThatAPeerAnswersFirst_comesToNothing() {
    MentionId question = says("question: how do I export?");
    replies("UPRIYA", question, "neutral: there is a button for that");
    pass(Duration.ofHours(5));
    assertThat(nudges(NudgeKind.PEER_HELP)).isEmpty();
  }

  @Test
  void heldSuggestion_doesNotGoOut_onceAPeerHasAnswered() {
    here.clock.advance(Duration.ofHours(5));
    MentionId question = says("question: how do I export?");
    pass(Duration.ofHours(5));
    assertThat(only(NudgeKind.PEER_HELP).state()).isEqualTo(State.HELD);
    replies("UPRIYA", question, "neutral: there is a button for that");
    pass(Duration.ofSeconds(1));
    assertThat(only(NudgeKind.PEER_HELP).state()).isEqualTo(State.NOTHING);
    days(1);
    assertThat(here.messenger.sent).isEmpty();
  }

  @Test
  void silenceBeforeRita_isClosed_onceTheyHaveSpoken() {
    says("advocacy: get it");
    here.clock.advance(Duration.ofDays(1));
    says("praise: still great");
    days(62);
    assertThat(only(NudgeKind.CHECK_IN).state()).isEqualTo(State.SENT);
    says("neutral: hello again");
    here.clock.advance(Duration.ofHours(1));
    isClosedBecause(NudgeKind.CHECK_IN, Reason.MOMENT_PASSED);
  }

  @Test
  void silence_isNoticed_withoutAnybodyLookingAtEverybody_andEachWordPutsItOff() {
    says("advocacy: get it");
    days(40);
    says("praise: still great");
    days(59);
    assertThat(nudges(NudgeKind.CHECK_IN)).isEmpty();
    days(4);
    assertThat(only(NudgeKind.CHECK_IN).state()).isEqualTo(State.SENT);
    assertThat(only(NudgeKind.CHECK_IN).reason()).isEqualTo(Reason.GONE_QUIET.sentence());
    days(100);
    assertThat(nudges(NudgeKind.CHECK_IN)).hasSize(1);
  }

  @Test
  void renewal_isAMomentOfTheVoiceFromThere() {
    says("UJON", new MentionId("C2", SlackTime.ts(here.clock.instant())), "praise: great");
    says("advocacy: get it");
    days(70);
    here.books
        .relationships()
        .change(
            Subject.account("northwind-foods"),
            one ->
                one.with(
                    LedgerEntry.moment("renewed:2027-11-01", Kind.RENEWED, here.clock.instant())));
    pass(Duration.ofMinutes(1));
    assertThat(nudges(NudgeKind.DELIGHT).get(0).moment()).isEqualTo(Moment.RENEWAL);
    days(12);
    assertThat(nudges(NudgeKind.DELIGHT).get(0).state()).isEqualTo(State.SENT);
    assertThat(here.books.nudges().about("UJON", 10)).isEmpty();
  }

  @Test
  void firstYear_isAMilestone() {
    says("advocacy: get it");
    days(366);
    assertThat(nudges(NudgeKind.DELIGHT))
        .extracting(Nudge::moment)
        .containsExactly(Moment.MILESTONE, Moment.FIRST_ACT);
  }

  @Test
  void surprise_waitsOnceMore_whereWeAskedMeanwhile() {
    says("advocacy: get it");
    here.clock.advance(Duration.ofDays(2));
    noted(Kind.ASK, "reviews");
    days(9);
    Nudge held = only(NudgeKind.DELIGHT);
    assertThat(held.state()).isEqualTo(State.HELD);
    assertThat(held.reason()).isEqualTo(Reason.ROOM_AROUND_AN_ASK.sentence());
    assertThat(held.due()).isAfter(TestWorkspace.NOW.plus(Duration.ofDays(16)));
    assertThat(here.messenger.sent).isEmpty();
  }

  @Test
  void strongerMoment_goesBeforeTheWeakerThatIsHeld() {
    says("advocacy: get it");
    here.clock.advance(Duration.ofHours(1));
    says("advocacy: get it, really");
    assertThat(nudges(NudgeKind.DELIGHT)).hasSize(2);
    assertThat(nudges(NudgeKind.DELIGHT).get(0).reason())
        .isEqualTo(Reason.HAD_ONE_LATELY.sentence());
  }

  @Test
  void whoeverIsForgotten_isNotLookedAt() {
    says("advocacy: get it");
    here.workspace.forgetting().forget(java.util.Set.of("UAMARA"), "UREP", here.clock.instant());
    days(70);
    assertThat(here.books.nudges().claimLook(here.clock.instant(), Duration.ofMinutes(1)))
        .isEmpty();
    assertThat(here.messenger.sent).isEmpty();
  }
}
