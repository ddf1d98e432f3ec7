package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a nudge may go by where its person stands, with real state. */
class NudgeStandingTest {
  private static final MentionId ID = new MentionId("C1", SlackTime.ts(TestWorkspace.NOW));
  private static final String INTRO = Nudge.idOf(NudgeKind.EXEC_INTRO, ID);
  private static final Subject AMARA = Subject.person("UAMARA");

  private final TestWorkspace here = new TestWorkspace();

  @BeforeEach
  void marqueeAccount() {
    here.marquee();
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void says(String person, Instant at, String text) {
    here.hear(new MentionId(ID.channel(), SlackTime.ts(at)), person, text);
  }

  private void between(UnaryOperator<Relationship> change) {
    here.books.relationships().change(AMARA, change);
  }

  private Nudge intro() {
    return here.nudge(INTRO);
  }

  private static Consent stop(Instant at) {
    return new Consent(Topic.MESSAGES, Answer.DECLINED, at, "1", "UAMARA");
  }

  @Test
  void aComplaint_holdsWhatWasOpen_untilItIsFollowedUp() {
    says("UAMARA", TestWorkspace.NOW, "advocacy: get it");
    Instant complained = TestWorkspace.NOW.plusSeconds(1);
    says("UAMARA", complained, "complaint: it is broken");
    here.clock.advance(Duration.ofSeconds(2));
    here.nudges.sendDue();
    assertThat(intro().state()).isEqualTo(State.HELD);
    assertThat(intro().reason()).isEqualTo(Reason.FIX_FIRST.sentence());
    assertThat(here.messenger.sent).isEmpty();

    String complaint = new MentionId(ID.channel(), SlackTime.ts(complained)).toString();
    between(
        one ->
            one.with(
                LedgerEntry.moment("f", Kind.FOLLOWED_UP, here.clock.instant())
                    .noted(Note.about(complaint))));
    here.clock.advance(Duration.ofDays(1));
    here.nudges.sendDue();
    assertThat(intro().state()).isEqualTo(State.SENT);
  }

  @Test
  void pausedPerson_isHeldFromTheStart_andGoesOnWhenItEnds() {
    Instant end = TestWorkspace.NOW.plus(Duration.ofHours(2));
    between(one -> one.pausedBy(new Pause("UREP", TestWorkspace.NOW, end, "a quarrel")));
    says("UAMARA", TestWorkspace.NOW, "advocacy: get it");
    assertThat(intro().reason()).isEqualTo(Reason.PAUSED.sentence());
    here.nudges.sendDue();
    assertThat(here.messenger.sent).isEmpty();

    here.clock.advance(Duration.ofHours(2));
    here.nudges.sendDue();
    assertThat(intro().state()).isEqualTo(State.SENT);
  }

  @Test
  void whoSaidStop_isNoReasonForANudge_evenWhileOneIsOnItsWay() {
    says("UAMARA", TestWorkspace.NOW, "advocacy: get it");
    between(one -> one.with(stop(here.clock.instant())));
    here.nudges.sendDue();
    assertThat(intro().state()).isEqualTo(State.NOTHING);
    assertThat(intro().reason()).isEqualTo(Reason.OPTED_OUT.sentence());

    Instant later = TestWorkspace.NOW.plusSeconds(9);
    says("UAMARA", later, "advocacy: get it, really");
    String second =
        Nudge.idOf(NudgeKind.EXEC_INTRO, new MentionId(ID.channel(), SlackTime.ts(later)));
    assertThat(here.nudge(second).reason()).isEqualTo(Reason.OPTED_OUT.sentence());
  }

  @Test
  void wordsOfColleaguesThatNobodyAnswered_putAPersonAtRisk_untilTheyAreAnswered() {
    Instant said = TestWorkspace.NOW.minus(Duration.ofDays(10));
    says("UAMARA", said, "advocacy: get it");
    says("UJON", said.plusSeconds(1), "question: how?");
    says("UJON", said.plusSeconds(2), "question: and how else?");
    says("UJON", said.plusSeconds(3), "suggestion: make it blue");
    assertThat(stands("UAMARA").standing()).isEqualTo(Standing.AT_RISK);

    String first = new MentionId(ID.channel(), SlackTime.ts(said.plusSeconds(1))).toString();
    here.books
        .relationships()
        .change(
            Subject.person("UJON"),
            one ->
                one.with(
                    LedgerEntry.moment("a", Kind.ANSWER, TestWorkspace.NOW)
                        .noted(Note.about(first))));
    assertThat(stands("UAMARA").standing()).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void complaintsOfAnyOfAnAccountsManyPeople_pileUp() {
    Instant said = TestWorkspace.NOW.minus(Duration.ofDays(10));
    says("UAMARA", said, "advocacy: get it");
    String account = here.books.advocates().contact("UAMARA").orElseThrow().account().orElseThrow();
    AccountLink link = AccountLink.setBy("a test", account, said);
    for (int i = 0; i < 60; i++) {
      here.books.advocates().meet(colleague(i), link);
    }
    for (int i = 7; i < 60; i += 20) {
      asks(i, said.plusSeconds(i));
    }
    assertThat(stands("UAMARA").standing()).isEqualTo(Standing.AT_RISK);

    here.books
        .advocates()
        .meet(colleague(27), AccountLink.setBy("a test", "elsewhere", said.plusSeconds(99)));
    assertThat(stands("UAMARA").standing()).isEqualTo(Standing.ACTIVE);
    here.books.advocates().meet(colleague(27), link);
    assertThat(stands("UAMARA").standing()).isEqualTo(Standing.AT_RISK);

    String mention = new MentionId(ID.channel(), SlackTime.ts(said.plusSeconds(47))).toString();
    here.books.advocates().withdraw(MentionId.parse(mention), SlackTime.ts(TestWorkspace.NOW));
    assertThat(stands("UAMARA").standing()).isEqualTo(Standing.ACTIVE);
  }

  private static Author colleague(int i) {
    return new Author(
        "UCOL%02d".formatted(i), "T1", "Colleague " + i, Author.Kind.CUSTOMER, null, null);
  }

  private void asks(int i, Instant at) {
    Heard heard =
        new Heard(
            new MentionId(ID.channel(), SlackTime.ts(at)),
            colleague(i).id(),
            Intent.COMPLAINT,
            Intent.NEUTRAL,
            0.9,
            Sentiment.NEGATIVE,
            false,
            false,
            List.of("it is broken"),
            "https://acme.slack.com/archives/C1/p1",
            "test",
            null);
    assertThat(here.books.advocates().write(heard, null, SlackTime.ts(at))).isPresent();
  }

  private PersonStanding stands(String person) {
    Contact contact = here.books.advocates().contact(person).orElseThrow();
    Instant now = here.clock.instant();
    Evidence evidence =
        new EvidenceReader(here.books.advocates(), here.books.relationships(), now).of(contact);
    return PersonStanding.of(evidence, now);
  }
}
