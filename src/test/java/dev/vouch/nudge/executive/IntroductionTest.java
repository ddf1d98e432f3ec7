package dev.vouch.nudge.executive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.executive.Introduction.Message;
import dev.vouch.nudge.executive.Introduction.Request;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.nudge.executive.Stage.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of an introduction, stage by stage. */
class IntroductionTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private static Introduction requested() {
    Request request =
        new Request("UANA", "Ana", "Northwind", "UREP", "why", List.of("sponsors"), NOW);
    return Introduction.requested("i1", request, "UADA", NOVEMBER, NOW);
  }

  private static Introduction asked() {
    return requested().telling(Message.ASK, "UADA", NOW).told(new Posted("D1", "1.1"), NOW);
  }

  private static Introduction after(Introduction one, Event event, Instant at) {
    return one.after(new Step(event, at, "UADA", null));
  }

  /** Tells everybody all that is wanted. */
  private static Introduction allTold(Introduction one, Instant now) {
    Introduction told = one;
    for (Optional<Message> next = told.wanted(now); next.isPresent(); next = told.wanted(now)) {
      told = told.telling(next.get(), "USOME", now).told(new Posted("D1", "1.1"), now);
    }
    return told;
  }

  /** Every event at every stage: what is not in this table changes nothing. */
  @ParameterizedTest
  @EnumSource(Stage.class)
  void table_isComplete(Stage stage) {
    Map<String, String> rows = new HashMap<>();
    rows.put("REQUESTED", "ASKED>ASKED EXPIRED>EXPIRED STOPPED>STOPPED GONE>GONE");
    rows.put(
        "ASKED",
        "APPROVED>APPROVED LATER>LATER NOT_ME>DECLINED EXPIRED>EXPIRED STOPPED>STOPPED GONE>GONE");
    rows.put("LATER", "AGAIN>REQUESTED EXPIRED>EXPIRED STOPPED>STOPPED GONE>GONE");
    rows.put(
        "APPROVED",
        "HAPPENED>HAPPENED MOVED>APPROVED DID_NOT>DID_NOT EXPIRED>UNTOLD STOPPED>STOPPED GONE>GONE");
    rows.put("UNTOLD", "HAPPENED>HAPPENED DID_NOT>DID_NOT");
    Set<String> expected = new java.util.HashSet<>();
    for (String row : rows.getOrDefault(stage.name(), "").split(" ", -1)) {
      if (!row.isEmpty()) {
        expected.add(row);
      }
    }
    Set<String> found = new java.util.HashSet<>();
    for (Event event : Event.values()) {
      stage.after(event).ifPresent(to -> found.add(event + ">" + to));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void openStages_andOnlyThese_holdThePersonBack() {
    EnumSet<Stage> open = EnumSet.noneOf(Stage.class);
    EnumSet<Stage> holding = EnumSet.noneOf(Stage.class);
    for (Stage stage : Stage.values()) {
      if (stage.isOpen()) {
        open.add(stage);
      }
      if (stage.holdsSlot()) {
        holding.add(stage);
      }
    }
    assertThat(open).containsExactly(Stage.REQUESTED, Stage.ASKED, Stage.LATER, Stage.APPROVED);
    assertThat(holding)
        .containsExactly(
            Stage.REQUESTED, Stage.ASKED, Stage.APPROVED, Stage.HAPPENED, Stage.UNTOLD);
  }

  @Test
  void secondPress_changesNothing() {
    Introduction approved = after(asked(), Event.APPROVED, NOW);
    assertThat(after(approved, Event.APPROVED, NOW.plusSeconds(1))).isEqualTo(approved);
    assertThat(after(approved, Event.NOT_ME, NOW.plusSeconds(1))).isEqualTo(approved);
  }

  @ParameterizedTest
  @CsvSource({
    "LATER, false",
    "NOT_ME, false",
    "EXPIRED, false",
    "STOPPED, false",
    "GONE, false",
    "APPROVED, true"
  })
  void place_isGivenBack_whereNothingComesOfIt(Event event, boolean kept) {
    assertThat(after(asked(), event, NOW).slot()).isEqualTo(kept ? NOVEMBER : null);
  }

  @Test
  void placeOfWhatHappened_isTaken_andOfWhatDidNot_givenBack() {
    Introduction approved = after(asked(), Event.APPROVED, NOW);
    assertThat(after(approved, Event.HAPPENED, NOW).slot()).isEqualTo(NOVEMBER);
    assertThat(after(approved, Event.DID_NOT, NOW).slot()).isNull();
  }

  @Test
  void askedAgain_takesAPlaceOfTheMonthThen() {
    Introduction later = after(asked(), Event.LATER, NOW);
    Instant then = NOW.plus(Introduction.LATER_BY);
    assertThat(allTold(later, NOW).due()).isEqualTo(then);
    assertThat(later.overdue(then)).contains(Event.AGAIN);
    Introduction again = later.again(YearMonth.of(2026, 12), then);
    assertThat(again.stage()).isEqualTo(Stage.REQUESTED);
    assertThat(again.slot()).isEqualTo(YearMonth.of(2026, 12));
    assertThat(again.wanted(then)).contains(Message.ASK);
  }

  @Test
  void whoDoesNotAnswer_isWaitedForAWeek() {
    Introduction asked = asked();
    Instant week = NOW.plus(Introduction.ANSWER_WITHIN);
    assertThat(asked.due()).isEqualTo(week);
    assertThat(asked.overdue(week.minusSeconds(1))).isEmpty();
    assertThat(asked.overdue(week)).contains(Event.EXPIRED);
  }

  @Test
  void approved_tellsThreePeopleAtOnce_andAsksTenDaysLaterHowItWent() {
    Introduction one = after(asked(), Event.APPROVED, NOW);
    assertThat(one.due()).isEqualTo(NOW);
    List<Message> told = new ArrayList<>();
    while (one.wanted(NOW).isPresent()) {
      told.add(one.wanted(NOW).get());
      one = one.telling(one.wanted(NOW).get(), "U", NOW).told(new Posted("D", "1"), NOW);
    }
    assertThat(told).containsExactly(Message.BRIEF, Message.SCHEDULE, Message.NEWS);
    Instant then = NOW.plus(Introduction.OUTCOME_AFTER);
    assertThat(one.due()).isEqualTo(then);
    assertThat(one.wanted(then)).contains(Message.OUTCOME);
  }

  @Test
  void moved_asksAgainAWeekLater_andTellsNobodyTwiceWhoMeetsWhom() {
    Instant tenth = NOW.plus(Introduction.OUTCOME_AFTER);
    Introduction told = allTold(after(asked(), Event.APPROVED, NOW), tenth);
    Introduction moved = after(told, Event.MOVED, tenth);
    assertThat(moved.stage()).isEqualTo(Stage.APPROVED);
    assertThat(moved.wanted(tenth)).isEmpty();
    Instant then = tenth.plus(Introduction.MOVED_BY);
    assertThat(moved.due()).isEqualTo(then);
    assertThat(moved.wanted(then)).contains(Message.OUTCOME);
    assertThat(moved.isOpenFor(told.deliveries().get(told.deliveries().size() - 1))).isFalse();
  }

  @Test
  void outcomeThatNobodyTells_isUntoldAfterAMonth_andCanStillBeTold() {
    Instant tenth = NOW.plus(Introduction.OUTCOME_AFTER);
    Introduction told = allTold(after(asked(), Event.APPROVED, NOW), tenth);
    Instant month = tenth.plus(Introduction.TOLD_WITHIN);
    assertThat(told.due()).isEqualTo(month);
    assertThat(told.overdue(month)).contains(Event.EXPIRED);
    Introduction untold = after(told, Event.EXPIRED, month);
    assertThat(untold.stage()).isEqualTo(Stage.UNTOLD);
    assertThat(untold.due()).isNull();
    assertThat(untold.isOpenFor(told.deliveries().get(told.deliveries().size() - 1))).isTrue();
    assertThat(after(untold, Event.HAPPENED, month).stage()).isEqualTo(Stage.HAPPENED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Event.class,
      names = {"NOT_ME", "EXPIRED", "STOPPED", "GONE"})
  void whoeverWantedIt_hearsOnce_thatNothingComesOfIt(Event event) {
    Introduction over = after(asked(), event, NOW);
    assertThat(over.wanted(NOW)).contains(Message.NEWS);
    Introduction told = allTold(over, NOW);
    assertThat(told.wanted(NOW)).isEmpty();
    assertThat(told.due()).isNull();
  }

  @Test
  void whatIsOnItsWay_isLookedForAfterTheLease() {
    Introduction sending = requested().telling(Message.ASK, "UADA", NOW);
    assertThat(sending.stage()).as("whoever sees it may answer").isEqualTo(Stage.ASKED);
    assertThat(sending.due()).isEqualTo(NOW.plus(Introduction.LEASE));
    assertThat(sending.pending()).isPresent();
    Introduction late = after(sending, Event.APPROVED, NOW.plusSeconds(1));
    assertThat(late.told(new Posted("D", "1"), NOW).pending()).isEmpty();
  }

  @Test
  void wishThatNeverCouldBePut_expires() {
    Introduction held = requested().heldUntil(NOW.plus(Duration.ofDays(1)));
    assertThat(held.settled(NOW).due()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(held.overdue(NOW.plus(Duration.ofDays(30)))).contains(Event.EXPIRED);
  }

  @Test
  void erased_keepsNothingOfThePerson() {
    Introduction erased = after(asked(), Event.NOT_ME, NOW).erased();
    assertThat(erased.isErased()).isTrue();
    assertThat(erased.toString()).doesNotContain("UANA", "Ana", "Northwind", "why", "sponsors");
    assertThat(erased.due()).isEqualTo(NOW);
    assertThat(erased.deliveries()).noneMatch(erased::isOpenFor);
  }
}
