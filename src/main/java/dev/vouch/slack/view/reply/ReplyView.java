package dev.vouch.slack.view.reply;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.classify.reply.Meaning;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.reply.ReplyNote;
import dev.vouch.pipeline.reply.ReplyNote.What;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody outside the company wrote back, for the one of us whom it concerns: their words,
 * what they were taken for and how sure that is, and where it is not clear, what a person can say.
 */
public final class ReplyView {
  private static final int LONGEST = 1_200;

  /** What a person can say that an answer means. */
  private static final Map<Answer.Kind, String> READINGS = new LinkedHashMap<>();

  static {
    READINGS.put(Answer.Kind.YES, "They said yes");
    READINGS.put(Answer.Kind.NO, "They said no");
    READINGS.put(Answer.Kind.LATER, "They said later");
    READINGS.put(Answer.Kind.QUESTION, "They asked something");
  }

  private ReplyView() {}

  /** What a person can say, in the order in which it stands there. */
  public static List<Answer.Kind> readings() {
    return List.copyOf(READINGS.keySet());
  }

  /** The action id of the button that says so. */
  public static String action(Answer.Kind kind) {
    return Actions.READ + "_" + kind.wire();
  }

  /** How an answer to an ask was read: what can be said where it was not, else how sure it is. */
  public static List<LayoutBlock> read(Ask ask, Answer answer) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (answer.isEdited()) {
      blocks.add(Kit.section("They have changed what they wrote before; this is what counts now."));
    }
    if (answer.kind() == Answer.Kind.UNCLEAR) {
      blocks.addAll(buttons(ask.id() + " " + answer.cause()));
    } else if (answer.sure() > 0) {
      blocks.add(
          Kit.context(
              "Read from their words, %d %% sure. If that is wrong: `/vouch answered @person"
                      .formatted(answer.sure())
                  + " yes|no|later|done`."));
    }
    return blocks;
  }

  private static List<LayoutBlock> buttons(String handle) {
    return List.of(
        Kit.actions(
            Actions.READ_BLOCK,
            READINGS.entrySet().stream()
                .map(
                    one ->
                        (com.slack.api.model.block.element.BlockElement)
                            Kit.button(action(one.getKey()), one.getValue(), handle).build())
                .toList()),
        Kit.context(
            "Vouch was not sure and guesses nothing. What you press is noted, and answers like it"
                + " are read better here."));
  }

  /** What somebody wrote, for the one of us whom it concerns. */
  public static Rendering told(ReplyNote note, String name) {
    String lead = lead(note).formatted(Lines.name(name));
    List<LayoutBlock> blocks = new ArrayList<>(List.of(Kit.section(lead)));
    if (note.until() != null) {
      blocks.add(Kit.section("Not before %s.".formatted(Mrkdwn.date(note.until()))));
    }
    if (note.words() != null) {
      blocks.add(Kit.section(Mrkdwn.quote(note.words(), LONGEST)));
    }
    String handle = note.handle();
    if (note.what() == What.UNCLEAR && handle != null) {
      blocks.addAll(buttons(handle));
    }
    blocks.add(Kit.context(why(note)));
    return new Rendering(Mrkdwn.withoutMarks(lead), blocks);
  }

  private static String lead(ReplyNote note) {
    return switch (note.what()) {
      case READ -> read(note.meaning());
      case UNCLEAR -> "*%s answered, and a person should read it:*";
      case CHANGED -> "*%s has changed what they wrote,* after it was settled:";
      case DELETED -> "*%s has deleted what they wrote.*";
      case SILENCE ->
          "*%s wants no messages,* or may want none. Nothing is sent to them by Vouch now.";
    };
  }

  private static String read(Meaning meaning) {
    return switch (meaning) {
      case YES -> "*%s said yes.*";
      case NO -> "*%s said no,* which is fine and costs them nothing.";
      case LATER -> "*%s would rather be asked later.*";
      case QUESTION -> "*%s would like to know something first.*";
      case CONDITIONS -> "*%s would, if:*";
      case STOP, OTHER -> "*%s answered:*";
    };
  }

  private static String why(ReplyNote note) {
    String about = "About " + note.about() + ".";
    return switch (note.what()) {
      case READ -> about + " Read from their words, %d %% sure.".formatted(note.sure());
      case UNCLEAR -> about;
      case CHANGED ->
          about
              + " It now reads like: %s. What was noted stands until you change it: `/vouch answered"
                  .formatted(wire(note.meaning()))
              + " @person yes|no|later|done`.";
      case DELETED ->
          about
              + " It was taken for: %s. That stands until you change it: `/vouch answered @person"
                  .formatted(wire(note.meaning()))
              + " yes|no|later|done`. Their words are kept no longer.";
      case SILENCE -> about + " Please do not write to them about it either.";
    };
  }

  private static String wire(Meaning meaning) {
    return meaning == Meaning.OTHER ? "nothing clear" : meaning.wire();
  }

  /** What one of us said that an answer means is noted. */
  public static Rendering noted(String name, Answer.Kind kind) {
    return Rendering.saying(
        "Noted: %s %s.".formatted(Lines.name(name), said(kind).toLowerCase(Locale.ROOT)));
  }

  private static String said(Answer.Kind kind) {
    return READINGS.getOrDefault(kind, "They answered").replace("They ", "");
  }

  /** There is nothing left to note it with. */
  public static Rendering gone(String name) {
    return Rendering.saying("Not noted: what %s was asked is settled.".formatted(Lines.name(name)));
  }
}
