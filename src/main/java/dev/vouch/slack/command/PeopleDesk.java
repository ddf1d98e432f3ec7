package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Weighed;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.RoleRules.Counting;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.digest.Breadth;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.view.BreadthView;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.PersonLines;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.TopView;
import dev.vouch.slack.view.WhoView;
import dev.vouch.slack.view.WhyView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers about people: who they are, why we say so, and who has advocated most. */
final class PeopleDesk {
  private static final int LATEST = 8;
  private static final int NUDGES = 50;

  /** More than are shown: who works for us is left out, and partners stand apart. */
  private static final int MOST = 30;

  /** Of how many advocates, those with most acts, it is told whether they were asked. */
  private static final int ASKED_ABOUT = 100;

  private PeopleDesk() {}

  static Rendering who(String person, Asked asked, Workspace workspace) {
    return known(
        person,
        workspace,
        contact -> {
          PersonLines.Facts facts = PersonDesk.facts(contact, asked, workspace);
          return WhoView.of(
                  contact,
                  account(contact, workspace).orElse(null),
                  weighed(contact, facts, workspace),
                  workspace.directory()::name)
              .and(PersonLines.brief(facts, workspace.directory()::name));
        });
  }

  static Rendering why(String person, Asked asked, Workspace workspace) {
    return known(
        person,
        workspace,
        contact -> {
          PersonLines.Facts facts = PersonDesk.facts(contact, asked, workspace);
          return WhyView.of(
                  new WhyView.Facts(
                      contact,
                      account(contact, workspace).map(Account::name).orElse(null),
                      weighed(contact, facts, workspace),
                      workspace.advocates().heard(person, LATEST),
                      workspace.nudges().about(person, NUDGES)),
                  workspace.directory()::name)
              .and(PersonLines.full(facts, workspace.directory()::name));
        });
  }

  static Rendering top(Workspace workspace) {
    List<Contact> most = workspace.advocates().top(MOST);
    Map<String, Card> cards =
        workspace.accounts().cards().cards(most.stream().map(Contact::id).toList());
    Map<Counting, List<Contact>> counted =
        most.stream()
            .collect(
                Collectors.groupingBy(
                    one ->
                        RoleRules.of(RoleRules.roles(one, Optional.ofNullable(cards.get(one.id()))))
                            .acts()));
    int others = most.size() - counted.getOrDefault(Counting.COUNTED, List.of()).size();
    return TopView.of(
        counted.getOrDefault(Counting.COUNTED, List.of()),
        counted.getOrDefault(Counting.APART, List.of()),
        workspace.advocates().advocates() - others,
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

  private static List<Weighed> weighed(
      Contact person, PersonLines.Facts facts, Workspace workspace) {
    return facts
        .between()
        .weighed(
            facts.acts(),
            workspace.relationships().ledger(person.id(), person.account().orElse(null)),
            facts.now());
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
