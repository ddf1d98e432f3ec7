package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.Cited;
import dev.vouch.nudge.gift.GiftEvent.Party;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftPolicy.Caps;
import dev.vouch.nudge.gift.GiftRegister;
import dev.vouch.nudge.gift.GiftRegister.Noted;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Recipient.Spent;
import dev.vouch.nudge.gift.Verdict.Why;
import dev.vouch.store.gift.GiftKeys;
import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisServers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register keeps every line once, and no cap is ever passed. */
class RedisGiftsTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Caps CAPS =
      new Caps(
          Money.parse("50 EUR"),
          Money.parse("120 EUR"),
          Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("0.9")));

  private final TestWorkspace here = new TestWorkspace();
  private final GiftRegister register = here.books.gifts();

  @AfterEach
  void close() {
    here.close();
  }

  private static GiftEvent event(String id, State state, String person, String worth) {
    return new GiftEvent(
        "gift:" + id,
        state,
        new Gift("a book, \"The Hive\"", Money.parse(worth), true),
        new Party(person, "northwind", "DE", "other", false),
        new Cited(Why.WITHIN_LIMITS, "de-other", "v1 (0a1b2c3d)"),
        "UREP",
        NOW);
  }

  private Noted give(String id, String person, String worth) {
    return register.note(event(id, State.GIVEN, person, worth), CAPS);
  }

  private Spent spent(String person) {
    return register.spent(person, "northwind", 2026);
  }

  @Test
  void line_isKeptAsItWas_andOnce() {
    assertThat(give("1", "UANA", "20 EUR")).isEqualTo(Noted.NOTED);
    assertThat(give("1", "UANA", "20 EUR")).isEqualTo(Noted.AGAIN);
    assertThat(register.latest("gift:1")).contains(event("1", State.GIVEN, "UANA", "20 EUR"));
    assertThat(register.about("UANA", 10)).hasSize(1);
    assertThat(spent("UANA")).isEqualTo(new Spent(Map.of("EUR", 2_000L), Map.of("EUR", 2_000L)));
    assertThat(register.spent("UANA", "northwind", 2025)).isEqualTo(Spent.NOTHING);
    assertThat(register.latest("gift:2")).isEmpty();
  }

  @Test
  void whatIsDeclinedOrTakenBack_isGivenBack_once() {
    give("1", "UANA", "20 EUR");
    assertThat(register.note(event("1", State.DECLINED, "UANA", "20 EUR"), null))
        .isEqualTo(Noted.NOTED);
    assertThat(register.note(event("1", State.DECLINED, "UANA", "20 EUR"), null))
        .isEqualTo(Noted.AGAIN);
    assertThat(register.note(event("1", State.TAKEN_BACK, "UANA", "20 EUR"), null))
        .isEqualTo(Noted.TOO_LATE);
    assertThat(spent("UANA")).isEqualTo(new Spent(Map.of("EUR", 0L), Map.of("EUR", 0L)));
    assertThat(register.all())
        .extracting(GiftEvent::state)
        .containsExactly(State.GIVEN, State.DECLINED);
  }

  @Test
  void sums_areWhatTheRegisterSays_andOneThatIsWrongIsFound() {
    give("1", "UANA", "20 EUR");
    give("2", "UANA", "10 USD");
    give("3", "UJON", "9 EUR");
    register.note(event("3", State.TAKEN_BACK, "UJON", "9 EUR"), null);
    assertThat(differences()).isEmpty();
    try (RedisServers servers = new RedisServers(TestRedis.address())) {
      String key = new GiftKeys(new Keys(here.team)).toPerson(2026, "UANA");
      servers.client().hincrBy(key, "EUR", -1_000);
    }
    assertThat(differences())
        .hasSize(1)
        .first()
        .asString()
        .contains("UANA", "EUR=1000", "EUR=2000");
  }

  private List<Audit.Difference> differences() {
    return here.store.audit(here.team, NOW).differences().stream()
        .filter(one -> one.what().equals("gifts:sum"))
        .toList();
  }

  @Test
  void whatIsRefused_isNotGivenAfterwards() {
    assertThat(register.note(event("1", State.ASKED, "UANA", "20 EUR"), null))
        .isEqualTo(Noted.NOTED);
    assertThat(register.note(event("1", State.REFUSED, "UANA", "20 EUR"), null))
        .isEqualTo(Noted.NOTED);
    assertThat(give("1", "UANA", "20 EUR")).isEqualTo(Noted.TOO_LATE);
    assertThat(register.note(event("2", State.DECLINED, "UANA", "20 EUR"), null))
        .as("what was never given")
        .isEqualTo(Noted.TOO_LATE);
    assertThat(spent("UANA")).isEqualTo(Spent.NOTHING);
  }

  @Test
  void caps_holdToTheCent_forThemAndForTheirCompany() {
    assertThat(give("1", "UANA", "30 EUR")).isEqualTo(Noted.NOTED);
    assertThat(give("2", "UANA", "20.01 EUR")).isEqualTo(Noted.OVER_PERSON);
    assertThat(give("3", "UANA", "20 EUR")).isEqualTo(Noted.NOTED);
    assertThat(give("4", "UJON", "50 EUR")).isEqualTo(Noted.NOTED);
    assertThat(give("5", "UEVA", "20.01 EUR")).isEqualTo(Noted.OVER_ACCOUNT);
    assertThat(give("6", "UEVA", "20 EUR")).isEqualTo(Noted.NOTED);
    assertThat(register.about("UEVA", 10)).as("nothing stands of what was too much").hasSize(1);
  }

  @Test
  void otherCurrencies_countByTheirRate_andNotWithoutOne() {
    assertThat(give("1", "UANA", "33.33 USD")).as("29.997 EUR, so 30").isEqualTo(Noted.NOTED);
    assertThat(give("2", "UANA", "20.01 EUR")).isEqualTo(Noted.OVER_PERSON);
    assertThat(give("3", "UANA", "20 EUR")).isEqualTo(Noted.NOTED);
    assertThat(give("4", "UJON", "1 GBP")).isEqualTo(Noted.NO_RATE);
  }

  /** Of 0.97 EUR a person can have 51, and their company 123. */
  @ParameterizedTest
  @CsvSource({"2, 102, OVER_PERSON", "5, 123, OVER_ACCOUNT"})
  void aThousandAtOnce_neverPassTheCap(int people, int most, Noted refusal) throws Exception {
    List<Noted> said = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Noted>> all = new ArrayList<>();
      IntStream.range(0, 1_000)
          .forEach(i -> all.add(() -> give("n" + i, "UANA" + i % people, "0.97 EUR")));
      for (Future<Noted> one : pool.invokeAll(all)) {
        said.add(one.get());
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(said).containsOnly(Noted.NOTED, refusal);
    assertThat(Collections.frequency(said, Noted.NOTED)).isEqualTo(most);
    assertThat(spent("UANA0").account()).isEqualTo(Map.of("EUR", most * 97L));
    assertThat(IntStream.range(0, people).mapToLong(i -> spent("UANA" + i).person().get("EUR")))
        .allMatch(cents -> cents <= 5_000);
    assertThat(register.all()).hasSize(most);
  }

  @Test
  void ofWhoeverWasForgotten_nothingIsWritten_andTheRegisterStaysWithoutThem() {
    give("1", "UANA", "20 EUR");
    here.books.forgetting().forget(List.of("UANA"), "UREP", NOW);

    assertThat(register.about("UANA", 10)).isEmpty();
    assertThat(register.all()).hasSize(1);
    GiftEvent kept = register.all().get(0);
    assertThat(kept.to().person()).isEqualTo("erased");
    assertThat(kept.what().worth()).isEqualTo(Money.parse("20 EUR"));
    assertThat(kept.cited().rule()).isEqualTo("de-other");
    assertThat(spent("UANA").person()).isEmpty();
    assertThat(spent("UANA").account()).as("their company has had it").containsEntry("EUR", 2_000L);
    assertThat(give("2", "UANA", "5 EUR")).isEqualTo(Noted.FORGOTTEN);
    assertThat(register.all()).hasSize(1);
  }
}
