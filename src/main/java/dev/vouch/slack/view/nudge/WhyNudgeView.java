package dev.vouch.slack.view.nudge;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Contact;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Why each nudge about a person was sent, waits or came to nothing: why now, why this person, why
 * this kind, and by which rule.
 */
public final class WhyNudgeView {
  private static final int MOST = 8;

  private WhyNudgeView() {}

  /**
   * @param nudges about them, newest first
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(Contact person, List<Nudge> nudges, UnaryOperator<String> names) {
    String title = "Why Vouch suggests what it suggests about ";
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*%s%s*".formatted(title, Lines.name(person.name()))));
    if (nudges.isEmpty()) {
      blocks.add(
          Kit.section(
              "Nothing was ever suggested about them: nothing that they said gave a reason to."));
    }
    nudges.stream().limit(MOST).map(nudge -> Kit.section(of(nudge, names))).forEach(blocks::add);
    if (nudges.size() > MOST) {
      blocks.add(Kit.context("The newest %d of %d.".formatted(MOST, nudges.size())));
    }
    blocks.add(
        Kit.context(
            "Less of it: `/vouch pause @person WHY` for one person, `/vouch settings kind %s off` for a"
                    .formatted(nudges.isEmpty() ? "delight" : nudges.get(0).kind().wire())
                + " kind, `/vouch settings mode off` for all."));
    return new Rendering(title + Lines.plainName(person.name()), blocks);
  }

  private static String of(Nudge nudge, UnaryOperator<String> names) {
    String to = nudge.to().isEmpty() ? "nobody yet" : Lines.name(names.apply(nudge.to()));
    return "*%s* for %s: %s\n*Why now:* %s\n*Why them, or why not:* %s%s\n*Because of:* %s\n*Rule:* %s"
        .formatted(
            NudgeWords.title(nudge),
            to,
            nudge.state().wire().replace('_', ' '),
            nudge.moment().now(),
            Mrkdwn.words(nudge.reason(), 300),
            whyThis(nudge),
            NudgeWords.source(nudge),
            NudgeWords.of(nudge, names).rule().replaceFirst("^Rule: ", ""));
  }

  private static String whyThis(Nudge nudge) {
    Advice advice = nudge.advice();
    return advice == null
        ? ""
        : "\n*Why this (%s):* %s"
            .formatted(advice.gesture().label(), Mrkdwn.words(advice.why(), 600));
  }
}
