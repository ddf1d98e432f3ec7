package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Request;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisServers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Protocol;

/** Every number is rebuilt from its records, and one that is wrong is found. */
class AuditTest {
  private static final Instant NOW = TestWorkspace.NOW;

  private final TestWorkspace here = new TestWorkspace();

  @BeforeEach
  void somethingOfEverything() {
    here.books
        .accounts()
        .change(
            "Northwind",
            account -> account.withTier(Tier.MARQUEE).withOwner("UREP").withDomain("n.example"));
    say("UAMARA", 1, "advocacy: just get it");
    say("UAMARA", 2, "question: at night?");
    say("UJON", 3, "complaint: it is down");
    say("UJON", 90_000, "praise: it is up");
    here.directory
        .author("UAMARA")
        .ifPresent(author -> here.books.advocates().meet(author, link(author)));
    here.books.executives().enlist("UEXEC", one -> one.withCapacity(2));
    here.books.executives().add(introduction("i1", "UAMARA"));
    here.books.executives().add(introduction("i2", "UJON"));
    for (Event event : List.of(Event.ASKED, Event.NOT_ME)) {
      Step step = new Step(event, NOW, "UEXEC", null);
      here.books.executives().change("i2", one -> one.after(step));
    }
    here.books
        .relationships()
        .change(
            Subject.person("UAMARA"),
            none ->
                none.with(LedgerEntry.moment("h", Kind.HELP, NOW.minusSeconds(60)).worth(1_000))
                    .with(LedgerEntry.moment("a", Kind.ASK, NOW).worth(-500)));
  }

  @AfterEach
  void close() {
    here.close();
  }

  private static Introduction introduction(String id, String person) {
    Request request = new Request(person, "Ana", null, "UREP", "why", List.of(), NOW);
    return Introduction.requested(id, request, "UEXEC", YearMonth.of(2026, 11), NOW);
  }

  private static AccountLink link(Author author) {
    return AccountLink.setBy(author.name(), "northwind", NOW);
  }

  private void say(String person, int secondsAgo, String text) {
    here.hear(new MentionId("C1", SlackTime.ts(NOW.minusSeconds(secondsAgo))), person, text);
  }

  private Audit.Result audit() {
    return here.store.audit(here.team, NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void whatVouchWrote_isWhatItsRecordsSay() {
    assertThat(audit().differences()).isEmpty();
    assertThat(audit().checked()).isGreaterThan(30);
  }

  @Test
  void editsDeletionsAndMoves_leaveNumbersRight() {
    JsonObject gone = new JsonObject();
    gone.addProperty("type", "message");
    gone.addProperty("subtype", "message_deleted");
    gone.addProperty("channel", "C1");
    gone.addProperty("deleted_ts", SlackTime.ts(NOW.minusSeconds(1)));
    here.events.read(gone);
    here.books.accounts().change("Kestrel", account -> account.withTier(Tier.NAMED));
    here.directory
        .author("UAMARA")
        .ifPresent(
            author ->
                here.books
                    .advocates()
                    .meet(author, AccountLink.setBy("a command", "kestrel", NOW)));

    assertThat(audit().differences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HINCRBY person:UJON 1 1, person:praise, UJON",
    "HINCRBY person:UAMARA 0 5, person:advocacy, UAMARA",
    "ZINCRBY top 1 UAMARA, top, UAMARA",
    "ZADD top 3 UNOBODY, top, UNOBODY",
    "HINCRBY spread acts 2, spread:acts, workspace",
    "HINCRBY spread accounts 1, spread:accounts, workspace",
    "HINCRBY spread:207 n20775 1, spread, n 2026-11-18",
    "HDEL spread:207 p20775, spread, p 2026-11-18",
    "HINCRBY spread:207 a20770 1, spread, a 2026-11-13",
    "HINCRBY counts:20261118:0 40 1, counts:advocacy, 2026-11-18",
    "ZADD account:northwind:people 0 UJON, account:people, northwind",
    "ZREM account:northwind:people UAMARA, account:people, northwind",
    "SREM accounts:marquee northwind, accounts:marquee, workspace",
    "HDEL accounts:index domain:n.example, accounts:index, northwind",
    "DEL accounts:names, accounts:names, workspace",
    "DEL nudges:due, nudges:due, workspace",
    "DEL nudges:latest, nudges:latest, workspace",
    "DEL nudges:about:UAMARA, nudges:about, UAMARA",
    "ZADD nudges:open 1 nobody, nudges:open, workspace",
    "SADD introductions:slots:UEXEC:2026-11 i2, introductions:slots, UEXEC 2026-11",
    "SREM introductions:slots:UEXEC:2026-11 i1, introductions:slots, UEXEC 2026-11",
    "SADD introductions:slots:UEXEC:2026-12 i1, introductions:slots, UEXEC 2026-12",
    "HDEL introductions:open UAMARA, introductions:open, workspace",
    "HSET introductions:open UAMARA i2, introductions:open, workspace",
    "ZREM introductions:latest i2, introductions:latest, workspace",
    "ZREM introductions:about:UJON i2, introductions:about, UJON",
    "DEL introductions:due, introductions:due, workspace",
  })
  void whatIsNotWhatItsRecordsSay_isFound(String command, String what, String id) {
    plant(command);

    assertThat(audit().differences())
        .extracting(Audit.Difference::what, Audit.Difference::id)
        .contains(tuple(what, id));
  }

  @Test
  void askBeyondWhatGoodwillBore_isFound() {
    here.books
        .relationships()
        .change(
            Subject.person("UAMARA"),
            between ->
                between.with(LedgerEntry.moment("b", Kind.ASK, NOW.plusSeconds(60)).worth(-4_000)));

    assertThat(audit().differences())
        .extracting(Audit.Difference::what)
        .containsExactly("goodwill");
  }

  @Test
  void labelThatWasCorrectedAfterAnAsk_isNoFaultOfTheAsk() {
    String question = SlackTime.ts(NOW.minusSeconds(2));
    here.clock.advance(Duration.ofMinutes(30));
    here.labels.save(
        new SavedAdvocacy(
            "C1", question, "UAMARA", null, "at night?", "UREP", Intent.COMPLAINT, null));
    assertThat(here.books.advocates().mention(new MentionId("C1", question)).orElseThrow().intent())
        .isEqualTo(Intent.COMPLAINT);
    assertThat(audit().differences()).isEmpty();

    here.books
        .relationships()
        .change(
            Subject.person("UAMARA"),
            between ->
                between.with(
                    LedgerEntry.moment("late", Kind.ASK, here.clock.instant().plusSeconds(60))
                        .worth(-500)));
    assertThat(audit().differences())
        .extracting(Audit.Difference::what)
        .containsExactly("goodwill");
  }

  private void plant(String command) {
    List<String> words = List.of(command.split(" "));
    String[] args = words.subList(1, words.size()).toArray(String[]::new);
    args[0] = new Keys(here.team).prefix() + args[0];
    try (RedisServers servers = new RedisServers(TestRedis.address())) {
      servers.client().sendCommand(args[0], Protocol.Command.valueOf(words.get(0)), args);
    }
  }
}
