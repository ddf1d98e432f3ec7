package dev.vouch.slack.gallery;

import static dev.vouch.slack.gallery.Gallery.message;
import static dev.vouch.slack.gallery.Gallery.page;

import com.slack.api.model.view.View;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.pipeline.reply.OwnRecord;
import dev.vouch.pipeline.reply.OwnRecord.Passed;
import dev.vouch.pipeline.reply.OwnRecord.Said;
import dev.vouch.pipeline.reply.OwnRecord.Who;
import dev.vouch.pipeline.reply.PurposeText;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.gallery.Gallery.Surface;
import dev.vouch.slack.view.outside.OwnView;
import dev.vouch.slack.view.person.ConsentView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What people outside the company see of Vouch, and what our own see of what they agreed to. */
final class OwnGallery {
  private static final Instant NOW = Samples.NOW;
  private static final Language EN = Language.ENGLISH;
  private static final String TEXT = PurposeText.current().version();

  private OwnGallery() {}

  static List<Piece> pieces() {
    View wrong = OwnView.wrong();
    return List.of(
        reply("own-welcome", new Reply.Welcome(nobody(EN))),
        reply("own-hello", new Reply.Hello(EN)),
        reply("own-record", new Reply.Own(tom(), "Noted.")),
        reply("own-stopped", new Reply.Stopped(EN)),
        reply("own-stop-or-not", new Reply.StopOrNot(EN)),
        reply("own-paused", new Reply.Paused(NOW.plusSeconds(2_592_000), EN)),
        reply("own-paused-open", new Reply.Paused(null, EN)),
        reply("own-erase-or-not", new Reply.EraseOrNot(EN)),
        reply("own-erased", new Reply.Erased(EN)),
        reply("own-handed", new Reply.Handed(EN)),
        message("own-invitation", Audience.ADVOCATE, OwnView.invitation("Omar Haddad", "Acme", EN)),
        page("own-wrong", Audience.ADVOCATE, Surface.MODAL, wrong.getTitle().getText(), wrong),
        page("own-home", Audience.ADVOCATE, Surface.HOME, "Vouch", OwnView.home(tom(), NOW)),
        message(
            "consent",
            Audience.REP,
            ConsentView.of(
                new ConsentView.Shown(
                    "Tom Okafor",
                    agreed(),
                    "Noted.",
                    Map.of(Motivator.ACCESS, "can we get into the beta?")),
                NOW,
                Samples::name)),
        message("consent-invited", Audience.REP, ConsentView.invited("Tom Okafor")),
        message(
            "consent-not-sent",
            Audience.REP,
            ConsentView.notSent("Tom Okafor", "they were asked once, and are not asked again")),
        message("consent-words", Audience.REP, ConsentView.words("Tom Okafor", "Acme")),
        message(
            "consent-task",
            Audience.REP,
            ConsentView.task(
                new Task(Samples.SECOND, "I am head of data now, not of finance", NOW),
                "Tom Okafor")));
  }

  /** What is said in the other languages, where it has a meaning of its own. */
  static List<Piece> elsewhere() {
    return Arrays.stream(Language.values())
        .filter(language -> language != EN)
        .flatMap(OwnGallery::in)
        .toList();
  }

  private static Stream<Piece> in(Language language) {
    String name = "own-%s-" + language.tag();
    return Stream.of(
        reply(name.formatted("welcome"), new Reply.Welcome(nobody(language))),
        reply(name.formatted("stopped"), new Reply.Stopped(language)),
        reply(name.formatted("stop-or-not"), new Reply.StopOrNot(language)),
        reply(name.formatted("paused"), new Reply.Paused(NOW.plusSeconds(2_592_000), language)),
        message(
            name.formatted("invitation"),
            Audience.ADVOCATE,
            OwnView.invitation("Omar Haddad", "Acme", language)));
  }

  private static Piece reply(String name, Reply reply) {
    return message(name, Audience.ADVOCATE, OwnView.of(reply, NOW));
  }

  private static OwnRecord nobody(Language in) {
    return new OwnRecord(
        new Who(Samples.SECOND, "Tom Okafor", null, null, null),
        "Acme",
        List.of(),
        Map.of(),
        null,
        Set.of(),
        false,
        List.of(),
        List.of(),
        in);
  }

  private static OwnRecord tom() {
    return new OwnRecord(
        new Who(Samples.SECOND, "Tom Okafor", "Kestrel", "Head of Data", "tom@kestrel.example"),
        "Acme",
        List.of(
            said(Intent.ADVOCACY, 300, "ask for a demo, you will not regret it"),
            said(Intent.COMPLAINT, 260, "the import has been stuck since Monday")),
        agreed().consents(),
        null,
        Set.of(Motivator.PEERS),
        true,
        List.of(new Tie("tie1", Tie.Kind.GIFT, "a ticket to the summit", NOW, null, Samples.REP)),
        List.of(new Passed(NOW, Kind.HELP), new Passed(NOW, Kind.INVITED)),
        EN);
  }

  private static Said said(Intent as, int number, String words) {
    return new Said(
        Samples.mention(number), as, Samples.permalink(Samples.mention(number)), List.of(words));
  }

  private static Relationship agreed() {
    return Relationship.none(Subject.person(Samples.SECOND))
        .answered(new Consent(Topic.MESSAGES, Answer.AGREED, NOW, TEXT, Samples.SECOND), "1", null)
        .answered(
            new Consent(Topic.REVIEWS, Answer.AGREED, NOW, Consent.TOLD, Samples.REP), "2", "yes")
        .answered(new Consent(Topic.TALKS, Answer.DECLINED, NOW, TEXT, Samples.SECOND), "3", null)
        .movedBy(Motivator.CAREER, new Relationship.Known(Samples.REP, NOW));
  }
}
