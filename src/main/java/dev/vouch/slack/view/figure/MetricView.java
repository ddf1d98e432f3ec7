package dev.vouch.slack.view.figure;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.digest.Metric;
import dev.vouch.digest.Place;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the numbers that Vouch shows say, and what they do not. */
public final class MetricView {
  /** How many go into a section, which has a limit. */
  private static final int TOGETHER = 12;

  private MetricView() {}

  /** All of them, each in a line. */
  public static Rendering all() {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*Every number that Vouch shows*"));
    List<Metric> all = List.of(Metric.values());
    for (int i = 0; i < all.size(); i += TOGETHER) {
      blocks.add(
          Kit.section(
              all.subList(i, Math.min(i + TOGETHER, all.size())).stream()
                  .map(MetricView::line)
                  .collect(Collectors.joining("\n"))));
    }
    blocks.add(
        Kit.context(
            "`/vouch metric NAME` says what one counts and where it misleads. A renewal is shown as"
                + " staying and no more; purchases are shown nowhere as loyalty or advocacy."));
    return new Rendering("Every number that Vouch shows", blocks);
  }

  private static String line(Metric metric) {
    return "`%s` %s: %s".formatted(metric.wire(), metric.title(), metric.meaning().proxy());
  }

  /** One of them. */
  public static Rendering of(Metric metric) {
    String title = Lines.sentence(metric.title());
    Metric.Meaning meaning = metric.meaning();
    List<LayoutBlock> blocks =
        List.of(
            Kit.section("*%s*, in %s".formatted(title, metric.unit())),
            Kit.section("*Definition:* " + meaning.definition()),
            Kit.section("*Stands for:* " + meaning.proxy()),
            Kit.section("*Known weakness:* " + meaning.weakness()),
            Kit.context(shown(metric)));
    return new Rendering(title, blocks);
  }

  private static String shown(Metric metric) {
    return "Shown in %s."
        .formatted(metric.shown().stream().map(Place::words).collect(Collectors.joining(", ")));
  }
}
