package dev.vouch.slack.gallery;

import static dev.vouch.slack.gallery.Gallery.message;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Ask.State;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Refusal;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.view.AskView;
import dev.vouch.slack.view.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        rep("ask-preview", preview(true)),
        rep("ask-preview-off", preview(false)),
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
        rep("ask-answer-done", answered(sent, Answer.Kind.DONE, null)),
        rep("ask-answer-question", answered(sent, Answer.Kind.QUESTION, "would it be recorded?")),
        rep(
            "ask-answer-if",
            answered(sent, Answer.Kind.CONDITIONS, "fine if legal is fine with it")),
        rep("ask-answer-unclear", answered(sent, Answer.Kind.UNCLEAR, "hm, let me see")),
        rep("ask-reminder", AskView.reminder(sent, NAME)),
        person("ask", sent),
        person("ask-asked-back", with(sent, Answer.Kind.QUESTION, null)),
        person("ask-heard", with(sent, Answer.Kind.UNCLEAR, "hm, let me see")),
        person("ask-yes", with(sent, Answer.Kind.YES, null)),
        person("ask-no", with(sent, Answer.Kind.NO, null)),
        person("ask-later", with(sent, Answer.Kind.LATER, null)),
        person("ask-done", with(sent, Answer.Kind.DONE, null)),
        person("ask-taken-back", sent.now(State.WITHDRAWN, "")));
  }

  private static Ask ask(State state) {
    return Ask.of(ASKING, Samples.SECOND, state, NOW);
  }

  private static Rendering preview(boolean sends) {
    return AskView.preview(
        new AskView.Preview(ASKING, NAME, "draft", 3.2, "Acme", sends), "Maya Lindt");
  }

  private static Answer answer(Answer.Kind kind, @Nullable String words) {
    Instant until = kind == Answer.Kind.LATER ? NOW.plus(Duration.ofDays(30)) : null;
    return new Answer(kind, NOW, "1", Samples.SECOND, until, words);
  }

  private static Ask with(Ask ask, Answer.Kind kind, @Nullable String words) {
    return ask.answered(answer(kind, words), true);
  }

  private static Rendering answered(Ask ask, Answer.Kind kind, @Nullable String words) {
    return AskView.answered(ask, answer(kind, words), NAME);
  }

  private static Piece rep(String name, Rendering view) {
    return message(name, Audience.REP, view);
  }

  private static Piece person(String name, Ask ask) {
    return message("own-" + name, Audience.ADVOCATE, AskView.toPerson(ask, "Omar Haddad", "Acme"));
  }
}
