package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.vouch.app.DeliveredEvents.Answer;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.mention.Author;
import dev.vouch.slack.BoltApp;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.Tokens;
import dev.vouch.slack.door.DoorCounts;
import dev.vouch.slack.door.EventIntake;
import dev.vouch.slack.door.HttpDoor;
import dev.vouch.slack.door.Interactions;
import dev.vouch.slack.door.Revocations;
import dev.vouch.slack.door.Signature;
import dev.vouch.slack.door.SlackGate;
import dev.vouch.store.TestWorkspace;
import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** A real door in front of a Redis of little memory. */
class FullRedisTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final int AT_ONCE = 16;
  private static final int PEOPLE = 40;

  @TempDir private Path directory;
  private BundledRedis redis;
  private TestWorkspace here;
  private HttpDoor door;
  private DeliveredEvents slack;
  private int number;

  @BeforeEach
  void open() throws Exception {
    redis = BundledRedis.open(directory);
    here = new TestWorkspace(redis.address(), "TSMALL");
    IntStream.range(0, PEOPLE)
        .mapToObj(
            i -> new Author("UAMARA" + i, "TNORTH", "Amara", Author.Kind.CUSTOMER, null, null))
        .forEach(here.directory::add);
    Tokens tokens = Tokens.single(here.team, new Tokens.Token("xoxb-test", "U0VOUCH", "B0VOUCH"));
    DoorCounts counts = new DoorCounts();
    EventIntake intake =
        new EventIntake(here.store, tokens, Revocations.none(), counts, here.clock);
    Interactions interactions =
        new Interactions(
            BoltApp.create(SlackClient.of("http://127.0.0.1:9/api/"), tokens), counts, () -> "r");
    Signature signature = new Signature(SECRET, here.clock);
    door =
        new HttpDoor(
            new HttpDoor.Address("127.0.0.1", 0),
            new SlackGate(signature, intake, interactions, counts, here.clock),
            List.of(),
            () -> "r");
    door.start();
    slack = new DeliveredEvents(here.team, SECRET, here.clock);
    setMemory(8);
  }

  @AfterEach
  void close() {
    setMemory(0);
    door.close();
    here.close();
    redis.close();
  }

  private void setMemory(int megabytes) {
    try (Jedis jedis = new Jedis(redis.address().uri())) {
      jedis.configSet("maxmemory", megabytes + "mb");
    }
  }

  private Told praise() {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", "C1");
    event.addProperty("user", "UAMARA" + number % PEOPLE);
    event.addProperty("ts", "1764%06d.000000".formatted(number));
    event.addProperty("text", "praise");
    event.addProperty("client_msg_id", "x".repeat(4_000));
    return new Told("Ev" + number++, event);
  }

  private List<Answer> deliver(List<Told> events) {
    List<CompletableFuture<Answer>> answers =
        events.stream().map(event -> slack.deliver(event, door.port())).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  /** Delivers one after the other until some are refused; those. */
  private List<Told> fill(Set<String> acknowledged) {
    List<Told> refused = new ArrayList<>();
    while (refused.isEmpty()) {
      assertThat(number).as("delivered").isLessThan(4_000);
      for (Answer answer : deliver(IntStream.range(0, AT_ONCE).mapToObj(i -> praise()).toList())) {
        if (answer.acknowledged()) {
          acknowledged.add(answer.told().id());
        } else {
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.took()).isLessThan(Duration.ofSeconds(3));
          refused.add(answer.told());
        }
      }
    }
    return refused;
  }

  private long heard() {
    return IntStream.range(0, PEOPLE)
        .mapToLong(i -> here.books.advocates().heard("UAMARA" + i, 500).size())
        .sum();
  }

  @Test
  void redisThatFillsUp_refusesWhatIsNew_drainsByItself_andLosesNothing() {
    Set<String> acknowledged = new HashSet<>();
    List<Told> refused = fill(acknowledged);

    assertThat(acknowledged).hasSizeGreaterThan(500);
    assertThat(here.store.health().fullness()).isBetween(0.85, 0.97);
    assertThat(here.books.deliveries().backlog().waiting()).isEqualTo(acknowledged.size());

    here.start();
    await().until(() -> here.books.deliveries().backlog().waiting() == 0);
    assertThat(heard()).isEqualTo(acknowledged.size());
    assertThat(here.books.deliveries().backlog().dead()).isZero();
    refused.forEach(event -> slack.insist(event, door::port));
    await().until(() -> heard() == acknowledged.size() + refused.size());
  }
}
