package dev.vouch.slack.command;

import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.Pieces.Misread;
import dev.vouch.slack.view.OffersView;
import dev.vouch.slack.view.Rendering;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Shows and sets what the company can offer to people; nothing else is ever suggested. */
final class OffersDesk {
  private OffersDesk() {}

  /** Reads what follows {@code offers}. */
  static Command parse(Pieces pieces) throws Misread {
    if (!pieces.hasMore()) {
      return new Command.ShowOffers();
    }
    Typed word = pieces.take("add or remove");
    if (!word.is("add") && !word.is("remove")) {
      throw new Misread("After offers comes add or remove, and what: `/vouch offers` shows all.");
    }
    return new Command.ChangeOffer(gesture(pieces), word.is("add"));
  }

  private static Gesture gesture(Pieces pieces) throws Misread {
    StringJoiner name = new StringJoiner(" ");
    do {
      name.add(pieces.take("a gesture like early_access").text());
    } while (pieces.hasMore());
    Optional<Gesture> gesture = Gesture.named(name.toString());
    if (gesture.isEmpty()) {
      List<String> all = Arrays.stream(Gesture.values()).map(Gesture::wire).toList();
      throw new Misread(
          "There is no gesture called \"%s\". There are: %s."
              .formatted(name, String.join(", ", all)),
          Nearest.of(name.toString(), all).map(near -> "offers add " + near).orElse(null));
    }
    return gesture.get();
  }

  static Optional<Rendering> answer(Command command, Workspace workspace) {
    if (command instanceof Command.ShowOffers) {
      return Optional.of(view(workspace.settings().settings(), ""));
    }
    return command instanceof Command.ChangeOffer change
        ? Optional.of(change(change, workspace))
        : Optional.empty();
  }

  private static Rendering change(Command.ChangeOffer change, Workspace workspace) {
    TeamSettings now =
        workspace
            .settings()
            .change(
                settings ->
                    settings.withRules(
                        settings.rules().offering(change.gesture(), change.offered())));
    String what = change.offered() ? "From now on we can offer: %s." : "Not offered any more: %s.";
    return view(now, what.formatted(change.gesture().label()));
  }

  private static Rendering view(TeamSettings settings, String note) {
    return OffersView.of(settings.rules().offers(), note);
  }
}
