package dev.vouch.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.export.Export;
import dev.vouch.app.run.StoredInstallations;
import dev.vouch.app.setting.Config;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.slack.SlackStub;
import dev.vouch.slack.SlackStub.Answer;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens.Token;
import dev.vouch.slack.install.Installation;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Acme and Bolt, two companies that have Vouch by the same app and share a channel with Globex, of
 * whom Slack names Acme with what is said there.
 */
final class Companies implements AutoCloseable {
  static final String ACME = "T0ACME";
  static final String BOLT = "T0BOLT";
  static final String LIST = "apps.event.authorizations.list";
  static final String APP_TOKEN = "xapp-1-the-app";
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String ADVOCACY =
      "We moved our whole billing to Lumo in March. If you run more than one entity, just get it.";

  final SlackStub slack;
  final BundledRedis redis;
  final Store store;
  final InstantSource clock;
  private final Instant now;
  private final long start;

  Companies(Path directory, InstantSource clock) throws IOException {
    this.clock = clock;
    now = clock.instant();
    start = now.getEpochSecond() - 3_000;
    slack = new SlackStub();
    slack.on("users.info", Companies::person);
    slack.on("team.info", "{\"ok\":true,\"team\":{\"id\":\"T\",\"name\":\"Globex\"}}");
    slack.on(
        "conversations.info",
        "{\"ok\":true,\"channel\":{\"id\":\"C0ALL\",\"name\":\"all\",\"is_ext_shared\":true}}");
    slack.on(LIST, authorizations(ACME, BOLT));
    redis = BundledRedis.open(directory);
    store = Store.at(redis.address(), clock);
    installed(ACME);
    installed(BOLT);
  }

  private static Answer person(String form) {
    String id = decoded(form).replaceAll("(?s).*user=(U[A-Z]+).*", "$1");
    String team = Map.of("URITA", ACME, "UBEA", BOLT).getOrDefault(id, "T0GLOBEX");
    return Answer.json(
        "{\"ok\":true,\"user\":{\"id\":\"%1$s\",\"team_id\":\"%2$s\",\"name\":\"%1$s\",\"real_name\":\"%1$s\",\"tz\":\"Europe/London\"}}"
            .formatted(id, team));
  }

  private static String decoded(String form) {
    return URLDecoder.decode(form, StandardCharsets.UTF_8);
  }

  /** What Slack answers to who sees an event. */
  static String authorizations(String... teams) {
    List<String> all = new ArrayList<>();
    for (String team : teams) {
      all.add("{\"enterprise_id\":null,\"team_id\":\"%s\",\"is_bot\":true}".formatted(team));
    }
    return "{\"ok\":true,\"authorizations\":%s}".formatted(all);
  }

  private void installed(String team) {
    Home home = new Home(team, team, "https://%s.slack.example/".formatted(team), "U0" + team);
    Token token = new Token("xoxb-" + team, "U0" + team, "B0" + team);
    new StoredInstallations(store.installations(Config.from(settings(Map.of())).cipher()))
        .save(new Installation(new Connection(home, null, token), List.of(), "U1", Instant.EPOCH));
    store.books(team).settings().change(settings -> settings.withHeldOut(0));
  }

  void leaves(String team) {
    store.installations(Config.from(settings(Map.of())).cipher()).end(team, clock.instant());
  }

  /** What an app needs to be at work here. */
  Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "SLACK_API_URL", slack.url(),
                "SLACK_SIGNING_SECRET", SECRET,
                "SLACK_CLIENT_ID", "1.2",
                "SLACK_CLIENT_SECRET", "a client secret",
                "SLACK_APP_TOKEN", APP_TOKEN,
                "VOUCH_SECRET_KEY", "a key of thirty-two characters..",
                "VOUCH_HOST", "127.0.0.1"));
    settings.putAll(more);
    return settings;
  }

  /** Deliveries that name one of the two. */
  DeliveredEvents named(String team) {
    return new DeliveredEvents(team, SECRET, clock);
  }

  Told says(String person, int number, String text) {
    return told("a", number, message(person, number, text));
  }

  Told advocacy(int number) {
    return says("UAMARA", number, ADVOCACY);
  }

  /** Messages and a reply, reactions, an edit and a deletion, by people of all three. */
  List<Told> day() {
    List<Told> day = new ArrayList<>();
    day.add(advocacy(0));
    day.add(says("UBEA", 1, "The export is lovely, thank you!"));
    day.add(says("URITA", 2, "Does anybody know whether the export can run at night?"));
    JsonObject reply = message("UBEA", 3, "Yes, three years now, wouldn't go back.");
    reply.addProperty("thread_ts", ts(2));
    day.add(told("a", 3, reply));
    day.add(says("UAMARA", 4, "export has been broken since Tuesday and nobody answers"));
    day.add(told("b", 4, edited("UAMARA", 4, "Export works again, lovely support!")));
    day.add(says("UPRIYA", 5, "Nobody answers us, for a week now."));
    day.add(told("b", 5, deleted(5)));
    day.add(told("b", 0, reaction("UBEA", 0)));
    day.add(told("c", 0, reaction("URITA", 0)));
    return day;
  }

  private static Told told(String kind, int number, JsonObject event) {
    return new Told("Ev" + kind + number, event);
  }

  private String ts(int number) {
    return "%d.000100".formatted(start + number);
  }

  private JsonObject message(String person, int number, String text) {
    JsonObject message = in("message");
    message.addProperty("user", person);
    message.addProperty("ts", ts(number));
    message.addProperty("text", text);
    return message;
  }

  private static JsonObject in(String type) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.addProperty("channel", "C0ALL");
    return event;
  }

  private JsonObject edited(String person, int number, String text) {
    JsonObject message = message(person, number, text);
    JsonObject edit = new JsonObject();
    edit.addProperty("user", person);
    edit.addProperty("ts", ts(100));
    message.add("edited", edit);
    JsonObject event = in("message");
    event.addProperty("subtype", "message_changed");
    event.add("message", message);
    return event;
  }

  private JsonObject deleted(int number) {
    JsonObject event = in("message");
    event.addProperty("subtype", "message_deleted");
    event.addProperty("deleted_ts", ts(number));
    event.addProperty("event_ts", ts(100));
    return event;
  }

  private JsonObject reaction(String person, int number) {
    JsonObject item = in("message");
    item.addProperty("ts", ts(number));
    JsonObject event = new JsonObject();
    event.addProperty("type", "reaction_added");
    event.addProperty("user", person);
    event.addProperty("reaction", "tada");
    event.add("item", item);
    event.addProperty("item_user", "UAMARA");
    event.addProperty("event_ts", ts(90));
    return event;
  }

  int heard(String team, String person) {
    return store.books(team).advocates().heard(person, 500).size();
  }

  int acts(String team) {
    return store.books(team).advocates().acts("UAMARA").size();
  }

  long waiting(String team) {
    return store.books(team).deliveries().backlog().waiting();
  }

  /** Waits until everything had its effect, without the pauses before it is tried again. */
  void settle() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              RedisTime.endPauses(redis.address(), ACME);
              RedisTime.endPauses(redis.address(), BOLT);
              return waiting(ACME) + waiting(BOLT) == 0;
            });
  }

  /** All that is held of the people of one company, when a nudge was decided about left out. */
  JsonObject left(String team) {
    JsonObject left = new Export(store, team, now).json(null);
    for (JsonElement nudge : left.getAsJsonArray("nudges")) {
      nudge.getAsJsonObject().remove("at");
    }
    return left;
  }

  /** The same for both. */
  List<JsonObject> left() {
    return List.of(left(ACME), left(BOLT));
  }

  @Override
  public void close() {
    store.close();
    redis.close();
    slack.close();
  }
}
