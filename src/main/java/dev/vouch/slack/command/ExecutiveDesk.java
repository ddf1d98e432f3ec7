package dev.vouch.slack.command;

import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.executive.IntroductionCase;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.executive.Wish;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.command.parse.Command.ExecutiveChange;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.executive.RosterView;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the roster of executives, and takes the wish that somebody meets one. */
final class ExecutiveDesk {
  private ExecutiveDesk() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Introduce intro) {
      return Optional.of(introduce(intro, asked, workspace));
    }
    if (command instanceof Command.ListExecutives) {
      return Optional.of(roster("", asked, workspace));
    }
    if (command instanceof Command.ChangeExecutive change) {
      return Optional.of(change(change, asked, workspace));
    }
    if (command instanceof Command.PauseExecutive pause) {
      return Optional.of(pause(pause, asked, workspace));
    }
    return command instanceof Command.RemoveExecutive remove
        ? Optional.of(remove(remove.executive(), asked, workspace))
        : Optional.empty();
  }

  private static Rendering introduce(Command.Introduce intro, Asked asked, Workspace workspace) {
    if (Staff.isStaff(workspace, intro.person())) {
      return HelpView.unclear(
          "%s is one of our own people; executives are introduced to customers."
              .formatted(workspace.directory().name(intro.person())),
          null);
    }
    Wish wish =
        new Wish(
            "command:%d:%s".formatted(asked.now().toEpochMilli(), asked.by()),
            intro.person(),
            intro.executive(),
            asked.by(),
            intro.why());
    return RosterView.of(
        new IntroductionDesk(workspace, InstantSource.fixed(asked.now())).request(wish),
        workspace.directory()::name);
  }

  private static Rendering change(
      Command.ChangeExecutive command, Asked asked, Workspace workspace) {
    Optional<String> refusal =
        Staff.refusal(command.executive(), "executive", workspace)
            .or(() -> assistantRefusal(command.changes(), workspace));
    if (refusal.isPresent()) {
      return HelpView.unclear(refusal.get() + " Nothing was changed.", null);
    }
    Executive now =
        workspace
            .executives()
            .enlist(command.executive(), before -> changed(before, command.changes()));
    return roster(
        "Noted: %s takes introductions.".formatted(workspace.directory().name(now.person())),
        asked,
        workspace);
  }

  private static Optional<String> assistantRefusal(
      List<ExecutiveChange> changes, Workspace workspace) {
    return changes.stream()
        .flatMap(
            change ->
                change instanceof Command.SetAssistant set
                    ? Optional.ofNullable(set.person()).stream()
                    : Optional.<String>empty().stream())
        .flatMap(person -> Staff.refusal(person, "assistant", workspace).stream())
        .findFirst();
  }

  private static Executive changed(Executive before, List<ExecutiveChange> changes) {
    Executive now = before;
    for (ExecutiveChange change : changes) {
      now = changed(now, change);
    }
    return now;
  }

  private static Executive changed(Executive before, ExecutiveChange change) {
    if (change instanceof Command.SetTopics set) {
      return before.withTopics(set.topics());
    }
    if (change instanceof Command.SetCapacity set) {
      return before.withCapacity(set.capacity());
    }
    if (change instanceof Command.SetAssistant set) {
      return before.withAssistant(set.person());
    }
    if (change instanceof Command.SetSeniority set) {
      return before.withSeniority(set.seniority());
    }
    return before.withLanguages(((Command.SetLanguages) change).languages());
  }

  private static Rendering pause(Command.PauseExecutive command, Asked asked, Workspace workspace) {
    String name = workspace.directory().name(command.executive());
    if (workspace.executives().executive(command.executive()).isEmpty()) {
      return missing(name);
    }
    LocalDate today =
        LocalDate.ofInstant(asked.now(), workspace.directory().zone(command.executive()));
    LocalDate until = command.until();
    if (until != null && !until.isAfter(today)) {
      return HelpView.unclear("%s has begun already. Nothing was changed.".formatted(until), null);
    }
    Executive now =
        workspace.executives().enlist(command.executive(), one -> one.pausedUntil(until));
    return roster(
        now.pausedUntil() == null
            ? "Noted: %s takes introductions again.".formatted(name)
            : "Noted: %s takes no introductions until %s.".formatted(name, now.pausedUntil()),
        asked,
        workspace);
  }

  private static Rendering remove(String executive, Asked asked, Workspace workspace) {
    String name = workspace.directory().name(executive);
    return workspace.executives().remove(executive)
        ? roster("Noted: %s is on the roster no more.".formatted(name), asked, workspace)
        : missing(name);
  }

  private static Rendering missing(String name) {
    return HelpView.unclear("%s is not on the roster.".formatted(name), "exec @person add");
  }

  private static Rendering roster(String note, Asked asked, Workspace workspace) {
    List<Executive> all = workspace.executives().roster();
    Map<String, ZoneId> zones =
        all.stream()
            .collect(
                Collectors.toMap(
                    Executive::person, one -> workspace.directory().zone(one.person())));
    Map<String, YearMonth> months =
        zones.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, one -> YearMonth.from(asked.now().atZone(one.getValue()))));
    Map<String, Integer> taken = workspace.executives().taken(months);
    List<RosterView.Row> rows =
        all.stream()
            .map(
                one ->
                    new RosterView.Row(
                        one,
                        IntroductionCase.isHere(one.person(), workspace),
                        one.capacity() - taken.getOrDefault(one.person(), 0),
                        String.valueOf(zones.get(one.person()))))
            .toList();
    return RosterView.roster(rows, note, workspace.directory()::name);
  }

  /** The introductions of a person, newest first. */
  static List<Introduction> introductions(String person, Workspace workspace) {
    return workspace.executives().about(person, 10);
  }
}
