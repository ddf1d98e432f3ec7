package dev.vouch.slack.command;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.person.PersonLines;
import dev.vouch.slack.view.person.PersonView;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what one of us says about a person: pauses, roles, ties. */
final class PersonDesk {
  private PersonDesk() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (!(command instanceof Command.OfPerson about)) {
      return Optional.empty();
    }
    if (Staff.isStaff(workspace, about.person())) {
      return Optional.of(
          HelpView.unclear(
              "%s is one of our own people; such things are noted about customers."
                  .formatted(workspace.directory().name(about.person())),
              null));
    }
    return Optional.of(noted(about, asked, workspace));
  }

  private static Rendering noted(Command.OfPerson command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Pause pause) {
      return pause(pause, asked, workspace);
    }
    if (command instanceof Command.Resume resume) {
      return resume(resume.person(), asked, workspace);
    }
    if (command instanceof Command.ChangeRole change) {
      return role(change, asked, workspace);
    }
    if (command instanceof Command.AddTie tie) {
      return tie(tie, asked, workspace);
    }
    if (command instanceof Command.EndTie tie) {
      return end(tie, asked, workspace);
    }
    return shown(command.person(), "", asked, workspace);
  }

  private static Rendering pause(Command.Pause command, Asked asked, Workspace workspace) {
    Instant until = start(command.until(), asked, workspace);
    if (until != null && !until.isAfter(asked.now())) {
      return HelpView.unclear(
          "%s has begun already. Nothing was changed.".formatted(command.until()), null);
    }
    Pause pause = new Pause(asked.by(), asked.now(), until, command.reason());
    rest(asked, workspace).begin(command.person(), pause);
    return PersonView.paused(workspace.directory().name(command.person()), pause);
  }

  private static Rendering resume(String person, Asked asked, Workspace workspace) {
    boolean rested = workspace.relationships().of(Subject.person(person)).pause() != null;
    Relationship unused = rest(asked, workspace).end(person, asked.by());
    return PersonView.resumed(workspace.directory().name(person), rested);
  }

  private static NudgeRest rest(Asked asked, Workspace workspace) {
    return new NudgeRest(workspace, InstantSource.fixed(asked.now()));
  }

  private static Rendering role(Command.ChangeRole command, Asked asked, Workspace workspace) {
    String person = workspace.identities().person(command.person());
    CardBook cards = workspace.accounts().cards();
    while (true) {
      Card before = cards.card(person).orElse(null);
      Set<Role> roles = EnumSet.copyOf(RoleRules.noted(Optional.ofNullable(before)));
      boolean changed = command.holds() ? roles.add(command.role()) : roles.remove(command.role());
      if (!changed || roles.isEmpty()) {
        return shown(person, unchanged(command, roles), asked, workspace);
      }
      Card after = card(command, Optional.ofNullable(before), asked, workspace).withRoles(roles);
      if (cards.replace(List.of(new CardBook.Replacement(before, after)), asked.now())) {
        String said = command.holds() ? "is noted as %s." : "is noted as %s no longer.";
        return shown(person, said.formatted(command.role().wire()), asked, workspace);
      }
    }
  }

  private static String unchanged(Command.ChangeRole command, Set<Role> roles) {
    if (roles.isEmpty()) {
      return "needs another role before this one goes.";
    }
    return command.holds()
        ? "was noted as %s already.".formatted(command.role().wire())
        : "was not noted as %s; whoever has acts of advocacy is an advocate by them."
            .formatted(command.role().wire());
  }

  private static Card card(
      Command.ChangeRole command, Optional<Card> before, Asked asked, Workspace workspace) {
    return before.orElseGet(
        () ->
            new Card(
                new Card.Handle(workspace.identities().person(command.person()), null),
                workspace.directory().name(command.person()),
                null,
                Set.of(),
                null,
                Card.Tongue.UNKNOWN,
                "set by <@%s> with /vouch role".formatted(asked.by())));
  }

  private static Rendering tie(Command.AddTie command, Asked asked, Workspace workspace) {
    Instant from = start(command.from(), asked, workspace);
    Instant began = from == null ? asked.now() : from;
    LocalDate day = LocalDate.ofInstant(began, zone(asked, workspace));
    String id =
        "%s:%s:%s".formatted(command.kind().wire(), day, command.what().toLowerCase(Locale.ROOT));
    Instant until = start(command.until(), asked, workspace);
    if (until != null && until.isBefore(began)) {
      return HelpView.unclear("It would end before it begins. Nothing was changed.", null);
    }
    Tie tie = new Tie(id, command.kind(), command.what(), began, until, asked.by());
    workspace
        .relationships()
        .change(Subject.person(command.person()), between -> between.with(tie));
    return shown(command.person(), "has one tie more on record.", asked, workspace);
  }

  private static Rendering end(Command.EndTie command, Asked asked, Workspace workspace) {
    Subject person = Subject.person(command.person());
    Relationship before = workspace.relationships().of(person);
    Relationship after =
        workspace.relationships().change(person, between -> ended(between, command, asked));
    return shown(
        command.person(),
        before.ties().equals(after.ties())
            ? "has no tie called \"%s\" that is not over.".formatted(command.what())
            : "has one tie less from today on.",
        asked,
        workspace);
  }

  private static Relationship ended(Relationship between, Command.EndTie command, Asked asked) {
    return between.ties().stream()
        .filter(tie -> tie.what().equalsIgnoreCase(command.what()))
        .filter(tie -> tie.until() == null || tie.until().isAfter(asked.now()))
        .filter(tie -> tie.from().isBefore(asked.now()))
        .findFirst()
        .map(tie -> between.with(tie.ended(asked.now())))
        .orElse(between);
  }

  private static Rendering shown(String person, String said, Asked asked, Workspace workspace) {
    return PersonView.of(
        workspace.directory().name(person),
        said,
        facts(contact(person, workspace), asked, workspace),
        workspace.directory()::name);
  }

  /** What a person is to us and what ties them to us. */
  static PersonLines.Facts facts(Contact contact, Asked asked, Workspace workspace) {
    return new PersonLines.Facts(
        RoleRules.roles(contact, workspace.accounts().cards().card(contact.id())),
        workspace.relationships().of(Subject.person(contact.id())),
        workspace.advocates().acts(contact.id()),
        asked.now());
  }

  /** What follows from what a person is to us. */
  static RoleRules rules(String person, Workspace workspace) {
    Contact contact = contact(person, workspace);
    return RoleRules.of(RoleRules.roles(contact, workspace.accounts().cards().card(contact.id())));
  }

  /** Things are noted about people before they are heard, too. */
  private static Contact contact(String id, Workspace workspace) {
    String person = workspace.identities().person(id);
    return workspace
        .advocates()
        .contact(person)
        .orElseGet(
            () ->
                new Contact(
                    person,
                    workspace.directory().name(person),
                    null,
                    Map.of(),
                    Reach.NONE,
                    0,
                    null,
                    null));
  }

  /** When a day begins where whoever asks is. */
  private static @Nullable Instant start(
      @Nullable LocalDate day, Asked asked, Workspace workspace) {
    return day == null ? null : day.atStartOfDay(zone(asked, workspace)).toInstant();
  }

  private static ZoneId zone(Asked asked, Workspace workspace) {
    return workspace.directory().zone(asked.by());
  }
}
