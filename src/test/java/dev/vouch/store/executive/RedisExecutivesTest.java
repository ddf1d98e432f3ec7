package dev.vouch.store.executive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.ExecutiveBook;
import dev.vouch.nudge.executive.ExecutiveBook.Entry;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Message;
import dev.vouch.nudge.executive.Introduction.Request;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.nudge.executive.Seniority;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roster and the places of executives, in real Redis. */
class RedisExecutivesTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private final String team = TestRedis.freshTeam();
  private final Store store = Store.at(TestRedis.address(), InstantSource.fixed(NOW));
  private final ExecutiveBook book = store.books(team).executives();

  @AfterEach
  void close() {
    store.erase(team);
    store.close();
  }

  private static Introduction wish(String id, String person, String executive) {
    Request request =
        new Request(person, "Ana", "Northwind", "UREP", "why", List.of("sponsors"), NOW);
    return Introduction.requested(id, request, executive, NOVEMBER, NOW);
  }

  private int taken(String executive, YearMonth month) {
    return book.taken(Map.of(executive, month)).get(executive);
  }

  private Introduction after(String id, Event event) {
    return book.change(id, one -> one.after(new Step(event, NOW, "UADA", "so"))).orElseThrow();
  }

  @Test
  void executive_isKeptAsTheyAre_andGoes() {
    Executive ada =
        new Executive(
            "UADA",
            Set.of("pricing", "security"),
            Seniority.VP,
            Set.of("en", "de"),
            3,
            "UASSI",
            LocalDate.of(2027, 1, 31));
    book.enlist("UADA", none -> ada);
    book.enlist("UBEN", none -> none);
    assertThat(book.roster()).containsExactly(ada, Executive.of("UBEN"));
    book.enlist("UADA", one -> one.withCapacity(5).withAssistant(null));
    assertThat(book.executive("UADA").orElseThrow().capacity()).isEqualTo(5);
    assertThat(book.remove("UADA")).isTrue();
    assertThat(book.remove("UADA")).isFalse();
    assertThat(book.executive("UADA")).isEmpty();
  }

  @Test
  void thousandWishesAtOnce_takeThreePlaces() throws Exception {
    book.enlist("UADA", one -> one.withCapacity(3));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Entry>> all = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        Introduction wish = wish("i" + i, "U" + i, "UADA");
        all.add(threads.submit(() -> book.add(wish)));
      }
      List<Entry> entries = new ArrayList<>();
      for (Future<Entry> one : all) {
        entries.add(one.get());
      }
      assertThat(entries).filteredOn(Entry.ADDED::equals).hasSize(3);
      assertThat(entries).filteredOn(Entry.FULL::equals).hasSize(997);
    } finally {
      threads.shutdownNow();
    }
    assertThat(taken("UADA", NOVEMBER)).isEqualTo(3);
    assertThat(book.latest(2_000)).hasSize(3);
  }

  @Test
  void sameWishTwice_isOne() {
    book.enlist("UADA", one -> one);
    assertThat(book.add(wish("i1", "UANA", "UADA"))).isEqualTo(Entry.ADDED);
    assertThat(book.add(wish("i1", "UANA", "UADA"))).isEqualTo(Entry.KNOWN);
    assertThat(taken("UADA", NOVEMBER)).isOne();
  }

  @Test
  void personIsIntroducedToOneAtATime() {
    book.enlist("UADA", one -> one);
    book.enlist("UBEN", one -> one);
    book.add(wish("i1", "UANA", "UADA"));
    assertThat(book.add(wish("i2", "UANA", "UBEN"))).isEqualTo(Entry.OTHER_OPEN);
    assertThat(taken("UBEN", NOVEMBER)).isZero();
    after("i1", Event.STOPPED);
    assertThat(book.add(wish("i2", "UANA", "UBEN"))).isEqualTo(Entry.ADDED);
  }

  @Test
  void whoIsNotOnTheRoster_hasNoPlace() {
    assertThat(book.add(wish("i1", "UANA", "UADA"))).isEqualTo(Entry.FULL);
    assertThat(book.introduction("i1")).isEmpty();
  }

  @Test
  void place_isGivenBack_andTakenByTheNext() {
    book.enlist("UADA", one -> one.withCapacity(1));
    book.add(wish("i1", "UANA", "UADA"));
    assertThat(book.add(wish("i2", "UBEA", "UADA"))).isEqualTo(Entry.FULL);
    book.change("i1", one -> one.telling(Message.ASK, "UADA", NOW));
    after("i1", Event.NOT_ME);
    assertThat(taken("UADA", NOVEMBER)).isZero();
    assertThat(book.add(wish("i2", "UBEA", "UADA"))).isEqualTo(Entry.ADDED);
  }

  @Test
  void askedAgain_takesAPlaceOfAnotherMonth_orStays() {
    book.enlist("UADA", one -> one.withCapacity(1));
    book.add(wish("i1", "UANA", "UADA"));
    book.change("i1", one -> one.telling(Message.ASK, "UADA", NOW));
    after("i1", Event.LATER);
    book.add(wish("i2", "UBEA", "UADA"));
    Introduction full = book.change("i1", one -> one.again(NOVEMBER, NOW)).orElseThrow();
    assertThat(full.stage()).isEqualTo(Stage.LATER);
    YearMonth december = NOVEMBER.plusMonths(1);
    Introduction again = book.change("i1", one -> one.again(december, NOW)).orElseThrow();
    assertThat(again.stage()).isEqualTo(Stage.REQUESTED);
    assertThat(taken("UADA", NOVEMBER)).isOne();
    assertThat(taken("UADA", december)).isOne();
  }

  @Test
  void capacityThatShrinks_takesNoPlaceAway() {
    book.enlist("UADA", one -> one.withCapacity(2));
    book.add(wish("i1", "UANA", "UADA"));
    book.enlist("UADA", one -> one.withCapacity(0));
    assertThat(book.change("i1", one -> one.telling(Message.ASK, "UADA", NOW)))
        .hasValueSatisfying(one -> assertThat(one.stage()).isEqualTo(Stage.ASKED));
    assertThat(book.add(wish("i2", "UBEA", "UADA"))).isEqualTo(Entry.FULL);
  }

  @Test
  void whatIsDue_isTakenByOne_untilItIsGivenBack() {
    book.enlist("UADA", one -> one);
    book.add(wish("i1", "UANA", "UADA"));
    ExecutiveBook other = store.books(team).executives();
    assertThat(book.claimDue(NOW.minusSeconds(1), Duration.ofMinutes(1))).isEmpty();
    assertThat(book.claimDue(NOW, Duration.ofMinutes(1))).isPresent();
    assertThat(other.claimDue(NOW.plusSeconds(90), Duration.ofMinutes(1))).isEmpty();
    book.release("i1");
    assertThat(other.claimDue(NOW.plusSeconds(300), Duration.ofMinutes(1))).isPresent();
  }

  @Test
  void introduction_isKeptWholly() {
    book.enlist("UADA", one -> one);
    book.add(wish("i1", "UANA", "UADA"));
    Introduction told =
        book.change(
                "i1",
                one ->
                    one.telling(Message.ASK, "UADA", NOW)
                        .told(new Posted("D1", "1.1"), NOW)
                        .after(new Step(Event.APPROVED, NOW, "UADA", null))
                        .telling(Message.BRIEF, "UADA", NOW))
            .orElseThrow();
    assertThat(book.introduction("i1")).contains(told);
    assertThat(book.about("UANA", 10)).containsExactly(told);
    book.remove(told);
    assertThat(book.introduction("i1")).isEmpty();
    assertThat(book.about("UANA", 10)).isEmpty();
    assertThat(book.latest(10)).isEmpty();
    assertThat(taken("UADA", NOVEMBER)).isZero();
  }
}
