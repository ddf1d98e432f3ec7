package dev.vouch.slack.command;

import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.etiquette.Budget;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.etiquette.Etiquette;
import dev.vouch.nudge.etiquette.QuietHours;
import dev.vouch.nudge.ranking.AttentionBook;
import dev.vouch.nudge.ranking.Reader;
import dev.vouch.nudge.ranking.Shortlist;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.courtesy.Courtesy;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.home.EtiquetteView;
import dev.vouch.slack.view.home.EtiquetteView.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Keeps quiet where and while somebody wants it, and shows what waits. */
final class EtiquetteDesk {
  private static final Duration LONGEST = Duration.ofDays(91);

  private EtiquetteDesk() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Snooze snooze) {
      return Optional.of(snooze(snooze, asked, workspace));
    }
    return command instanceof Command.SetChannel channel
        ? Optional.of(channel(channel, workspace))
        : Optional.empty();
  }

  private static Rendering snooze(Command.Snooze snooze, Asked asked, Workspace workspace) {
    Courtesy courtesy = new Courtesy(workspace, InstantSource.fixed(asked.now()));
    LocalDate day = snooze.until();
    if (day == null && snooze.days() == 0) {
      int waiting = courtesy.heldBack(asked.by()).size();
      courtesy.startAgain(asked.by());
      return EtiquetteView.awake(waiting);
    }
    ZoneId zone = workspace.directory().zone(asked.by());
    LocalDate last =
        day == null ? LocalDate.ofInstant(asked.now(), zone).plusDays(snooze.days()) : day;
    QuietHours quiet = workspace.settings().settings().rules().quiet();
    Instant until = quiet.over(last.atTime(quiet.dayStart()).atZone(zone));
    if (!until.isAfter(asked.now()) || until.isAfter(asked.now().plus(LONGEST))) {
      return HelpView.unclear("A snooze ends within 90 days from now, and not before.", null);
    }
    courtesy.snooze(asked.by(), until);
    return EtiquetteView.snoozed(until);
  }

  private static Rendering channel(Command.SetChannel channel, Workspace workspace) {
    ChannelRule rule = channel.rule();
    TeamSettings now =
        rule == null
            ? workspace.settings().settings()
            : workspace
                .settings()
                .change(set -> set.withEtiquette(set.etiquette().with(channel.channel(), rule)));
    return EtiquetteView.channel(channel.channel(), now.etiquette().in(channel.channel()));
  }

  /**
   * What one of our own people has and what waits for them, by the next morning at the latest; both
   * best first.
   */
  static EtiquetteView.Queue queue(
      String person, List<Nudge> open, HomeDesk home, ZonedDateTime now) {
    TeamSettings settings = home.settings().settings();
    AttentionBook attention = home.attention();
    Etiquette etiquette = settings.etiquette();
    Shortlist list =
        new Shortlist(Budget.aDay(etiquette.suggestions()), settings.rules().quiet(), now);
    Reader reader =
        attention.reader(
            person, list.budget().since(now), settings.rules().quiet().nextMorning(now));
    return new EtiquetteView.Queue(
        reader.manners(),
        ranked(list, reader, open),
        ranked(list, reader, reader.waiting()),
        reader.waiting().size(),
        etiquette.suggestions());
  }

  private static List<Ranked> ranked(Shortlist list, Reader reader, List<Nudge> nudges) {
    return list.order(reader.with(nudges)).stream()
        .map(
            place ->
                new Ranked(
                    nudges.stream()
                        .filter(nudge -> nudge.id().equals(place.candidate().id()))
                        .findFirst()
                        .orElseThrow(),
                    place))
        .toList();
  }
}
