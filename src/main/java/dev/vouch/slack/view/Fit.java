package dev.vouch.slack.view;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes text and blocks fit what Slack takes, and says what was left out. */
public final class Fit {
  /** Slack's limits, in characters, from its Block Kit reference. */
  public static final int SECTION = 3_000;

  public static final int HEADER = 150;
  public static final int BUTTON = 75;
  public static final int OPTION = 75;
  public static final int MODAL_TITLE = 24;
  public static final int MESSAGE_BLOCKS = 50;
  public static final int VIEW_BLOCKS = 100;

  /** All text of a message; Slack refuses somewhere above 13,000 without saying where. */
  public static final int MESSAGE_TEXT = 12_000;

  private static final int ROOM_FOR_NOTE = 100;

  private Fit() {}

  /** At most {@code max} characters, ending in an ellipsis where something is missing. */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - 1;
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** The blocks of a message; those that do not fit give way to a line that counts them. */
  public static List<LayoutBlock> message(List<LayoutBlock> blocks) {
    return capped(blocks, MESSAGE_BLOCKS);
  }

  /** The blocks of a modal or of App Home. */
  public static List<LayoutBlock> view(List<LayoutBlock> blocks) {
    return capped(blocks, VIEW_BLOCKS);
  }

  private static List<LayoutBlock> capped(List<LayoutBlock> blocks, int most) {
    int all = blocks.stream().mapToInt(Fit::length).sum();
    if (blocks.size() <= most && all <= MESSAGE_TEXT) {
      return List.copyOf(blocks);
    }
    List<LayoutBlock> kept = new ArrayList<>();
    int room = MESSAGE_TEXT - ROOM_FOR_NOTE;
    for (LayoutBlock block : blocks) {
      room -= length(block);
      if (room < 0 || kept.size() == most - 1) {
        break;
      }
      kept.add(block);
    }
    kept.add(
        Kit.context("…and %d more that did not fit here".formatted(blocks.size() - kept.size())));
    return List.copyOf(kept);
  }

  /** How many characters of text a block shows. */
  static int length(LayoutBlock block) {
    if (block instanceof SectionBlock section) {
      return length(section.getText())
          + (section.getFields() == null
              ? 0
              : section.getFields().stream().mapToInt(Fit::length).sum());
    }
    if (block instanceof HeaderBlock header) {
      return length(header.getText());
    }
    if (block instanceof ContextBlock context) {
      return context.getElements().stream()
          .mapToInt(element -> element instanceof TextObject text ? length(text) : 0)
          .sum();
    }
    if (block instanceof ActionsBlock actions) {
      return actions.getElements().stream().mapToInt(Fit::length).sum();
    }
    return 0;
  }

  private static int length(BlockElement element) {
    if (!(element instanceof ButtonElement button)) {
      return 0;
    }
    ConfirmationDialogObject asked = button.getConfirm();
    int confirm =
        asked == null
            ? 0
            : Stream.of(asked.getTitle(), asked.getText(), asked.getConfirm(), asked.getDeny())
                .mapToInt(Fit::length)
                .sum();
    return length(button.getText()) + confirm;
  }

  private static int length(TextObject text) {
    if (text instanceof MarkdownTextObject mrkdwn) {
      return mrkdwn.getText().length();
    }
    return text instanceof PlainTextObject plain ? plain.getText().length() : 0;
  }
}
