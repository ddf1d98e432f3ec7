package dev.vouch.pipeline.executive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Message;
import dev.vouch.nudge.executive.Matching.Why;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.executive.Refusal;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An introduction from the wish to its outcome, with real Redis; Slack is remembered. */
class IntroductionWayTest {
  private static final Subject AMARA = Subject.person("UAMARA");

  private final TestWorkspace here = new TestWorkspace();
  private final IntroductionRound round = new IntroductionRound(here.workspace, here.clock);
  private int presses;

  @BeforeEach
  void amaraAgreed_andTheoTakesOne() {
    here.directory.add(
        new Author("UADA", here.team, "Ada", Author.Kind.STAFF, null, "Europe/London"));
    here.directory.add(
        new Author("UASSI", here.team, "Assi", Author.Kind.STAFF, null, "Europe/London"));
    here.books.executives().enlist("UADA", one -> one.withCapacity(1).withAssistant("UASSI"));
    consent(Topic.MESSAGES, Answer.AGREED);
    consent(Topic.INTRODUCTIONS, Answer.AGREED);
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void consent(Topic topic, Answer answer) {
    here.books
        .relationships()
        .change(
            AMARA,
            one -> one.with(new Consent(topic, answer, here.clock.instant(), "1", "UAMARA")));
  }

  private Wish.Outcome wish(String id, @Nullable String executive) {
    return here.introductions.request(
        new Wish(id, "UAMARA", executive, "UREP", "they run the rollout"));
  }

  private void wished() {
    assertThat(wish("i1", null)).isInstanceOf(Wish.Asked.class);
    round.sendDue();
  }

  private Introduction one() {
    return here.books.executives().introduction("i1").orElseThrow();
  }

  /** Through the inbox, as it comes from Slack. */
  private void press(String by, Event event) {
    press(by, event, "press" + presses++);
  }

  private void press(String by, Event event, String id) {
    IntroductionAnswer answer = new IntroductionAnswer("i1", event, by, null);
    here.store.append(
        new Envelope(
            id,
            here.team,
            Envelope.Type.INTRODUCTION_ANSWER,
            new Gson().toJson(answer),
            here.clock.instant()));
    workOff();
  }

  private void workOff() {
    here.start();
    org.awaitility.Awaitility.await().until(() -> here.books.deliveries().backlog().waiting() == 0);
  }

  private List<String> told() {
    return here.messenger.notices.stream()
        .map(notice -> notice.delivery().message() + ">" + notice.delivery().to())
        .toList();
  }

  private Notice last(Message message) {
    List<Notice> all =
        here.messenger.notices.stream().filter(one -> one.delivery().message() == message).toList();
    return all.get(all.size() - 1);
  }

  private int left() {
    return 1
        - here.books
            .executives()
            .taken(java.util.Map.of("UADA", java.time.YearMonth.of(2026, 11)))
            .get("UADA");
  }

  @Test
  void wish_isPutToTheExecutive_andTheirYesTellsAllThree_andTheOutcomeIsGiven() {
    here.events.read(said("advocacy: our exports run twice as fast"));
    wished();
    assertThat(told()).containsExactly("ASK>UADA");
    assertThat(left()).isZero();

    press("UADA", Event.APPROVED);
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA", "BRIEF>UADA", "SCHEDULE>UASSI", "NEWS>UREP");
    assertThat(here.messenger.shownNotices)
        .as("the question loses its buttons")
        .extracting(shown -> shown.delivery().message())
        .contains(Message.ASK);
    assertThat(last(Message.BRIEF).brief().said().get(0).words()).startsWith("advocacy: our");
    assertThat(last(Message.SCHEDULE).windows().proposed()).hasSize(2);

    here.clock.advance(Introduction.OUTCOME_AFTER);
    round.sendDue();
    assertThat(told()).as("it is a Saturday").doesNotContain("OUTCOME>UREP");
    here.clock.advance(Duration.ofDays(2));
    round.sendDue();
    assertThat(told()).endsWith("OUTCOME>UREP");
    press("UREP", Event.HAPPENED);
    assertThat(one().stage()).isEqualTo(Stage.HAPPENED);
    assertThat(one().due()).isNull();
    LedgerEntry given = here.books.relationships().of(AMARA).entry("introduction:i1").orElseThrow();
    assertThat(given.kind()).isEqualTo(Kind.DELIGHT);
    assertThat(given.goodwill()).isEqualTo(Goodwill.worth(Kind.DELIGHT));
    assertThat(given.note().words()).isEqualTo("an introduction to Ada");
    assertThat(left()).as("what happened has taken its place").isZero();
  }

  private static com.google.gson.JsonObject said(String text) {
    com.google.gson.JsonObject event = new com.google.gson.JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", "C1");
    event.addProperty("user", "UAMARA");
    event.addProperty("ts", "1795000000.000100");
    event.addProperty("text", text);
    return event;
  }

  @Test
  void introductionThatTheyWishedFor_isHelp() {
    here.books
        .relationships()
        .change(AMARA, one -> one.movedBy(Set.of(Motivator.ACCESS), TestWorkspace.NOW, "c"));
    wished();
    press("UADA", Event.APPROVED);
    press("UADA", Event.HAPPENED);
    assertThat(here.books.relationships().of(AMARA).entry("introduction:i1"))
        .hasValueSatisfying(entry -> assertThat(entry.kind()).isEqualTo(Kind.HELP));
  }

  @Test
  void samePressTwice_andTwoAtOnce_changeItOnce() throws Exception {
    wished();
    press("UADA", Event.APPROVED, "same");
    press("UADA", Event.APPROVED, "same");
    press("UASSI", Event.NOT_ME);
    assertThat(one().stage()).isEqualTo(Stage.APPROVED);
    assertThat(one().history()).hasSize(2);

    ExecutorService two = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<?>> presses = new ArrayList<>();
    for (Event event : List.of(Event.HAPPENED, Event.DID_NOT)) {
      IntroductionAnswer answer = new IntroductionAnswer("i1", event, "UADA", null);
      presses.add(
          two.submit(
              () -> {
                together.await(5, TimeUnit.SECONDS);
                here.introductions.answer(answer);
                return null;
              }));
    }
    for (Future<?> press : presses) {
      Object unused = press.get(10, TimeUnit.SECONDS);
    }
    two.shutdownNow();
    assertThat(one().history()).hasSize(3);
    assertThat(here.books.relationships().of(AMARA).entry("introduction:i1").isPresent())
        .isEqualTo(one().stage() == Stage.HAPPENED);
  }

  @Test
  void strangersPress_isDropped() {
    wished();
    press("UMAN", Event.APPROVED);
    press("UREP", Event.APPROVED);
    press("UAMARA", Event.APPROVED);
    press("UADA", Event.STOPPED);
    assertThat(one().stage()).isEqualTo(Stage.ASKED);
    press("UASSI", Event.APPROVED);
    assertThat(one().stage()).as("the assistant speaks for her").isEqualTo(Stage.APPROVED);
  }

  @Test
  void no_givesThePlaceBack_andOffersTheNextBest() {
    here.books.executives().enlist("UEXEC", one -> one);
    assertThat(wish("i1", "UADA")).isInstanceOf(Wish.Asked.class);
    round.sendDue();
    press("UADA", Event.NOT_ME);
    assertThat(left()).isOne();
    round.sendDue();
    Notice news = last(Message.NEWS);
    assertThat(news.next().executive().person()).isEqualTo("UEXEC");
    assertThat(wish("i1:UEXEC", "UEXEC")).isInstanceOf(Wish.Asked.class);
    assertThat(wish("i1:UEXEC", "UEXEC")).isInstanceOf(Wish.UnderWay.class);
    assertThat(here.books.executives().about("UAMARA", 10)).hasSize(2);
  }

  @Test
  void anotherTime_isAskedAgainInTwoWeeks_inAPlaceOfThatMonth() {
    wished();
    press("UADA", Event.LATER);
    assertThat(left()).isOne();
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA", "NEWS>UREP");
    here.clock.advance(Introduction.LATER_BY.minusSeconds(60));
    round.sendDue();
    assertThat(told()).hasSize(2);
    here.clock.advance(Duration.ofMinutes(2));
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA", "NEWS>UREP", "ASK>UADA");
    assertThat(one().slot()).isEqualTo(java.time.YearMonth.of(2026, 12));
    assertThat(left()).isOne();
  }

  @Test
  void noAnswer_expires_andGivesThePlaceBack() {
    wished();
    here.clock.advance(Introduction.ANSWER_WITHIN);
    round.sendDue();
    round.sendDue();
    assertThat(one().stage()).isEqualTo(Stage.EXPIRED);
    assertThat(left()).isOne();
    assertThat(told()).endsWith("NEWS>UREP");
    assertThat(one().due()).isNull();
  }

  @Test
  void question_waitsForTheMorningOfTheExecutive() {
    here.books.executives().enlist("UEXEC", one -> one);
    assertThat(wish("i1", "UEXEC")).isInstanceOf(Wish.Asked.class);
    round.sendDue();
    assertThat(told()).as("it is five in the morning in New York").isEmpty();
    here.clock.advance(Duration.ofHours(4));
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UEXEC");
  }

  @Test
  void question_waitsWhileTheExecutiveRests() {
    Instant hour = here.clock.instant().plus(Duration.ofHours(1));
    here.directory.quiet.put("UADA", hour);
    here.books.attention().change("UADA", manners -> manners.snoozedUntil(hour.plusSeconds(60)));
    wished();
    here.clock.advance(Duration.ofHours(1));
    round.sendDue();
    assertThat(told()).as("still snoozed").isEmpty();
    here.clock.advance(Duration.ofMinutes(1));
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA");
  }

  @Test
  void switchedOff_nothingIsSent() {
    here.books.settings().change(set -> set.withMode(Mode.OFF));
    wished();
    assertThat(told()).isEmpty();
    here.books.settings().change(set -> set.withMode(Mode.ACT));
    here.clock.advance(Introduction.LEASE);
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA");
  }

  @Test
  void withoutConsent_nobodyIsAsked() {
    consent(Topic.INTRODUCTIONS, Answer.DECLINED);
    assertThat(wish("i1", null)).isEqualTo(new Wish.Refused("Amara", Refusal.NOT_AGREED));
    assertThat(left()).isOne();
  }

  @Test
  void whoSaysStopMeanwhile_isNotMet() {
    wished();
    here.clock.advance(Duration.ofSeconds(1));
    consent(Topic.MESSAGES, Answer.DECLINED);
    press("UADA", Event.APPROVED);
    assertThat(one().stage()).isEqualTo(Stage.STOPPED);
    assertThat(left()).isOne();
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA", "NEWS>UREP");
  }

  @Test
  void stopInWords_endsAtOnceWhatTheExecutiveHasBeforeThem() {
    wished();
    here.clock.advance(Duration.ofSeconds(1));
    here.hear(new MentionId("DAMARA", SlackTime.ts(here.clock.instant())), "UAMARA", "Stop!");
    round.sendDue();
    assertThat(one().stage()).isEqualTo(Stage.STOPPED);
    assertThat(here.messenger.shownNotices)
        .extracting(shown -> shown.introduction().stage())
        .contains(Stage.STOPPED);
  }

  @Test
  void whoSaysStopAfterTheYes_isNotMetEither_andTheBriefGoes() {
    wished();
    press("UADA", Event.APPROVED);
    round.sendDue();
    here.clock.advance(Introduction.OUTCOME_AFTER);
    consent(Topic.MESSAGES, Answer.DECLINED);
    round.sendDue();
    assertThat(one().stage()).isEqualTo(Stage.STOPPED);
    assertThat(here.messenger.shownNotices)
        .extracting(shown -> shown.delivery().message())
        .contains(Message.BRIEF, Message.SCHEDULE);
  }

  @Test
  void whoSaysStopToVouch_isTakenOutAtOnce_whereverItStands() {
    wished();
    press("UADA", Event.APPROVED);
    round.sendDue();
    int before = here.messenger.notices.size();
    here.clock.advance(Duration.ofMinutes(1));
    consent(Topic.MESSAGES, Answer.DECLINED);
    Relationship unused =
        new NudgeRest(here.workspace, here.clock).follow(here.books.relationships().of(AMARA));
    round.sendDue();
    assertThat(one().stage()).isEqualTo(Stage.STOPPED);
    assertThat(here.messenger.shownNotices)
        .extracting(shown -> shown.delivery().message())
        .contains(Message.BRIEF, Message.SCHEDULE);
    assertThat(told().subList(before, told().size())).containsExactly("NEWS>UREP");
  }

  @Test
  void whoIsLookedAtForNothing_isWaitedForAsLongAsBefore() {
    wished();
    Instant due = one().due();
    Relationship unused =
        new NudgeRest(here.workspace, here.clock).follow(here.books.relationships().of(AMARA));
    round.sendDue();
    assertThat(one().due()).isEqualTo(due);
    assertThat(told()).containsExactly("ASK>UADA");
  }

  @Test
  void pausedPerson_isWaitedFor() {
    assertThat(wish("i1", null)).isInstanceOf(Wish.Asked.class);
    Instant until = here.clock.instant().plus(Duration.ofHours(30));
    here.books
        .relationships()
        .change(
            AMARA, one -> one.pausedBy(new Pause("UREP", here.clock.instant(), until, "on leave")));
    round.sendDue();
    assertThat(told()).isEmpty();
    here.clock.advance(Duration.ofDays(2));
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA");
  }

  @Test
  void personAtRisk_isNotIntroducedBeforeThatIsMadeGood() {
    here.events.read(said("complaint: the export is down again"));
    assertThat(wish("i1", null)).isEqualTo(new Wish.Refused("Amara", Refusal.AT_RISK));
  }

  @Test
  void executiveWhoLeft_isAskedNothing_andTheNextIsOffered() {
    here.books.executives().enlist("UEXEC", one -> one);
    assertThat(wish("i1", "UADA")).isInstanceOf(Wish.Asked.class);
    here.directory.gone.add("UADA");
    round.sendDue();
    round.sendDue();
    assertThat(one().stage()).isEqualTo(Stage.GONE);
    assertThat(told()).containsExactly("NEWS>UREP");
    assertThat(last(Message.NEWS).next().executive().person()).isEqualTo("UEXEC");
    Wish.Outcome again = wish("i2", "UADA");
    assertThat(((Wish.Nobody) again).matching().leftOut())
        .extracting(out -> out.why())
        .containsExactly(Why.GONE);
  }

  @Test
  void executiveWhomSlackDoesNotReach_isAskedThroughTheirAssistant() {
    here.messenger.refusesPerson = "UADA";
    wished();
    assertThat(told()).containsExactly("ASK>UASSI");
    press("UASSI", Event.APPROVED);
    assertThat(one().stage()).isEqualTo(Stage.APPROVED);
  }

  @Test
  void whoNeitherIsReached_isGone() {
    here.books.executives().enlist("UADA", one -> one.withAssistant(null));
    here.messenger.refusesPerson = "UADA";
    wished();
    assertThat(one().stage()).isEqualTo(Stage.GONE);
    assertThat(left()).isOne();
  }

  @Test
  void lostAnswerOfSlack_sendsNothingTwice() {
    here.messenger.losesAnswers = true;
    wished();
    here.messenger.losesAnswers = false;
    assertThat(one().pending()).isPresent();
    here.clock.advance(Duration.ofMinutes(3));
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA");
    assertThat(one().pending()).isEmpty();
    assertThat(one().due()).isEqualTo(one().since().plus(Introduction.ANSWER_WITHIN));
  }

  @Test
  void answerThatComesBeforeWeKnowWhereTheQuestionStands_counts() {
    here.messenger.whileSending =
        () -> here.introductions.answer(new IntroductionAnswer("i1", Event.APPROVED, "UADA", null));
    assertThat(wish("i1", null)).isInstanceOf(Wish.Asked.class);
    round.sendDue();
    here.messenger.whileSending = () -> {};
    assertThat(one().stage()).isEqualTo(Stage.APPROVED);
    assertThat(here.messenger.shownNotices)
        .as("its buttons go once it has arrived")
        .extracting(shown -> shown.delivery().message())
        .contains(Message.ASK);
  }

  @Test
  void secondWish_isToldOfTheFirst() {
    wished();
    here.books.executives().enlist("UEXEC", one -> one);
    Wish.Outcome second = wish("i2", null);
    assertThat(second)
        .isInstanceOfSatisfying(
            Wish.UnderWay.class, open -> assertThat(open.introduction()).isEqualTo(one()));
  }

  @Test
  void forgottenPerson_isIntroducedToNobody() {
    Relationship unused = here.books.relationships().of(AMARA);
    here.books.forgetting().forget(List.of("UAMARA"), "UREP", here.clock.instant());
    assertThat(wish("i1", null)).isNotInstanceOf(Wish.Asked.class);
    assertThat(here.books.executives().introduction("i1")).isEqualTo(Optional.empty());
  }

  private String nudgeOfAmara() {
    here.books
        .accounts()
        .change(
            "Northwind", one -> one.withTeam("T0NORTH").withTier(Tier.MARQUEE).withOwner("UREP"));
    here.books.settings().change(set -> set.withMode(Mode.ACT));
    here.books.settings().change(set -> set.withHeldOut(0));
    here.events.read(said("advocacy: get it"));
    here.nudges.sendDue();
    return here.messenger.sent.stream()
        .map(sent -> sent.nudge())
        .filter(nudge -> nudge.kind() == NudgeKind.EXEC_INTRO)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void pressOnNudge(String nudge) {
    NudgeAnswer answer = new NudgeAnswer(nudge, NudgeAnswer.Choice.REQUEST, "UREP", here.team);
    here.store.append(
        new Envelope(
            "nudge" + presses++,
            here.team,
            Envelope.Type.NUDGE_ANSWER,
            new Gson().toJson(answer),
            here.clock.instant()));
    workOff();
  }

  @Test
  void nudge_suggestsWhomTheRosterSays_withoutASponsor_andRequestsTheIntroduction() {
    String id = nudgeOfAmara();
    Nudge nudge = here.nudge(id);
    assertThat(nudge.sponsor()).isEqualTo("UADA");
    pressOnNudge(id);
    assertThat(here.nudge(id).state()).isEqualTo(Nudge.State.DOING);
    assertThat(here.books.relationships().of(AMARA).ledger())
        .as("nothing is given before they meet")
        .isEmpty();
    round.sendDue();
    assertThat(told()).containsExactly("ASK>UADA");
    pressOnNudge(id);
    assertThat(here.books.executives().about("UAMARA", 10)).hasSize(1);
  }

  @Test
  void requestThatMustNotBe_leavesTheNudge_andSaysWhy() {
    String id = nudgeOfAmara();
    consent(Topic.INTRODUCTIONS, Answer.DECLINED);
    pressOnNudge(id);
    Nudge nudge = here.nudge(id);
    assertThat(nudge.state()).isEqualTo(Nudge.State.SENT);
    assertThat(nudge.note()).contains("have not agreed to introductions");
    assertThat(here.messenger.shown).contains(nudge);
    assertThat(here.books.executives().about("UAMARA", 10)).isEmpty();
  }
}
