package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.pattern.Finding;
import dev.vouch.advocate.pattern.History;
import dev.vouch.advocate.pattern.TransactionalPattern;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Workspace;
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
  private static final int LATEST = 8;

  /** Mentions that are looked through for what seems to drive the acts. */
  private static final int READ = 500;

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

  static Rendering why(String person, Instant now, Workspace workspace) {
    return known(
        person,
        workspace,
        contact -> WhyView.of(facts(contact, now, workspace), workspace.directory()::name));
  }

  private static WhyView.Facts facts(Contact contact, Instant now, Workspace workspace) {
    String person = contact.id();
    List<AdvocacyAct> acts = workspace.advocates().acts(person);
    List<Heard> heard = workspace.advocates().heard(person, READ);
    List<LedgerEntry> ledger =
        workspace.relationships().ledger(person, contact.account().orElse(null));
    return new WhyView.Facts(
        contact,
        account(contact, workspace).map(Account::name).orElse(null),
        acts,
        heard.subList(0, Math.min(LATEST, heard.size())),
        workspace.nudges().about(person, NUDGES),
        ledger,
        acts.isEmpty() ? null : drive(History.of(acts, heard, ledger, now), person, workspace));
  }

  private static WhyView.Drive drive(History history, String person, Workspace workspace) {
    Finding finding = TransactionalPattern.of(history);
    Ruling ruling = workspace.relationships().of(Subject.person(person)).pattern();
    return new WhyView.Drive(finding, ruling, finding.needsAHuman(history, ruling));
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
