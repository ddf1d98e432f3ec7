package dev.vouch.slack.gallery;

import static dev.vouch.slack.gallery.Gallery.message;

import dev.vouch.classify.reply.Meaning;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.ReplyNote;
import dev.vouch.pipeline.reply.ReplyNote.What;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.outside.OwnView;
import dev.vouch.slack.view.reply.AnswerLines;
import dev.vouch.slack.view.reply.ReplyView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What our own people are told of what somebody wrote back. */
final class ReplyGallery {
  private static final String NAME = "Tom Okafor";
  private static final String INVITATION = "whether Vouch may write to them";
  private static final String ASK = "your ask for a review";

  private ReplyGallery() {}

  static List<Piece> pieces() {
    List<Piece> all = new ArrayList<>(ofStaff());
    for (Answer.Kind kind : Answer.Kind.values()) {
      Instant until = kind == Answer.Kind.LATER ? Samples.NOW.plus(Duration.ofDays(30)) : null;
      Reply taken = new Reply.Taken(kind, "Omar Haddad", until, Language.ENGLISH);
      all.add(
          message("own-taken-" + kind.wire(), Audience.ADVOCATE, OwnView.of(taken, Samples.NOW)));
    }
    return all;
  }

  private static List<Piece> ofStaff() {
    return List.of(
        rep(
            "reply-read",
            note(INVITATION, What.READ, Meaning.QUESTION, "who else would read that?", null)),
        rep(
            "reply-unclear",
            note(INVITATION, What.UNCLEAR, Meaning.OTHER, "hm, maybe", Samples.SECOND)),
        rep("reply-changed", note(ASK, What.CHANGED, Meaning.YES, "ok, I will do it", null)),
        rep("reply-deleted", note(ASK, What.DELETED, Meaning.YES, null, null)),
        rep(
            "reply-silence",
            note(ASK, What.SILENCE, Meaning.STOP, "please stop writing to me", null)),
        message("reply-history", Audience.REP, history()),
        message("reply-noted", Audience.REP, ReplyView.noted(NAME, Answer.Kind.YES)),
        message("reply-settled", Audience.REP, ReplyView.gone(NAME)));
  }

  private static ReplyNote note(
      String about, What what, Meaning meaning, @Nullable String words, @Nullable String handle) {
    return new ReplyNote(
        new MentionId("D1", "1.000000"),
        Samples.SECOND,
        about,
        what,
        meaning,
        96,
        words,
        null,
        handle);
  }

  private static Piece rep(String name, ReplyNote note) {
    Rendering view = ReplyView.told(note, NAME);
    return message(name, Audience.REP, view);
  }

  private static Rendering history() {
    Asking asking = new Asking("a", Rung.REVIEW, Samples.REP, "of the migration");
    Answer answer =
        new Answer(
            Answer.Kind.CONDITIONS, Samples.NOW, "1", Samples.SECOND, null, "if it is short", 91);
    Ask ask =
        Ask.of(asking, Samples.SECOND, Ask.State.SENT, Samples.NOW)
            .toldAt(new Posted("D1", "1795161600.000100"), 1)
            .heard(answer);
    return Rendering.saying("Tom Okafor")
        .and(AnswerLines.of(List.of(ask), where -> "https://acme.slack.com/archives/D1/p1"));
  }
}
