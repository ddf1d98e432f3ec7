package dev.vouch.slack.view.home;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.vouch.advocate.Spread;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Fit;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.figure.BreadthView;
import dev.vouch.slack.view.nudge.NudgeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** App Home: one page for reps, one for managers, and a neutral one for everybody else. */
public final class HomeViews {
  private static final int MOST_NUDGES = 5;
  private static final int MOST_HEARD = 10;

  private HomeViews() {}

  /**
   * What a member of staff finds on App Home.
   *
   * @param person whose page it is
   * @param heard the latest mentions, newest first
   * @param nudges open ones: the person's own for a rep, everybody's for a manager; newest first
   * @param queue what comes next, and whether they want quiet
   */
  public record Page(
      String person,
      List<Entry> heard,
      List<Nudge> nudges,
      TeamSettings settings,
      EtiquetteView.Queue queue,
      Instant now) {
    public Page {
      heard = List.copyOf(heard);
      nudges = List.copyOf(nudges);
    }

    /** Of somebody for whom nothing waits. */
    public Page(String person, List<Entry> heard, List<Nudge> nudges, TeamSettings settings) {
      this(person, heard, nudges, settings, EtiquetteView.Queue.EMPTY, Instant.EPOCH);
    }

    /** The same with what waits for them. */
    public Page with(EtiquetteView.Queue waiting, Instant at) {
      return new Page(person, heard, nudges, settings, waiting, at);
    }
  }

  /**
   * @param names the name of a member of staff by Slack id
   */
  public static View rep(Page page, UnaryOperator<String> names) {
    return staff("Your advocates", nudges("Waiting for you", page, names), page);
  }

  /** The page of whoever approves nudges or owns what nobody owns. */
  public static View manager(Page page, Spread spread, UnaryOperator<String> names) {
    List<LayoutBlock> own = nudges("Waiting for somebody", page, names);
    own.add(Kit.divider());
    own.add(Kit.section(BreadthView.brief(spread)));
    return staff("Our advocates", own, page);
  }

  /** The page of guests and people of other companies: what Vouch is, and nothing we know. */
  public static View guest() {
    return home(
        List.of(
            Kit.header("Vouch"),
            Kit.section(HelpView.neutral()),
            Kit.section(
                "There is nothing that you need to do here. If you have a question, please ask the"
                    + " person you know at the company that runs this workspace.")));
  }

  private static View staff(String title, List<LayoutBlock> own, Page page) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.header(title));
    blocks.addAll(own);
    blocks.addAll(EtiquetteView.home(page.queue(), page.now()));
    blocks.add(Kit.divider());
    blocks.addAll(heard(page));
    blocks.add(Kit.divider());
    blocks.add(Kit.section("*How Vouch decides*\n" + HelpView.howItDecides()));
    blocks.add(
        Kit.section(
            "*Settings*\nMode: %s · delay: %s. See and change them with `/vouch settings`."
                .formatted(
                    page.settings().mode().label(), SettingsView.delay(page.settings().rules()))));
    blocks.add(
        Kit.actions(
            Actions.HOME_BLOCK,
            List.of(Kit.button(Actions.HOME_REFRESH, "Bring up to date", "home").build())));
    return home(blocks);
  }

  private static List<LayoutBlock> nudges(String title, Page page, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*" + title + "*"));
    if (page.nudges().isEmpty()) {
      blocks.add(Kit.section("Nothing. When a customer speaks up, a suggestion comes here."));
    }
    int shown = Math.min(page.nudges().size(), MOST_NUDGES);
    for (int i = 0; i < shown; i++) {
      if (i > 0) {
        blocks.add(Kit.divider());
      }
      blocks.addAll(nudge(page, page.nudges().get(i), names, Actions.NUDGE_BLOCK + "_" + i));
    }
    if (page.nudges().size() > shown) {
      blocks.add(Kit.context("…and %d more".formatted(page.nudges().size() - shown)));
    }
    return blocks;
  }

  /** Somebody else's nudge comes without buttons: it is theirs to answer. */
  private static List<LayoutBlock> nudge(
      Page page, Nudge nudge, UnaryOperator<String> names, String blockId) {
    String holder = holder(page, nudge);
    if (page.person().equals(holder)) {
      List<LayoutBlock> own = new ArrayList<>(NudgeView.brief(nudge, names, blockId));
      page.queue().why(nudge).ifPresent(why -> own.add(Kit.context("Why here: " + why)));
      return own;
    }
    List<LayoutBlock> blocks = new ArrayList<>(NudgeView.withoutButtons(nudge, names));
    blocks.add(Kit.context("With %s".formatted(Lines.name(names.apply(holder)))));
    return blocks;
  }

  private static String holder(Page page, Nudge nudge) {
    String approver = page.settings().approver();
    return nudge.state() == State.APPROVAL && approver != null ? approver : nudge.to();
  }

  private static List<LayoutBlock> heard(Page page) {
    if (page.heard().isEmpty()) {
      return List.of(
          Kit.section(
              "*Heard lately*\nNothing yet. Invite Vouch to a channel where customers talk:"
                  + " `/invite @Vouch`."));
    }
    return Kit.said("Heard lately", page.heard(), Kit.Cap.of(MOST_HEARD), HomeViews::line);
  }

  private static Kit.Said line(Entry entry) {
    return new Kit.Said(
        Lines.heard(Lines.of(entry.personName(), entry.accountName()), entry.heard()),
        entry.heard().mention(),
        entry.heard().person());
  }

  private static View home(List<LayoutBlock> blocks) {
    return View.builder().type("home").blocks(Fit.view(blocks)).build();
  }
}
