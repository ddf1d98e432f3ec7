package dev.vouch.advocate.standing;

import static dev.vouch.advocate.standing.Known.NOW;
import static dev.vouch.advocate.standing.Known.ago;
import static dev.vouch.advocate.standing.Known.mention;
import static dev.vouch.advocate.standing.Known.ready;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.advocate.standing.Neglect.Voice;
import dev.vouch.mention.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What we owe, what comes next, and when an account as a whole is neglected. */
class OwedTest {
  private static final Relationship NOTHING = Relationship.none(Subject.person("U0TOM"));

  private static Owed owed(Known one) {
    return Owed.of(one.evidence(), NOW);
  }

  private static NextStep next(Known one) {
    return NextStep.of(one.evidence(), one.stands(), NOW);
  }

  @Test
  void whatWasAnsweredKeptOrMadeGood_isOwedNoMore() {
    Known one = new Known().said(Intent.QUESTION, 9).said(Intent.COMPLAINT, 8).did(Kind.PROMISE, 7);
    assertThat(owed(one).questions()).hasSize(1);
    assertThat(owed(one).recoveries()).hasSize(1);
    assertThat(owed(one).promises()).hasSize(1);
    one.did(Kind.ANSWER, 6, mention(9))
        .did(Kind.FOLLOWED_UP, 5, mention(8))
        .did(Kind.PROMISE_KEPT, 4, "promise-7null");
    assertThat(owed(one).isNothing()).isTrue();
  }

  @Test
  void aQuestionOfLongAgo_isNotAnsweredAnyMore() {
    assertThat(owed(new Known().said(Intent.QUESTION, 61)).isNothing()).isTrue();
  }

  @Test
  void whatWeOwe_comesBeforeWhatWeMightWant() {
    Known one = ready(20);
    assertThat(next(one)).isEqualTo(NextStep.ANSWER);
    one.did(Kind.ANSWER, 19, mention(23));
    assertThat(next(one)).isEqualTo(NextStep.ASK_SMALL);
    one.did(Kind.PROMISE, 9);
    assertThat(next(one)).isEqualTo(NextStep.KEEP_PROMISE);
    one.said(Intent.COMPLAINT, 8);
    assertThat(next(one)).isEqualTo(NextStep.ACKNOWLEDGE);
    one.did(Kind.ACKNOWLEDGED, 7, mention(8));
    assertThat(next(one)).isEqualTo(NextStep.FIX);
    one.did(Kind.FIXED, 6, mention(8));
    assertThat(next(one)).isEqualTo(NextStep.FOLLOW_UP);
    one.answered(Topic.MESSAGES, Answer.DECLINED, 1);
    assertThat(next(one)).isEqualTo(NextStep.LEAVE_ALONE);
  }

  @Test
  void everyStandingThatOwesNothing_hasItsOwnNextStep() {
    assertThat(next(new Known())).isEqualTo(NextStep.LISTEN);
    assertThat(next(new Known().said(Intent.PRAISE, 9))).isEqualTo(NextStep.HELP);
    assertThat(next(new Known().said(Intent.PRAISE, 9).did(Kind.HELP, 3)))
        .isEqualTo(NextStep.FIND_OUT);
    assertThat(next(new Known().did(Kind.HELP, 10).said(Intent.PRAISE, 9)))
        .isEqualTo(NextStep.OFFER_CHOICE);
    assertThat(next(new Known().spoke(9))).isEqualTo(NextStep.SURPRISE);
    assertThat(next(new Known().spoke(9).did(Kind.ASK_DONE, 3))).isEqualTo(NextStep.LET_REST);
    assertThat(next(new Known().spoke(9).did(Kind.ASK, 3))).isEqualTo(NextStep.WAIT);
    assertThat(next(new Known().spoke(9).neglected(3))).isEqualTo(NextStep.ANSWER_ACCOUNT);
  }

  @Test
  void silenceOfThreeMonths_isLookedAfter() {
    assertThat(next(new Known().spoke(100))).isEqualTo(NextStep.REACH_OUT);
    assertThat(next(new Known().spoke(100).said(Intent.NEUTRAL, 80))).isEqualTo(NextStep.SURPRISE);
  }

  private static Voice voice(int... questionsAgo) {
    List<dev.vouch.advocate.Heard> heard = new ArrayList<>();
    for (int days : questionsAgo) {
      heard.add(Known.heard(Intent.QUESTION, days, "how?"));
    }
    return new Voice(NOTHING, heard);
  }

  @Test
  void neglect_isMoreThanBefore_andAtLeastThree() {
    assertThat(Neglect.of(List.of(voice(5, 6), voice(7)), NOW)).contains(new Neglect(ago(5), 3, 0));
    assertThat(Neglect.of(List.of(voice(5, 6)), NOW)).isEmpty();
    assertThat(Neglect.of(List.of(voice(5, 6, 7, 40, 41, 42)), NOW)).isEmpty();
    assertThat(Neglect.of(List.of(voice(5, 6, 7, 40, 41)), NOW)).isPresent();
  }

  @Test
  void whatCameLately_isNotNeglectedYet() {
    assertThat(Neglect.of(List.of(voice(0, 1, 2)), NOW)).isEmpty();
  }

  @Test
  void answers_endNeglect() {
    Relationship answered =
        NOTHING.with(LedgerEntry.moment("a", Kind.ANSWER, NOW).noted(Note.about(mention(6))));
    Voice one = new Voice(answered, voice(5, 6, 7).heard());
    assertThat(Neglect.of(List.of(one), NOW)).isEmpty();
  }

  @Test
  void aComplaint_isOpenUntilItIsFollowedUp() {
    Voice complaint = new Voice(NOTHING, List.of(Known.heard(Intent.COMPLAINT, 1, "broken")));
    assertThat(Neglect.of(List.of(voice(5, 6), complaint), NOW)).isPresent();
    Relationship good =
        NOTHING.with(LedgerEntry.moment("f", Kind.FOLLOWED_UP, NOW).noted(Note.about(mention(1))));
    Voice closed = new Voice(good, Objects.requireNonNull(complaint).heard());
    assertThat(Neglect.of(List.of(voice(5, 6), closed), NOW)).isEmpty();
  }
}
