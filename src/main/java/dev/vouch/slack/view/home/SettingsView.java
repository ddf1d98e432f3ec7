package dev.vouch.slack.view.home;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.Products;
import dev.vouch.nudge.NudgeRules;
import dev.vouch.nudge.Switches;
import dev.vouch.nudge.etiquette.Etiquette;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.nudge.NudgeWords;
import dev.vouch.slack.view.person.WhoView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What one workspace has set, and how to change each of it. */
public final class SettingsView {
  private static final int MOST = 10;

  private SettingsView() {}

  /**
   * @param note what has just been changed, or an empty text
   * @param names the name of a person or bot by Slack id
   */
  public static Rendering of(TeamSettings settings, String note, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*Settings of Vouch in this workspace*"));
    if (!note.isBlank()) {
      blocks.add(Kit.section(Mrkdwn.words(note, 500)));
    }
    blocks.add(Kit.section(nudges(settings, names)));
    blocks.add(Kit.section(digests(settings)));
    blocks.add(Kit.section(listening(settings, names)));
    blocks.add(Kit.section(products(settings.products())));
    blocks.add(Kit.context(HelpView.SETTINGS_USAGE));
    return new Rendering("Settings of Vouch: mode " + settings.mode().label(), blocks);
  }

  private static String nudges(TeamSettings settings, UnaryOperator<String> names) {
    return "*Mode:* %s (%s)\n*Approver:* %s\n*Owner of accounts nobody owns:* %s\n*Delay:* %s\n*Marquee accounts:* at most %d\n*Kinds switched off:* %s\n*Control group:* %s\n*Suggestions:* at most %d a day for each of you, best first\n*Asks:* three people get at most %d %% of those proposed\n*Channels with less:* %s"
        .formatted(
            settings.mode().label(),
            meaning(settings),
            WhoView.staff(settings.approver(), names),
            WhoView.staff(settings.owner(), names),
            delay(settings.rules()),
            settings.mostMarquee(),
            off(settings.rules().switches()),
            control(settings.rules().switches()),
            settings.etiquette().suggestions(),
            settings.etiquette().askShare(),
            channels(settings.etiquette()));
  }

  private static String channels(Etiquette etiquette) {
    return some(
        etiquette.channels().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> "<#%s> (%s)".formatted(one.getKey(), one.getValue().wire()))
            .toList());
  }

  private static String off(Switches switches) {
    return some(switches.off().stream().sorted().map(NudgeWords::label).toList());
  }

  private static String control(Switches switches) {
    return switches.heldOut() == 0
        ? "none, so `/vouch impact` cannot tell what nudges do"
        : "%s of people, drawn by chance, get no nudge of a kind for a quarter"
            .formatted(Lines.percent(switches.heldOut()));
  }

  private static String meaning(TeamSettings settings) {
    return switch (settings.mode()) {
      case OFF -> "no nudges at all";
      case LOG -> "nudges are written down and not sent";
      case APPROVE_FIRST ->
          settings.approver() == null
              ? "no approver is named, so each owner decides"
              : "the approver sees each nudge first";
      case ACT -> "nudges go straight to the owner";
    };
  }

  /** The random delay of a delight in words. */
  static String delay(NudgeRules rules) {
    return "a random %d to %d days after the act"
        .formatted(rules.leastDelay().toDays(), rules.mostDelay().toDays());
  }

  private static String digests(TeamSettings settings) {
    if (settings.digests().isEmpty()) {
      return "*Digest:* nowhere yet. `/vouch settings digest #channel 09:00 Europe/Berlin`";
    }
    return "*Digest:* "
        + some(settings.digestChannels().stream().map(SettingsView::digest).toList());
  }

  private static String digest(DigestChannel digest) {
    return "<#%s> at %s %s".formatted(digest.channel(), digest.hour(), digest.zone());
  }

  private static String listening(TeamSettings settings, UnaryOperator<String> names) {
    return "*Bots read as sources:* %s\n*Staff named by hand:* %s"
        .formatted(
            some(settings.sources().stream().sorted().map(names).map(Lines::name).toList()),
            some(
                settings.staff().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .map(
                        entry ->
                            "%s (%s)"
                                .formatted(
                                    Lines.name(names.apply(entry.getKey())),
                                    entry.getValue() ? "staff" : "not staff"))
                    .toList()));
  }

  private static String products(Products names) {
    return "*Our products:* %s\n*Competitors:* %s\nWords for a competitor never count as advocacy for us."
        .formatted(named(names.ours()), named(names.theirs()));
  }

  private static String named(Set<String> names) {
    return some(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).map(Lines::name).toList());
  }

  private static String some(Collection<String> all) {
    if (all.isEmpty()) {
      return "none";
    }
    String shown = all.stream().limit(MOST).collect(Collectors.joining(", "));
    return all.size() > MOST ? "%s and %d more".formatted(shown, all.size() - MOST) : shown;
  }
}
