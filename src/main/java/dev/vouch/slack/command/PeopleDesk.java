package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.TopView;
import dev.vouch.slack.view.WhoView;
import dev.vouch.slack.view.WhyView;
import java.util.Optional;
import java.util.function.Function;

/** Answers about people: who they are, why we say so, and who has advocated most. */
final class PeopleDesk {
  private static final int LATEST = 8;
  private static final int NUDGES = 50;
  private static final int TOP = 10;

  private PeopleDesk() {}

  static Rendering who(String person, Workspace workspace) {
    return known(
        person,
        workspace,
        contact ->
            WhoView.of(
                contact,
                account(contact, workspace).orElse(null),
                workspace.advocates().acts(person),
                workspace.directory()::name));
  }

  static Rendering why(String person, Workspace workspace) {
    return known(
        person,
        workspace,
        contact ->
            WhyView.of(
                new WhyView.Facts(
                    contact,
                    account(contact, workspace).map(Account::name).orElse(null),
                    workspace.advocates().acts(person),
                    workspace.advocates().heard(person, LATEST),
                    workspace.nudges().about(person, NUDGES),
                    workspace.relationships().ledger(person, contact.account().orElse(null))),
                workspace.directory()::name));
  }

  static Rendering top(Workspace workspace) {
    return TopView.of(
        workspace.advocates().top(TOP),
        workspace.advocates().advocates(),
        id -> workspace.accounts().account(id).map(Account::name).orElse(id));
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
