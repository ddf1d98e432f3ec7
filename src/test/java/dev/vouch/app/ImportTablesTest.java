package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountEdit;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.Directory;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Importing accounts and contacts from the command line into real Redis. */
class ImportTablesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir private Path directory;
  private final Store store = Store.at(TestRedis.address(), InstantSource.fixed(NOW));
  private final String team = TestRedis.freshTeam();
  private final Store.Books books = store.books(team);
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void installed() {
    store.remember(new Directory.Home(team, "Acme", "https://acme.slack.com/", "U0VOUCH"));
  }

  @AfterEach
  void gone() {
    store.erase(team);
    store.close();
  }

  private int accounts(String csv, String... options) throws IOException {
    return run("accounts", csv.getBytes(StandardCharsets.UTF_8), options);
  }

  private int contacts(String csv, String... options) throws IOException {
    return run("contacts", csv.getBytes(StandardCharsets.UTF_8), options);
  }

  private int run(String what, byte[] bytes, String... options) throws IOException {
    Path file = Files.write(directory.resolve(what + ".csv"), bytes);
    out = new StringWriter();
    err = new StringWriter();
    return command("import", what, file.toString(), "--team", team, String.join(" ", options));
  }

  private int command(String... args) {
    return Main.commandLine(Map.of("REDIS_URL", TestRedis.address().uri().toString()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            java.util.Arrays.stream(args).filter(arg -> !arg.isEmpty()).toArray(String[]::new));
  }

  private Account account(String name) {
    return books.accounts().named(name).orElseThrow();
  }

  private Card card(String handle) {
    return books.accounts().cards().card(handle).orElseThrow();
  }

  @Test
  void accounts_areTakenWithAllTheirColumns() throws IOException {
    assertThat(
            accounts(
                """
                name,tier,criteria,owner,sponsor,domains,teams,channels,region,country,sector,procurement,stage,renewal
                Northwind Foods,Marquee,"Largest, and asked by others",U0MAYA,<@U0LENA|lena>,north.example; www.nw.example,T0NORTH,C0SHARED,EMEA,Germany,food retail,tender,in use,2027-03-31
                """))
        .isZero();

    Account northwind = account("northwind foods");
    assertThat(northwind.tier()).isEqualTo(Tier.MARQUEE);
    assertThat(northwind.owner()).isEqualTo("U0MAYA");
    assertThat(northwind.sponsor()).isEqualTo("U0LENA");
    assertThat(northwind.domains()).containsExactlyInAnyOrder("north.example", "nw.example");
    assertThat(northwind.teams()).containsExactly("T0NORTH");
    assertThat(northwind.channels()).containsExactly("C0SHARED");
    assertThat(northwind.profile())
        .isEqualTo(
            new Account.Profile(
                "Largest, and asked by others",
                "EMEA",
                "DE",
                "food retail",
                Account.Procurement.ON,
                "in use",
                LocalDate.of(2027, 3, 31)));
    assertThat(books.accounts().ofDomain("north.example")).contains(northwind);
  }

  @Test
  void countryAndProcurementThatMeanNothing_areNamedWithWhatToDo() throws IOException {
    assertThat(accounts("name,country,procurement\nNorthwind,Narnia,perhaps\n")).isNotZero();
    assertThat(out.toString() + err)
        .contains("\"Narnia\" is no country; write its two letters, like DE")
        .contains("\"perhaps\" says nothing about procurement; write on, negotiation or off");
  }

  @Test
  void repeatedImport_changesNothing_andSaysSo() throws IOException {
    String csv = "name,tier,domains\nNorthwind,named,n.example\nKestrel,,\n";
    accounts(csv);
    long version = account("Northwind").version();

    assertThat(accounts(csv)).isZero();
    assertThat(out.toString())
        .isEqualTo("0 new, 0 changed, 2 as they were, 0 bad. Nothing was to be changed.\n");
    assertThat(account("Northwind").version()).isEqualTo(version);
  }

  @Test
  void renewalDateThatMovesOn_isOnRecordAsARenewal_once() throws IOException {
    String soon = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    String later = LocalDate.now(ZoneOffset.UTC).plusDays(385).toString();
    accounts("name,renewal\nNorthwind,%s\nKestrel,%s\n".formatted(soon, soon));
    assertThat(renewals("northwind")).isEmpty();

    accounts("name,renewal\nNorthwind,%s\nKestrel,\n".formatted(later), "--dry-run");
    assertThat(renewals("northwind")).isEmpty();
    accounts("name,renewal\nNorthwind,%s\nKestrel,\n".formatted(later));
    accounts("name,renewal\nNorthwind,%s\nKestrel,\n".formatted(later));
    assertThat(renewals("northwind")).containsExactly("until " + later);
    assertThat(renewals("kestrel")).isEmpty();
  }

  private List<String> renewals(String account) {
    return books
        .relationships()
        .of(Subject.account(account))
        .entries(LedgerEntry.Kind.RENEWED)
        .stream()
        .map(entry -> String.valueOf(entry.note().words()))
        .toList();
  }

  @Test
  void dryRun_saysWhatWouldChange_andChangesNothing() throws IOException {
    accounts("name,tier\nNorthwind,named\n");

    assertThat(accounts("name,tier\nNorthwind,marquee\nKestrel,scale\n", "--dry-run")).isZero();
    assertThat(out.toString())
        .contains("changed Northwind: tier named → marquee", "new Kestrel")
        .contains("1 new, 1 changed, 0 as they were, 0 bad. A dry run: nothing was changed.");
    assertThat(books.accounts().accounts(10)).hasSize(1);
    assertThat(account("Northwind").tier()).isEqualTo(Tier.NAMED);
  }

  /** One row in twenty is broken, each in another way. */
  private static String fiveInAHundredBroken() {
    StringBuilder csv = new StringBuilder("Account Name;Tier;Web site;Renews on\r\n");
    for (int i = 2; i <= 101; i++) {
      csv.append(
          switch (i) {
            case 20 -> "Company 20;gold;c20.example;\r\n";
            case 40 -> "Company 40;named;c39.example;\r\n";
            case 60 -> ";named;c60.example;31.03.2027\r\n";
            case 80 -> "Company 79;named;;\r\n";
            case 100 -> "Company 100;named\r\n";
            default -> "Company %d;named;c%d.example;2027-03-31\r\n".formatted(i, i);
          });
    }
    return csv.toString();
  }

  @Test
  void brokenRows_areAllToldWithLineColumnAndWhatToDo_andNothingIsChanged() throws IOException {
    assertThat(accounts(fiveInAHundredBroken())).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "line 20, column Tier: \"gold\" is no tier; write marquee, named or scale.",
            "line 40, column Web site: c39.example stands in line 39 too, for Company 39; leave it"
                + " with one of them.",
            "line 60, column Account Name: the name is missing; write one.",
            "line 80, column Account Name: line 79 is about the same account; make one row of them.",
            "line 100: it has 2 cells and the first row has 4; put a cell that holds a delimiter in"
                + " quotes.");
    assertThat(out.toString())
        .contains(
            "95 new, 0 changed, 0 as they were, 5 bad. Nothing was changed: mend the bad rows");
    assertThat(books.accounts().accounts(1_000)).isEmpty();
  }

  @Test
  void goodRows_areTakenAlone_whenThatIsWanted() throws IOException {
    assertThat(accounts(fiveInAHundredBroken(), "--skip-bad")).isEqualTo(1);

    assertThat(out.toString()).contains("5 bad. The good rows were taken.");
    assertThat(books.accounts().accounts(1_000)).hasSize(95);
    assertThat(account("Company 39").domains()).containsExactly("c39.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '/',
      value = {"UTF-8/'\uFEFF'", "UTF-8/''", "UTF-16LE/'\uFEFF'", "UTF-16BE/'\uFEFF'"})
  void marksOfSpreadsheets_areRead(String charset, String mark) throws IOException {
    String csv = mark + "sep=;\r\n\"Name\";Tier\r\n\"Müller; \"\"Söhne\"\"\nund Co\";NAMED\r\n";
    assertThat(run("accounts", csv.getBytes(Charset.forName(charset)))).isZero();
    assertThat(books.accounts().accounts(10))
        .extracting(Account::name)
        .containsExactly("Müller; \"Söhne\" und Co");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void delimiter_isFoundOut(String delimiter) throws IOException {
    assertThat(accounts("name,tier\n\"A;,|B\",named\n".replaceAll("(?<=name|\"),", delimiter)))
        .isZero();
    assertThat(account("A;,|B").tier()).isEqualTo(Tier.NAMED);
  }

  @Test
  void wrongQuotes_areToldWithTheirLine_andReadingGoesOn() throws IOException {
    String csv =
        "name,tier\nAlder,named\n\"Birch\" Ltd,named\nCedar,gold\n\"Deodar,named\nElm,named\n";
    assertThat(accounts(csv, "--skip-bad")).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "line 3: text follows a closing quote; double each quote that belongs to the text"
                + " (\"\").",
            "line 4, column tier: \"gold\" is no tier; write marquee, named or scale.",
            "line 5: a quote is opened here and never closed; close it, or take it out.");
    assertThat(books.accounts().accounts(10))
        .extracting(Account::name)
        .containsExactly("Alder", "Elm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "''!it is empty; its first row names the columns: name, tier",
        "'company code,tier'!none of its columns is called name",
        "'name,Company'!\"name\" and \"Company\" mean the same",
        "'\"name\"x,tier'!it is empty",
      })
  void whatIsNoSuchTable_isRefused(String csv, String why) throws IOException {
    assertThat(accounts(csv + (csv.isEmpty() ? "" : "\n"))).isEqualTo(2);
    assertThat(err.toString()).contains(why);
  }

  @Test
  void oldCharacterSets_areRefused_notGuessed() throws IOException {
    byte[] latin = "name\nMüller\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(run("accounts", latin)).isEqualTo(2);
    assertThat(err.toString()).contains("not UTF-8; save it again as CSV UTF-8");
  }

  @Test
  void unknownColumns_areNamed_andLeftOut() throws IOException {
    assertThat(accounts("name,Shoe size\nNorthwind,44\n")).isZero();
    assertThat(err.toString()).contains("The column \"Shoe size\" means nothing to me; left out.");
  }

  @Test
  void domainOfAnotherAccount_isRefusedWithWhatToDo() throws IOException {
    books.accounts().change("North", account -> account.withDomain("n.example"));

    assertThat(accounts("name,domains\nNorthwind Foods,n.example\n")).isEqualTo(1);
    assertThat(err.toString())
        .contains("line 2, column domains: n.example belongs to the account North already")
        .contains("/vouch account \"North\" rename Northwind Foods");
    assertThat(books.accounts().named("Northwind Foods")).isEmpty();
  }

  @Test
  void tooManyMarqueeAccounts_areRefusedWithAllNames_evenWhenBadRowsAreSkipped()
      throws IOException {
    books.settings().change(settings -> settings.withMostMarquee(2));
    accounts("name,tier\nAlder,marquee\nBirch,marquee\n");

    assertThat(accounts("name,tier\nCedar,marquee\nDeodar,named\n", "--skip-bad")).isEqualTo(1);
    assertThat(err.toString())
        .contains("may be 2 marquee accounts, and there would be 3: Alder, Birch, Cedar;");
    assertThat(books.accounts().named("Deodar")).isEmpty();

    assertThat(accounts("name,tier\nCedar,marquee\nBirch,named\n")).isZero();
    assertThat(books.accounts().marquee()).extracting(Account::name).contains("Alder", "Cedar");
  }

  @Test
  void emptyCell_changesNothing_andNoneTakesAway() throws IOException {
    accounts("name,owner,region,domains\nNorthwind,U0MAYA,EMEA,n.example\n");
    accounts("name,owner,region,domains\nNORTHWIND,,none,m.example\n");

    Account northwind = account("Northwind");
    assertThat(northwind.owner()).isEqualTo("U0MAYA");
    assertThat(northwind.profile().region()).isNull();
    assertThat(northwind.domains()).containsExactlyInAnyOrder("n.example", "m.example");
    assertThat(northwind.name()).isEqualTo("Northwind");
  }

  @Test
  void repWhoDidNotSeeTheImport_isToldOfIt() throws IOException {
    accounts("name,owner\nNorthwind,U0MAYA\n");
    var edited =
        books
            .accounts()
            .edit(
                "Northwind",
                account -> account.withOwner("U0OMAR"),
                new AccountEdit("U0OMAR", Instant.now(), 25));

    assertThat(edited.done()).isFalse();
    assertThat(edited.theirs())
        .singleElement()
        .satisfies(
            revision -> {
              assertThat(revision.by()).isEqualTo("an import of accounts.csv");
              assertThat(revision.field()).isEqualTo(AccountField.OWNER);
            });
    assertThat(account("Northwind").owner()).isEqualTo("U0MAYA");
  }

  @Test
  void contacts_areTaken_andShownWithTheirAccount() throws IOException {
    accounts("name\nNorthwind\n");
    assertThat(
            contacts(
                """
                Name,Slack ID,E-mail,Account,Roles,Job Title,Language,Time Zone
                Ana Ruiz,U0ANA,Ana@N.example,northwind,"customer, influencer",Head of Finance,es,europe/madrid
                Tom Okafor,,tom@n.example,Northwind,customer,,en-GB,
                Pia Lang,U0PIA,,,partner,,,
                """))
        .isZero();

    Card ana = card("U0ANA");
    assertThat(ana).isEqualTo(card("ana@n.example"));
    assertThat(ana.roles()).containsExactlyInAnyOrder(Role.CUSTOMER, Role.INFLUENCER);
    assertThat(ana.title()).isEqualTo("Head of Finance");
    assertThat(ana.tongue()).isEqualTo(new Card.Tongue("es", "Europe/Madrid"));
    assertThat(books.advocates().people("northwind")).containsExactly("U0ANA");
    assertThat(books.advocates().contact("U0ANA").orElseThrow().link().rule())
        .isEqualTo("set by an import of contacts.csv");

    out = new StringWriter();
    command("export", "--team", team);
    assertThat(JsonParser.parseString(out.toString()).toString())
        .contains("\"name\":\"Ana Ruiz\",\"identities\":[{\"id\":\"U0ANA\"}],\"account\":\"northwind\"")
        .contains("\"roles\":[\"influencer\",\"customer\"],\"email\":\"ana@n.example\"")
        .contains("\"contacts\":[{\"name\":\"Tom Okafor\",\"account\":\"northwind\"");
  }

  @Test
  void repeatedContacts_changeNothing() throws IOException {
    accounts("name\nNorthwind\n");
    String csv =
        "name,slack id,email,account\nAna Ruiz,U0ANA,,Northwind\nTom,,t@n.example,Northwind\n";
    contacts(csv);
    assertThat(contacts(csv)).isZero();
    assertThat(out.toString()).contains("0 new, 0 changed, 2 as they were, 0 bad.");
  }

  @Test
  void badContacts_areToldWithLineColumnAndWhatToDo_andNothingIsChanged() throws IOException {
    accounts("name\nNorthwind\n");
    assertThat(
            contacts(
                """
                name,slack id,email,account,roles,language,zone
                Ana,U0ANA,,Northwind,,,
                Ben,U0BEN,,Southwind,,,
                Cy,,,Northwind,,,
                Dee,dee,,Northwind,,,
                Eve,U0EVE,eve,Northwind,,,
                Fay,U0FAY,,Northwind,fan,,
                Gus,U0GUS,,,customer,,
                Hal,U0ANA,,Northwind,,,
                Ida,U0IDA,,Northwind,,Klingon,
                Jon,U0JON,,Northwind,,,Mars
                """))
        .isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "line 3, column account: no account is called \"Southwind\"; import it first, or mend"
                + " the name.",
            "line 4, column email: a contact needs a Slack id or an e-mail address; write one.",
            "line 5, column slack id: \"dee\" is no Slack id; copy it from the person's profile in"
                + " Slack (Copy member ID).",
            "line 6, column email: \"eve\" is no e-mail address; one looks like"
                + " ana@northwind.example.",
            "line 7, column roles: \"fan\" is no role; write one or several of advocate, influencer,"
                + " employee, partner, customer.",
            "line 8, column account: a customer belongs to an account; name it.",
            "line 9, column slack id: line 2 is about the same person; make one row of them.",
            "line 10, column language: \"Klingon\" is no language; write its code, like en or"
                + " pt-BR.",
            "line 11, column zone: \"Mars\" is no time zone; one looks like Europe/Madrid or UTC.");
    assertThat(books.accounts().cards().all()).isEmpty();
  }

  @Test
  void contactWhoMoves_keepsWhatIsTheirOwn() throws IOException {
    accounts("name\nNorthwind\nKestrel\n");
    books
        .advocates()
        .meet(
            new Author("U0ANA", "T0NORTH", "Ana R.", Author.Kind.CUSTOMER, null, null),
            new AccountLink("northwind", "their Slack workspace is connected to ours", NOW));
    contacts(
        "name,slack id,account,roles,title,language\n"
            + "Ana,U0ANA,Northwind,customer influencer,CFO,es\n");

    assertThat(contacts("name,slack id,account\nAna,U0ANA,Kestrel\n")).isZero();
    assertThat(out.toString()).contains("changed Ana: moves from northwind to kestrel");
    assertThat(card("U0ANA").roles()).containsExactly(Role.INFLUENCER);
    assertThat(card("U0ANA").title()).isNull();
    assertThat(card("U0ANA").tongue().language()).isEqualTo("es");
    assertThat(books.advocates().people("northwind")).isEmpty();
    assertThat(books.advocates().people("kestrel")).containsExactly("U0ANA");
    assertThat(books.advocates().contact("U0ANA").orElseThrow().name()).isEqualTo("Ana R.");
  }

  @Test
  void addressThatBelongsToAnother_isRefused() throws IOException {
    accounts("name\nNorthwind\n");
    contacts("name,slack id,email,account\nAna,U0ANA,ana@n.example,Northwind\n");

    assertThat(contacts("name,slack id,email,account\nAnn,U0ANN,ana@n.example,Northwind\n"))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("line 2, column email: this address is that of the contact Ana");
    assertThat(books.accounts().cards().card("U0ANN")).isEmpty();
  }

  @Test
  void erasedContact_leavesNothingBehind() throws IOException {
    accounts("name\nNorthwind\n");
    contacts("name,email,account\nTom,tom@n.example,Northwind\n");
    books.accounts().cards().erase("tom@n.example");
    assertThat(books.accounts().cards().all()).isEmpty();
    assertThat(books.accounts().ofContacts(java.util.List.of("tom@n.example"))).isEmpty();
  }

  @Test
  void cellThatWouldHarmATerminal_isShownHarmlessly() throws IOException {
    accounts("name,tier\nNorthwind,\"\u001B[31mred\u202E\"\n");
    assertThat(err.toString()).doesNotContain("\u001B", "\u202E").contains("[31mred");
  }
}
