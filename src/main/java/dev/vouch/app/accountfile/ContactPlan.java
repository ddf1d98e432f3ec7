package dev.vouch.app.accountfile;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Card.Handle;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.CardBook.Replacement;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.app.accountfile.Table.Columns;
import dev.vouch.app.accountfile.Table.Entry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a table of contacts would change. A cell that is empty says nothing; whoever moves to
 * another account keeps what is theirs and leaves what the old one gave them.
 */
public final class ContactPlan {
  private static final Columns<ContactColumn> COLUMNS =
      new Columns<>(ContactColumn.class, ContactColumn.NAME, ContactColumn::spellings);
  private static final int LONGEST = 80;

  private final Map<String, Card> cards;
  private final Map<String, String> accounts;
  private final Set<String> forgotten;
  private final String source;
  private final Map<String, Long> lines = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Replacement> wanted = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private ContactPlan(
      Map<String, Card> cards, Map<String, String> accounts, Set<String> forgotten, String source) {
    this.cards = cards;
    this.accounts = accounts;
    this.forgotten = forgotten;
    this.source = source;
  }

  /** What cannot stand in a cell: what is wrong, and what to do. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final ContactColumn column;

    Refused(ContactColumn column, String problem) {
      super(problem);
      this.column = column;
    }
  }

  /** The columns that a file of contacts may have. */
  public static Table<ContactColumn> read(byte[] bytes) throws UnusableFile {
    return Table.of(bytes, COLUMNS);
  }

  /**
   * @param source where it comes from: {@code an import of contacts.csv}
   */
  public static Plan<Replacement> of(
      Table<ContactColumn> table, AccountBook book, Forgetting forgetting, String source) {
    Set<String> handles =
        table.entries().stream()
            .flatMap(entry -> Stream.of(person(entry), email(entry)))
            .filter(handle -> !handle.isEmpty())
            .collect(Collectors.toSet());
    List<String> names =
        table.entries().stream()
            .map(entry -> entry.cell(ContactColumn.ACCOUNT))
            .filter(name -> !Account.idOf(name).isEmpty())
            .toList();
    ContactPlan plan =
        new ContactPlan(
            book.cards().cards(handles),
            book.ofNames(names),
            forgetting.forgotten(handles),
            source);
    table.entries().forEach(plan::add);
    plan.faults.addAll(table.faults());
    plan.faults.sort(Comparator.comparingLong(Fault::line));
    return plan.plan(table.unknown());
  }

  private static String person(Entry<ContactColumn> entry) {
    return entry.cell(ContactColumn.PERSON).replaceFirst("^<@([^|>]+).*>$", "$1");
  }

  private static String email(Entry<ContactColumn> entry) {
    return entry.cell(ContactColumn.EMAIL).toLowerCase(Locale.ROOT);
  }

  private void add(Entry<ContactColumn> entry) {
    if (forgotten.contains(person(entry)) || forgotten.contains(email(entry))) {
      leftOut.add(
          "line %d left out: this person has asked to be forgotten".formatted(entry.line()));
      return;
    }
    int faultsBefore = faults.size();
    try {
      checkHandles(entry);
      Card before = before(entry);
      Card after = described(entry, placed(entry, started(entry, before)));
      if (faults.size() == faultsBefore) {
        Stream.of(person(entry), email(entry)).forEach(one -> lines.put(one, entry.line()));
        wanted.add(new Replacement(before, after));
      }
    } catch (Refused e) {
      refuse(entry, e);
    }
  }

  private void refuse(Entry<ContactColumn> entry, Refused refused) {
    faults.add(entry.fault(refused.column, Fault.even(String.valueOf(refused.getMessage()))));
  }

  private void checkHandles(Entry<ContactColumn> entry) throws Refused {
    String person = person(entry);
    String email = email(entry);
    if (person.isEmpty() && email.isEmpty()) {
      throw new Refused(
          ContactColumn.EMAIL, "a contact needs a Slack id or an e-mail address; write one");
    }
    if (!person.isEmpty() && !person.matches("[UW][A-Z0-9]{2,20}")) {
      throw new Refused(
          ContactColumn.PERSON,
          "\"%s\" is no Slack id; copy it from the person's profile in Slack (Copy member ID)"
              .formatted(Fault.shown(person)));
    }
    if (!email.isEmpty() && !email.matches("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+")) {
      throw new Refused(
          ContactColumn.EMAIL,
          "\"%s\" is no e-mail address; one looks like ana@northwind.example"
              .formatted(Fault.shown(email)));
    }
    checkFirst(ContactColumn.PERSON, person);
    checkFirst(ContactColumn.EMAIL, email);
  }

  private void checkFirst(ContactColumn column, String handle) throws Refused {
    Long line = handle.isEmpty() ? null : lines.get(handle);
    if (line != null) {
      throw new Refused(
          column, "line %d is about the same person; make one row of them".formatted(line));
    }
  }

  private @Nullable Card before(Entry<ContactColumn> entry) throws Refused {
    Card byPerson = cards.get(person(entry));
    Card byEmail = cards.get(email(entry));
    String known = byEmail == null ? null : byEmail.handle().person();
    boolean clash =
        byPerson == null
            ? known != null && !person(entry).isEmpty()
            : byEmail != null && !byEmail.equals(byPerson);
    if (clash) {
      throw new Refused(
          ContactColumn.EMAIL,
          "this address is that of the contact %s, who has another Slack id; mend one of the two"
              .formatted(Fault.shown(Objects.requireNonNull(byEmail).name())));
    }
    return byPerson == null ? byEmail : byPerson;
  }

  private Card started(Entry<ContactColumn> entry, @Nullable Card before) throws Refused {
    String name = entry.cell(ContactColumn.NAME);
    if (before == null && name.isEmpty()) {
      throw new Refused(ContactColumn.NAME, "the name is missing; write one");
    }
    checkLength(ContactColumn.NAME, name);
    Handle was = before == null ? null : before.handle();
    Handle handle =
        new Handle(
            or(person(entry), was == null ? null : was.person()),
            or(email(entry), was == null ? null : was.email()));
    return before == null
        ? new Card(handle, name, null, Set.of(), null, Tongue.UNKNOWN, source)
        : new Card(
            handle,
            Objects.requireNonNull(or(name, before.name())),
            before.account(),
            before.roles(),
            before.title(),
            before.tongue(),
            before.source());
  }

  private static @Nullable String or(String said, @Nullable String otherwise) {
    return said.isEmpty() ? otherwise : said;
  }

  private Card placed(Entry<ContactColumn> entry, Card card) throws Refused {
    String name = entry.cell(ContactColumn.ACCOUNT);
    if (name.isEmpty()) {
      return card;
    }
    String account = accounts.get(name);
    if (account == null) {
      throw new Refused(
          ContactColumn.ACCOUNT,
          "no account is called \"%s\"; import it first, or mend the name"
              .formatted(Fault.shown(name)));
    }
    return card.movedTo(account, source);
  }

  private Card described(Entry<ContactColumn> entry, Card card) throws Refused {
    Set<Role> roles = roles(entry, card.roles());
    if (card.account() == null && (roles.isEmpty() || roles.contains(Role.CUSTOMER))) {
      throw new Refused(ContactColumn.ACCOUNT, "a customer belongs to an account; name it");
    }
    String title = entry.cell(ContactColumn.TITLE);
    checkLength(ContactColumn.TITLE, title);
    Tongue tongue =
        new Tongue(
            or(language(entry), card.tongue().language()), or(zone(entry), card.tongue().zone()));
    return new Card(
        card.handle(),
        card.name(),
        card.account(),
        roles,
        or(title, card.title()),
        tongue,
        card.source());
  }

  private static void checkLength(ContactColumn column, String text) throws Refused {
    if (text.length() > LONGEST) {
      throw new Refused(
          column, "%d characters are too many; write at most %d".formatted(text.length(), LONGEST));
    }
  }

  private static Set<Role> roles(Entry<ContactColumn> entry, Set<Role> before) throws Refused {
    String cell = entry.cell(ContactColumn.ROLES);
    Set<Role> roles = new TreeSet<>(cell.isEmpty() ? before : Set.of());
    for (String word : cell.split("[\\s,;|/+]+")) {
      if (!word.isEmpty()) {
        roles.add(role(word));
      }
    }
    return roles;
  }

  private static Role role(String word) throws Refused {
    return Role.named(word)
        .orElseThrow(
            () ->
                new Refused(
                    ContactColumn.ROLES,
                    ("\"%s\" is no role; write one or several of advocate, influencer, employee,"
                            + " partner, customer")
                        .formatted(Fault.shown(word))));
  }

  private static String language(Entry<ContactColumn> entry) throws Refused {
    String cell = entry.cell(ContactColumn.LANGUAGE);
    Locale locale = Locale.forLanguageTag(cell.replace('_', '-'));
    boolean known = List.of(Locale.getISOLanguages()).contains(locale.getLanguage());
    if (!cell.isEmpty() && !known) {
      throw new Refused(
          ContactColumn.LANGUAGE,
          "\"%s\" is no language; write its code, like en or pt-BR".formatted(Fault.shown(cell)));
    }
    return cell.isEmpty() ? "" : locale.toLanguageTag();
  }

  private static String zone(Entry<ContactColumn> entry) throws Refused {
    String cell = entry.cell(ContactColumn.ZONE);
    if (cell.isEmpty()) {
      return "";
    }
    return ZoneId.getAvailableZoneIds().stream()
        .filter(cell::equalsIgnoreCase)
        .findAny()
        .orElseThrow(
            () ->
                new Refused(
                    ContactColumn.ZONE,
                    "\"%s\" is no time zone; one looks like Europe/Madrid or UTC"
                        .formatted(Fault.shown(cell))));
  }

  private Plan<Replacement> plan(List<String> unknown) {
    List<Replacement> changes =
        wanted.stream()
            .filter(one -> !one.after().equals(one.before()))
            .map(one -> new Replacement(one.before(), one.after().saidBy(source)))
            .toList();
    return new Plan<>(
        unknown,
        changes,
        Stream.concat(leftOut.stream(), changes.stream().map(ContactPlan::line)).toList(),
        changes.stream().filter(one -> one.before() == null).count(),
        wanted.size() - changes.size(),
        faults);
  }

  private static String line(Replacement one) {
    Card before = one.before();
    String name = Fault.shown(one.after().name());
    if (before == null) {
      return "new " + name;
    }
    return Objects.equals(before.account(), one.after().account())
        ? "changed " + name
        : "changed %s: moves from %s to %s, and keeps only what is their own"
            .formatted(
                name,
                Objects.requireNonNullElse(before.account(), "no account"),
                one.after().account());
  }
}
