package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vouch.mention.Author;
import dev.vouch.mention.Author.Kind;
import dev.vouch.pipeline.Directory.Channel;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackDirectoryTest {
  private final FixedClock clock = new FixedClock("2026-11-22T09:00:00Z");
  private final Map<String, Boolean> staff = new HashMap<>();
  private SlackStub stub;
  private SlackDirectory directory;

  @BeforeEach
  void start() throws Exception {
    stub = new SlackStub();
    directory =
        new SlackDirectory(
            new WebApi(stub.slack().methods("xoxb-1"), clock),
            new Connection(
                new Home("T1", "Acme", "https://acme.slack.com/", "U0"),
                "E1",
                new Token("xoxb-1", "U0", "B0")),
            () -> staff,
            clock);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private void person(String fields) {
    stub.on("users.info", "{\"ok\":true,\"user\":{\"id\":\"U1\"," + fields + "}}");
  }

  @Test
  void deactivatedPerson_isStillOneOfOurs_andNotActive() {
    person("\"team_id\":\"T1\",\"name\":\"lena\",\"deleted\":true");
    assertThat(directory.isActive("U1")).isFalse();
    assertThat(directory.author("U1")).map(Author::kind).contains(Kind.STAFF);
    directory.changed("U1");
    person("\"team_id\":\"T1\",\"name\":\"lena\"");
    assertThat(directory.isActive("U1")).isTrue();
    stub.on("users.info", "{\"ok\":false,\"error\":\"user_not_found\"}");
    directory.changed("U1");
    assertThat(directory.isActive("U1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"team_id\":\"T1\"; STAFF",
        "\"team_id\":\"T2\"; CUSTOMER",
        "\"team_id\":\"T1\",\"is_restricted\":true; CUSTOMER",
        "\"team_id\":\"T1\",\"is_ultra_restricted\":true; CUSTOMER",
        "\"team_id\":\"T1\",\"is_stranger\":true; CUSTOMER",
        "\"team_id\":\"T2\",\"enterprise_user\":{\"enterprise_id\":\"E1\"}; STAFF",
        "\"team_id\":\"T2\",\"enterprise_user\":{\"enterprise_id\":\"E2\"}; CUSTOMER",
        "\"team_id\":\"T1\",\"is_bot\":true; BOT",
        "\"team_id\":\"T1\",\"is_workflow_bot\":true; BOT",
        "\"name\":\"nobody knows\"; CUSTOMER"
      })
  void kind_followsFromWhatSlackTells(String fields, Kind kind) {
    person(fields);

    assertThat(directory.author("U1")).map(Author::kind).hasValue(kind);
  }

  @Test
  void guestInAChannel_isFound_andBotsAndOurOwnPeopleAreNot() {
    stub.on("conversations.members", "{\"ok\":true,\"members\":[\"USLACKBOT\",\"U1\"]}");
    person("\"team_id\":\"T1\"");
    assertThat(directory.outsiderIn("C1")).isEmpty();
    directory.changed("U1");
    person("\"team_id\":\"T1\",\"is_restricted\":true");

    assertThat(directory.outsiderIn("C1")).map(Author::id).hasValue("U1");
    stub.on("conversations.members", "{\"ok\":false,\"error\":\"channel_not_found\"}");
    assertThatThrownBy(() -> directory.outsiderIn("C1")).isInstanceOf(Refused.class);
  }

  @Test
  void slackbot_isABot() {
    person("\"team_id\":\"T1\"");

    assertThat(directory.author("USLACKBOT")).map(Author::kind).hasValue(Kind.BOT);
  }

  @Test
  void staffNamedByHand_countsAtOnce_butNeverMakesABotAPerson() {
    person("\"team_id\":\"T1\"");
    assertThat(directory.author("U1")).map(Author::kind).hasValue(Kind.STAFF);
    staff.put("U1", false);
    assertThat(directory.author("U1")).map(Author::kind).hasValue(Kind.CUSTOMER);
    staff.put("U1", true);
    assertThat(directory.author("U1")).map(Author::kind).hasValue(Kind.STAFF);
    assertThat(stub.calls("users.info")).isEqualTo(1);

    person("\"team_id\":\"T1\",\"is_bot\":true");
    directory.changed("U1");
    assertThat(directory.author("U1")).map(Author::kind).hasValue(Kind.BOT);
  }

  @Test
  void author_hasNameAddressAndZone_asFarAsTheyAreFilled() {
    person(
        "\"team_id\":\"T2\",\"real_name\":\"Ann Real\",\"tz\":\"Europe/Berlin\","
            + "\"profile\":{\"display_name\":\"änn\",\"email\":\"ann@globex.com\"}");
    assertThat(directory.author("U1"))
        .hasValue(new Author("U1", "T2", "änn", Kind.CUSTOMER, "ann@globex.com", "Europe/Berlin"));

    directory.changed("U1");
    person(
        "\"team_id\":\"T2\",\"real_name\":\"Ann Real\",\"tz\":\"\","
            + "\"profile\":{\"display_name\":\"\",\"email\":\" \"}");
    assertThat(directory.author("U1"))
        .hasValue(new Author("U1", "T2", "Ann Real", Kind.CUSTOMER, null, null));
  }

  @Test
  void unknownPerson_isEmpty_andAskedAgainAfterAMinute() {
    stub.on("users.info", "{\"ok\":false,\"error\":\"user_not_found\"}");
    assertThat(directory.author("U9")).isEmpty();
    assertThat(directory.author("U9")).isEmpty();
    assertThat(directory.author(" ")).isEmpty();
    assertThat(stub.calls("users.info")).isEqualTo(1);
    person("\"team_id\":\"T2\"");
    clock.forward(Duration.ofSeconds(61));

    assertThat(directory.author("U9")).isPresent();
  }

  /** It is 1795338000 there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "false; 1795330000; 1795340000; 0; ",
        "true; 1795330000; 1795340000; 0; 1795340000",
        "true; 1795340000; 1795350000; 0; ",
        "true; 1795320000; 1795330000; 0; ",
        "false; 1; 1; 1795338600; 1795338600",
        "true; 1795330000; 1795340000; 1795338600; 1795340000",
        "false; 1; 1; 1795337000; "
      })
  void whoDoesNotWantToBeDisturbed_doesNotUntilThen(
      boolean on, long start, long end, long snoozed, Long until) {
    stub.on(
        "dnd.info",
        ("{\"ok\":true,\"dnd_enabled\":%s,\"next_dnd_start_ts\":%d,\"next_dnd_end_ts\":%d,"
                + "\"snooze_enabled\":%s,\"snooze_endtime\":%d}")
            .formatted(on, start, end, snoozed > 0, snoozed));

    assertThat(directory.quietUntil("U1", clock.instant()))
        .isEqualTo(Optional.ofNullable(until).map(Instant::ofEpochSecond));
  }

  @Test
  void doNotDisturb_isRememberedForMinutes_andNeverInTheWayWhereSlackFails() {
    stub.on("dnd.info", "{\"ok\":false,\"error\":\"missing_scope\"}");
    assertThat(directory.quietUntil("U1", clock.instant())).isEmpty();
    stub.on("dnd.info", "{\"ok\":false,\"error\":\"internal_error\"}");
    assertThat(directory.quietUntil("U2", clock.instant())).isEmpty();

    stub.on(
        "dnd.info",
        "{\"ok\":true,\"dnd_enabled\":true,\"next_dnd_start_ts\":1,\"next_dnd_end_ts\":1895338000}");
    assertThat(directory.quietUntil("U3", clock.instant())).isPresent();
    assertThat(directory.quietUntil("U3", clock.instant())).isPresent();
    assertThat(stub.calls("dnd.info")).isEqualTo(3);
    clock.forward(Duration.ofMinutes(6));
    directory.quietUntil("U3", clock.instant());
    assertThat(stub.calls("dnd.info")).isEqualTo(4);
  }

  @Test
  void answers_areRememberedForAnHour() {
    person("\"team_id\":\"T2\"");
    directory.author("U1");
    clock.forward(Duration.ofMinutes(59));
    directory.author("U1");
    assertThat(stub.calls("users.info")).isEqualTo(1);
    clock.forward(Duration.ofMinutes(2));
    directory.author("U1");
    assertThat(stub.calls("users.info")).isEqualTo(2);
  }

  @Test
  void failures_areNotRemembered() {
    stub.on("users.info", form -> new SlackStub.Answer(500, "", Map.of()));
    assertThatThrownBy(() -> directory.author("U1")).isInstanceOf(Unreachable.class);
    stub.on("users.info", "{\"ok\":false,\"error\":\"token_expired\"}");
    assertThatThrownBy(() -> directory.author("U1")).isInstanceOf(Unreachable.class);
    stub.on("users.info", "{\"ok\":false,\"error\":\"invalid_arguments\"}");
    assertThatThrownBy(() -> directory.author("U1")).isInstanceOf(Refused.class);
    person("\"team_id\":\"T2\"");

    assertThat(directory.author("U1")).isPresent();
  }

  @Test
  void manyWhoAskAtOnce_areAnsweredByOneCall() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    stub.on(
        "users.info",
        form -> {
          pass(release);
          return SlackStub.Answer.json("{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T2\"}}");
        });
    List<Thread> threads =
        IntStream.range(0, 20).mapToObj(i -> new Thread(() -> directory.author("U1"))).toList();
    threads.forEach(Thread::start);
    await().until(() -> threads.stream().allMatch(thread -> isWaiting(thread)));
    release.countDown();
    for (Thread thread : threads) {
      thread.join(10_000);
    }

    assertThat(directory.author("U1")).isPresent();
    assertThat(stub.calls("users.info")).isEqualTo(1);
  }

  @Test
  void changeWhileTheAnswerIsOnItsWay_isNotLost() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    stub.on(
        "users.info",
        form -> {
          pass(release);
          return SlackStub.Answer.json(
              "{\"ok\":true,\"user\":{\"id\":\"U1\",\"real_name\":\"old\"}}");
        });
    CompletableFuture<String> old = CompletableFuture.supplyAsync(() -> directory.name("U1"));
    await().until(() -> stub.calls("users.info") == 1);
    directory.changed("U1");
    person("\"real_name\":\"new\"");
    release.countDown();

    assertThat(old.get(10, TimeUnit.SECONDS)).isEqualTo("old");
    assertThat(directory.name("U1")).isEqualTo("new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"name\":\"general\"; false; false",
        "\"name\":\"general\",\"is_ext_shared\":true; true; false",
        "\"name\":\"general\",\"is_pending_ext_shared\":true; true; false",
        "\"name\":\"general\",\"is_shared\":true; true; false",
        "\"name\":\"general\",\"is_shared\":true,\"is_org_shared\":true; false; false",
        "\"name\":\"general\",\"is_mpim\":true; false; true"
      })
  void channel_isExternalWhereOtherCompaniesSeeIt(String fields, boolean external, boolean direct) {
    stub.on("conversations.info", "{\"ok\":true,\"channel\":{\"id\":\"C1\"," + fields + "}}");

    assertThat(directory.channel("C1")).hasValue(new Channel("C1", "general", external, direct));
  }

  @Test
  void channelThatVouchCannotSee_isEmpty() {
    stub.on("conversations.info", "{\"ok\":false,\"error\":\"channel_not_found\"}");

    assertThat(directory.channel("C9")).isEmpty();
  }

  @Test
  void directMessage_hasItsIdForAName() {
    stub.on("conversations.info", "{\"ok\":true,\"channel\":{\"id\":\"D1\",\"is_im\":true}}");

    assertThat(directory.channel("D1")).hasValue(new Channel("D1", "D1", false, true));
  }

  @Test
  void teamName_isAskedOnlyOfOthers_andEmptyWhereSlackDoesNotTell() {
    stub.on("team.info", "{\"ok\":true,\"team\":{\"id\":\"T2\",\"name\":\"Globex\"}}");
    assertThat(directory.teamName("T1")).hasValue("Acme");
    assertThat(directory.teamName("T2")).hasValue("Globex");
    stub.on("team.info", "{\"ok\":false,\"error\":\"team_not_found\"}");
    assertThat(directory.teamName("T3")).isEmpty();
    stub.on("team.info", "{\"ok\":false,\"error\":\"missing_scope\"}");
    assertThat(directory.teamName("T4")).isEmpty();
    assertThat(stub.calls("team.info")).isEqualTo(3);
  }

  private static boolean isWaiting(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING || inSocket(thread);
  }

  private static boolean inSocket(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().contains("okhttp3")) {
        return true;
      }
    }
    return false;
  }

  private static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
