package dev.vouch.slack.command;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.pattern.History;
import dev.vouch.advocate.pattern.Programme;
import dev.vouch.advocate.pattern.Spent;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.figure.ProgrammeView;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Answers what our rewards bring. Reads the people with the most acts, not all, so that it takes as
 * long in a large workspace as in a small one.
 */
final class ProgrammeDesk {
  private static final int PEOPLE = 200;
  private static final int MONTHS = 12;

  private ProgrammeDesk() {}

  static Rendering show(Instant now, Workspace workspace) {
    List<Contact> people = workspace.advocates().top(PEOPLE);
    Map<String, List<AdvocacyAct>> acts =
        workspace.advocates().acts(people.stream().map(Contact::id).toList());
    Map<Subject, Relationship> between =
        workspace.relationships().all(people.stream().flatMap(ProgrammeDesk::subjects).toList());
    List<History.Act> held = new ArrayList<>();
    for (Contact person : people) {
      List<LedgerEntry> ledger =
          subjects(person)
              .flatMap(one -> Objects.requireNonNull(between.get(one)).ledger().stream())
              .toList();
      acts.getOrDefault(person.id(), List.of()).forEach(act -> held.add(History.act(act, ledger)));
    }
    YearMonth last = YearMonth.from(now.atZone(ZoneOffset.UTC));
    Instant from = last.minusMonths(MONTHS - 1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<LedgerEntry> given =
        between.values().stream()
            .flatMap(one -> one.ledger().stream())
            .filter(entry -> entry.isOffer() || !entry.from().isBefore(from))
            .toList();
    return ProgrammeView.of(Programme.of(held, Spent.of(given), last, MONTHS), people.size());
  }

  private static Stream<Subject> subjects(Contact person) {
    return Stream.concat(
        Stream.of(Subject.person(person.id())), person.account().map(Subject::account).stream());
  }
}
