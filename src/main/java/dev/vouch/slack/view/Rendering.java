package dev.vouch.slack.view;

import com.slack.api.model.block.LayoutBlock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One message as it will be shown.
 *
 * @param text what notifications and screen readers get; says nothing that the blocks do not
 * @param blocks Block Kit, within every limit of a message
 */
public record Rendering(String text, List<LayoutBlock> blocks) {
  private static final int LONGEST_TEXT = 300;

  public Rendering {
    text = Fit.cut(text, LONGEST_TEXT);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a message needs a text for notifications");
    }
    blocks = Fit.message(blocks);
  }

  /** The same with more below. */
  public Rendering and(List<LayoutBlock> more) {
    return new Rendering(text, Stream.concat(blocks.stream(), more.stream()).toList());
  }

  /** A short answer: plain sentences, the first of which is also the notification. */
  public static Rendering saying(String first, String... more) {
    List<LayoutBlock> blocks = new java.util.ArrayList<>(List.of(Kit.section(first)));
    Arrays.stream(more).map(Kit::context).forEach(blocks::add);
    return new Rendering(Mrkdwn.withoutMarks(first), blocks);
  }
}
