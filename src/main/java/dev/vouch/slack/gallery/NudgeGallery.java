package dev.vouch.slack.gallery;

import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Trend;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Catalogue;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.home.OffersView;
import dev.vouch.slack.view.nudge.NudgeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every nudge in every state of its life, at each moment, and what there is to suggest. */
final class NudgeGallery {
  private NudgeGallery() {}

  static List<Piece> pieces() {
    List<Piece> all = new ArrayList<>();
    all.addAll(nudges(NudgeKind.DELIGHT));
    all.addAll(nudges(NudgeKind.EXEC_INTRO));
    all.add(nudge("offer-to-vouch-open", sample(NudgeKind.OFFER_TO_VOUCH)));
    all.add(nudge("peer-help-open", sample(NudgeKind.PEER_HELP)));
    all.add(nudge("check-in-open", sample(NudgeKind.CHECK_IN)));
    all.addAll(notes(NudgeKind.DISCLOSURE_REMINDER));
    all.addAll(moments());
    all.addAll(notes(NudgeKind.COMPETITOR_FLAG));
    return all;
  }

  private static List<Piece> nudges(NudgeKind kind) {
    String name = kind.wire().replace('_', '-');
    Nudge sent = sample(kind);
    String reason = sent.reason();
    return List.of(
        nudge(name + "-open", sent),
        nudge(name + "-approval", sent.now(State.APPROVAL, reason)),
        nudge(name + "-doing", sent.answeredBy(Samples.REP, State.DOING, "Maya is doing it.")),
        nudge(name + "-later", sent.heldUntil(Samples.NOW.plusSeconds(259_200), "Put off.")),
        nudge(name + "-not-this", sent.answeredBy(Samples.REP, State.NOT_THIS, "Passed on.")),
        nudge(name + "-wrong", sent.answeredBy(Samples.REP, State.WRONG, "No advocacy.")),
        nudge(name + "-expired", sent.now(State.EXPIRED, Reason.UNANSWERED.sentence())),
        nudge(name + "-nothing", sent.now(State.NOTHING, Reason.ACT_WITHDRAWN.sentence())),
        nudge(name + "-paused", sent.pausedUntil(Samples.NOW)));
  }

  /** A suggestion at each of the other moments, and what there is to suggest. */
  private static List<Piece> moments() {
    List<Piece> all = new ArrayList<>();
    for (Moment moment : NudgeKind.DELIGHT.moments().stream().sorted().toList()) {
      if (moment != Moment.ACT) {
        Reason reason = moment.isAct() ? Reason.ACT_OF_ADVOCACY : Reason.GOOD_MOMENT;
        String name = "delight-at-" + moment.wire().replace('_', '-');
        all.add(nudge(name, sample(NudgeKind.DELIGHT, moment, reason)));
      }
    }
    Rendering offers = OffersView.of(Gesture.USUAL, "");
    all.add(Gallery.message("offers", Audience.REP, offers));
    return all;
  }

  /** What only tells its owner something. */
  private static List<Piece> notes(NudgeKind kind) {
    String name = kind.wire().replace('_', '-');
    Nudge sent = sample(kind);
    Reason over = Reason.over(sent.moment());
    return List.of(
        nudge(name + "-open", sent),
        nudge(name + "-noted", sent.answeredBy(Samples.REP, State.DOING, "Noted.")),
        nudge(name + "-wrong", sent.answeredBy(Samples.REP, State.WRONG, "Wrong.")),
        nudge(name + "-nothing", sent.now(State.NOTHING, over.sentence())),
        nudge(name + "-paused", sent.pausedUntil(Samples.NOW)));
  }

  private static Piece nudge(String name, Nudge nudge) {
    return Gallery.message(name, Audience.REP, NudgeView.of(nudge, Samples::name));
  }

  static Nudge sample(NudgeKind kind) {
    return switch (kind) {
      case DELIGHT -> sample(kind, Moment.ACT, Reason.ACT_OF_ADVOCACY);
      case EXEC_INTRO -> sample(kind, Moment.ACT, Reason.MARQUEE_ADVOCATE);
      case OFFER_TO_VOUCH -> sample(kind, Moment.OFFER, Reason.THEY_OFFERED);
      case PEER_HELP -> sample(kind, Moment.QUESTION, Reason.A_PEER_MAY_KNOW);
      case CHECK_IN -> sample(kind, Moment.SILENCE, Reason.GONE_QUIET);
      case DISCLOSURE_REMINDER -> sample(kind, Moment.UNDISCLOSED, Reason.TIE_NOT_DISCLOSED);
      case COMPETITOR_FLAG -> sample(kind, Moment.FOR_A_COMPETITOR, Reason.FOR_A_COMPETITOR);
    };
  }

  /** One that its owner has before them, with what the catalogue has for it. */
  static Nudge sample(NudgeKind kind, Moment moment, Reason reason) {
    Occasion occasion =
        switch (moment) {
          case RECOVERY ->
              Occasion.passed(
                  moment, "f", Samples.NOW, List.of("the export is fast again, they say"));
          case RENEWAL, NEW_MOTIVATOR -> Occasion.passed(moment, "r", Samples.NOW, List.of());
          case FOR_A_COMPETITOR -> said(moment, Samples.forACompetitor().evidence());
          default -> said(moment, Samples.WORDS);
        };
    String sponsor = kind == NudgeKind.EXEC_INTRO ? Samples.EXEC : null;
    Nudge.Party party =
        new Nudge.Party(Samples.REP, Samples.ADVOCATE, "Ana Ruiz", "Northwind Foods", sponsor);
    return Nudge.draft(kind, occasion, party, Samples.NOW)
        .noted(note(kind))
        .advising(kind.suggestsGesture() ? advice(moment) : null)
        .postedAt(
            new Nudge.Posted("D0MAYA", "1795161600.000200"), Nudge.State.SENT, reason.sentence());
  }

  private static Occasion said(Moment moment, List<String> words) {
    return Occasion.said(
        moment, Samples.mention(300), Samples.permalink(Samples.mention(300)), words);
  }

  private static @Nullable Advice advice(Moment moment) {
    Relationship moved =
        Relationship.none(Subject.person(Samples.ADVOCATE))
            .movedBy(Motivator.RECOGNITION, new Known(Samples.ADVOCATE, Samples.NOW));
    return new Catalogue(moment, Gesture.USUAL, moved, RoleRules.FREE, Set.of(), List.of(), false)
        .best(Gesture::ordinal)
        .orElse(null);
  }

  private static @Nullable String note(NudgeKind kind) {
    return switch (kind) {
      case DISCLOSURE_REMINDER -> "Ties on record: a ticket to the summit (gift).";
      case COMPETITOR_FLAG -> Trend.of(Samples.latestAndForACompetitor(), Samples.NOW).sentence();
      default -> null;
    };
  }
}
