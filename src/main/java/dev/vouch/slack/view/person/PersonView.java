package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What was noted about a person, and how they stand after it. */
public final class PersonView {
  private PersonView() {}

  /** A pause began. */
  public static Rendering paused(String name, Pause pause) {
    return Rendering.saying(
        "Everything about %s is paused %s."
            .formatted(Lines.name(name), PersonLines.until(pause.until())),
        "What waited to be sent waits, what is open has lost its buttons, and digests do not name"
            + " them. It all comes back with `/vouch resume @person`.");
  }

  /** A pause is over. */
  public static Rendering resumed(String name, boolean rested) {
    return Rendering.saying(
        rested
            ? "Everything about %s goes on. What was held is looked at anew."
                .formatted(Lines.name(name))
            : "Nothing about %s was paused.".formatted(Lines.name(name)));
  }

  /**
   * Roles and ties of a person.
   *
   * @param said what was done, or empty
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(
      String name, String said, PersonLines.Facts facts, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*%s* %s".formatted(Lines.name(name), Mrkdwn.words(said, 300)).strip()));
    blocks.addAll(PersonLines.full(facts, names));
    blocks.add(
        Kit.context(
            "Change it: `/vouch role @person add|remove ROLE` · `/vouch tie @person KIND \"what\"` ·"
                + " `/vouch tie @person end \"what\"`"));
    return new Rendering(Lines.plainName(name), blocks);
  }
}
