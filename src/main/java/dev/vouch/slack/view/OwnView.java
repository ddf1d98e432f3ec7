package dev.vouch.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.vouch.pipeline.reply.Choice.Kind;
import dev.vouch.pipeline.reply.OwnRecord;
import dev.vouch.pipeline.reply.PurposeText;
import dev.vouch.pipeline.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What people outside the company see of Vouch: what it is for, what is held about them, and what
 * they can do about it. Nothing of what our own people weigh stands here.
 */
public final class OwnView {
  private static final PurposeText TEXT = PurposeText.current();
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
    if (reply instanceof Reply.Erased) {
      return Rendering.saying(
          "All that was held about you is erased, and nothing new is kept. If you ever want that"
              + " again, write *start again*.");
    }
    return reply instanceof Reply.Hello || reply instanceof Reply.Handed
        ? hello(reply)
        : asked(reply);
  }

  /** Short, kind, and without a promise. */
  private static String taken(Reply.Taken taken) {
    String staff = Lines.name(taken.staff());
    return switch (taken.kind()) {
      case YES -> "Thank you! %s knows.".formatted(staff);
      case DONE -> "Thank you!";
      case NO -> "That is fine, and it changes nothing. %s knows.".formatted(staff);
      case LATER -> later(taken, staff);
      case QUESTION -> "Thank you. %s has your question.".formatted(staff);
      case CONDITIONS -> "Thank you. %s has what you wrote.".formatted(staff);
      case UNCLEAR ->
          "Thank you. I am a program, so I have handed it to %s to read. Write *stop* if you want no"
                  .formatted(staff)
              + " messages.";
    };
  }

  private static String later(Reply.Taken taken, String staff) {
    Instant until = taken.until();
    return until == null
        ? "Gladly another time. %s knows.".formatted(staff)
        : "Gladly another time. %s knows that it is not before %s."
            .formatted(staff, Mrkdwn.date(until));
  }

  private static Rendering hello(Reply reply) {
    return reply instanceof Reply.Handed
        ? Rendering.saying("Here is all that is held about you, as a file.")
        : Rendering.saying(
            "Hello! I am a program, so for anything that needs a person, please write to the"
                + " person you know there.",
            "You can write *stop*, *pause for a month*, *start again*, *what do you know about"
                + " me*, *download* or *delete my data*.");
  }

  private static Rendering asked(Reply reply) {
    if (reply instanceof Reply.StopOrNot) {
      return asking(
          "Shall I stop writing to you? Until you have answered, nothing is sent to you.",
          OwnParts.button(Kind.STOP, "Yes, stop", OwnParts.PAGE).build(),
          OwnParts.button(Kind.GO_ON, "No, I meant something else", OwnParts.PAGE).build());
    }
    if (reply instanceof Reply.EraseOrNot) {
      return asking(
          "Shall everything that is held about you be erased? This cannot be taken back.",
          OwnParts.button(Kind.ERASE_NOW, "Yes, erase it all", OwnParts.PAGE)
              .style("danger")
              .build(),
          OwnParts.button(Kind.SHOW, "No, show it to me", OwnParts.PAGE).build());
    }
    return asking(
        "I have stopped: nothing is sent to you any more.",
        OwnParts.button(Kind.YES, "Start again", OwnParts.PAGE).build(),
        OwnParts.button(Kind.SHOW, "What is held about me?", OwnParts.PAGE).build());
  }

  private static Rendering asking(String sentence, BlockElement... buttons) {
    return new Rendering(
        sentence,
        List.of(
            Kit.section(sentence), Kit.actions(Actions.OWN_BLOCK + "_asked", List.of(buttons))));
  }

  private static Rendering paused(Reply.Paused paused) {
    Instant until = paused.until();
    String sentence =
        until == null
            ? "I am quiet now, until you write *start again*."
            : "I am quiet until %s.".formatted(Mrkdwn.date(until));
    return new Rendering(
        "I am quiet now.",
        List.of(
            Kit.section(sentence),
            Kit.actions(
                Actions.OWN_BLOCK + "_asked",
                List.of(
                    OwnParts.button(Kind.STOP, "Stop for good", OwnParts.PAGE).build(),
                    OwnParts.button(Kind.YES, "Start again", OwnParts.PAGE).build()))));
  }

  private static Rendering welcome(OwnRecord own, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("Hello! " + TEXT.purpose(Lines.name(own.company()))));
    blocks.add(Kit.section(TEXT.held()));
    blocks.addAll(OwnParts.choices(own, OwnParts.WELCOME, now));
    blocks.add(Kit.section(TEXT.no()));
    return new Rendering("Hello! I am Vouch, a program. Here is what I am for.", blocks);
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
    blocks.add(Kit.section(TEXT.purpose(Lines.name(own.company()))));
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
    blocks.add(Kit.context("*Why:* " + TEXT.held()));
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
  public static Rendering invitation(String rep, String company) {
    String asks =
        "Hello! %s of %s asked me to ask you whether I may write to you."
            .formatted(Lines.name(rep), Lines.name(company));
    return new Rendering(
        Mrkdwn.withoutMarks(asks),
        List.of(
            Kit.section(asks),
            Kit.section(TEXT.purpose(Lines.name(company))),
            Kit.section(TEXT.held()),
            Kit.actions(
                Actions.OWN_WELCOME_BLOCK + "_invited",
                List.of(
                    OwnParts.button(Kind.YES, "Yes, you may", OwnParts.WELCOME)
                        .style("primary")
                        .build(),
                    OwnParts.button(Kind.STOP, "No", OwnParts.WELCOME).build(),
                    OwnParts.button(Kind.SHOW, "What is held about me?", OwnParts.PAGE).build())),
            Kit.section(TEXT.no()),
            Kit.context("This is the only message you get unless you say yes.")));
  }

  /** The form in which somebody says what is wrong. */
  public static View wrong() {
    return OwnParts.wrong();
  }
}
