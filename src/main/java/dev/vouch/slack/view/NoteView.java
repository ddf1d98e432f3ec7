package dev.vouch.slack.view;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.nudge.wording.Finding;
import dev.vouch.nudge.wording.Linter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What sounds like a deal, or would fit anybody, in words that one of us means to send. The words
 * stay as they are: this points, and neither rewrites nor forbids.
 */
public final class NoteView {
  private static final int LONGEST = 600;
  private static final int LONGEST_FINDING = 200;

  private NoteView() {}

  /** A note that somebody would like to have looked at. */
  public static Rendering of(String name, String note) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*Your note to %s*".formatted(Lines.name(name))));
    blocks.add(Kit.section(Mrkdwn.quote(note, LONGEST)));
    List<LayoutBlock> remarks = remarks(note);
    blocks.addAll(
        remarks.isEmpty()
            ? List.of(Kit.section("Nothing in it sounds like a deal or would fit anybody."))
            : remarks);
    blocks.add(
        Kit.context(
            "Nothing was sent or kept: the note is yours to send. Rules in English look at it, and"
                + " they miss some."));
    return new Rendering("Your note to %s".formatted(Lines.plainName(name)), blocks);
  }

  /** What there is to point out in it; nothing where nothing is. */
  public static List<LayoutBlock> remarks(String note) {
    List<Finding> findings = Linter.check(note);
    return findings.isEmpty()
        ? List.of()
        : List.of(
            Kit.section(
                "*Worth another look before they read it*\n"
                    + findings.stream().map(NoteView::remark).collect(Collectors.joining("\n"))
                    + "\nThe words are yours: send them as they are if you mean them so."));
  }

  /** One of them, in a line. */
  public static String remark(Finding finding) {
    return "• \"%s\": %s %s"
        .formatted(
            Mrkdwn.words(finding.words(), LONGEST_FINDING),
            finding.flaw().reason(),
            finding.flaw().advice());
  }
}
