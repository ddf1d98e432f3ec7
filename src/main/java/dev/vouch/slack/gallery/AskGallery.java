package dev.vouch.slack.gallery;

import static dev.vouch.slack.gallery.Gallery.message;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.reference.Candidate;
import dev.vouch.nudge.reference.Candidate.Said;
import dev.vouch.nudge.reference.Need;
import dev.vouch.nudge.reference.Proposals;
import dev.vouch.nudge.reference.Proposals.Assessed;
import dev.vouch.nudge.reference.Rotation;
import dev.vouch.pipeline.ask.ReferenceFinder.Found;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.ask.AskLines;
import dev.vouch.slack.view.ask.AskView;
import dev.vouch.slack.view.ask.ReferenceView;
import dev.vouch.slack.view.outside.AskedView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we ask of people, from the wish of a rep to the person's answer. */
final class AskGallery {
  private static final Instant NOW = Samples.NOW;
  private static final String NAME = "Tom Okafor";
  private static final Asking ASKING =
      new Asking(
          "ask:1795161600000:U0MAYA:" + Samples.SECOND,
          Rung.REFERENCE,
          Samples.REP,
          "half an hour with a hospital in Lyon that weighs up the same move");

  private AskGallery() {}

  static List<Piece> pieces() {
    Ask sent = Ask.of(ASKING, Samples.SECOND, State.SENT, NOW).sentAt(new Posted("D1", "1.2"));
    return List.of(
        rep(
            "ask-refused",
            AskView.refused(NAME, Rung.REVIEW, new Refused(Refusal.GIVE_FIRST, null))),
        rep(
            "ask-too-large",
            AskView.refused(NAME, Rung.TALK, new Refused(Refusal.TOO_LARGE, Rung.RATING))),
        rep("ask-preview", preview(ASKING, true)),
        rep("ask-preview-off", preview(ASKING, false)),
        rep(
            "ask-preview-deal",
            preview(
                new Asking(
                    ASKING.id(),
                    Rung.REVIEW,
                    Samples.REP,
                    "if you write a review of the migration by Friday you get a gift card"),
                true)),
        rep("ask-dropped", AskView.dropped(NAME)),
        rep("ask-switched-off", AskView.switchedOff(NAME)),
        rep("ask-to-approve", AskView.toApprove(ask(State.APPROVAL), NAME, "Maya Lindt")),
        rep("ask-approved", AskView.decided(ask(State.HELD), NAME)),
        rep("ask-rejected", AskView.decided(ask(State.WITHDRAWN), NAME)),
        rep("ask-told-waits", AskView.told(ask(State.APPROVAL), NAME)),
        rep("ask-told-held", AskView.told(ask(State.HELD), NAME)),
        rep("ask-told-sent", AskView.told(sent, NAME)),
        rep("ask-told-logged", AskView.told(ask(State.LOGGED), NAME)),
        rep(
            "ask-told-not-sent",
            AskView.told(sent.now(State.WITHDRAWN, Refusal.PAUSED.words()), NAME)),
        rep(
            "ask-told-words",
            AskView.told(
                sent.now(
                    State.BY_HAND,
                    "Slack does not let Vouch write to them, so these are words for you to send."),
                NAME)),
        rep("ask-answer-yes", answered(sent, Answer.Kind.YES, null)),
        rep("ask-answer-no", answered(sent, Answer.Kind.NO, null)),
        rep("ask-answer-later", answered(sent, Answer.Kind.LATER, null)),
        rep("ask-answer-read", AskView.answered(sent, read("1@2"), NAME)),
        rep("ask-answer-done", answered(sent, Answer.Kind.DONE, null)),
        rep("ask-answer-question", answered(sent, Answer.Kind.QUESTION, "would it be recorded?")),
        rep(
            "ask-answer-if",
            answered(sent, Answer.Kind.CONDITIONS, "fine if legal is fine with it")),
        rep("ask-answer-unclear", answered(sent, Answer.Kind.UNCLEAR, "hm, let me see")),
        rep("ask-reminder", AskView.reminder(sent, NAME)),
        rep(
            "why-asks",
            new Rendering("Asks", AskLines.of(SamplePeople.asked(), NOW, Samples::name))),
        rep("reference", ReferenceView.of(found(), Rung.REFERENCE, person -> "draft")),
        rep("reference-nobody", ReferenceView.of(nobody(), Rung.TALK, person -> "draft")),
        person("ask", sent),
        person("ask-asked-back", with(sent, Answer.Kind.QUESTION, null)),
        person("ask-heard", with(sent, Answer.Kind.UNCLEAR, "hm, let me see")),
        person("ask-yes", with(sent, Answer.Kind.YES, null)),
        person("ask-no", with(sent, Answer.Kind.NO, null)),
        person("ask-later", with(sent, Answer.Kind.LATER, null)),
        person("ask-done", with(sent, Answer.Kind.DONE, null)),
        person("ask-taken-back", sent.now(State.WITHDRAWN, "")));
  }

  private static Found found() {
    Account care =
        AccountField.REGION.set(
            AccountField.SECTOR.set(Account.named("Kestrel Clinics"), "Health care"), "EMEA");
    Need need = Need.read("someone in health care, EMEA, using the export", List.of(care));
    Candidate tom =
        new Candidate(Samples.SECOND, NAME, care, null, List.of())
            .saying(
                List.of(
                    new Said(
                        "the export saves me a day a month",
                        NOW.minus(Duration.ofDays(9)),
                        Samples.permalink(Samples.mention(260)))));
    List<Assessed> people =
        List.of(
            assessed(tom, need, null),
            assessed(new Candidate("U0EVA", "Eva Lind", care, null, List.of()), need, null),
            assessed(
                new Candidate("U0ANA", "Ana Ruiz", care, null, List.of()),
                need,
                new Refused(Refusal.TOO_LARGE, Rung.RATING)),
            assessed(new Candidate("U0JON", "Jon Bell", null, null, List.of()), need, null));
    Rotation rotation = new Rotation(Map.of("U0EVA", 1), 0.4);
    return new Found(need, Proposals.of(people, rotation), rotation, 48, 12);
  }

  private static Assessed assessed(Candidate who, Need need, @Nullable Refused refused) {
    return new Assessed(who, need.fit(who), refused, Standing.READY, 3.2);
  }

  private static Found nobody() {
    Need need = Need.read("a marquee account", List.of());
    Rotation rotation = new Rotation(Map.of(), 0.4);
    return new Found(need, Proposals.of(List.of(), rotation), rotation, 2, 0);
  }

  private static Ask ask(State state) {
    return Ask.of(ASKING, Samples.SECOND, state, NOW);
  }

  private static Rendering preview(Asking asking, boolean sends) {
    return AskView.preview(
        new AskView.Preview(asking, NAME, "draft", 3.2, "Acme", sends), "Maya Lindt");
  }

  private static Answer answer(Answer.Kind kind, @Nullable String words) {
    Instant until = kind == Answer.Kind.LATER ? NOW.plus(Duration.ofDays(30)) : null;
    return new Answer(kind, NOW, "1", Samples.SECOND, until, words);
  }

  private static Answer read(String cause) {
    return new Answer(
        Answer.Kind.CONDITIONS, NOW, cause, Samples.SECOND, null, "only if legal signs off", 97);
  }

  private static Ask with(Ask ask, Answer.Kind kind, @Nullable String words) {
    Answer answer = answer(kind, words);
    return ask.heard(answer).moved(answer);
  }

  private static Rendering answered(Ask ask, Answer.Kind kind, @Nullable String words) {
    return AskView.answered(ask, answer(kind, words), NAME);
  }

  private static Piece rep(String name, Rendering view) {
    return message(name, Audience.REP, view);
  }

  private static Piece person(String name, Ask ask) {
    return message("own-" + name, Audience.ADVOCATE, AskedView.of(ask, "Omar Haddad", "Acme"));
  }
}
