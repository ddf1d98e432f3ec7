package dev.vouch.slack.gallery;

import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.etiquette.Etiquette;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.nudge.ranking.Arm;
import dev.vouch.nudge.ranking.Candidate;
import dev.vouch.nudge.ranking.Place;
import dev.vouch.nudge.ranking.Preferences;
import dev.vouch.nudge.ranking.Ranking;
import dev.vouch.nudge.ranking.Tally;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.gallery.Gallery.Surface;
import dev.vouch.slack.view.home.EtiquetteView;
import dev.vouch.slack.view.home.HomeViews;
import dev.vouch.slack.view.home.SettingsView;
import dev.vouch.slack.view.person.ConsentView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Every view that says when Vouch is quiet, and what comes first when it is not. */
final class EtiquetteGallery {
  private static final Instant FRIDAY = Samples.NOW.plusSeconds(3 * 86_400);

  private EtiquetteGallery() {}

  static List<Piece> pieces() {
    Silence silence = new Silence(Samples.REP, Samples.NOW, 4, null);
    Silence over = new Silence(Samples.REP, Samples.NOW, 1, Samples.NOW);
    return List.of(
        Gallery.message(
            "invitation-waits",
            Audience.REP,
            ConsentView.waits("Ana Ruiz", new Hold(FRIDAY, Reason.QUIET_HOURS))),
        Gallery.message("silence", Audience.REP, EtiquetteView.silence(silence)),
        Gallery.message("silence-over", Audience.REP, EtiquetteView.silence(over)),
        Gallery.message("snoozed", Audience.REP, EtiquetteView.snoozed(FRIDAY)),
        Gallery.message("snooze-over", Audience.REP, EtiquetteView.awake(0)),
        Gallery.message(
            "channel", Audience.REP, EtiquetteView.channel("C0SHARED", ChannelRule.LISTEN)),
        Gallery.message(
            "channel-ignored", Audience.REP, EtiquetteView.channel("C0SHARED", ChannelRule.IGNORE)),
        Gallery.message(
            "settings-quiet",
            Audience.MANAGER,
            SettingsView.of(
                Samples.settings()
                    .withEtiquette(Etiquette.USUAL.with("C0SHARED", ChannelRule.NO_NUDGES)),
                "Noted.",
                Samples::name)),
        home("home-ranked", Manners.NONE),
        home("home-snoozed", Manners.NONE.snoozedUntil(FRIDAY)),
        home("home-stopped", new Manners(3, Samples.NOW, null, null, null)));
  }

  private static Piece home(String name, Manners manners) {
    HomeViews.Page page =
        new HomeViews.Page(Samples.REP, List.of(), open(), Samples.settings())
            .with(
                new EtiquetteView.Queue(manners, ranked(open()), ranked(waiting()), 7, 3),
                Samples.NOW);
    return Gallery.page(
        name, Audience.REP, Surface.HOME, "Your advocates", HomeViews.rep(page, Samples::name));
  }

  private static List<Nudge> open() {
    return List.of(NudgeGallery.sample(NudgeKind.CHECK_IN));
  }

  private static List<Nudge> waiting() {
    return List.of(waiting(NudgeKind.DELIGHT), waiting(NudgeKind.EXEC_INTRO));
  }

  private static List<EtiquetteView.Ranked> ranked(List<Nudge> nudges) {
    Preferences known =
        new Preferences(Map.of(Arm.of(waiting(NudgeKind.EXEC_INTRO)), new Tally(7, 2)));
    return new Ranking(known, 3, "a day")
        .order(List.of(), nudges.stream().map(Candidate::of).toList()).stream()
            .map(place -> ranked(place, nudges))
            .toList();
  }

  private static Nudge waiting(NudgeKind kind) {
    return NudgeGallery.sample(kind).heldUntil(Samples.NOW, Reason.BETTER_FIRST.sentence());
  }

  private static EtiquetteView.Ranked ranked(Place place, List<Nudge> waiting) {
    Nudge nudge =
        waiting.stream()
            .filter(one -> one.id().equals(place.candidate().id()))
            .findFirst()
            .orElseThrow();
    return new EtiquetteView.Ranked(nudge, place);
  }
}
