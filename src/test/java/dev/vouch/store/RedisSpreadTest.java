package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Spread;
import dev.vouch.advocate.Spread.Circle;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.RedisClient;

/** Counts of how widely acts are spread follow the acts, whatever happens to them. */
class RedisSpreadTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private static Store store;
  private AdvocateBook book;
  private CardBook cards;

  @BeforeAll
  static void open() {
    store = Store.at(TestRedis.address(), InstantSource.fixed(NOW));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void freshWorkspace() {
    Store.Books books = store.books(TestRedis.freshTeam());
    book = books.advocates();
    cards = books.accounts().cards();
  }

  private static MentionId daysAgo(int days, int number) {
    Instant at = NOW.minus(Duration.ofDays(days)).plusNanos(number * 1_000L);
    return new MentionId("C1", SlackTime.ts(at));
  }

  private void belongs(String person, String account) {
    Author author = new Author(person, "T1", person, Author.Kind.CUSTOMER, null, null);
    book.meet(author, new AccountLink(account, "a rule", NOW));
  }

  private void say(MentionId id, String person, Intent intent, String version) {
    List<String> words = List.of("just get it");
    Heard heard =
        new Heard(
            id,
            person,
            intent,
            Intent.PRAISE,
            0.9,
            Sentiment.POSITIVE,
            false,
            false,
            words,
            "https://x.slack.com/archives/C1/p1",
            "a model 1",
            null);
    AdvocacyAct act =
        new AdvocacyAct(
            id, person, Purpose.USUAL, 0.9, Set.of(), words, false, heard.permalink(), null);
    book.write(heard, intent == Intent.ADVOCACY ? act : null, version);
  }

  private void advocate(MentionId id, String person) {
    say(id, person, Intent.ADVOCACY, id.ts());
  }

  @Test
  void acts_areCountedByPeopleAndAccounts_everAndLately() {
    belongs("U1", "north");
    belongs("U2", "north");
    belongs("U3", "south");
    advocate(daysAgo(1, 0), "U1");
    advocate(daysAgo(200, 1), "U1");
    advocate(daysAgo(89, 2), "U2");
    advocate(daysAgo(90, 3), "U3");
    advocate(daysAgo(2, 4), "UNOWHERE");

    Spread spread = book.spread(NOW);
    assertThat(spread.ever()).isEqualTo(new Circle(5, 4, 2, 4));
    assertThat(spread.lately()).isEqualTo(new Circle(3, 3, 1, 3));
    assertThat(spread.busiest())
        .extracting(share -> share.person().id() + share.acts())
        .containsExactly("U11", "U21", "UNOWHERE1");
  }

  @Test
  void nobodyHeard_isNoSpread() {
    assertThat(book.spread(NOW)).isEqualTo(Spread.NONE);
  }

  @Test
  void deletedAct_movesThePersonBackToTheirActBefore() {
    belongs("U1", "north");
    advocate(daysAgo(120, 0), "U1");
    advocate(daysAgo(3, 1), "U1");
    book.withdraw(daysAgo(3, 1), "9999999999.000000");

    assertThat(book.spread(NOW).ever()).isEqualTo(new Circle(1, 1, 1, 1));
    assertThat(book.spread(NOW).lately()).isEqualTo(Circle.NONE);

    book.withdraw(daysAgo(120, 0), "9999999999.000000");
    assertThat(book.spread(NOW)).isEqualTo(Spread.NONE);
  }

  @Test
  void personWhoMoves_takesTheirActsAlong() {
    belongs("U1", "north");
    belongs("U2", "south");
    advocate(daysAgo(3, 0), "U1");
    advocate(daysAgo(4, 1), "U2");
    assertThat(book.spread(NOW).lately().accounts()).isEqualTo(2);

    belongs("U1", "south");
    assertThat(book.spread(NOW).lately().accounts()).isOne();
    assertThat(book.spread(NOW).ever().accounts()).isOne();
    belongs("U1", "south");
    assertThat(book.people("south")).containsExactlyInAnyOrder("U1", "U2");
  }

  @Test
  void threeWhoActNow_areFoundBehindThoseWhoOnceActedMore() {
    int number = 0;
    for (int person = 0; person < 60; person++) {
      for (int act = 0; act < 4; act++) {
        advocate(daysAgo(300, number++), "UOLD%02d".formatted(person));
      }
    }
    for (String person : List.of("UNEW1", "UNEW2", "UNEW3")) {
      advocate(daysAgo(5, number++), person);
      advocate(daysAgo(5, number++), person);
    }
    assertThat(book.spread(NOW).busiest())
        .extracting(share -> share.person().id())
        .containsExactly("UNEW1", "UNEW2", "UNEW3");
    assertThat(book.spread(NOW).lately().topThree()).isEqualTo(1);
  }

  @Test
  void whatItCosts_doesNotHangOnHowManyAdvocatesThereAre() {
    int number = 0;
    while (number < 150) {
      advocate(daysAgo(number % 200, number), "U" + number++);
    }
    long few = commands();
    while (number < 450) {
      advocate(daysAgo(number % 200, number), "U" + number++);
    }
    assertThat(commands()).isEqualTo(few).isLessThan(150);
  }

  /** How many commands it takes to read it. */
  private long commands() {
    try (RedisClient redis = RedisClient.create(TestRedis.address().uri().toString())) {
      long before = processed(redis);
      book.spread(NOW);
      return processed(redis) - before;
    }
  }

  private static long processed(RedisClient redis) {
    return redis
        .info("stats")
        .lines()
        .filter(line -> line.startsWith("total_commands_processed:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
        .findFirst()
        .orElseThrow();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  /** The counters against all acts that stand, read one by one. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whateverHappensToActsAndPeople_theCountersSayWhatTheActsSay(long seed) {
    Random random = new Random(seed);
    Intent[] intents = {Intent.ADVOCACY, Intent.ADVOCACY, Intent.PRAISE};
    for (int step = 0; step < 60; step++) {
      String person = "U" + random.nextInt(8);
      MentionId id = daysAgo(random.nextInt(150), random.nextInt(3));
      switch (random.nextInt(6)) {
        case 0 -> belongs(person, "account" + random.nextInt(8));
        case 1 -> book.withdraw(id, "9999999999.000000");
        default ->
            say(
                id,
                person,
                intents[random.nextInt(intents.length)],
                "19%08d.000000".formatted(step));
      }
    }
    spreadIsThatOf(Set.of());
    is("U2", Role.PARTNER);
    is("U5", Role.EMPLOYEE);
    is("U6", Role.INFLUENCER);
    spreadIsThatOf(Set.of("U2", "U5"));
    is("U2", Role.CUSTOMER);
    spreadIsThatOf(Set.of("U5"));
    cards.erase("U5");
    spreadIsThatOf(Set.of());
  }

  private void is(String person, Role role) {
    Card card =
        new Card(
            new Card.Handle(person, null),
            person,
            null,
            Set.of(role),
            null,
            Card.Tongue.UNKNOWN,
            "a test");
    assertThat(
            cards.replace(
                List.of(new CardBook.Replacement(cards.card(person).orElse(null), card)), NOW))
        .isTrue();
  }

  private void spreadIsThatOf(Set<String> apart) {
    Spread spread = book.spread(NOW);
    assertThat(cards.apart()).isEqualTo(apart);
    assertThat(spread.ever()).isEqualTo(counted(Instant.EPOCH, apart));
    Instant since = Spread.since(NOW).atStartOfDay().toInstant(ZoneOffset.UTC);
    assertThat(spread.lately()).isEqualTo(counted(since, apart));
    assertThat(spread.busiest())
        .extracting(share -> share.person().id())
        .doesNotContainAnyElementsOf(apart.isEmpty() ? Set.of("nobody") : apart);
  }

  private Circle counted(Instant since, Set<String> apart) {
    Map<String, Long> acts = new HashMap<>();
    Map<String, Boolean> accounts = new HashMap<>();
    for (int number = 0; number < 8; number++) {
      String person = "U" + number;
      long count = book.acts(person).stream().filter(act -> !act.at().isBefore(since)).count();
      if (count > 0 && !apart.contains(person)) {
        acts.put(person, count);
        book.contact(person).flatMap(Contact::account).ifPresent(id -> accounts.put(id, true));
      }
    }
    List<Long> most = new ArrayList<>(acts.values());
    most.sort(Comparator.reverseOrder());
    return new Circle(
        most.stream().mapToLong(Long::longValue).sum(),
        acts.size(),
        accounts.size(),
        most.stream().limit(3).mapToLong(Long::longValue).sum());
  }
}
