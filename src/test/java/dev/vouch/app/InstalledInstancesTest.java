package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.RedisProxy.Stop;
import dev.vouch.app.run.StoredInstallations;
import dev.vouch.app.setting.Config;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Envelope;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import dev.vouch.slack.install.Installation;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

/**
 * Two instances on one Redis, of which one is told that a workspace has installed or removed Vouch,
 * and the other, or the same, dies or stands still meanwhile.
 */
class InstalledInstancesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String ADVOCACY =
      "If you run several entities, just get Lumo, worth every penny.";
  private static final String NOT_INSTALLED = "not installed";
  private static final String NEIGHBOUR = "T0NEIGHBOUR";

  @TempDir private Path directory;
  private final AtomicInteger told = new AtomicInteger();
  private Sandbox sandbox;
  private BundledRedis redis;
  private RedisClient client;
  private Store store;
  private RedisProxy proxy;
  private ServeProcess first;
  private ServeProcess second;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(SandboxSettings.standard());
    SmallCompany.furnish(sandbox);
    redis = BundledRedis.open(directory.resolve("redis"));
    client = RedisClient.create(redis.address().uri().toString());
    store = Store.at(redis.address(), InstantSource.system());
    store.remember(new Home(NEIGHBOUR, "Globex", "https://globex.slack.example/", "U9"));
    store.append(
        new Envelope(
            "Ev1", NEIGHBOUR, Envelope.Type.EVENT, "{}", InstantSource.system().instant()));
    proxy = new RedisProxy(redis.address().uri());
    first = serve(proxy.url());
    second = serve(redis.address().uri().toString());
    for (ServeProcess one : List.of(first, second)) {
      await().atMost(PATIENCE).until(one::isReady);
    }
  }

  private ServeProcess serve(String redisUrl) throws IOException {
    Map<String, String> settings = new HashMap<>(InstallTest.settings(sandbox));
    settings.put("REDIS_URL", redisUrl);
    return ServeProcess.ahead(directory, settings, Duration.ZERO);
  }

  @AfterEach
  void stop() throws Exception {
    first.kill9();
    second.kill9();
    proxy.close();
    store.close();
    client.close();
    redis.close();
    sandbox.close();
  }

  @Test
  void installedThroughOne_theOtherIsAtWorkToo_andFinishesWhatTheFirstDiedWith() throws Exception {
    Stop writing = proxy.before(writesMention());
    InstallTest.install(first);
    assertThat(slack().answer(person("Rita"), "top", second.port)).doesNotContain(NOT_INSTALLED);
    second.standStill();
    says("Amara", first);
    writing.await();
    second.goOn();
    assertThat(second.page("/health/ready")).contains("\"inboxWaiting\":2");
    assertThat(second.page("/metrics")).contains("vouch_inbox_waiting 2.0");
    first.kill9();

    await().atMost(PATIENCE).until(() -> acts("Amara") == 1);
    says("Priya", second);
    await().atMost(PATIENCE).until(() -> acts("Priya") == 1);
  }

  @Test
  void installedAgainWithAnotherToken_everyInstanceTakesIt() throws Exception {
    InstallTest.install(first);
    says("Amara", second);
    await().atMost(PATIENCE).until(() -> acts("Amara") == 1);
    first.kill9();
    installAgain("xoxb-another");
    await().atMost(PATIENCE).until(() -> second.log().split("at work in workspace", -1).length > 2);
    says("Priya", second);
    await().atMost(PATIENCE).until(() -> isTokenRefused(second));

    first = serve(redis.address().uri().toString());
    await().atMost(PATIENCE).until(first::isReady);
    InstallTest.install(first);
    first.kill9();
    await().atMost(PATIENCE).until(() -> !isTokenRefused(second));
    await().atMost(PATIENCE).until(() -> acts("Priya") == 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void removed_andTheOneThatErasesIsKilled_theOtherErasesTheRest(boolean toldTheOneThatErases)
      throws Exception {
    InstallTest.install(first);
    says("Amara", second);
    await().atMost(PATIENCE).until(() -> acts("Amara") == 1);
    Map<String, String> untouched = neighbour();
    for (int i = 0; i < 4_000; i++) {
      client.set(prefix() + "claim:" + i, "");
    }
    AtomicInteger pages = new AtomicInteger();
    Stop inTheMiddle =
        proxy.before(words -> writes("claim:erase").test(words) && pages.incrementAndGet() == 3);
    ServeProcess toldOne = toldTheOneThatErases ? first : second;
    assertThat(removed(toldOne).took()).isLessThan(Duration.ofSeconds(3));
    second.standStill();
    inTheMiddle.await();
    assertThat(keys()).hasSizeBetween(500, 3_500);
    first.kill9();
    second.goOn();

    isErased();
    assertThat(slack().answer(person("Rita"), "top", second.port)).contains(NOT_INSTALLED);
    says("Amara", second);
    assertThat(keys()).isEmpty();
    assertThat(neighbour()).isEqualTo(untouched);
  }

  @Test
  void removed_whileAnInstanceStandsStill_whatItWritesAfterwardsIsErasedToo() throws Exception {
    Stop writing = proxy.before(writesMention());
    InstallTest.install(first);
    second.standStill();
    says("Amara", first);
    writing.await();
    first.standStill();
    second.goOn();
    removed(second);
    isErased();

    writing.release();
    await().atMost(PATIENCE).until(() -> !keys().isEmpty());
    first.goOn();
    isErased();
    assertThat(second.isReady()).isTrue();
  }

  /** That Redis does not know a workspace does not mean that anybody has removed Vouch. */
  @Test
  void redisThatComesBackEmpty_endsTheWorkNowhere() throws Exception {
    InstallTest.install(first);
    says("Amara", second);
    await().atMost(PATIENCE).until(() -> acts("Amara") == 1);
    client.flushAll();
    await().atMost(PATIENCE).until(() -> second.log().contains("Redis has forgotten 1 workspaces"));

    says("Priya", second);
    await().atMost(PATIENCE).until(() -> acts("Priya") == 1);
  }

  /** Installs it again where the erasure has not ended: what was before goes, the rest stays. */
  @Test
  void removedAndInstalledAtOnceAgain_beginsAfresh() throws Exception {
    InstallTest.install(first);
    says("Amara", first);
    await().atMost(PATIENCE).until(() -> acts("Amara") == 1);
    removed(second);
    InstallTest.install(first);
    says("Priya", second);

    await().atMost(PATIENCE).until(() -> acts("Priya") == 1);
    assertThat(acts("Amara")).isZero();
    assertThat(slack().answer(person("Rita"), "top", first.port)).doesNotContain(NOT_INSTALLED);
  }

  /** What was there is read before. */
  private static Predicate<List<String>> writesMention() {
    AtomicInteger mentions = new AtomicInteger();
    return words -> writes(":mentions:").test(words) && mentions.incrementAndGet() == 2;
  }

  private static Predicate<List<String>> writes(String key) {
    return words ->
        words.get(0).startsWith("EVAL") && words.stream().anyMatch(word -> word.contains(key));
  }

  /** Deliveries that happen now. */
  private DeliveredEvents slack() {
    return new DeliveredEvents(sandbox.teamId(), sandbox.signingSecret(), InstantSource.system());
  }

  private String person(String name) {
    return sandbox.workspace().roster().find(name).id();
  }

  private void says(String person, ServeProcess to) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", sandbox.workspace().conversations().find("#community").id());
    event.addProperty("user", person(person));
    event.addProperty("ts", Instant.now().getEpochSecond() + ".%06d".formatted(nextNumber()));
    event.addProperty("text", ADVOCACY);
    slack().insist(new Told("Ev" + nextNumber(), event), () -> to.port);
  }

  private int nextNumber() {
    return told.incrementAndGet();
  }

  private Answer removed(ServeProcess to) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "app_uninstalled");
    Answer answer = slack().deliver(new Told("Ev" + nextNumber(), event), to.port).join();
    assertThat(answer.acknowledged()).isTrue();
    return answer;
  }

  /** As another instance does it. */
  private void installAgain(String token) {
    Config config = Config.from(InstallTest.settings(sandbox));
    Home home = store.home(sandbox.teamId()).orElseThrow();
    new StoredInstallations(store.installations(config.cipher()))
        .save(
            new Installation(
                new Connection(home, null, new Token(token, home.self(), null)),
                List.of(),
                "U1",
                Instant.now()));
  }

  private static boolean isTokenRefused(ServeProcess app) {
    return app.page("/health/ready").contains("Slack refuses");
  }

  private int acts(String person) {
    return store.books(sandbox.teamId()).advocates().acts(person(person)).size();
  }

  private String prefix() {
    return "vouch:{" + sandbox.teamId() + "}:";
  }

  private Set<String> keys() {
    return new TreeSet<>(client.keys(prefix() + "*"));
  }

  private Map<String, String> neighbour() {
    Map<String, String> all = new HashMap<>();
    client
        .keys("vouch:{" + NEIGHBOUR + "}:*")
        .forEach(key -> all.put(key, new String(client.dump(key), StandardCharsets.ISO_8859_1)));
    assertThat(all).isNotEmpty();
    return all;
  }

  /**
   * No key of it is left, nor its name among those that are known, and nobody is at it any more.
   */
  private void isErased() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                client.zrange("vouch:{installed}:leaving", 0, -1).isEmpty()
                    && keys().isEmpty()
                    && !store.teams().contains(sandbox.teamId()));
    assertThat(client.hgetAll("vouch:{installed}:grants")).isEmpty();
    assertThat(client.hgetAll("vouch:{installed}:since")).isEmpty();
    assertThat(store.teams()).containsExactly(NEIGHBOUR);
  }
}
