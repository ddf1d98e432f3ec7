package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.digest.Breadth;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.view.BreadthView;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.TopView;
import dev.vouch.slack.view.WhoView;
import dev.vouch.slack.view.WhyView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers about people: who they are, why we say so, and who has advocated most. */
final class PeopleDesk {
  private static final int NUDGES = 50;
  private static final int TOP = 10;

  /** Of how many advocates, those with most acts, it is told whether they were asked. */
  private static final int ASKED_ABOUT = 100;

  private PeopleDesk() {}

  static Rendering who(String person, Instant now, Workspace workspace) {
    return known(
        person,
        workspace,
        contact ->
            WhoView.of(
                new WhoView.Facts(
                    contact,
                    account(contact, workspace).orElse(null),
                    evidence(contact, now, workspace),
                    now),
                workspace.directory()::name));
  }

  static Rendering why(String person, Instant now, Workspace workspace) {
    return known(
        person,
        workspace,
        contact ->
            WhyView.of(
                new WhyView.Facts(
                    contact,
                    account(contact, workspace).map(Account::name).orElse(null),
                    evidence(contact, now, workspace),
                    workspace.nudges().about(person, NUDGES),
                    now),
                workspace.directory()::name));
  }

  private static Evidence evidence(Contact contact, Instant now, Workspace workspace) {
    return new EvidenceReader(workspace.advocates(), workspace.relationships(), now).of(contact);
  }

  static Rendering top(Workspace workspace) {
    return TopView.of(
        workspace.advocates().top(TOP),
        workspace.advocates().advocates(),
        id -> accountName(id, workspace));
  }

  static Rendering breadth(Instant now, Workspace workspace) {
    List<Contact> most = workspace.advocates().top(ASKED_ABOUT);
    List<Subject> subjects = most.stream().map(person -> Subject.person(person.id())).toList();
    Breadth breadth =
        Breadth.of(
            workspace.advocates().spread(now), most, workspace.relationships().all(subjects), now);
    return BreadthView.of(breadth, id -> accountName(id, workspace));
  }

  private static String accountName(String id, Workspace workspace) {
    return workspace.accounts().account(id).map(Account::name).orElse(id);
  }

  private static Rendering known(
      String person, Workspace workspace, Function<Contact, Rendering> answer) {
    return workspace
        .advocates()
        .contact(person)
        .map(answer)
        .orElseGet(() -> unknown(person, workspace));
  }

  private static Rendering unknown(String person, Workspace workspace) {
    Directory directory = workspace.directory();
    String name = directory.name(person);
    String why =
        Staff.isStaff(workspace, person)
            ? "%s is one of our own people, and Vouch keeps nothing about what they say."
            : "Vouch has not heard %s yet: they have written nothing where it listens. Invite it to"
                + " a channel they use.";
    return HelpView.unclear(why.formatted(name), null);
  }

  private static Optional<Account> account(Contact contact, Workspace workspace) {
    return contact.account().flatMap(workspace.accounts()::account);
  }
}
