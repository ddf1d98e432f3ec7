package dev.vouch.slack.view.outside;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.vouch.pipeline.reply.Choice.Kind;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.pipeline.reply.OwnRecord;
import dev.vouch.pipeline.reply.PurposeText;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Speech;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Fit;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What people outside the company see of Vouch: what it is for, what is held about them, and what
 * they can do about it. Nothing of what our own people weigh stands here.
 */
public final class OwnView {
  private static final int MOST_IN_A_MESSAGE = 6;
  private static final int MOST_ON_THE_PAGE = 20;

  private OwnView() {}

  /** What Vouch says to somebody who wrote to it or pressed something. */
  public static Rendering of(Reply reply, Instant now) {
    if (reply instanceof Reply.Welcome welcome) {
      return welcome(welcome.own(), now);
    }
    if (reply instanceof Reply.Own own) {
      return own(own.own(), own.note(), now);
    }
    if (reply instanceof Reply.Paused paused) {
      return paused(paused);
    }
    if (reply instanceof Reply.Taken taken) {
      return Rendering.saying(taken(taken));
    }
    if (reply instanceof Reply.Erased erased) {
      return Rendering.saying(Speech.in(erased.in()).words("erased"));
    }
    if (reply instanceof Reply.Handed handed) {
      return Rendering.saying(Speech.in(handed.in()).words("handed"));
    }
    return asked(reply);
  }

  /** Short, kind, and without a promise. */
  private static String taken(Reply.Taken taken) {
    String key = "taken-" + taken.kind().wire();
    String staff = Lines.name(taken.staff());
    Instant until = taken.until();
    Speech speech = Speech.in(taken.in());
    return switch (taken.kind()) {
      case DONE -> speech.words(key);
      case LATER ->
          speech.words(key, staff, Mrkdwn.date(Objects.requireNonNull(until, "later is a day")));
      default -> speech.words(key, staff);
    };
  }

  private static Rendering asked(Reply reply) {
    if (reply instanceof Reply.Hello hello) {
      Speech speech = Speech.in(hello.in());
      return Rendering.saying(speech.words("program"), speech.words("commands"));
    }
    if (reply instanceof Reply.StopOrNot stop) {
      return asking(
          Speech.in(stop.in()),
          "stop-or-not",
          new Pressed(Kind.STOP, "yes-stop"),
          new Pressed(Kind.GO_ON, "something-else"));
    }
    if (reply instanceof Reply.EraseOrNot erase) {
      return asking(
          Speech.in(erase.in()),
          "erase-or-not",
          new Pressed(Kind.ERASE_NOW, "yes-erase"),
          new Pressed(Kind.SHOW, "no-show"));
    }
    return asking(
        Speech.in(((Reply.Stopped) reply).in()),
        "stopped",
        new Pressed(Kind.YES, "start-again"),
        new Pressed(Kind.SHOW, "held"));
  }

  /** A button below a question. */
  private record Pressed(Kind kind, String label) {
    BlockElement in(Speech speech) {
      var button = OwnParts.button(kind, speech.words(label), OwnParts.PAGE);
      return (kind == Kind.ERASE_NOW ? button.style("danger") : button).build();
    }
  }

  private static Rendering asking(Speech speech, String sentence, Pressed... buttons) {
    return asking(
        speech.words(sentence),
        Arrays.stream(buttons).map(one -> one.in(speech)).toArray(BlockElement[]::new));
  }

  private static Rendering asking(String sentence, BlockElement... buttons) {
    return new Rendering(
        sentence,
        List.of(
            Kit.section(sentence), Kit.actions(Actions.OWN_BLOCK + "_asked", List.of(buttons))));
  }

  private static Rendering paused(Reply.Paused paused) {
    Instant until = paused.until();
    Speech speech = Speech.in(paused.in());
    String sentence =
        until == null
            ? speech.words("quiet-open")
            : speech.words("quiet-until", Mrkdwn.date(until));
    return new Rendering(
        speech.words("quiet"),
        List.of(
            Kit.section(sentence),
            Kit.actions(
                Actions.OWN_BLOCK + "_asked",
                List.of(
                    new Pressed(Kind.STOP, "stop-for-good").in(speech),
                    new Pressed(Kind.YES, "start-again").in(speech)))));
  }

  private static Rendering welcome(OwnRecord own, Instant now) {
    Speech speech = Speech.in(own.in());
    PurposeText text = PurposeText.current(own.in());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(speech.words("hello") + " " + text.purpose(Lines.name(own.company()))));
    blocks.add(Kit.section(text.held()));
    blocks.addAll(OwnParts.choices(own, OwnParts.WELCOME, now));
    blocks.add(Kit.section(text.no()));
    return new Rendering(speech.words("welcome"), blocks);
  }

  private static Rendering own(OwnRecord own, String note, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!note.isEmpty()) {
      blocks.add(Kit.section(note));
    }
    blocks.addAll(page(own, MOST_IN_A_MESSAGE, now));
    return new Rendering("What is held about you", blocks);
  }

  /** The page of App Home. */
  public static View home(OwnRecord own, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.header("Vouch"));
    blocks.add(Kit.section(PurposeText.current(own.in()).purpose(Lines.name(own.company()))));
    blocks.addAll(page(own, MOST_ON_THE_PAGE, now));
    return View.builder().type("home").blocks(Fit.view(blocks)).build();
  }

  private static List<LayoutBlock> page(OwnRecord own, int most, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*What is held about you*"));
    blocks.add(Kit.section(OwnParts.who(own)));
    blocks.addAll(OwnParts.said(own, most));
    blocks.addAll(OwnParts.ties(own));
    blocks.addAll(OwnParts.passed(own, most));
    blocks.add(Kit.context("*Why:* " + PurposeText.current(own.in()).held()));
    blocks.add(Kit.divider());
    blocks.addAll(OwnParts.choices(own, OwnParts.PAGE, now));
    blocks.add(OwnParts.interests(own));
    blocks.add(
        Kit.actions(
            Actions.OWN_BLOCK + "_rights",
            List.of(
                OwnParts.button(Kind.WRONG, "Something is wrong", OwnParts.PAGE).build(),
                OwnParts.button(Kind.DOWNLOAD, "Download", OwnParts.PAGE).build(),
                OwnParts.button(Kind.ERASE_NOW, "Erase everything", OwnParts.PAGE)
                    .style("danger")
                    .confirm(erase())
                    .build())));
    return blocks;
  }

  private static ConfirmationDialogObject erase() {
    return ConfirmationDialogObject.builder()
        .title(Kit.plain("Erase everything?"))
        .text(Kit.plain("All that is held about you is erased. This cannot be taken back."))
        .confirm(Kit.plain("Yes, erase it all"))
        .deny(Kit.plain("Keep it"))
        .build();
  }

  /**
   * The one message with which Vouch may begin: who asks, what for, and that no is fine.
   *
   * @param rep the name of the member of staff who asked for it
   */
  public static Rendering invitation(String rep, String company, Language in) {
    Speech speech = Speech.in(in);
    PurposeText text = PurposeText.current(in);
    String asks = speech.words("invited", Lines.name(rep), Lines.name(company));
    return new Rendering(
        Mrkdwn.withoutMarks(asks),
        List.of(
            Kit.section(asks),
            Kit.section(text.purpose(Lines.name(company))),
            Kit.section(text.held()),
            Kit.actions(
                Actions.OWN_WELCOME_BLOCK + "_invited",
                List.of(
                    OwnParts.button(Kind.YES, speech.words("yes-you-may"), OwnParts.WELCOME)
                        .style("primary")
                        .build(),
                    OwnParts.button(Kind.STOP, speech.words("no"), OwnParts.WELCOME).build(),
                    OwnParts.button(Kind.SHOW, speech.words("held"), OwnParts.PAGE).build())),
            Kit.section(text.no()),
            Kit.context(speech.words("only"))));
  }

  /** The form in which somebody says what is wrong. */
  public static View wrong() {
    return OwnParts.wrong();
  }
}
