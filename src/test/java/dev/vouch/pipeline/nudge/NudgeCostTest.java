package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Spoken;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Tier;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.ranking.AttentionBook.Taking;
import dev.vouch.pipeline.Aftermath.News;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often Redis is asked about a nudge, by what the server itself has counted; nobody else may
 * ask it meanwhile, so it is a server of its own.
 */
class NudgeCostTest {
  private static final MentionId ID = new MentionId("C1", SlackTime.ts(TestWorkspace.NOW));

  @TempDir private static Path directory;
  private static BundledRedis redis;

  private final TestWorkspace here = new TestWorkspace(redis.address(), TestRedis.freshTeam());

  @BeforeAll
  static void start() throws IOException {
    redis = BundledRedis.open(directory);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** In a channel where somebody else was heard before, so that its code is known. */
  @BeforeEach
  void marqueeAdvocate() {
    here.books
        .accounts()
        .change(
            "Northwind Foods",
            account -> account.withTier(Tier.MARQUEE).withOwner("UREP").withSponsor("UEXEC"));
    here.books
        .advocates()
        .meet(
            here.directory.author("UAMARA").orElseThrow(),
            new AccountLink("northwind-foods", "by hand", here.clock.instant()));
    here.workspace.settings().settings();
    act(new MentionId(ID.channel(), "1700000000.000100"), "UWINSTON");
    here.books.advocates().acts("UWINSTON");
  }

  @AfterEach
  void close() {
    here.close();
  }

  private void act(MentionId id) {
    act(id, "UAMARA");
  }

  private static Heard heard(MentionId id, String person, Intent intent) {
    return new Heard(
        id,
        person,
        intent,
        Intent.PRAISE,
        0.9,
        Sentiment.POSITIVE,
        false,
        false,
        List.of("just get it"),
        "https://acme.slack.com/archives/C1/p1",
        "rule 1",
        null);
  }

  private void act(MentionId id, String person) {
    Heard heard = heard(id, person, Intent.ADVOCACY);
    AdvocacyAct act =
        new AdvocacyAct(
            id,
            person,
            Purpose.USUAL,
            0.9,
            Set.of(),
            List.of("just get it"),
            false,
            heard.permalink(),
            null);
    here.books.advocates().write(heard, act, id.ts());
  }

  private void praised(Heard praise) {
    Map<News, RuntimeException> failed =
        here.nudges.consider(
            List.of(new News(new Spoken(praise.person(), praise.mention()), true)));
    assertThat(failed).isEmpty();
  }

  /** The settings are known for a second, as they are where messages are read. */
  private long trips(Runnable work) {
    here.workspace.settings().settings();
    long before = reads();
    work.run();
    return reads() - before - 1;
  }

  private long reads() {
    return Long.parseLong(here.store.info().get("total_reads_processed"));
  }

  /** The mention, what was before, the account, what is between us, the card, and the writing. */
  @Test
  void openingNudges_takesSixRoundTrips() {
    act(ID);
    long trips = trips(() -> here.nudges.consider(ID, "UAMARA"));

    assertThat(here.books.nudges().latest(10)).hasSize(2);
    assertThat(trips).isLessThanOrEqualTo(6);
  }

  /** More of them at a time would be more than Redis reads at once. */
  @Test
  void openingNudgesOfSeveralPeople_takesAsManyRoundTripsAsOfOne() {
    List<News> news = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String person = "UMANY" + i;
      MentionId id =
          new MentionId(ID.channel(), SlackTime.ts(TestWorkspace.NOW.minusSeconds(60 + i)));
      here.books
          .advocates()
          .meet(
              new Author(person, "T0", "Many " + i, Author.Kind.CUSTOMER, null, null),
              new AccountLink("northwind-foods", "by hand", here.clock.instant()));
      act(id, person);
      news.add(new News(new Spoken(person, id), false));
    }
    List<Map<News, RuntimeException>> failed = new ArrayList<>();
    long trips = trips(() -> failed.add(here.nudges.consider(news)));

    assertThat(failed.get(0)).isEmpty();
    assertThat(here.books.nudges().latest(100)).hasSize(4);
    assertThat(trips).isLessThanOrEqualTo(6);
  }

  /** An edit may have taken away what disclosed a tie, so that is asked anew. */
  @Test
  void actWhoseNudgesAreOpen_takesFiveRoundTrips() {
    act(ID);
    here.nudges.consider(ID, "UAMARA");

    assertThat(trips(() -> here.nudges.consider(ID, "UAMARA"))).isLessThanOrEqualTo(5);
  }

  /** There is one for them already, and they are in the study of this quarter. */
  @Test
  void praiseOfSomebodyWhoHasASurpriseToCome_takesOneRoundTrip() {
    act(ID);
    here.nudges.consider(ID, "UAMARA");
    MentionId later = new MentionId("C1", SlackTime.ts(TestWorkspace.NOW.plusSeconds(60)));
    Heard praise = heard(later, "UAMARA", Intent.PRAISE);
    here.books.advocates().write(praise, null, later.ts());

    assertThat(trips(() -> praised(praise))).isOne();
    assertThat(here.books.nudges().latest(10)).hasSize(2);
  }

  /** In the next quarter it is noted anew that they could have got one, as of those held out. */
  @Test
  void praiseInAnotherQuarter_isLookedAt() {
    act(ID);
    here.nudges.consider(ID, "UAMARA");
    MentionId later =
        new MentionId("C1", SlackTime.ts(TestWorkspace.NOW.plus(Duration.ofDays(50))));
    Heard praise = heard(later, "UAMARA", Intent.PRAISE);
    here.books.advocates().write(praise, null, later.ts());
    here.clock.advance(Duration.ofDays(50));

    assertThat(trips(() -> praised(praise))).isGreaterThan(1);
  }

  @Test
  void whatIsNoAct_takesTwoRoundTrips() {
    assertThat(trips(() -> here.nudges.consider(ID, "UAMARA"))).isLessThanOrEqualTo(2);
  }

  /**
   * Five of them read where the person stands, which decides whether anything may go, two whether
   * this is the time for whoever gets it, and one who of our executives there is.
   */
  @Test
  void sendingANudge_takesTwentyTwoRoundTrips() {
    Instant now = here.clock.instant();
    here.books.attention().reader("UMAN", now, now);
    here.books.attention().take("UMAN", "another", new Taking(1, now, now));
    act(ID);
    here.nudges.consider(ID, "UAMARA");
    here.clock.advance(Duration.ofSeconds(1));
    long trips = trips(here.nudges::sendDue);

    assertThat(here.messenger.sent).hasSize(1);
    assertThat(trips).isLessThanOrEqualTo(22);
  }
}
