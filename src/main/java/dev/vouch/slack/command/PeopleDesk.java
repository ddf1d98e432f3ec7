package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Spread.Share;
import dev.vouch.advocate.pattern.Finding;
import dev.vouch.advocate.pattern.History;
import dev.vouch.advocate.pattern.TransactionalPattern;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.RoleRules.Counting;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.digest.Breadth;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.ask.AskLines;
import dev.vouch.slack.view.executive.RosterView;
import dev.vouch.slack.view.figure.BreadthView;
import dev.vouch.slack.view.figure.TopView;
import dev.vouch.slack.view.nudge.WhyNudgeView;
import dev.vouch.slack.view.person.MergeView;
import dev.vouch.slack.view.person.PersonLines;
import dev.vouch.slack.view.person.WhoView;
import dev.vouch.slack.view.person.WhyView;
import dev.vouch.slack.view.reply.AnswerLines;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers about people: who they are, why we say so, and who has advocated most. */
final class PeopleDesk {
  private static final int ASKS = 5;
  private static final int NUDGES = 50;

  private static final int MOST = 10;

  /** Of how many advocates, those with most acts, it is told whether they were asked. */
  private static final int ASKED_ABOUT = 100;

  private PeopleDesk() {}

  static Rendering who(String person, Asked asked, Workspace workspace) {
    return known(
        person,
        workspace,
        contact ->
            WhoView.of(
                    new WhoView.Facts(
                        contact,
                        account(contact, workspace).orElse(null),
                        evidence(contact, asked.now(), workspace),
                        asked.now()),
                    workspace.directory()::name)
                .and(
                    PersonLines.brief(
                        PersonDesk.facts(contact, asked, workspace), workspace.directory()::name))
                .and(AnswerLines.of(workspace.asks().about(person, ASKS), link(workspace)))
                .and(
                    RosterView.introductions(
                        ExecutiveDesk.introductions(person, workspace),
                        workspace.directory()::name))
                .and(
                    MergeView.identities(
                        workspace.identities().of(contact.id()), workspace.directory()::name)));
  }

  static Rendering why(String person, Asked asked, Workspace workspace) {
    return known(
        person,
        workspace,
        contact ->
            WhyView.of(facts(contact, asked.now(), workspace), workspace.directory()::name)
                .and(
                    AskLines.of(
                        workspace.relationships().of(Subject.person(contact.id())),
                        asked.now(),
                        workspace.directory()::name))
                .and(
                    PersonLines.full(
                        PersonDesk.facts(contact, asked, workspace), workspace.directory()::name)));
  }

  private static Function<Posted, String> link(Workspace workspace) {
    return where ->
        workspace.directory().home().permalink(new MentionId(where.channel(), where.ts()), null);
  }

  static Rendering whyNudge(String person, Workspace workspace) {
    return known(
        person,
        workspace,
        contact ->
            WhyNudgeView.of(
                contact,
                workspace.nudges().about(contact.id(), NUDGES),
                workspace.directory()::name));
  }

  private static WhyView.Facts facts(Contact contact, Instant now, Workspace workspace) {
    Evidence evidence = evidence(contact, now, workspace);
    return new WhyView.Facts(
        contact,
        account(contact, workspace).map(Account::name).orElse(null),
        evidence,
        workspace.nudges().about(contact.id(), NUDGES),
        now,
        evidence.acts().isEmpty() ? null : drive(contact, evidence, now, workspace));
  }

  private static WhyView.Drive drive(
      Contact contact, Evidence evidence, Instant now, Workspace workspace) {
    List<LedgerEntry> ledger =
        workspace.relationships().ledger(contact.id(), contact.account().orElse(null));
    History history = History.of(evidence.acts(), evidence.heard(), ledger, now);
    Finding finding = TransactionalPattern.of(history);
    Ruling ruling = evidence.person().pattern();
    return new WhyView.Drive(finding, ruling, finding.needsAHuman(history, ruling));
  }

  private static Evidence evidence(Contact contact, Instant now, Workspace workspace) {
    return new EvidenceReader(workspace.advocates(), workspace.relationships(), now).of(contact);
  }

  static Rendering top(Workspace workspace) {
    Set<String> apart = workspace.accounts().cards().apart();
    List<Contact> others =
        workspace.advocates().contacts(apart).values().stream()
            .filter(Contact::isAdvocate)
            .toList();
    List<Contact> most = counted(MOST, apart, workspace);
    List<Contact> partners = partners(others, workspace);
    return TopView.of(
        most,
        partners,
        workspace.advocates().advocates() - others.size(),
        accountNames(Stream.concat(most.stream(), partners.stream()), workspace));
  }

  /** Those with most acts but for those who do not count with them, however many these are. */
  private static List<Contact> counted(int most, Set<String> apart, Workspace workspace) {
    return workspace.advocates().top(most + apart.size()).stream()
        .filter(one -> !apart.contains(one.id()))
        .limit(most)
        .toList();
  }

  private static List<Contact> partners(List<Contact> others, Workspace workspace) {
    Map<String, Card> cards =
        workspace.accounts().cards().cards(others.stream().map(Contact::id).toList());
    return others.stream()
        .filter(
            one ->
                RoleRules.of(RoleRules.roles(one, Optional.ofNullable(cards.get(one.id())))).acts()
                    == Counting.APART)
        .sorted(Comparator.comparingInt(Contact::acts).reversed().thenComparing(Contact::name))
        .toList();
  }

  static Rendering breadth(Instant now, Workspace workspace) {
    List<Contact> most = counted(ASKED_ABOUT, workspace.accounts().cards().apart(), workspace);
    List<Subject> subjects = most.stream().map(person -> Subject.person(person.id())).toList();
    Breadth breadth =
        Breadth.of(
            workspace.advocates().spread(now), most, workspace.relationships().all(subjects), now);
    Stream<Contact> busiest = breadth.spread().busiest().stream().map(Share::person);
    return BreadthView.of(breadth, accountNames(Stream.concat(most.stream(), busiest), workspace));
  }

  /** The names of the accounts of people, asked for in one step. */
  private static UnaryOperator<String> accountNames(Stream<Contact> people, Workspace workspace) {
    Set<String> ids =
        people.flatMap(person -> person.account().stream()).collect(Collectors.toSet());
    Map<String, Account> accounts = workspace.accounts().accounts(ids);
    return id -> Optional.ofNullable(accounts.get(id)).map(Account::name).orElse(id);
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
