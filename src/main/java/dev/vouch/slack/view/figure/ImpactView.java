package dev.vouch.slack.view.figure;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.impact.Impact;
import dev.vouch.nudge.impact.Impact.Arm;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.nudge.NudgeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each kind of nudge brings, for managers: a comparison with its interval, or "too few". */
public final class ImpactView {
  private ImpactView() {}

  /**
   * @param heldOut share of people who are held out now
   */
  public static Rendering of(Map<NudgeKind, Impact> impacts, double heldOut) {
    String title = "What nudges bring";
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*" + title + "*"));
    if (heldOut == 0) {
      blocks.add(
          Kit.section(
              "Nobody is held out now, so nothing new is learnt. `/vouch settings control 10` has one"
                  + " in ten people, drawn by chance, get no nudge of a kind for a quarter."));
    }
    impacts.forEach(
        (kind, impact) -> {
          if (people(impact) > 0) {
            blocks.add(Kit.section(of(kind, impact)));
          }
        });
    if (impacts.values().stream().anyMatch(impact -> people(impact) == 0)) {
      blocks.add(Kit.section(nobodyYet(impacts)));
    }
    blocks.add(
        Kit.context(
            "Acts of advocacy in the 90 days after there was first a reason for such a nudge, in a"
                + " quarter of the last year: of people who could get one, whether or not anybody sent"
                + " it (intention to treat), beside those whom chance held out. Before and after is not"
                + " compared: whoever has just acted often acts less afterwards by itself. `/vouch"
                + " metric impact`"));
    return new Rendering(title, blocks);
  }

  private static String nobodyYet(Map<NudgeKind, Impact> impacts) {
    return "*Nothing to compare yet:* "
        + impacts.entrySet().stream()
            .filter(one -> people(one.getValue()) == 0)
            .map(one -> NudgeWords.label(one.getKey()))
            .collect(Collectors.joining(", "))
        + ". Since people are held out there was no reason for one.";
  }

  private static int people(Impact impact) {
    return impact.nudged().people() + impact.heldOut().people();
  }

  private static String of(NudgeKind kind, Impact impact) {
    String label = "*" + NudgeWords.label(kind) + ":* ";
    if (impact instanceof Impact.Estimate estimate) {
      return "%s%s acts a person with, %s without (%s, %s held out): %s"
          .formatted(
              label,
              number(estimate.nudged().mean()),
              number(estimate.heldOut().mean()),
              people(estimate.nudged()),
              estimate.heldOut().people(),
              difference(estimate));
    }
    Impact.TooFew few = (Impact.TooFew) impact;
    return "%stoo few to tell yet (%s, %s held out, %s in all). It takes %d people on each side and %d acts."
        .formatted(
            label,
            people(few.nudged()),
            few.heldOut().people(),
            Lines.count(few.nudged().total() + few.heldOut().total(), "act"),
            Impact.FEWEST_PEOPLE,
            Impact.FEWEST_ACTS);
  }

  private static String difference(Impact.Estimate estimate) {
    String interval =
        "*%s* acts a person, in 95 of 100 such studies between %s and %s"
            .formatted(
                signed(estimate.difference()), signed(estimate.low()), signed(estimate.high()));
    return estimate.isClear()
        ? interval + "."
        : interval + ". That it makes no difference is not ruled out.";
  }

  private static String people(Arm arm) {
    return Lines.count(arm.people(), "person", "people");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.2f", value).replace('-', '\u2212');
  }
}
