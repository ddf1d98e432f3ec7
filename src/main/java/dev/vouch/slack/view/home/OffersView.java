package dev.vouch.slack.view.home;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the company can offer to people, and what it has not said that it can. */
public final class OffersView {
  private OffersView() {}

  /**
   * @param note what has just been changed, or an empty text
   */
  public static Rendering of(Set<Gesture> offers, String note) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*What we can offer to people*"));
    if (!note.isBlank()) {
      blocks.add(Kit.section(Mrkdwn.words(note, 300)));
    }
    blocks.add(Kit.section(rows(offers, true)));
    if (offers.size() < Gesture.values().length) {
      blocks.add(Kit.section("*Not offered, and so never suggested*\n" + rows(offers, false)));
    }
    blocks.add(
        Kit.context(
            "`/vouch offers add|remove KIND`. Each moment brings one suggestion: one that suits it,"
                + " that moves the person as far as we know, that they have not declined, and that"
                + " is not the one they had last. A small gift comes last, and only where gift rules"
                + " allow it."));
    return new Rendering("What we can offer: %d kinds".formatted(offers.size()), blocks);
  }

  private static String rows(Set<Gesture> offers, boolean offered) {
    String rows =
        Arrays.stream(Gesture.values())
            .filter(gesture -> offers.contains(gesture) == offered)
            .map(OffersView::row)
            .collect(Collectors.joining("\n"));
    return rows.isEmpty() ? "Nothing." : rows;
  }

  private static String row(Gesture gesture) {
    String moves =
        gesture.motivators().stream()
            .sorted()
            .map(Motivator::wire)
            .map(wire -> wire.replace('_', ' '))
            .collect(Collectors.joining(", "));
    return "• `%s` %s: %s of %s; for whom it is %s; %s `%s`"
        .formatted(
            gesture.wire(),
            gesture.label(),
            gesture.effort().label(),
            gesture.doer().label(),
            moves,
            gesture.needsConsent() ? "only with a yes to" : "not after a no to",
            gesture.topic().wire());
  }
}
