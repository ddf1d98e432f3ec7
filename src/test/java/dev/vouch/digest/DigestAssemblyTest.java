package dev.vouch.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.ReactionChange;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.digest.Digest.DayCount;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigestAssemblyTest {
  private static final DigestChannel LONDON =
      new DigestChannel("C0DIGEST", LocalTime.of(9, 0), ZoneId.of("Europe/London"));
  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final String YESTERDAY_TEN = "2026-03-09T10:00:00Z";

  private final Store store = Store.at(TestRedis.address(), InstantSource.system());
  private final Store.Books books = store.books(TestRedis.freshTeam());
  private final AdvocateBook book = books.advocates();
  private final AccountBook accounts = books.accounts();
  private final NudgeLog nudges = books.nudges();
  private final DigestAssembly assembly =
      new DigestAssembly(book, accounts, nudges, books.relationships());

  @AfterEach
  void close() {
    store.close();
  }

  @BeforeEach
  void meetPeople() {
    accounts.change("Northwind", account -> account);
    book.meet(author("UANA", "Ana Gomes"), new AccountLink("northwind", "by hand", Instant.EPOCH));
    book.meet(author("UBEN", "Ben"), null);
  }

  @Test
  void period_reachesFromOneHourToTheNext() {
    hear("UANA", Intent.COMPLAINT, "2026-03-09T09:00:00Z");
    hear("UANA", Intent.COMPLAINT, "2026-03-10T08:59:59Z");
    hear("UANA", Intent.COMPLAINT, "2026-03-09T08:59:59Z");
    hear("UANA", Intent.COMPLAINT, "2026-03-10T09:00:00Z");

    Digest digest = assembly.of(LONDON, DAY);

    assertThat(digest.totals().complaints()).isEqualTo(2);
    assertThat(digest.needs())
        .extracting(entry -> entry.heard().mention().at().toString())
        .containsExactly("2026-03-10T08:59:59Z", "2026-03-09T09:00:00Z");
  }

  @Test
  void everyIntent_goesToItsOwnListAndTotal() {
    hear("UANA", Intent.COMPLAINT, "2026-03-09T10:00:00Z");
    hear("UANA", Intent.WARNING, "2026-03-09T10:01:00Z");
    hear("UANA", Intent.QUESTION, "2026-03-09T10:02:00Z");
    hear("UANA", Intent.SUGGESTION, "2026-03-09T10:03:00Z");
    hear("UANA", Intent.ADVOCACY, "2026-03-09T10:04:00Z");
    hear("UANA", Intent.PRAISE, "2026-03-09T10:05:00Z");
    hear("UANA", Intent.AMPLIFICATION, "2026-03-09T10:06:00Z");
    hear("UANA", Intent.REWARD_SEEKING, "2026-03-09T10:07:00Z");
    hear("UANA", Intent.NEUTRAL, "2026-03-09T10:08:00Z");

    Digest digest = assembly.of(LONDON, DAY);

    assertThat(digest.totals()).isEqualTo(new Totals(2, 1, 1, 1, 1, 1));
    assertThat(digest.needs())
        .extracting(entry -> entry.heard().intent())
        .containsExactly(Intent.QUESTION, Intent.WARNING, Intent.COMPLAINT);
    assertThat(digest.wishes()).hasSize(1);
    assertThat(digest.acts()).hasSize(1);
    assertThat(digest.praised()).hasSize(1);
  }

  @Test
  void lists_areCutAtFiveAndTotalsAreNot() {
    for (int minute = 10; minute < 40; minute++) {
      hear("UANA", Intent.QUESTION, "2026-03-09T10:%d:00Z".formatted(minute));
    }

    Digest digest = assembly.of(LONDON, DAY);

    assertThat(digest.needs()).hasSize(5);
    assertThat(digest.totals().questions()).isEqualTo(30);
  }

  @Test
  void pausedPeople_areCountedAndNotNamed() {
    hear("UANA", Intent.COMPLAINT, "2026-03-09T10:00:00Z");
    hear("UBEN", Intent.COMPLAINT, "2026-03-09T10:01:00Z");
    Instant at = Instant.parse("2026-03-08T10:00:00Z");
    pause(new Pause("UREP", at, null, "asked for quiet"));

    assertThat(assembly.of(LONDON, DAY).needs())
        .extracting(entry -> entry.heard().person())
        .containsExactly("UBEN");
    assertThat(assembly.of(LONDON, DAY).totals().complaints()).isEqualTo(2);
    pause(new Pause("UREP", at, Instant.parse("2026-03-09T12:00:00Z"), "asked for quiet"));
    assertThat(assembly.of(LONDON, DAY).needs()).hasSize(2);
  }

  private void pause(Pause pause) {
    books.relationships().change(Subject.person("UANA"), between -> between.paused(pause));
  }

  @Test
  void reactions_areLikesAndMoveNoAdvocacy() {
    hear("UANA", Intent.AMPLIFICATION, YESTERDAY_TEN);
    for (int i = 0; i < 40; i++) {
      react("U" + i, true, "2026-03-09T11:00:00Z");
    }
    react("U7", false, "2026-03-09T11:30:00Z");

    Digest digest = assembly.of(LONDON, DAY);

    assertThat(digest.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 40));
    assertThat(digest.isQuiet()).isFalse();
    assertThat(digest.days().get(13)).isEqualTo(new DayCount(DAY.minusDays(1), 0, 40));
  }

  @Test
  void names_comeFromTheBooksOrAreTheId() {
    hear("UANA", Intent.PRAISE, "2026-03-09T10:03:00Z");
    hear("UBEN", Intent.PRAISE, "2026-03-09T10:02:00Z");
    hear("UWHO", Intent.PRAISE, "2026-03-09T10:01:00Z");

    assertThat(assembly.of(LONDON, DAY).praised())
        .extracting(entry -> entry.personName() + "/" + entry.accountName())
        .containsExactly("Ana Gomes/Northwind", "Ben/", "UWHO/");
  }

  @Test
  void chart_showsFourteenWholeDaysUpToYesterday() {
    hear("UANA", Intent.ADVOCACY, "2026-02-23T23:59:59Z");
    hear("UANA", Intent.ADVOCACY, "2026-02-24T00:00:00Z");
    hear("UANA", Intent.ADVOCACY, "2026-03-09T23:59:59Z");
    hear("UANA", Intent.ADVOCACY, "2026-03-10T00:00:00Z");

    List<DayCount> days = assembly.of(LONDON, DAY).days();

    assertThat(days).hasSize(14);
    assertThat(days.get(0)).isEqualTo(new DayCount(LocalDate.parse("2026-02-24"), 1, 0));
    assertThat(days.get(13)).isEqualTo(new DayCount(LocalDate.parse("2026-03-09"), 1, 0));
    assertThat(days).extracting(DayCount::day).isSorted().doesNotHaveDuplicates();
    assertThat(days.stream().mapToLong(DayCount::advocacy).sum()).isEqualTo(2);
  }

  @Test
  void chartDays_areTheDaysOfTheZone() {
    DigestChannel kolkata =
        new DigestChannel("C0DIGEST", LocalTime.of(9, 0), ZoneId.of("Asia/Kolkata"));
    hear("UANA", Intent.ADVOCACY, "2026-03-08T18:29:59Z");
    hear("UANA", Intent.ADVOCACY, "2026-03-08T18:30:00Z");

    List<DayCount> days = assembly.of(kolkata, DAY).days();

    assertThat(days.subList(12, 14)).extracting(DayCount::advocacy).containsExactly(1L, 1L);
  }

  @Test
  void shortDayInSpring_coversTwentyThreeHours() {
    Digest digest = assembly.of(LONDON, LocalDate.parse("2026-03-29"));

    assertThat(digest.from()).isEqualTo("2026-03-28T09:00:00Z");
    assertThat(digest.to()).isEqualTo("2026-03-29T08:00:00Z");
    assertThat(digest.isQuiet()).isTrue();
  }

  @Test
  void onlyNudgesThatWaitForAnAnswer_areCounted() {
    for (Nudge.State state : Nudge.State.values()) {
      nudges.add(nudge(state));
    }

    assertThat(assembly.of(LONDON, DAY).openNudges()).isEqualTo(2);
  }

  private void hear(String person, Intent intent, String at) {
    String ts = SlackTime.ts(Instant.parse(at));
    MentionId id = new MentionId("C0COMMUNITY", ts);
    book.write(
        new Heard(
            id,
            person,
            intent,
            Intent.NEUTRAL,
            0.9,
            Sentiment.NEUTRAL,
            false,
            false,
            List.of("words"),
            "https://example.com/" + ts,
            "model 1",
            null),
        null,
        ts);
  }

  private void react(String reactor, boolean added, String at) {
    MentionId on = new MentionId("C0COMMUNITY", SlackTime.ts(Instant.parse(YESTERDAY_TEN)));
    String version = SlackTime.ts(Instant.parse(at));
    book.react(new ReactionChange(on, reactor, "heart", reactor, "UANA", added, version));
  }

  private static Author author(String id, String name) {
    return new Author(id, "TCUST", name, Author.Kind.CUSTOMER, null, null);
  }

  private static Nudge nudge(Nudge.State state) {
    Occasion occasion =
        Occasion.said(
            Moment.ACT,
            new MentionId("C0COMMUNITY", "1770000000.00010" + state.ordinal()),
            "https://example.com/",
            List.of("words"));
    Nudge.Party party = new Nudge.Party("UREP", "UANA", "Ana Gomes", "Northwind", null);
    return Nudge.draft(NudgeKind.DELIGHT, occasion, party, Instant.parse(YESTERDAY_TEN))
        .now(state, "a reason");
  }
}
