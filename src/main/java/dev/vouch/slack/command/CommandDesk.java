package dev.vouch.slack.command;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.pipeline.Directory.Channel;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.figure.MetricView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers commands from the books of a workspace, and writes where a command says so. */
public final class CommandDesk {
  private CommandDesk() {}

  /**
   * Who asked.
   *
   * @param by Slack id of the person
   * @param channel where they typed it; the answer is theirs alone wherever that is
   */
  public record Asked(String by, String channel, Instant now) {}

  /**
   * The answer, for that person's eyes only.
   *
   * @throws dev.vouch.pipeline.Directory.Unreachable if Slack cannot be asked just now
   */
  public static Rendering answer(Command command, Asked asked, Workspace workspace) {
    if (!Staff.isStaff(workspace, asked.by())) {
      return HelpView.notForYou();
    }
    boolean othersAreNear = seenByOthers(workspace, asked.channel());
    Rendering answer = forStaff(command, asked, workspace);
    return othersAreNear ? withReminder(answer) : answer;
  }

  private static Rendering forStaff(Command command, Asked asked, Workspace workspace) {
    return isForgotten(command, workspace)
        ? Rendering.saying(
            "They have asked to be forgotten. Nothing is kept about them any more, and nothing new is,"
                + " until they write to Vouch that they wish it.")
        : known(command, asked, workspace);
  }

  private static boolean isForgotten(Command command, Workspace workspace) {
    List<String> people = new ArrayList<>();
    if (command instanceof Command.AboutPerson about) {
      people.add(about.person());
    } else if (command instanceof Command.Between between
        && between.with().kind() == Subject.Kind.PERSON) {
      people.add(between.with().id());
    }
    return !people.isEmpty() && !workspace.forgetting().forgotten(people).isEmpty();
  }

  private static Rendering known(Command command, Asked asked, Workspace workspace) {
    return people(command, asked, workspace)
        .or(() -> PersonDesk.answer(command, asked, workspace))
        .or(() -> MergeDesk.answer(command, asked, workspace))
        .or(() -> LedgerDesk.answer(command, asked, workspace))
        .or(() -> AskDesk.answer(command, asked, workspace))
        .or(() -> GiftAnswers.answer(command, asked, workspace))
        .or(() -> ConsentDesk.answer(command, asked, workspace))
        .or(() -> ExecutiveDesk.answer(command, asked, workspace))
        .or(() -> EtiquetteDesk.answer(command, asked, workspace))
        .or(() -> accountsAndSettings(command, asked, workspace))
        .or(() -> OffersDesk.answer(command, workspace))
        .or(() -> model(command, asked, workspace))
        .orElseGet(() -> words(command));
  }

  private static Optional<Rendering> people(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Who who) {
      return Optional.of(PeopleDesk.who(who.person(), asked, workspace));
    }
    if (command instanceof Command.Why why) {
      return Optional.of(PeopleDesk.why(why.person(), asked, workspace));
    }
    if (command instanceof Command.ShowProgramme) {
      return Optional.of(ProgrammeDesk.show(asked.now(), workspace));
    }
    if (command instanceof Command.ShowImpact) {
      return Optional.of(ImpactDesk.show(asked.now(), workspace));
    }
    if (command instanceof Command.WhyNudge why) {
      return Optional.of(PeopleDesk.whyNudge(why.person(), workspace));
    }
    if (command instanceof Command.Top) {
      return Optional.of(PeopleDesk.top(workspace));
    }
    return command instanceof Command.ShowBreadth
        ? Optional.of(PeopleDesk.breadth(asked.now(), workspace))
        : Optional.empty();
  }

  private static Optional<Rendering> accountsAndSettings(
      Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.ShowAccount show) {
      return Optional.of(AccountDesk.show(show.name(), asked, workspace));
    }
    if (command instanceof Command.ChangeAccount change) {
      return Optional.of(AccountDesk.change(change, asked, workspace));
    }
    if (command instanceof Command.ShowSettings) {
      return Optional.of(SettingsDesk.show(workspace));
    }
    return command instanceof Command.ChangeSettings change
        ? Optional.of(SettingsDesk.change(change, asked, workspace))
        : Optional.empty();
  }

  private static Optional<Rendering> model(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.ShowModel) {
      return Optional.of(ModelDesk.show(workspace));
    }
    if (command instanceof Command.RetrainModel) {
      return Optional.of(ModelDesk.retrain(asked, workspace));
    }
    return command instanceof Command.UseModel use
        ? Optional.of(ModelDesk.use(use.number(), workspace))
        : Optional.empty();
  }

  private static Rendering words(Command command) {
    if (command instanceof Command.Unclear unclear) {
      return HelpView.unclear(unclear.problem(), unclear.nearest());
    }
    if (command instanceof Command.ShowMetric show) {
      return MetricView.of(show.metric());
    }
    if (command instanceof Command.ListMetrics) {
      return MetricView.all();
    }
    return command instanceof Command.About ? HelpView.about() : HelpView.help();
  }

  private static boolean seenByOthers(Workspace workspace, String channel) {
    return workspace.directory().channel(channel).filter(Channel::external).isPresent();
  }

  private static Rendering withReminder(Rendering answer) {
    java.util.List<LayoutBlock> blocks = new java.util.ArrayList<>(answer.blocks());
    blocks.addAll(
        Rendering.saying("Only you see this. People of another company are in this channel.")
            .blocks());
    return new Rendering(answer.text(), blocks);
  }
}
