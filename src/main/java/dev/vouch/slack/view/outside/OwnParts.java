package dev.vouch.slack.view.outside;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.pipeline.reply.Choice.Kind;
import dev.vouch.pipeline.reply.Kindly;
import dev.vouch.pipeline.reply.OwnRecord;
import dev.vouch.pipeline.reply.OwnRecord.Passed;
import dev.vouch.pipeline.reply.OwnRecord.Said;
import dev.vouch.pipeline.reply.PurposeText;
import dev.vouch.pipeline.reply.Speech;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Fit;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parts of {@link OwnView}. */
final class OwnParts {
  /** Where a button stands, as its value: under the first words of Vouch, or elsewhere. */
  static final String WELCOME = "welcome";

  static final String PAGE = "page";
  private static final int LONGEST_WRONG = 1_000;

  /** What a message can have been instead; not a recommendation, which is for others to see. */
  private static final List<Intent> LABELS =
      List.of(
          Intent.PRAISE,
          Intent.QUESTION,
          Intent.SUGGESTION,
          Intent.COMPLAINT,
          Intent.WARNING,
          Intent.NEUTRAL);

  private static final Map<Integer, String> PAUSES =
      new java.util.TreeMap<>(
          Map.of(30, "pause-month", 90, "pause-quarter", 365, "pause-year", 0, "pause-open"));

  private OwnParts() {}

  static ButtonElement.ButtonElementBuilder button(Kind kind, String label, String where) {
    return Kit.button(Actions.own(kind), label, where);
  }

  static String who(OwnRecord own) {
    OwnRecord.Who who = own.who();
    StringBuilder line = new StringBuilder("*Name:* " + Lines.name(who.name()));
    line.append(part("Company", who.account()));
    line.append(part("Role", who.title()));
    line.append(part("E-mail", who.email()));
    return line.toString();
  }

  private static String part(String title, @org.jspecify.annotations.Nullable String words) {
    return words == null ? "" : " · *%s:* %s".formatted(title, Lines.name(words));
  }

  static List<LayoutBlock> said(OwnRecord own, int most) {
    if (own.said().isEmpty()) {
      return List.of(Kit.section("Nothing that you wrote is kept."));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*What you wrote*"));
    own.said().stream().limit(most).map(OwnParts::said).forEach(blocks::add);
    if (own.said().size() > most) {
      blocks.add(
          Kit.context(
              "…and %d more; *Download* has them all.".formatted(own.said().size() - most)));
    }
    return blocks;
  }

  private static LayoutBlock said(Said said) {
    String line =
        "%s · %s"
            .formatted(
                Lines.sentence(Kindly.label(said.as())), Lines.said(said.at(), said.permalink()));
    List<OptionObject> labels =
        LABELS.stream()
            .filter(label -> label != said.as())
            .map(label -> option(Kindly.label(label), label.wire() + " " + said.id()))
            .toList();
    return SectionBlock.builder()
        .blockId(Actions.OWN_BLOCK + "_said_" + said.id())
        .text(Kit.mrkdwn(Lines.withQuotes(line, said.words())))
        .accessory(
            StaticSelectElement.builder()
                .actionId(Actions.own(Kind.LABEL))
                .placeholder(Kit.plain("It was…"))
                .options(labels)
                .build())
        .build();
  }

  static List<LayoutBlock> ties(OwnRecord own) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (Tie tie : own.ties()) {
      String line =
          "*Between us:* %s, %s, since %s"
              .formatted(tie.kind().wire(), Mrkdwn.words(tie.what(), 200), Mrkdwn.date(tie.from()));
      blocks.add(
          SectionBlock.builder()
              .blockId(Fit.cut(Actions.OWN_BLOCK + "_tie_" + tie.id(), 255))
              .text(Kit.mrkdwn(line))
              .accessory(Kit.button(Actions.own(Kind.TIE), "That is not so", tie.id()).build())
              .build());
    }
    return blocks;
  }

  static List<LayoutBlock> passed(OwnRecord own, int most) {
    if (own.passed().isEmpty()) {
      return List.of();
    }
    StringBuilder lines = new StringBuilder("*What we noted of what we did*");
    for (Passed one : own.passed().subList(0, Math.min(most, own.passed().size()))) {
      lines.append("\n• %s · %s".formatted(Mrkdwn.date(one.at()), Kindly.passed(one.kind())));
    }
    return List.of(Kit.section(lines.toString()));
  }

  /** Whether messages are welcome, and which. */
  static List<LayoutBlock> choices(OwnRecord own, String where, Instant now) {
    String block = where.equals(WELCOME) ? Actions.OWN_WELCOME_BLOCK : Actions.OWN_BLOCK;
    List<LayoutBlock> blocks = new ArrayList<>();
    Speech speech = Speech.in(own.in());
    blocks.add(Kit.section(speech.words("ask") + " " + stands(own, now)));
    List<BlockElement> buttons = new ArrayList<>();
    if (!own.agreed(Topic.MESSAGES) || own.isPaused(now)) {
      buttons.add(button(Kind.YES, speech.words("yes-you-may"), where).build());
    }
    buttons.add(button(Kind.STOP, speech.words(own.answered() ? "stop" : "no"), where).build());
    buttons.add(pauses(speech));
    blocks.add(Kit.actions(block + "_messages", buttons));
    blocks.add(Kit.section(speech.words("topics")));
    blocks.add(topics(own, block + "_topics"));
    return blocks;
  }

  private static String stands(OwnRecord own, Instant now) {
    Speech speech = Speech.in(own.in());
    Consent consent = own.consents().get(Topic.MESSAGES);
    if (consent == null) {
      return speech.words("unanswered");
    }
    if (!consent.agreed()) {
      return speech.words("said-no");
    }
    String noted = own.who().id().equals(consent.by()) ? "said-yes" : "noted-yes";
    Instant until = own.pause() == null ? null : own.pause().until();
    String pause =
        !own.isPaused(now)
            ? ""
            : until == null
                ? " " + speech.words("paused")
                : " " + speech.words("paused-until", Mrkdwn.date(until));
    return speech.words(noted, Mrkdwn.date(consent.at())) + pause;
  }

  private static BlockElement pauses(Speech speech) {
    return StaticSelectElement.builder()
        .actionId(Actions.own(Kind.PAUSE))
        .placeholder(Kit.plain(speech.words("pause")))
        .options(
            PAUSES.entrySet().stream()
                .map(one -> option(speech.words(one.getValue()), one.getKey().toString()))
                .toList())
        .build();
  }

  private static LayoutBlock topics(OwnRecord own, String blockId) {
    List<OptionObject> all =
        Arrays.stream(Topic.values())
            .filter(topic -> topic != Topic.MESSAGES)
            .map(
                topic ->
                    OptionObject.builder()
                        .text(Kit.plain(Speech.in(own.in()).words(topic.wire())))
                        .value(topic.wire())
                        .description(Kit.plain(PurposeText.current(own.in()).choice(topic)))
                        .build())
            .toList();
    List<OptionObject> ticked =
        all.stream()
            .filter(one -> Topic.named(one.getValue()).filter(own::agreed).isPresent())
            .toList();
    return ticks(blockId, Kind.TOPICS, all, ticked);
  }

  /** What they would be glad of. */
  static LayoutBlock interests(OwnRecord own) {
    List<OptionObject> all =
        Arrays.stream(Motivator.values())
            .map(one -> option(Kindly.interest(one), one.wire()))
            .toList();
    List<OptionObject> ticked =
        all.stream()
            .filter(
                one ->
                    Motivator.named(one.getValue()).filter(own.motivators()::contains).isPresent())
            .toList();
    return ticks(Actions.OWN_BLOCK + "_interests", Kind.INTERESTS, all, ticked);
  }

  /** Slack takes no empty list of what is ticked. */
  private static LayoutBlock ticks(
      String blockId, Kind kind, List<OptionObject> all, List<OptionObject> ticked) {
    CheckboxesElement boxes =
        CheckboxesElement.builder()
            .actionId(Actions.own(kind))
            .options(all)
            .initialOptions(ticked.isEmpty() ? null : ticked)
            .build();
    return ActionsBlock.builder().blockId(blockId).elements(List.of(boxes)).build();
  }

  private static OptionObject option(String label, String value) {
    return OptionObject.builder().text(Kit.plain(Fit.cut(label, Fit.OPTION))).value(value).build();
  }

  static View wrong() {
    return View.builder()
        .type("modal")
        .callbackId(Actions.OWN_WRONG_FORM)
        .title(ViewTitle.builder().type("plain_text").text("What is wrong?").build())
        .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").build())
        .blocks(
            List.of(
                InputBlock.builder()
                    .blockId(Actions.OWN_WRONG_WORDS)
                    .label(Kit.plain("What is wrong, and what is right instead?"))
                    .hint(
                        Kit.plain(
                            "Your name, company or role, or anything else. A person reads it."))
                    .element(
                        PlainTextInputElement.builder()
                            .actionId(Actions.OWN_WRONG_WORDS)
                            .multiline(true)
                            .maxLength(LONGEST_WRONG)
                            .build())
                    .build()))
        .build();
  }
}
