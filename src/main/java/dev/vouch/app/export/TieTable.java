package dev.vouch.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ties of everybody as CSV for an audit: a row for each act that a tie bears on, with whether
 * its words say so, and a row for each tie under which there is no act.
 */
public record TieTable(Store store, String team) {
  private static final List<String> HEAD =
      List.of(
          "person",
          "name",
          "account",
          "kind",
          "what",
          "from",
          "until",
          "noted_by",
          "act",
          "act_at",
          "permalink",
          "disclosed");

  /**
   * @param person only this one's, or null for everybody's
   */
  public void write(@Nullable String person, Writer out) {
    Store.Books books = store.books(team);
    List<String> people = person == null ? store.people(team) : List.of(person);
    try (CsvWriter csv = AuditCsv.to(out)) {
      csv.writeRecord(HEAD);
      for (String id : people) {
        Optional<Contact> contact = books.advocates().contact(id);
        List<Tie> ties = books.relationships().of(Subject.person(id)).ties();
        List<AdvocacyAct> acts = ties.isEmpty() ? List.of() : books.advocates().acts(id);
        ties.forEach(tie -> rows(id, contact, tie, acts).forEach(csv::writeRecord));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> rows(
      String person, Optional<Contact> contact, Tie tie, List<AdvocacyAct> acts) {
    List<String> start =
        List.of(
            person,
            AuditCsv.safe(contact.map(Contact::name).orElse("")),
            AuditCsv.safe(contact.flatMap(Contact::account).orElse("")),
            tie.kind().wire(),
            AuditCsv.safe(tie.what()),
            tie.from().toString(),
            tie.until() == null ? "" : tie.until().toString(),
            tie.by() == null ? "" : tie.by());
    List<AdvocacyAct> under = acts.stream().filter(act -> tie.bearsOn(act.at())).toList();
    return under.isEmpty()
        ? List.of(plus(start, List.of("", "", "", "")))
        : under.stream().map(act -> plus(start, cells(act))).toList();
  }

  private static List<String> cells(AdvocacyAct act) {
    return List.of(
        act.kind().wire(), act.at().toString(), act.permalink(), act.isDisclosed() ? "yes" : "no");
  }

  private static List<String> plus(List<String> start, List<String> end) {
    return java.util.stream.Stream.concat(start.stream(), end.stream()).toList();
  }
}
