package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.vouch.advocate.pattern.Finding;
import dev.vouch.advocate.pattern.Finding.Weighed;
import dev.vouch.advocate.pattern.Sign;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What seems to drive somebody's acts, for staff alone, with what speaks for it and against, and
 * the buttons of whoever decides. It speaks of acts, never of what kind of person somebody is.
 */
final class DriveLines {
  private static final int MOST_LINKS = 3;
  private static final int MOST_SIGNS = 5;

  private DriveLines() {}

  /**
   * @param permalinks of acts and mentions, by id
   * @param names the name of a member of staff by Slack id
   */
  static List<LayoutBlock> of(
      WhyView.Drive drive,
      String person,
      Map<String, String> permalinks,
      UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(said(drive.finding(), permalinks)));
    Ruling ruling = drive.ruling();
    if (ruling != null) {
      blocks.add(Kit.section(ruled(ruling, names)));
    }
    if (drive.finding() instanceof Weighed weighed && weighed.isSuspected()) {
      blocks.add(
          Kit.context(
              "The figure is the chance that rewards drive most of these acts, if they do in one in"
                  + " four who act this often while a reward is in play; no rate measured here. Only"
                  + " you and your colleagues see this."));
    }
    List<BlockElement> buttons = buttons(drive, person);
    if (!buttons.isEmpty()) {
      blocks.add(Kit.actions(Actions.PATTERN_BLOCK, buttons));
    }
    return blocks;
  }

  private static String said(Finding finding, Map<String, String> permalinks) {
    if (!(finding instanceof Weighed weighed)) {
      return "*What drives these acts:* too little is known to say.\n"
          + "Missing: "
          + String.join("; ", finding.missing())
          + ".";
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        weighed.isSuspected()
            ? "*Rewards seem to drive these acts:* %s likely".formatted(percent(weighed))
            : "*Rewards do not seem to drive these acts:* %s likely".formatted(percent(weighed)));
    weighed.evidence().stream()
        .limit(weighed.isSuspected() ? MOST_SIGNS : 1)
        .forEach(sign -> lines.add("• For it: " + sign(sign, permalinks)));
    weighed.against().stream()
        .limit(2)
        .forEach(sign -> lines.add("• Against it: " + sign(sign, Map.of())));
    weighed.missing().forEach(missing -> lines.add("• Not known: " + missing));
    return String.join("\n", lines);
  }

  private static String sign(Sign sign, Map<String, String> permalinks) {
    double ratio = Math.max(sign.likelihoodRatio(), 1 / sign.likelihoodRatio());
    String links =
        sign.ids().stream()
            .map(permalinks::get)
            .filter(Objects::nonNull)
            .limit(MOST_LINKS)
            .map(link -> Mrkdwn.link(link, "open"))
            .filter(link -> link.startsWith("<"))
            .collect(Collectors.joining(" "));
    return "%s (times %s)%s"
        .formatted(
            sign.sentence(),
            ratio < 10
                ? String.format(Locale.ROOT, "%.1f", ratio)
                : String.valueOf(Math.round(ratio)),
            links.isEmpty() ? "" : " · " + links);
  }

  private static String percent(Weighed weighed) {
    return Math.round(weighed.confidence() * 100) + " %";
  }

  private static String ruled(Ruling ruling, UnaryOperator<String> names) {
    String who = Lines.name(names.apply(ruling.by()));
    return ruling.confirmed()
        ? "*Confirmed* by %s · %s. These acts count a quarter; nothing else follows from it."
            .formatted(who, Mrkdwn.date(ruling.at()))
        : "*Not so*, says %s · %s. The acts count in full."
            .formatted(who, Mrkdwn.date(ruling.at()));
  }

  private static List<BlockElement> buttons(WhyView.Drive drive, String person) {
    List<BlockElement> buttons = new ArrayList<>();
    if (drive.needsAHuman()) {
      buttons.add(Kit.button(Actions.PATTERN_CONFIRM, "Confirm", person).build());
      buttons.add(Kit.button(Actions.PATTERN_DISMISS, "Not so", person).build());
    }
    if (drive.ruling() != null) {
      buttons.add(Kit.button(Actions.PATTERN_UNDO, "Take back", person).build());
    }
    return buttons;
  }
}
