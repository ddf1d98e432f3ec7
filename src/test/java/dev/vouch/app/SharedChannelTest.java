package dev.vouch.app;

import static dev.vouch.app.Companies.ACME;
import static dev.vouch.app.Companies.BOLT;
import static dev.vouch.app.Companies.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.RedisProxy.Stop;
import dev.vouch.app.run.Vouch;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.TestClock;
import dev.vouch.slack.EventAuthorizations;
import dev.vouch.slack.SlackStub.Answer;
import dev.vouch.store.Dump;
import dev.vouch.store.Store;
import dev.vouch.store.server.RedisAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;

/** Two companies that have Vouch share a channel, and Slack names one of them with each event. */
class SharedChannelTest {
  private static final Classifier CLASSIFIER = Classifier.shipped();
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path directory;
  private final TestClock clock = new TestClock(NOW);
  private Companies companies;
  private DeliveredEvents slack;
  private Store store;
  private Vouch vouch;

  @BeforeEach
  void start() throws Exception {
    companies = new Companies(directory.resolve("redis"), clock);
    slack = companies.named(ACME).inSharedChannel();
    start(Map.of());
  }

  private void start(Map<String, String> more) {
    start(companies.redis.address().uri(), more);
  }

  private void start(URI redis, Map<String, String> more) {
    try {
      String port = String.valueOf(ServeProcess.freePort());
      Config config = Config.from(companies.settings(with(more, "PORT", port)));
      store = Store.at(new RedisAddress(redis, false), clock);
      vouch = new Vouch(config, store, () -> CLASSIFIER, clock);
      vouch.start();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> all = new HashMap<>(some);
    all.put(name, value);
    return all;
  }

  @AfterEach
  void close() {
    vouch.close();
    store.close();
    companies.close();
  }

  private void insist(Told told) {
    slack.insist(told, vouch::port);
  }

  private void passes(List<Told> events) {
    events.forEach(this::insist);
    companies.settle();
  }

  @Test
  void whatOneIsNamedWith_leavesInBothWhatACopyForEachLeaves() throws Exception {
    passes(companies.day());
    List<JsonObject> left = companies.left();
    assertThat(companies.acts(ACME)).isEqualTo(1);
    assertThat(companies.acts(BOLT)).isEqualTo(1);
    assertThat(companies.heard(ACME, "UBEA")).isEqualTo(2);
    assertThat(companies.heard(BOLT, "UBEA")).as("one of their own").isZero();
    assertThat(companies.heard(BOLT, "URITA")).isEqualTo(1);

    close();
    companies = new Companies(directory.resolve("apart"), clock);
    start(Map.of("SLACK_APP_TOKEN", ""));
    for (Told told : companies.day()) {
      companies.named(ACME).insist(told, vouch::port);
      companies.named(BOLT).insist(told, vouch::port);
    }
    companies.settle();
    assertThat(companies.slack.calls(LIST)).isZero();
    assertThat(left).isEqualTo(companies.left());
  }

  @Test
  void busyChannel_costsOneCallInTenMinutes_withTheTokenOfTheApp() {
    passes(IntStream.range(0, 20).mapToObj(companies::advocacy).toList());
    assertThat(companies.acts(BOLT)).isEqualTo(20);
    assertThat(companies.slack.calls(LIST)).isEqualTo(1);
    assertThat(companies.slack.token(LIST)).isEqualTo(Companies.APP_TOKEN);

    clock.advance(Duration.ofMinutes(11));
    companies.slack.on(LIST, Companies.authorizations(ACME));
    passes(List.of(companies.advocacy(20)));
    assertThat(companies.slack.calls(LIST)).isEqualTo(2);
    assertThat(companies.acts(ACME)).isEqualTo(21);
    assertThat(companies.acts(BOLT)).as("it has left the channel").isEqualTo(20);
  }

  @Test
  void whereNobodyElseCanBe_nobodyIsAsked() {
    companies.named(ACME).insist(companies.advocacy(0), vouch::port);
    companies.settle();
    companies.leaves(BOLT);
    await().until(() -> !isAtWork(BOLT));
    passes(List.of(companies.advocacy(1)));

    assertThat(companies.acts(ACME)).isEqualTo(2);
    assertThat(companies.slack.calls(LIST)).isZero();
  }

  private boolean isAtWork(String team) {
    try {
      return vouch.workspace(team) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void workspaceThatHasNoVouch_getsNothing_andTheBotsOwnWordsAreDropped() {
    companies.slack.on(LIST, Companies.authorizations(ACME, "T0NOBODY", BOLT));
    passes(List.of(companies.says("U0" + BOLT, 0, "praise"), companies.advocacy(1)));

    assertThat(companies.acts(BOLT)).isEqualTo(1);
    assertThat(companies.heard(BOLT, "U0" + BOLT)).isZero();
    assertThat(companies.heard(ACME, "U0" + BOLT)).isEqualTo(1);
    assertThat(keys("T0NOBODY")).isEmpty();
  }

  @Test
  void slackAway_theNamedOneHasItAtOnce_andTheOtherLater() {
    companies.slack.on(LIST, form -> new Answer(503, "", Map.of()));
    insist(companies.advocacy(0));
    await().until(() -> companies.acts(ACME) == 1);
    await().until(() -> companies.slack.calls(LIST) == 1);
    RedisTime.endPauses(companies.redis.address(), ACME);
    insist(companies.advocacy(1));
    await().until(() -> companies.acts(ACME) == 2);
    assertThat(companies.acts(BOLT)).isZero();
    assertThat(companies.slack.calls(LIST)).as("it is left in peace").isEqualTo(1);

    companies.slack.on(LIST, Companies.authorizations(ACME, BOLT));
    clock.advance(Duration.ofSeconds(31));
    companies.settle();
    assertThat(companies.acts(BOLT)).isEqualTo(2);
    assertThat(companies.store.books(ACME).deliveries().backlog().dead()).isZero();
  }

  /** What waits from before a start is worked off while the other workspaces are still joined. */
  @Test
  void startInTheMiddle_passesOnToOneThatIsYetToBeJoined() throws Exception {
    vouch.close();
    store.close();
    companies.store.append(
        new Envelope(
            "Ev1",
            ACME,
            Envelope.Type.EVENT,
            companies.advocacy(0).event().toString(),
            NOW,
            NOW,
            "EC-Ev1"));
    try (RedisProxy proxy = new RedisProxy(companies.redis.address().uri())) {
      Stop joining = proxy.before(words -> words.get(0).equals("HGET") && words.contains(BOLT));
      CompletableFuture<Void> started =
          CompletableFuture.runAsync(() -> start(URI.create(proxy.url()), Map.of()));
      joining.await();
      await().until(() -> companies.slack.calls(LIST) == 1 || companies.waiting(ACME) == 0);
      joining.release();
      started.join();
      companies.settle();
      assertThat(companies.acts(BOLT)).isEqualTo(1);
      vouch.close();
      store.close();
    }
  }

  @Test
  void tokenWithoutTheScope_isSaidOnce_andTheEventGoesOn() {
    companies.slack.on(LIST, "{\"ok\":false,\"error\":\"missing_scope\"}");
    Logger log = (Logger) LoggerFactory.getLogger(EventAuthorizations.class);
    ListAppender<ILoggingEvent> kept = new ListAppender<>();
    kept.list = new CopyOnWriteArrayList<>();
    kept.start();
    log.addAppender(kept);
    passes(companies.day());
    clock.advance(Duration.ofMinutes(11));
    passes(List.of(companies.advocacy(30)));
    log.detachAppender(kept);

    assertThat(companies.acts(ACME)).isEqualTo(2);
    assertThat(companies.acts(BOLT)).isZero();
    assertThat(companies.slack.calls(LIST)).isEqualTo(2);
    assertThat(kept.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("missing_scope", "authorizations:read")
        .doesNotContain(Companies.APP_TOKEN);
  }

  @Test
  void nothingOfTheOne_reachesTheOther_butTheEvent() {
    Store.Books acme = companies.store.books(ACME);
    acme.accounts().change("Canary Foods", account -> account.withOwner("UCANARY"));
    acme.settings().change(settings -> settings.withOwner("UCANARY"));
    passes(companies.day());

    assertThat(dump(ACME)).contains("Canary", "UCANARY");
    assertThat(dump(BOLT)).doesNotContain("anary", "CANARY", "EC-Ev", Companies.APP_TOKEN);
  }

  private String dump(String team) {
    try (RedisClient client = RedisClient.create(companies.redis.address().uri().toString())) {
      return new Dump(client, team).all().toString();
    }
  }

  private List<String> keys(String team) {
    try (RedisClient client = RedisClient.create(companies.redis.address().uri().toString())) {
      return List.copyOf(client.keys("vouch:{%s}:*".formatted(team)));
    }
  }
}
