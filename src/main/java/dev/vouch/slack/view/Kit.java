package dev.vouch.slack.view;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.vouch.mention.MentionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few kinds of block that our views are made of.
 *
 * <p>All markup is verbatim: Slack would otherwise turn a bare {@code @here} or {@code #name} in
 * somebody's words into a mention.
 */
public final class Kit {
  private Kit() {}

  public static LayoutBlock header(String text) {
    return HeaderBlock.builder().text(plain(Fit.cut(text, Fit.HEADER))).build();
  }

  public static LayoutBlock section(String mrkdwn) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).build();
  }

  /** With something to press behind it. */
  public static LayoutBlock section(String mrkdwn, BlockElement accessory) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).accessory(accessory).build();
  }

  public static LayoutBlock context(String mrkdwn) {
    return ContextBlock.builder().elements(List.of(mrkdwn(mrkdwn))).build();
  }

  public static LayoutBlock divider() {
    return DividerBlock.builder().build();
  }

  public static LayoutBlock actions(String blockId, List<BlockElement> elements) {
    return ActionsBlock.builder().blockId(blockId).elements(elements).build();
  }

  public static ButtonElement.ButtonElementBuilder button(
      String actionId, String label, String value) {
    return ButtonElement.builder()
        .actionId(actionId)
        .text(plain(Fit.cut(label, Fit.BUTTON)))
        .value(value);
  }

  public static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(true).build();
  }

  public static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(Fit.cut(text, Fit.SECTION)).verbatim(true).build();
  }

  /**
   * A titled list in one section each, at most {@code most} of them, and how many more there are.
   * Nothing at all where there is nothing to list.
   *
   * @param total how many there are in all, at least {@code items.size()}
   */
  public static <T> List<LayoutBlock> list(
      String title, List<T> items, Cap cap, Function<? super T, String> line) {
    return blocks(title, items, cap, item -> section(line.apply(item)));
  }

  /** The same for things that were said, each with a button behind it to say what it really is. */
  public static <T> List<LayoutBlock> said(
      String title, List<T> items, Cap cap, Function<? super T, Said> line) {
    return blocks(title, items, cap, item -> line.apply(item).section());
  }

  /**
   * Something that somebody said.
   *
   * @param person who said it; what a listening tool quoted has nobody whom Slack could show in a
   *     form, and so no button
   */
  public record Said(String mrkdwn, MentionId mention, String person) {
    private static final Pattern IN_SLACK = Pattern.compile("[UW][A-Z0-9]+");

    LayoutBlock section() {
      return IN_SLACK.matcher(person).matches()
          ? SectionBlock.builder()
              .text(Kit.mrkdwn(mrkdwn))
              .accessory(button(Actions.CORRECT, "Correct", mention.toString()).build())
              .build()
          : Kit.section(mrkdwn);
    }
  }

  private static <T> List<LayoutBlock> blocks(
      String title, List<T> items, Cap cap, Function<? super T, LayoutBlock> block) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(section("*" + title + "*"));
    List<T> shown = items.subList(0, Math.min(items.size(), cap.most()));
    shown.stream().map(block).forEach(blocks::add);
    String more = cap.more(shown.size(), items.size());
    if (!more.isEmpty()) {
      blocks.add(context(more));
    }
    return blocks;
  }

  /**
   * How much of a list is shown.
   *
   * @param most at most so many entries
   * @param total how many there are in all, or null where the list is all there is
   */
  public record Cap(int most, @Nullable Long total) {
    public static Cap of(int most) {
      return new Cap(most, null);
    }

    private String more(int shown, int listed) {
      long left = Math.max(total == null ? 0 : total, listed) - shown;
      return left > 0 ? "…and %d more".formatted(left) : "";
    }
  }
}
