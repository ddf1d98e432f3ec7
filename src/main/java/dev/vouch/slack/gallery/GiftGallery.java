package dev.vouch.slack.gallery;

import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.Cited;
import dev.vouch.nudge.gift.GiftEvent.Party;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftPolicy;
import dev.vouch.nudge.gift.GiftRule;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.PolicyFile;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.pipeline.gift.GiftDesk.Standing;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.gift.GiftOutcome;
import dev.vouch.pipeline.gift.GiftOutcome.End;
import dev.vouch.pipeline.gift.GiftOutcome.Year;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.view.NoteView;
import dev.vouch.slack.view.gift.GiftView;
import dev.vouch.slack.view.gift.GiftsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every view of a gift, filled with the sample values. */
final class GiftGallery {
  private static final GiftPolicy POLICY = PolicyFile.shipped();
  private static final String VERSION = "2026-11-26 (0a1b2c3d)";
  private static final Year YEAR = new Year(Money.parse("20 EUR"), Money.parse("45 EUR"));

  private GiftGallery() {}

  static List<Piece> pieces() {
    GiftEvent given = event(State.GIVEN, Why.WITHIN_LIMITS, "a book on bees");
    GiftEvent asked = event(State.ASKED, Why.ABOVE_APPROVAL, "a hamper");
    GiftEvent unknown = event(State.DENIED, Why.COUNTRY_UNKNOWN, "a book on bees");
    return List.of(
        of("gift-given", outcome(End.NOTED, given)),
        of("gift-checked", outcome(End.CHECKED, given)),
        of("gift-denied", outcome(End.NOTED, event(State.DENIED, Why.NEAR_ACT, "a hamper"))),
        of("gift-denied-unknown", new GiftOutcome(End.NOTED, unruled(unknown), null, null, null)),
        of("gift-to-approve", asked(End.TO_APPROVE, asked)),
        of("gift-not-told", asked(End.NOT_TOLD, asked)),
        of("gift-no-approver", outcome(End.NO_APPROVER, asked)),
        of(
            "gift-reads-like-pay",
            asked(End.TO_APPROVE, event(State.ASKED, Why.READS_LIKE_PAY, "wine for her review"))),
        of(
            "gift-declined",
            outcome(End.NOTED, given.then(State.DECLINED, Samples.REP, Samples.NOW))),
        of("gift-too-late", outcome(End.TOO_LATE, given)),
        of("gift-not-yours", outcome(End.NOT_YOURS, asked)),
        news("gift-approval", asked),
        news("gift-approved", asked.then(State.GIVEN, Samples.APPROVER, Samples.NOW)),
        news("gift-refused", asked.then(State.REFUSED, Samples.APPROVER, Samples.NOW)),
        Gallery.message(
            "gifts",
            Audience.REP,
            GiftsView.of(
                new GiftsView.Shown(
                    "Ana Ruiz", new Standing(rule(), YEAR), List.of(given, asked, unknown), POLICY),
                Samples::name)),
        Gallery.message(
            "gifts-none",
            Audience.REP,
            GiftsView.of(
                new GiftsView.Shown("Ana Ruiz", new Standing(null, null), List.of(), POLICY),
                Samples::name)),
        note("note", "Your answer to Tom about the import saved him a day. Thank you."),
        note("note-deal", "Leave us a review and I'll send you a voucher."),
        note("note-vague", "Keep up the good work!"),
        Gallery.message("policy-of-gifts", Audience.REP, GiftsView.rules(POLICY)));
  }

  private static Piece of(String name, GiftOutcome outcome) {
    return Gallery.message(
        name, Audience.REP, GiftView.of(outcome, POLICY.notice(), Samples::name));
  }

  private static Piece note(String name, String words) {
    return Gallery.message(name, Audience.REP, NoteView.of("Ana Ruiz", words));
  }

  private static Piece news(String name, GiftEvent event) {
    return Gallery.message(
        name, Audience.REP, GiftView.news(new GiftNews(event, rule()), Samples::name));
  }

  private static GiftOutcome outcome(End end, GiftEvent event) {
    return new GiftOutcome(end, event, rule(), YEAR, null);
  }

  private static GiftOutcome asked(End end, GiftEvent event) {
    return new GiftOutcome(end, event, rule(), YEAR, Samples.APPROVER);
  }

  private static GiftEvent unruled(GiftEvent event) {
    return event.by(new Cited(event.cited().why(), "", VERSION));
  }

  private static GiftEvent event(State state, Why why, String what) {
    return new GiftEvent(
        "gift:1795161600000:U0MAYA:0000beef",
        state,
        new Gift(what, Money.parse("20 EUR"), true),
        new Party(Samples.ADVOCATE, "northwind-foods", "ES", "other", false),
        new Cited(why, rule().id(), VERSION),
        Samples.REP,
        Samples.NOW);
  }

  private static GiftRule rule() {
    @Nullable GiftRule found = null;
    for (GiftRule rule : POLICY.rules()) {
      found = rule.id().equals("eea-other") ? rule : found;
    }
    if (found == null) {
      throw new IllegalStateException("the policy lacks the rule of the sample");
    }
    return found;
  }
}
