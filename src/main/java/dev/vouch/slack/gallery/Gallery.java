package dev.vouch.slack.gallery;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Tier;
import dev.vouch.digest.Breadth;
import dev.vouch.digest.Metric;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.slack.view.ErrorView;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.SaveModal;
import dev.vouch.slack.view.figure.BreadthView;
import dev.vouch.slack.view.figure.DigestView;
import dev.vouch.slack.view.figure.ImpactView;
import dev.vouch.slack.view.figure.MetricView;
import dev.vouch.slack.view.figure.ModelView;
import dev.vouch.slack.view.figure.ProgrammeView;
import dev.vouch.slack.view.figure.TopView;
import dev.vouch.slack.view.home.HomeViews;
import dev.vouch.slack.view.home.SettingsView;
import dev.vouch.slack.view.nudge.WhyNudgeView;
import dev.vouch.slack.view.person.AccountView;
import dev.vouch.slack.view.person.GoodwillView;
import dev.vouch.slack.view.person.PersonLines;
import dev.vouch.slack.view.person.PersonView;
import dev.vouch.slack.view.person.WhoView;
import dev.vouch.slack.view.person.WhyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every view that Vouch can show, filled with the sample values. */
public final class Gallery {
  private static final String REFERENCE = "K7QX-2M9D";

  private Gallery() {}

  /** Who a view is for; decides what may stand in it. */
  public enum Audience {
    REP,
    MANAGER,
    /** A customer who writes to Vouch. */
    ADVOCATE,
    /** Anybody outside the company. */
    EXTERNAL;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a view appears. */
  public enum Surface {
    MESSAGE,
    MODAL,
    HOME;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One view.
   *
   * @param name unique, in kebab case
   * @param text a message's text for notifications; a modal's or page's title
   */
  public record Piece(
      String name, Audience audience, Surface surface, String text, List<LayoutBlock> blocks) {
    public Piece {
      blocks = List.copyOf(blocks);
    }
  }

  /** All of them, in the order a newcomer would look at them. */
  public static List<Piece> pieces() {
    List<Piece> all = new ArrayList<>();
    all.addAll(NudgeGallery.pieces());
    all.addAll(GiftGallery.pieces());
    all.addAll(digests());
    all.addAll(people());
    all.addAll(MergeGallery.pieces());
    all.addAll(accountsAndSettings());
    all.addAll(words());
    all.addAll(modalAndHome());
    all.addAll(EtiquetteGallery.pieces());
    all.addAll(OwnGallery.pieces());
    all.addAll(OwnGallery.elsewhere());
    all.addAll(AskGallery.pieces());
    all.addAll(ReplyGallery.pieces());
    all.addAll(ExecutiveGallery.pieces());
    return List.copyOf(all);
  }

  private static List<Piece> digests() {
    return List.of(
        message("digest", Audience.MANAGER, DigestView.of(SampleDigests.usual())),
        message(
            "digest-concentrated",
            Audience.MANAGER,
            DigestView.of(SampleDigests.quiet().with(BreadthSample.breadth().spread()))),
        message("digest-quiet", Audience.MANAGER, DigestView.of(SampleDigests.quiet())));
  }

  private static List<Piece> people() {
    return List.of(
        message("who-advocate", Audience.REP, WhoView.of(SamplePeople.advocate(), Samples::name)),
        message("who-contact", Audience.REP, WhoView.of(SamplePeople.contact(), Samples::name)),
        message("who-at-risk", Audience.REP, WhoView.of(SamplePeople.atRisk(), Samples::name)),
        message("why", Audience.REP, WhyView.of(facts(SamplePeople.atRisk()), Samples::name)),
        message(
            "why-active", Audience.REP, WhyView.of(facts(SamplePeople.advocate()), Samples::name)),
        message(
            "why-rewards",
            Audience.REP,
            WhyView.of(facts(SamplePeople.advocate(), Drives.rewards()), Samples::name)),
        message(
            "why-confirmed",
            Audience.REP,
            WhyView.of(facts(SamplePeople.advocate(), Drives.confirmed()), Samples::name)),
        message(
            "who-tied",
            Audience.REP,
            WhoView.of(SamplePeople.advocate(), Samples::name)
                .and(PersonLines.brief(Samples.bound(), Samples::name))),
        message(
            "why-tied",
            Audience.REP,
            WhyView.of(facts(SamplePeople.advocate()), Samples::name)
                .and(PersonLines.full(Samples.bound(), Samples::name))),
        message("paused", Audience.REP, PersonView.paused("Ana Ruiz", Samples.pause())),
        message("resumed", Audience.REP, PersonView.resumed("Ana Ruiz", true)),
        message(
            "person", Audience.REP, PersonView.of("Ana Ruiz", "", Samples.free(), Samples::name)),
        message(
            "person-tied",
            Audience.REP,
            PersonView.of(
                "Ana Ruiz", "has one tie more on record.", Samples.bound(), Samples::name)),
        message("programme", Audience.MANAGER, ProgrammeView.of(Drives.programme(), 64)),
        message("programme-empty", Audience.MANAGER, ProgrammeView.of(Drives.nothingYet(), 0)),
        message("impact", Audience.MANAGER, ImpactView.of(Drives.impacts(), 0.1)),
        message("impact-of-nobody-held-out", Audience.MANAGER, ImpactView.of(Map.of(), 0)),
        message(
            "nudges-why",
            Audience.REP,
            WhyNudgeView.of(
                Samples.advocate(),
                List.of(
                    NudgeGallery.sample(NudgeKind.DELIGHT),
                    NudgeGallery.sample(NudgeKind.EXEC_INTRO)
                        .now(Nudge.State.NOTHING, Reason.HELD_OUT.sentence())),
                Samples::name)),
        message(
            "nudges-why-none",
            Audience.REP,
            WhyNudgeView.of(Samples.advocate(), List.of(), Samples::name)),
        message(
            "goodwill",
            Audience.REP,
            GoodwillView.of(Samples.ledger().get(0), Samples.goodwill(), Samples.NOW)),
        message(
            "goodwill-to-make-good",
            Audience.REP,
            GoodwillView.undone(Samples.ledger().get(2), Samples.toMakeGood(), Samples.NOW)),
        message(
            "top",
            Audience.REP,
            TopView.of(
                List.of(Samples.advocate()),
                List.of(Samples.partner()),
                1,
                id -> "Northwind Foods")),
        message(
            "breadth",
            Audience.REP,
            BreadthView.of(BreadthSample.breadth(), id -> "Northwind Foods")),
        message(
            "breadth-empty",
            Audience.REP,
            BreadthView.of(new Breadth(Spread.NONE, List.of(), List.of(), false), id -> id)),
        message("top-empty", Audience.REP, TopView.of(List.of(), List.of(), 0, id -> id)));
  }

  private static WhyView.Facts facts(WhoView.Facts who) {
    return facts(who, Drives.unknown());
  }

  private static WhyView.Facts facts(WhoView.Facts who, WhyView.Drive drive) {
    return new WhyView.Facts(
        who.person(), "Northwind Foods", who.evidence(), nudgesAbout(), who.now(), drive);
  }

  private static List<Nudge> nudgesAbout() {
    String lately = Reason.HAD_ONE_LATELY.sentence();
    return List.of(
        NudgeGallery.sample(NudgeKind.DELIGHT),
        NudgeGallery.sample(NudgeKind.DELIGHT).now(State.NOTHING, lately),
        NudgeGallery.sample(NudgeKind.EXEC_INTRO),
        NudgeGallery.sample(NudgeKind.EXEC_INTRO).now(State.NOTHING, lately));
  }

  private static List<Piece> accountsAndSettings() {
    return List.of(
        message(
            "account",
            Audience.REP,
            AccountView.of(
                new AccountView.Shown(
                    Samples.account(),
                    List.of(Samples.advocate(), Samples.contact()),
                    Map.of(Samples.ADVOCATE, Samples.card()),
                    SamplePeople.renewed()),
                "Noted.",
                Samples::name)),
        message(
            "account-bare",
            Audience.REP,
            AccountView.of(
                new AccountView.Shown(
                    Account.named("Kestrel").withTier(Tier.MARQUEE), List.of(), Map.of()),
                "Noted. Since you last looked, this was changed too: %s."
                    .formatted(AccountView.revision(Samples.revision(), Samples::name)),
                Samples::name)),
        message(
            "settings",
            Audience.MANAGER,
            SettingsView.of(Samples.settings(), "Noted.", Samples::name)),
        message(
            "settings-default",
            Audience.MANAGER,
            SettingsView.of(TeamSettings.DEFAULT, "", Samples::name)),
        message(
            "model",
            Audience.MANAGER,
            ModelView.of(
                SampleModels.learnt(),
                ModelView.outcome(SampleModels.learnt().versions().get(0)),
                Samples::name)),
        message(
            "model-shipped",
            Audience.MANAGER,
            ModelView.of(SampleModels.notLearnt(), ModelView.tooFew(4), Samples::name)));
  }

  private static List<Piece> words() {
    return List.of(
        message("help", Audience.REP, HelpView.help()),
        message("metrics", Audience.REP, MetricView.all()),
        message("metric", Audience.REP, MetricView.of(Metric.WEIGHT)),
        message("about", Audience.REP, HelpView.about()),
        message(
            "unclear",
            Audience.REP,
            HelpView.unclear("There is no command called \"acocunt\".", "account")),
        message("error", Audience.REP, ErrorView.failed(REFERENCE)),
        message("error-not-now", Audience.REP, ErrorView.notNow(REFERENCE)),
        message("greeting-staff", Audience.REP, HelpView.greetingStaff()),
        message("greeting-others", Audience.EXTERNAL, HelpView.greetingOthers()),
        message("not-for-you", Audience.EXTERNAL, HelpView.notForYou()));
  }

  private static List<Piece> modalAndHome() {
    View save =
        SaveModal.of(
            Samples.mention(300),
            Samples.ADVOCATE,
            "For us it cut month-end from five days to one. Ask for a demo &amp; see.");
    HomeViews.Page rep =
        new HomeViews.Page(
            Samples.REP,
            SampleDigests.entries(),
            List.of(NudgeGallery.sample(NudgeKind.DELIGHT)),
            Samples.settings());
    HomeViews.Page manager =
        new HomeViews.Page(
            Samples.APPROVER,
            List.of(SampleDigests.entry(Samples.heard(Intent.ADVOCACY, 300, Samples.WORDS.get(0)))),
            List.of(
                NudgeGallery.sample(NudgeKind.EXEC_INTRO)
                    .now(State.APPROVAL, "It waits for approval."),
                NudgeGallery.sample(NudgeKind.DELIGHT)),
            Samples.settings());
    HomeViews.Page empty =
        new HomeViews.Page(Samples.REP, List.of(), List.of(), TeamSettings.DEFAULT);
    return List.of(
        page("save-advocacy", Audience.REP, Surface.MODAL, save.getTitle().getText(), save),
        page(
            "home-rep",
            Audience.REP,
            Surface.HOME,
            "Your advocates",
            HomeViews.rep(rep, Samples::name)),
        page(
            "home-empty",
            Audience.REP,
            Surface.HOME,
            "Your advocates",
            HomeViews.rep(empty, Samples::name)),
        page(
            "home-manager",
            Audience.MANAGER,
            Surface.HOME,
            "Our advocates",
            HomeViews.manager(manager, BreadthSample.breadth().spread(), Samples::name)),
        page("home-guest", Audience.EXTERNAL, Surface.HOME, "Vouch", HomeViews.guest()));
  }

  static Piece message(String name, Audience audience, Rendering view) {
    return new Piece(name, audience, Surface.MESSAGE, view.text(), view.blocks());
  }

  static Piece page(String name, Audience audience, Surface surface, String title, View view) {
    return new Piece(name, audience, surface, title, view.getBlocks());
  }
}
