package dev.vouch.slack.command;

import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.home.OffersView;
import java.util.Optional;

/** Shows and sets what the company can offer to people; nothing else is ever suggested. */
final class OffersDesk {
  private OffersDesk() {}

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
