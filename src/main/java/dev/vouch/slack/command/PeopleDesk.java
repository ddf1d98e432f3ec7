package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Weighed;
import dev.vouch.advocate.pattern.Finding;
import dev.vouch.advocate.pattern.History;
import dev.vouch.advocate.pattern.TransactionalPattern;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
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
  private static final int LATEST = 8;

  /** Mentions that are looked through for what seems to drive the acts. */
  private static final int READ = 500;

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
                contact,
                account(contact, workspace).orElse(null),
                weighed(contact, now, workspace),
                workspace.directory()::name));
  }

  static Rendering why(String person, Instant now, Workspace workspace) {
    return known(
        person,
        workspace,
        contact -> WhyView.of(facts(contact, now, workspace), workspace.directory()::name));
  }

  private static WhyView.Facts facts(Contact contact, Instant now, Workspace workspace) {
    List<Weighed> acts = weighed(contact, now, workspace);
    List<Heard> heard = workspace.advocates().heard(contact.id(), READ);
    return new WhyView.Facts(
        contact,
        account(contact, workspace).map(Account::name).orElse(null),
        acts,
        heard.subList(0, Math.min(LATEST, heard.size())),
        workspace.nudges().about(contact.id(), NUDGES),
        acts.isEmpty() ? null : drive(contact, heard, now, workspace));
  }

  private static WhyView.Drive drive(
      Contact contact, List<Heard> heard, Instant now, Workspace workspace) {
    RelationshipBook relationships = workspace.relationships();
    List<LedgerEntry> ledger = relationships.ledger(contact.id(), contact.account().orElse(null));
    History history = History.of(workspace.advocates().acts(contact.id()), heard, ledger, now);
    Finding finding = TransactionalPattern.of(history);
    Ruling ruling = relationships.of(Subject.person(contact.id())).pattern();
    return new WhyView.Drive(finding, ruling, finding.needsAHuman(history, ruling));
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

  private static List<Weighed> weighed(Contact person, Instant now, Workspace workspace) {
    RelationshipBook relationships = workspace.relationships();
    Ruling pattern = relationships.of(Subject.person(person.id())).pattern();
    return Weighed.all(
        workspace.advocates().acts(person.id()),
        relationships.ledger(person.id(), person.account().orElse(null)),
        pattern != null && pattern.confirmed(),
        now);
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
