package dev.vouch.slack.view;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
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
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form behind the message shortcut "Save as advocacy": who said it, what it was, which words.
 */
public final class SaveModal {
  private static final int LONGEST_START = 300;
  private static final int LONGEST_WORDS = 1_000;
  private static final int LONGEST_METADATA = 3_000;

  /** What stands before an intent where a message is no act of advocacy. */
  private static final String NO_ACT = "no_act:";

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private SaveModal() {}

  /** What the form remembers about the message while it is open. */
  private record Target(String channel, String ts, @Nullable String text) {}

  /**
   * @param author Slack id of who wrote the message; null where a program did
   * @param slackText the message's text as Slack gave it, with its escapes
   */
  public static View of(MentionId message, @Nullable String author, String slackText) {
    return View.builder()
        .type("modal")
        .callbackId(Actions.SAVE_ADVOCACY)
        .privateMetadata(remembered(message, slackText))
        .title(ViewTitle.builder().type("plain_text").text("Save as advocacy").build())
        .submit(ViewSubmit.builder().type("plain_text").text("Save").build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").build())
        .blocks(blocks(author, slackText))
        .build();
  }

  /** The text comes back with the form, so that nothing of it is kept meanwhile. */
  private static String remembered(MentionId message, String slackText) {
    for (int most = LONGEST_METADATA; ; most = most * 3 / 4) {
      String text = Fit.cut(slackText, most);
      String all = GSON.toJson(new Target(message.channel(), message.ts(), text));
      if (all.length() <= LONGEST_METADATA) {
        return all;
      }
    }
  }

  /** The text of that message, or its beginning, as Slack gave it. */
  public static Optional<String> textOf(@Nullable String privateMetadata) {
    try {
      Target target = GSON.fromJson(privateMetadata, Target.class);
      return Optional.ofNullable(target).map(Target::text).filter(text -> !text.isBlank());
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** What else than an act of advocacy an option stands for; empty where it is an act. */
  public static Optional<Intent> labelOf(String option) {
    return Arrays.stream(Intent.values())
        .filter(intent -> option.equals(NO_ACT + intent.wire()))
        .findAny();
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
                + " our favour. If Vouch took it for something that it is not, say here what it"
                + " is: that is corrected at once, and learnt from."),
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
    List<OptionObject> options =
        Stream.concat(
                Arrays.stream(ActKind.values()).map(SaveModal::option),
                Arrays.stream(Intent.values())
                    .filter(intent -> intent != Intent.ADVOCACY)
                    .map(SaveModal::option))
            .toList();
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

  private static OptionObject option(Intent label) {
    return OptionObject.builder()
        .text(Kit.plain("No advocacy: " + meaning(label)))
        .value(NO_ACT + label.wire())
        .build();
  }

  private static String meaning(Intent label) {
    return switch (label) {
      case ADVOCACY -> Lines.label(label);
      case PRAISE -> "praise or thanks";
      case AMPLIFICATION -> "a share, or a second to others' words";
      case QUESTION -> "a question";
      case COMPLAINT -> "a complaint";
      case SUGGESTION -> "a wish or suggestion";
      case WARNING -> "a warning against us";
      case REWARD_SEEKING -> "asking for a reward";
      case NEUTRAL -> "none of these";
    };
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
