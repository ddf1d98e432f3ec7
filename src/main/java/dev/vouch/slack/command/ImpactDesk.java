package dev.vouch.slack.command;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.impact.Impact;
import dev.vouch.nudge.impact.Impact.Arm;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.figure.ImpactView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers what nudges bring, held against people whom chance held out. */
final class ImpactDesk {
  private static final Duration BACK = Duration.ofDays(365);
  private static final int AT_ONCE = 500;

  private ImpactDesk() {}

  static Rendering show(Instant now, Workspace workspace) {
    Map<NudgeKind, Impact> impacts = new EnumMap<>(NudgeKind.class);
    Arrays.stream(NudgeKind.values())
        .filter(NudgeKind::isMeasured)
        .forEach(kind -> impacts.put(kind, of(kind, now, workspace)));
    return ImpactView.of(impacts, workspace.settings().settings().rules().switches().heldOut());
  }

  private static Impact of(NudgeKind kind, Instant now, Workspace workspace) {
    List<Exposure> exposures =
        workspace.nudges().exposures(kind, now.minus(BACK), now).stream()
            .filter(one -> one.at().isAfter(now.minus(BACK)))
            .toList();
    List<Integer> nudged = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    for (int from = 0; from < exposures.size(); from += AT_ONCE) {
      List<Exposure> some = exposures.subList(from, Math.min(from + AT_ONCE, exposures.size()));
      Map<String, List<AdvocacyAct>> acts =
          workspace.advocates().acts(some.stream().map(Exposure::person).distinct().toList());
      for (Exposure one : some) {
        int done =
            (int)
                acts.getOrDefault(one.person(), List.of()).stream()
                    .filter(act -> one.covers(act.at()))
                    .count();
        (one.heldOut() ? heldOut : nudged).add(done);
      }
    }
    return Impact.of(new Arm(nudged), new Arm(heldOut));
  }
}
