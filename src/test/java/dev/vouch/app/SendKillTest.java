package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Verdict;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The running app is killed with {@code kill -9} when Slack has a message and its answer is not
 * heard: another one that starts after it finds the message, and says nothing twice. {@link
 * KillTest} holds the same of nudges, {@link DigestKillTest} of digests.
 */
class SendKillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration SILENCE = Duration.ofSeconds(8);

  @TempDir private static Path directory;
  private static BundledRedis redis;

  @BeforeAll
  static void start() {
    redis = BundledRedis.open(directory.resolve("redis"));
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** What is due, whom it goes to, and whether all of it is done. */
  private enum Sent {
    ASK(
        "Amara",
        SendKillTest::ask,
        town -> town.books().asks().ask("a").orElseThrow().state() == Ask.State.SENT),
    INTRODUCTION(
        "Theo",
        SendKillTest::introduction,
        town -> town.books().executives().introduction("i1").orElseThrow().pending().isEmpty()),
    INVITATION(
        "Amara",
        SendKillTest::invitation,
        town -> town.books().letters().claimDue(now(town).plus(Duration.ofDays(9))).isEmpty()),
    COMPLAINT(
        "Rita",
        SendKillTest::complaint,
        town -> town.books().deliveries().backlog().waiting() == 0),
    GIFT_TO_APPROVE("Mona", SendKillTest::gift, town -> true);

    private final String to;
    private final Consumer<Town> due;
    private final Predicate<Town> done;

    Sent(String to, Consumer<Town> due, Predicate<Town> done) {
      this.to = to;
      this.due = due;
      this.done = done;
    }
  }

  private static Instant now(Town town) {
    return town.sandbox.clock().instant();
  }

  private static void agrees(Town town) {
    for (Topic topic : Topic.values()) {
      Consent agreed = new Consent(topic, Consent.Answer.AGREED, now(town), "1", "U");
      Object unused =
          town.books()
              .relationships()
              .change(Subject.person(town.person("Amara")), one -> one.with(agreed));
    }
  }

  private static void ask(Town town) {
    agrees(town);
    Asking asking = new Asking("a", Rung.RATING, town.person("Rita"), "on the site");
    Ask ask = Ask.of(asking, town.person("Amara"), Ask.State.HELD, now(town));
    assertThat(town.books().asks().add(ask)).isTrue();
  }

  private static void introduction(Town town) {
    agrees(town);
    Object unused = town.books().executives().enlist(town.person("Theo"), one -> one);
    Introduction.Request request =
        new Introduction.Request(
            town.person("Amara"), "Amara", null, town.person("Rita"), "why", List.of(), now(town));
    YearMonth month = YearMonth.from(now(town).atZone(ZoneOffset.UTC));
    Object added =
        town.books()
            .executives()
            .add(Introduction.requested("i1", request, town.person("Theo"), month, now(town)));
    assertThat(added).isNotNull();
  }

  private static void invitation(Town town) {
    Invitation letter =
        new Invitation(town.person("Amara"), town.person("Rita"), now(town), Language.ENGLISH);
    assertThat(letter.begin(town.books().relationships())).isEmpty();
    town.books().letters().hold(letter, now(town));
  }

  private static void complaint(Town town) {
    Object unused =
        town.books().settings().change(settings -> settings.withOwner(town.person("Rita")));
    Choice wrong =
        new Choice(
            Choice.Kind.WRONG,
            town.person("Amara"),
            List.of("my name is John"),
            SlackTime.ts(now(town)),
            null,
            null,
            false);
    town.store.append(
        new Envelope(
            "own:wrong",
            town.sandbox.teamId(),
            Envelope.Type.CHOICE,
            new Gson().toJson(wrong),
            now(town)));
  }

  private static void gift(Town town) {
    Object unused =
        town.books().settings().change(settings -> settings.withApprover(town.person("Mona")));
    GiftEvent asked =
        new GiftEvent(
            "gift:1",
            GiftEvent.State.ASKED,
            new Gift("a book", Money.parse("15 EUR"), true),
            new GiftEvent.Party(town.person("Amara"), null, null, null, false),
            new GiftEvent.Cited(Verdict.Why.values()[0], null, "1"),
            town.person("Rita"),
            now(town).minus(Duration.ofMinutes(10)));
    Object noted = town.books().gifts().note(asked, null);
    assertThat(noted).hasToString("NOTED");
  }

  private static ServeProcess serving(Town town) throws IOException {
    ServeProcess app =
        ServeProcess.ahead(
            directory, town.settings(redis.address().uri().toString()), town.ahead());
    await().atMost(PATIENCE).until(app::isReady);
    return app;
  }

  private static int messages(Town town, Sent sent) {
    return town.sandbox.workspace().dmWithBot(town.person(sent.to)).size();
  }

  @ParameterizedTest
  @EnumSource
  void killedBetweenAskingAndTheAnswer_itIsNotSentAgain(Sent sent) throws Exception {
    try (Town town = new Town(redis.address())) {
      Object unused = town.books().settings().change(settings -> settings.withMode(Mode.ACT));
      sent.due.accept(town);
      town.sandbox.faults().silentNext("chat.postMessage", SILENCE, 1);
      ServeProcess first = serving(town);
      await().atMost(PATIENCE).until(() -> messages(town, sent) == 1);
      first.kill9();
      int looks = town.sandbox.calls("conversations.history").size();
      town.sandbox.clock().advance(Duration.ofMinutes(10));
      Object claims = RedisTime.endClaims(redis.address(), "*claim*");
      RedisTime.endPauses(redis.address(), town.sandbox.teamId());

      ServeProcess second = serving(town);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  town.sandbox.calls("conversations.history").size() > looks
                      && sent.done.test(town));
      second.kill9();
      assertThat(messages(town, sent)).as("ended: %s", claims).isEqualTo(1);
    }
  }
}
