package dev.vouch.slack.view;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.MentionId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form behind the message shortcut "Save as advocacy": who said it, what it was, which words.
 */
public final class SaveModal {
  private static final int LONGEST_START = 300;
  private static final int LONGEST_WORDS = 1_000;
  private static final Gson GSON = new Gson();

  private SaveModal() {}

  /** What the form remembers about the message while it is open. */
  private record Target(String channel, String ts) {}

  /**
   * @param author Slack id of who wrote the message; null where a program did
   * @param slackText the message's text as Slack gave it, with its escapes
   */
  public static View of(MentionId message, @Nullable String author, String slackText) {
    return View.builder()
        .type("modal")
        .callbackId(Actions.SAVE_ADVOCACY)
        .privateMetadata(GSON.toJson(new Target(message.channel(), message.ts())))
        .title(ViewTitle.builder().type("plain_text").text("Save as advocacy").build())
        .submit(ViewSubmit.builder().type("plain_text").text("Save").build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").build())
        .blocks(blocks(author, slackText))
        .build();
  }

  /** The message that a form was opened for; empty if it is not one of ours. */
  public static Optional<MentionId> messageOf(@Nullable String privateMetadata) {
    try {
      Target target = GSON.fromJson(privateMetadata, Target.class);
      return Optional.of(new MentionId(target.channel(), target.ts()));
    } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static List<LayoutBlock> blocks(@Nullable String author, String slackText) {
    return List.of(
        Kit.section(
            "Save it when somebody outside the company means to change what others think or do in"
                + " our favour."),
        input(Actions.SAVE_WHO, "Who said it", who(author)),
        input(Actions.SAVE_KIND, "What it was", kinds()),
        words(slackText),
        Kit.context("It counts from now on, with your name as the one who saved it."));
  }

  private static LayoutBlock input(String id, String label, BlockElement element) {
    return InputBlock.builder().blockId(id).label(Kit.plain(label)).element(element).build();
  }

  private static BlockElement who(@Nullable String author) {
    return UsersSelectElement.builder()
        .actionId(Actions.SAVE_WHO)
        .placeholder(Kit.plain("Choose a person"))
        .initialUser(author)
        .build();
  }

  private static BlockElement kinds() {
    List<OptionObject> options = Arrays.stream(ActKind.values()).map(SaveModal::option).toList();
    return StaticSelectElement.builder()
        .actionId(Actions.SAVE_KIND)
        .options(options)
        .initialOption(options.get(0))
        .build();
  }

  private static OptionObject option(ActKind kind) {
    return OptionObject.builder()
        .text(Kit.plain(Lines.sentence(Lines.label(kind))))
        .value(kind.wire())
        .build();
  }

  private static LayoutBlock words(String slackText) {
    String start = Mrkdwn.editable(Mrkdwn.plain(slackText), LONGEST_START);
    return InputBlock.builder()
        .blockId(Actions.SAVE_WORDS)
        .label(Kit.plain("The words that matter"))
        .hint(Kit.plain("Shown wherever this act is shown. Leave it empty to keep only the link."))
        .optional(true)
        .element(
            PlainTextInputElement.builder()
                .actionId(Actions.SAVE_WORDS)
                .multiline(true)
                .maxLength(LONGEST_WORDS)
                .initialValue(start.isEmpty() ? null : start)
                .build())
        .build();
  }
}
