package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AccountBook.Edited;
import dev.vouch.advocate.AccountBook.Replacement;
import dev.vouch.advocate.AccountEdit;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts and imported contacts in real Redis, changed by several people at once. */
class RedisAccountsTest {
  private static final Instant NOW = TestWorkspace.NOW;

  private final TestWorkspace here = new TestWorkspace();
  private final AccountBook book = here.books.accounts();

  @AfterEach
  void close() {
    here.close();
  }

  private static AccountEdit by(String person) {
    return new AccountEdit(person, NOW, 25);
  }

  /** Each of so many does something, all at once. */
  private static <T> List<T> together(int many, IntFunction<T> each)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<T>> futures = new ArrayList<>();
      IntStream.range(0, many)
          .forEach(number -> futures.add(threads.submit(() -> each.apply(number))));
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void repsWhoAddAtOnce_loseNothing() throws Exception {
    List<Edited> edited =
        together(
            16,
            number ->
                book.edit(
                    "Northwind",
                    account -> account.withDomain("d%d.example".formatted(number)),
                    by("U0REP" + number)));

    assertThat(edited).allMatch(Edited::done);
    Account northwind = book.named("Northwind").orElseThrow();
    assertThat(northwind.domains()).hasSize(16);
    assertThat(northwind.version()).isEqualTo(16);
  }

  @Test
  void repsWhoSetTheSameAtOnce_oneIsTaken_andTheOthersAreToldByWhom() throws Exception {
    List<Edited> edited =
        together(
            8,
            number ->
                book.edit(
                    "Northwind",
                    account -> account.withOwner("U0REP" + number),
                    by("U0REP" + number)));

    String owner = book.named("Northwind").orElseThrow().owner();
    assertThat(edited.stream().filter(Edited::done)).hasSize(1);
    assertThat(edited.stream().filter(one -> !one.done()))
        .hasSize(7)
        .allSatisfy(
            one -> {
              assertThat(one.theirs().get(0).by()).isEqualTo(owner);
              assertThat(one.theirs().get(0).after()).isEqualTo(owner);
              assertThat(one.account().owner()).isEqualTo(owner);
            });
  }

  @Test
  void whatNobodyContradictedForADay_isSettled() {
    book.edit("Northwind", account -> account.withOwner("U0A"), by("U0A"));
    AccountEdit later = new AccountEdit("U0B", NOW.plus(Duration.ofHours(25)), 25);
    assertThat(book.edit("Northwind", account -> account.withOwner("U0B"), later).done()).isTrue();
  }

  @Test
  void whoSetsWhatStandsAlready_isNotInTheWay() {
    book.edit("Northwind", account -> account.withOwner("U0A"), by("U0A"));
    assertThat(book.edit("Northwind", account -> account.withOwner("U0A"), by("U0B")).done())
        .isTrue();
    assertThat(book.named("Northwind").orElseThrow().version()).isOne();
  }

  @Test
  void marqueeAccounts_areNeverMoreThanMayBe_howeverManyAtOnce() throws Exception {
    List<Boolean> made =
        together(
            20,
            number -> {
              try {
                return book.edit(
                        "Company " + number,
                        account -> account.withTier(Tier.MARQUEE),
                        new AccountEdit("U0REP", NOW, 5))
                    .done();
              } catch (IllegalArgumentException full) {
                return false;
              }
            });
    assertThat(made.stream().filter(done -> done)).hasSize(5);
    assertThat(book.marquee()).hasSize(5);
    assertThat(book.accounts(100)).hasSize(5);
  }

  @Test
  void marqueeAccount_canBeEditedWhereThereAreTooMany() {
    book.edit("Alder", account -> account.withTier(Tier.MARQUEE), by("U0A"));
    AccountEdit none = new AccountEdit("U0A", NOW, 0);
    assertThat(book.edit("Alder", account -> account.withOwner("U0A"), none).done()).isTrue();
    assertThatThrownBy(() -> book.edit("Birch", account -> account.withTier(Tier.MARQUEE), none))
        .hasMessage("there may be 0 marquee accounts, and there are: Alder");
  }

  @Test
  void severalAccounts_areWrittenAllOrNone() {
    Account alder = book.change("Alder", account -> account);
    book.change("Alder", account -> account.withDomain("alder.example"));
    Account birch = Account.named("Birch");

    assertThat(
            book.replace(
                List.of(
                    new Replacement(birch, birch.withOwner("U0A")),
                    new Replacement(alder, alder.withOwner("U0A"))),
                by("U0A")))
        .isFalse();
    assertThat(book.named("Birch")).isEmpty();
    assertThat(book.named("Alder").orElseThrow().owner()).isNull();
  }

  @Test
  void domain_movesFromOneAccountToAnotherInOneStep() {
    Account alder = book.change("Alder", account -> account.withDomain("tree.example"));
    Account birch = Account.named("Birch");
    book.replace(
        List.of(
            new Replacement(birch, birch.withDomain("tree.example")),
            new Replacement(alder, alder.without("tree.example"))),
        by("U0A"));
    assertThat(book.ofDomain("tree.example").orElseThrow().name()).isEqualTo("Birch");
  }

  @Test
  void twoNewAccountsWithOneDomain_areRefusedTogether() {
    Account alder = Account.named("Alder");
    Account birch = Account.named("Birch");
    List<Replacement> both =
        List.of(
            new Replacement(birch, birch.withDomain("tree.example")),
            new Replacement(alder, alder.withDomain("tree.example")));
    assertThatThrownBy(() -> book.replace(both, by("U0A"))).hasMessageContaining("tree.example");
    assertThat(book.accounts(10)).isEmpty();
  }

  private void priyaIsImported(String account) {
    book.change(account, one -> one);
    Card card =
        new Card(
            new Card.Handle(null, "priya@fairbank.example"),
            "Priya",
            Account.idOf(account),
            Set.of(Role.PARTNER),
            "Buyer",
            Card.Tongue.UNKNOWN,
            "an import of contacts.csv");
    assertThat(book.cards().replace(List.of(new CardBook.Replacement(null, card)), NOW)).isTrue();
  }

  private void says(String person, String text) {
    here.hear(new MentionId("C1", "1763460000.000100"), person, text);
  }

  @Test
  void importedContact_isRecognisedByTheirAddress_whenTheyFirstWrite() {
    here.directory.add(
        new Author(
            "U0NEW", here.team, "Priya P", Author.Kind.CUSTOMER, "Priya@Fairbank.example", null));
    priyaIsImported("Kestrel");
    says("U0NEW", "praise");

    assertThat(here.books.advocates().contact("U0NEW").orElseThrow().link().rule())
        .isEqualTo("set by an import of contacts.csv");
    assertThat(here.books.advocates().people("kestrel")).containsExactly("U0NEW");
    Card card = book.cards().card("U0NEW").orElseThrow();
    assertThat(card.title()).isEqualTo("Buyer");
    assertThat(book.cards().card("priya@fairbank.example")).contains(card);
    assertThat(book.cards().all()).hasSize(1);
    assertThat(book.ofContacts(List.of("priya@fairbank.example"))).isEmpty();
  }

  @Test
  void cardsOfTwoImportsAtOnce_areNeverMixed() {
    priyaIsImported("Kestrel");
    Card read = book.cards().card("priya@fairbank.example").orElseThrow();
    book.cards().met("priya@fairbank.example", "U0NEW", NOW);

    Card late = read.movedTo("fairbank", "an import of late.csv");
    assertThat(book.cards().replace(List.of(new CardBook.Replacement(read, late)), NOW)).isFalse();
    assertThat(book.cards().card("U0NEW").orElseThrow().account()).isEqualTo("kestrel");
  }

  @Test
  void asManyAccountsAsAFileMayHave_areWrittenInOneStep() {
    List<Replacement> all =
        IntStream.range(0, 2_000)
            .mapToObj(number -> Account.named("Company " + number))
            .map(account -> new Replacement(account, account.withDomain(account.id() + ".example")))
            .toList();
    assertThat(book.replace(all, by("an import of accounts.csv"))).isTrue();
    assertThat(book.accounts(30_000)).hasSize(2_000);
  }
}
