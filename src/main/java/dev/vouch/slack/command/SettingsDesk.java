package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.Author;
import dev.vouch.mention.Products;
import dev.vouch.nudge.NudgeRules;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Directory.Channel;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.command.parse.Command.SettingsChange;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.home.SettingsView;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows and changes the settings of a workspace. */
final class SettingsDesk {
  private SettingsDesk() {}

  static Rendering show(Workspace workspace) {
    return view(workspace.settings().settings(), "", workspace);
  }

  static Rendering change(Command.ChangeSettings command, Asked asked, Workspace workspace) {
    Optional<String> refusal =
        command.changes().stream()
            .flatMap(change -> refusal(change, asked, workspace).stream())
            .findFirst();
    if (refusal.isPresent()) {
      return HelpView.unclear(refusal.get() + " Nothing was changed.", null);
    }
    ZoneId zone = workspace.directory().zone(asked.by());
    TeamSettings now =
        workspace.settings().change(before -> changed(before, command.changes(), zone));
    return view(now, "Noted.", workspace);
  }

  private static Optional<String> refusal(SettingsChange change, Asked asked, Workspace workspace) {
    if (change instanceof Command.SetApprover approver && approver.person() != null) {
      return Staff.refusal(approver.person(), "approver", workspace);
    }
    if (change instanceof Command.SetOwner owner && owner.person() != null) {
      return Staff.refusal(owner.person(), "owner", workspace);
    }
    if (change instanceof Command.SetDigest digest) {
      return notForDigest(digest.channel(), workspace.directory());
    }
    if (change instanceof Command.SetSource source && source.listen()) {
      return notBot(source.bot(), workspace.directory());
    }
    if (change instanceof Command.SetMostMarquee marquee) {
      return tooMany(marquee.most(), workspace.accounts().marquee());
    }
    if (change instanceof Command.NameStaff staff && staff.person().equals(asked.by())) {
      return Optional.of("You cannot say of yourself whether you are staff; ask a colleague.");
    }
    return Optional.empty();
  }

  private static Optional<String> tooMany(int most, List<Account> marquee) {
    return marquee.size() <= most
        ? Optional.empty()
        : Optional.of(
            "There are %d marquee accounts already: %s. Give some of them another tier first."
                .formatted(
                    marquee.size(),
                    marquee.stream().map(Account::name).collect(Collectors.joining(", "))));
  }

  private static Optional<String> notForDigest(String id, Directory directory) {
    Optional<Channel> channel = directory.channel(id);
    if (channel.isEmpty()) {
      return Optional.of(
          "I cannot see that channel. Invite me there first (/invite @Vouch), then try again.");
    }
    String name = channel.get().name();
    return channel.get().external()
        ? Optional.of(
            "People of another company are in #%s, and the digest is for us alone. Choose a"
                    .formatted(name)
                + " channel of ours.")
        : directory
            .outsiderIn(id)
            .map(
                guest ->
                    "%s is in #%s and is not one of us, and the digest is for us alone. Choose a channel"
                            .formatted(guest.name(), name)
                        + " without guests.");
  }

  private static Optional<String> notBot(String id, Directory directory) {
    Optional<Author> author = directory.author(id);
    boolean person = author.filter(one -> one.kind() != Author.Kind.BOT).isPresent();
    return person
        ? Optional.of(
            "%s is a person; a source is a bot of a listening tool.".formatted(author.get().name()))
        : Optional.empty();
  }

  private static TeamSettings changed(
      TeamSettings settings, List<SettingsChange> changes, ZoneId zone) {
    TeamSettings now = settings;
    for (SettingsChange change : changes) {
      now = changed(now, change, zone);
    }
    return now;
  }

  private static TeamSettings changed(TeamSettings settings, SettingsChange change, ZoneId zone) {
    NudgeRules rules = settings.rules();
    if (change instanceof Command.SetMode mode) {
      return settings.withMode(mode.mode());
    }
    if (change instanceof Command.SetApprover approver) {
      return settings.withApprover(approver.person());
    }
    if (change instanceof Command.SetOwner owner) {
      return settings.withOwner(owner.person());
    }
    if (change instanceof Command.SetDelay delay) {
      return settings.withRules(rules.withDelayDays(delay.least(), delay.most()));
    }
    if (change instanceof Command.SetKind kind) {
      return settings.withRules(rules.withSwitches(rules.switches().with(kind.kind(), kind.on())));
    }
    if (change instanceof Command.SetHeldOut control) {
      return settings.withHeldOut(control.percent() / 100.0);
    }
    if (change instanceof Command.SetSource source) {
      return settings.withSource(source.bot(), source.listen());
    }
    if (change instanceof Command.SetMostMarquee marquee) {
      return settings.withMostMarquee(marquee.most());
    }
    if (change instanceof Command.SetAskShare share) {
      return settings.withEtiquette(settings.etiquette().withAskShare(share.percent()));
    }
    if (change instanceof Command.SetSuggestions suggestions) {
      return settings.withEtiquette(settings.etiquette().withSuggestions(suggestions.aDay()));
    }
    if (change instanceof Command.NameStaff staff) {
      return settings.withStaff(staff.person(), staff.staff());
    }
    return change instanceof Command.SetProduct || change instanceof Command.SetCompetitor
        ? settings.withProducts(names(settings.products(), change))
        : digests(settings, change, zone);
  }

  private static Products names(Products names, SettingsChange change) {
    if (change instanceof Command.SetProduct ours) {
      return ours.known() ? names.withOurs(ours.name()) : names.withoutOurs(ours.name());
    }
    return change instanceof Command.SetCompetitor theirs
        ? theirs.known() ? names.withTheirs(theirs.name()) : names.withoutTheirs(theirs.name())
        : names;
  }

  private static TeamSettings digests(TeamSettings settings, SettingsChange change, ZoneId zone) {
    if (change instanceof Command.SetDigest digest) {
      ZoneId where = digest.zone() == null ? zone : digest.zone();
      return settings.withDigest(new DigestChannel(digest.channel(), digest.hour(), where));
    }
    return change instanceof Command.StopDigest stop
        ? settings.withoutDigest(stop.channel())
        : settings;
  }

  private static Rendering view(TeamSettings settings, String note, Workspace workspace) {
    return SettingsView.of(settings, note, workspace.directory()::name);
  }
}
