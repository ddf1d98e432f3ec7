package dev.vouch.nudge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.nudge.ask.Asking.Facts;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ask.Asking.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be asked of whom after what: the ladder, its rests, and what would be right instead. */
class RungTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  /** Agreed to everything, and bears everything. */
  private static final Relationship WILLING = willing();

  private static Relationship willing() {
    Relationship one =
        Relationship.none(Subject.person("U0TOM"))
            .with(LedgerEntry.moment("help", Kind.HELP, NOW.minusSeconds(60)).worth(90_000));
    for (Topic topic : Topic.values()) {
      one = one.with(new Consent(topic, Consent.Answer.AGREED, NOW, "1", "U0TOM"));
    }
    return one;
  }

  private static Relationship asked(Relationship one, Rung rung, int daysAgo, Answer.Kind said) {
    Instant at = NOW.minus(Duration.ofDays(daysAgo));
    LedgerEntry ask = new Asking(rung.wire() + daysAgo, rung, "U0MAYA", "please").entry(at);
    Instant until = said == Answer.Kind.LATER ? NOW : null;
    Answer answer = new Answer(said, at.plusSeconds(60), "c", "U0TOM", until, null);
    return one.with(ask).with(answer.entry(ask).orElseThrow());
  }

  private static AdvocacyAct act(ActKind kind, boolean incentivised) {
    return new AdvocacyAct(
        new MentionId("C1", "1795100000.000100"),
        "U0TOM",
        Purpose.of(kind),
        0.9,
        Set.of(),
        List.of("words"),
        incentivised,
        "https://x.test/p",
        null);
  }

  private static Optional<Refused> refused(Rung rung, Relationship person, AdvocacyAct... acts) {
    Facts facts = new Facts(person, null, List.of(), List.of(acts), Standing.READY, RoleRules.FREE);
    return new Asking("new", rung, "U0MAYA", "please").refused(facts, NOW);
  }

  private static Optional<Refusal> refusal(Rung rung, Relationship person, AdvocacyAct... acts) {
    return refused(rung, person, acts).map(Refused::why);
  }

  @ParameterizedTest
  @EnumSource
  void topicAndSize_tellARung(Rung rung) {
    assertThat(Rung.of(new Asking("a", rung, "U0MAYA", "x").entry(NOW))).contains(rung);
    assertThat(Rung.named(rung.wire())).contains(rung);
    assertThat(Rung.named(rung.wire().replace('_', ' '))).contains(rung);
    assertThat(rung.rest()).isGreaterThanOrEqualTo(Duration.ofDays(60));
  }

  @Test
  void everyTopicOfSpeaking_hasARung_andNoneThatIsNoAskHas() {
    assertThat(Arrays.stream(Rung.values()).map(Rung::topic))
        .contains(Topic.REVIEWS, Topic.REFERENCES, Topic.STORIES, Topic.TALKS, Topic.FEEDBACK)
        .doesNotContain(Topic.MESSAGES, Topic.SURPRISES, Topic.INTRODUCTIONS);
  }

  @ParameterizedTest
  @EnumSource
  void whoWasNeverAsked_isAskedForSmallThingsAlone(Rung rung) {
    assertThat(refusal(rung, WILLING))
        .isEqualTo(rung.size() == Size.SMALL ? Optional.empty() : Optional.of(Refusal.TOO_LARGE));
  }

  @ParameterizedTest
  @CsvSource({
    "RATING, DONE, REFERENCE, ",
    "RATING, DONE, REVIEW, ",
    "RATING, DONE, TALK, TOO_LARGE",
    "RATING, NO, REFERENCE, TOO_LARGE",
    "RATING, LATER, REFERENCE, TOO_LARGE",
    "REFERENCE, DONE, TALK, ",
    "REFERENCE, DONE, CASE_STUDY, ",
    "REFERENCE, DONE, REVIEW, ",
    "SURVEY, DONE, BOARD, TOO_LARGE",
    "TALK, DONE, BOARD, "
  })
  void largerThings_areAskedOnlyAfterOneSizeSmallerWasDone(
      Rung before, Answer.Kind said, Rung next, String why) {
    assertThat(refusal(next, asked(WILLING, before, 200, said)).map(Enum::name))
        .isEqualTo(Optional.ofNullable(why));
  }

  @Test
  void whatTheyOfferedThemselves_mayBeTaken() {
    assertThat(refusal(Rung.REFERENCE, WILLING, act(ActKind.REFERENCE_CALL, false))).isEmpty();
    assertThat(refusal(Rung.TALK, WILLING, act(ActKind.TALK, false))).isEmpty();
    assertThat(refusal(Rung.TALK, WILLING, act(ActKind.REVIEW, false))).isEmpty();
    assertThat(refusal(Rung.REFERENCE, WILLING, act(ActKind.RECOMMENDATION, false)))
        .contains(Refusal.TOO_LARGE);
    assertThat(refusal(Rung.REFERENCE, WILLING, act(ActKind.REFERENCE_CALL, true)))
        .as("what a reward moved is no offer")
        .contains(Refusal.TOO_LARGE);
  }

  @ParameterizedTest
  @EnumSource(Answer.Kind.class)
  void theSame_restsWhateverTheySaid_butForALater(Answer.Kind said) {
    if (said.entry().isEmpty()) {
      return;
    }
    assertThat(refusal(Rung.RATING, asked(WILLING, Rung.RATING, 89, said)))
        .isEqualTo(
            said == Answer.Kind.LATER ? Optional.empty() : Optional.of(Refusal.ASKED_LATELY));
    assertThat(refusal(Rung.RATING, asked(WILLING, Rung.RATING, 91, said))).isEmpty();
  }

  @Test
  void refusal_namesTheLargestThingThatWouldBeRight() {
    assertThat(refused(Rung.TALK, WILLING).orElseThrow().instead()).isEqualTo(Rung.SURVEY);
    Relationship rated = asked(WILLING, Rung.RATING, 200, Answer.Kind.DONE);
    assertThat(refused(Rung.TALK, rated).orElseThrow().instead()).isEqualTo(Rung.REVIEW);
    assertThat(refused(Rung.REVIEW, asked(rated, Rung.REVIEW, 100, Answer.Kind.DONE)))
        .contains(new Refused(Refusal.ASKED_LATELY, Rung.REFERENCE));
    assertThat(refused(Rung.REVIEW, WILLING).orElseThrow().instead())
        .as("of the same topic first")
        .isEqualTo(Rung.RATING);
  }

  @Test
  void refusalOfEverything_namesNothing() {
    Relationship stopped =
        WILLING.with(new Consent(Topic.MESSAGES, Consent.Answer.DECLINED, NOW, "1", "U0TOM"));
    assertThat(refused(Rung.TALK, stopped)).contains(new Refused(Refusal.OPTED_OUT, null));
  }

  @Test
  void whatANoGivesBack_isNoGift() {
    Relationship ready = Relationship.none(Subject.person("U0TOM"));
    for (Topic topic : Topic.values()) {
      ready = ready.with(new Consent(topic, Consent.Answer.AGREED, NOW, "1", "U0TOM"));
    }
    ready =
        ready.with(
            LedgerEntry.moment("help", Kind.HELP, NOW.minus(Duration.ofDays(300))).worth(90_000));
    assertThat(refusal(Rung.QUOTE, asked(ready, Rung.RATING, 200, Answer.Kind.NO)))
        .contains(Refusal.GIVE_FIRST);
    assertThat(refusal(Rung.QUOTE, asked(ready, Rung.RATING, 200, Answer.Kind.LATER)))
        .as("they wished to be asked again")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Answer.Kind.class,
      names = {"NO", "LATER"})
  void aNo_givesBackAllButAQuarter_andNeverMoreThanIsLeft(Answer.Kind said) {
    Relationship before = Relationship.none(Subject.person("U0TOM"));
    LedgerEntry ask = new Asking("a", Rung.TALK, "U0MAYA", "x").entry(NOW);
    for (int days : new int[] {0, 10, 120, 400}) {
      Instant at = NOW.plus(Duration.ofDays(days));
      LedgerEntry answer = Answer.bare(said, at, "c", "U0TOM").entry(ask).orElseThrow();
      double asked = Goodwill.of(before.with(ask), List.of(), at);
      double after = Goodwill.of(before.with(ask).with(answer), List.of(), at);
      assertThat(after).isBetween(asked / 4 - 0.001, asked / 4 + 1e-9).isNegative();
    }
  }

  @Test
  void yesAndDone_giveNothingBack() {
    LedgerEntry ask = new Asking("a", Rung.TALK, "U0MAYA", "x").entry(NOW);
    for (Answer.Kind said : List.of(Answer.Kind.YES, Answer.Kind.DONE)) {
      assertThat(Answer.bare(said, NOW, "c", "U0TOM").entry(ask).orElseThrow().goodwill()).isZero();
    }
    assertThat(ask.note()).isEqualTo(new Note("U0MAYA", "x", "talks"));
  }
}
