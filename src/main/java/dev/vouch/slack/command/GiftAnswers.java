package dev.vouch.slack.command;

import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftPolicy;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.gift.GiftDesk;
import dev.vouch.pipeline.gift.GiftOutcome;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.NoteView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.gift.GiftView;
import dev.vouch.slack.view.gift.GiftsView;
import java.time.Instant;
import java.util.Optional;

/** Answers what our own people ask about gifts and notes, typed or pressed. */
public final class GiftAnswers {
  private static final int LATEST = 20;

  private GiftAnswers() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.GiveGift give) {
      return Optional.of(give(give, asked, workspace));
    }
    if (command instanceof Command.ShowGifts show) {
      return Optional.of(show(show.person(), asked.now(), workspace));
    }
    if (command instanceof Command.CheckNote check) {
      return Optional.of(NoteView.of(workspace.directory().name(check.person()), check.note()));
    }
    return command instanceof Command.ShowGiftRules
        ? Optional.of(GiftsView.rules(workspace.gifts().policy()))
        : Optional.empty();
  }

  private static Rendering give(Command.GiveGift give, Asked asked, Workspace workspace) {
    if (Staff.isStaff(workspace, give.person())) {
      return HelpView.unclear(
          "%s is one of our own people; the register is of gifts to customers."
              .formatted(workspace.directory().name(give.person())),
          null);
    }
    return shown(new GiftDesk(workspace).ask(give.wish(), asked.by(), asked.now()), workspace);
  }

  private static Rendering show(String person, Instant now, Workspace workspace) {
    GiftPolicy policy = workspace.gifts().policy();
    return GiftsView.of(
        new GiftsView.Shown(
            workspace.directory().name(person),
            new GiftDesk(workspace).standing(person, now),
            workspace.gifts().register().about(person, LATEST),
            policy),
        workspace.directory()::name);
  }

  /** What comes of a button under a gift. */
  public static GiftOutcome pressed(State state, String gift, Asked asked, Workspace workspace) {
    GiftDesk desk = new GiftDesk(workspace);
    return switch (state) {
      case GIVEN -> desk.approve(gift, asked.by(), asked.now());
      case REFUSED -> desk.refuse(gift, asked.by(), asked.now());
      default -> desk.undo(gift, state, asked.by(), asked.now());
    };
  }

  public static Rendering shown(GiftOutcome outcome, Workspace workspace) {
    return GiftView.of(outcome, workspace.gifts().policy().notice(), workspace.directory()::name);
  }
}
