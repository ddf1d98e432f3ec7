package dev.vouch.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.advocate.Tier;
import dev.vouch.app.DeliveredEvents.Told;
import dev.vouch.app.export.Export;
import dev.vouch.digest.DigestChannel;
import dev.vouch.nudge.Nudge;
import dev.vouch.sandbox.Sandbox;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.store.Store;
import dev.vouch.store.server.RedisAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/**
 * A small company on a Tuesday at ten, what is said in it, and what is left of that in Redis and in
 * Slack. Every town is the same, so that two runs of the same events can be compared.
 */
final class Town implements AutoCloseable {
  private static final Instant START =
      LocalDate.now(ZoneOffset.UTC)
          .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
          .atTime(LocalTime.of(10, 0))
          .toInstant(ZoneOffset.UTC);
  private static final String ADVOCACY =
      "We moved our whole billing to Lumo in March. If you run more than one entity, just get it.";
  private static final String COMPLAINT = "export has been broken since Tuesday and nobody answers";
  private static final String QUESTION = "Does anybody know whether the export can run at night?";

  final Sandbox sandbox;
  final Store store;
  final DeliveredEvents slack;
  private final Store.Books books;

  /** In this Redis, from which everything of an earlier town is erased. */
  Town(RedisAddress redis) {
    this(redis, SandboxSettings.standard());
  }

  /** One whose Slack sends what people do to an app on that port. */
  static Town delivering(RedisAddress redis, int port) {
    return new Town(
        redis,
        SandboxSettings.standard().withRequestUrl("http://127.0.0.1:" + port + "/slack/events"));
  }

  private Town(RedisAddress redis, SandboxSettings slackSettings) {
    sandbox = Sandbox.start(slackSettings.withClock(SandboxClock.startingAt(START)));
    SmallCompany.furnish(sandbox);
    store = Store.at(redis, sandbox.clock());
    store.erase(sandbox.teamId());
    books = store.books(sandbox.teamId());
    books.settings().change(settings -> settings.withHeldOut(0));
    books
        .accounts()
        .change(
            "Northwind Foods",
            account ->
                account
                    .withTier(Tier.MARQUEE)
                    .withOwner(person("Rita"))
                    .withSponsor(person("Theo")));
    slack = new DeliveredEvents(sandbox.teamId(), sandbox.signingSecret(), sandbox.clock());
  }

  String person(String name) {
    return sandbox.workspace().roster().find(name).id();
  }

  String channel(String name) {
    return sandbox.workspace().conversations().find(name).id();
  }

  Store.Books books() {
    return books;
  }

  /** What an app needs to be at work here. */
  Map<String, String> settings(String redisUrl) {
    return Map.of(
        "SLACK_API_URL", sandbox.apiUrl(),
        "SLACK_BOT_TOKEN", sandbox.botToken(),
        "SLACK_SIGNING_SECRET", sandbox.signingSecret(),
        "REDIS_URL", redisUrl);
  }

  /** By how much this town's time is ahead of the machine's. */
  Duration ahead() {
    return Duration.between(Instant.now(), sandbox.clock().instant());
  }

  /**
   * Some events of one part of the day, in which Priya advocates, of whose account nobody takes
   * care.
   */
  List<Told> day(int part) {
    List<Told> events = dayWithoutActs(part);
    events.add(1, told(part, 1, message("Priya", ts(part, 1), ADVOCACY)));
    return events;
  }

  /** Messages and a reply, reactions, an edit and a deletion. */
  List<Told> dayWithoutActs(int part) {
    List<Told> events = new ArrayList<>();
    events.add(told(part, 0, message("Yuki", ts(part, 0), COMPLAINT)));
    events.add(told(part, 2, reaction("Yuki", "Priya", ts(part, 1))));
    events.add(told(part, 3, message("Amara", ts(part, 2), QUESTION)));
    JsonObject reply = message("Priya", ts(part, 3), "Yes, three years now, wouldn't go back.");
    reply.addProperty("thread_ts", ts(part, 2));
    events.add(told(part, 4, reply));
    events.add(told(part, 5, edited("Yuki", ts(part, 0), "Export works again, lovely support!")));
    events.add(told(part, 6, message("Yuki", ts(part, 4), QUESTION)));
    events.add(told(part, 7, deleted(ts(part, 4))));
    events.add(told(part, 8, reaction("Amara", "Yuki", ts(part, 0))));
    return events;
  }

  /** The same without the complaint, before whose end nobody is asked for an introduction. */
  List<Told> calmDay(int part) {
    List<Told> events = dayWithoutActs(part);
    events.remove(0);
    return events;
  }

  /** An act that is worth an introduction, for which Rita is asked at once. */
  Told advocacy(String person, int part) {
    return told(part, 20, message(person, ts(part, 20), ADVOCACY));
  }

  /** What somebody says to Vouch alone. */
  Told directMessage(String person) {
    JsonObject message = message(person, ts(0, 30), "hi");
    message.addProperty("channel", sandbox.workspace().dmChannelWithBot(person).id());
    message.addProperty("channel_type", "im");
    return told(0, 30, message);
  }

  private static Told told(int part, int number, JsonObject event) {
    return new Told("Ev%dN%d".formatted(part, number), event);
  }

  private static String ts(int part, int number) {
    return "%d.000100".formatted(START.getEpochSecond() - 3_000 + part * 60L + number);
  }

  private JsonObject message(String person, String ts, String text) {
    JsonObject message = in("message", "channel");
    message.addProperty("user", person(person));
    message.addProperty("ts", ts);
    message.addProperty("text", text);
    return message;
  }

  private JsonObject in(String type, String field) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.addProperty(field, channel("#community"));
    return event;
  }

  private JsonObject edited(String person, String ts, String text) {
    JsonObject message = message(person, ts, text);
    JsonObject edit = new JsonObject();
    edit.addProperty("user", person(person));
    edit.addProperty("ts", String.valueOf(START.getEpochSecond()) + ".000000");
    message.add("edited", edit);
    JsonObject event = in("message", "channel");
    event.addProperty("subtype", "message_changed");
    event.add("message", message);
    return event;
  }

  private JsonObject deleted(String ts) {
    JsonObject event = in("message", "channel");
    event.addProperty("subtype", "message_deleted");
    event.addProperty("deleted_ts", ts);
    event.addProperty("event_ts", String.valueOf(START.getEpochSecond()) + ".000000");
    return event;
  }

  private JsonObject reaction(String person, String author, String ts) {
    JsonObject item = in("message", "channel");
    item.addProperty("ts", ts);
    JsonObject event = new JsonObject();
    event.addProperty("type", "reaction_added");
    event.addProperty("user", person(person));
    event.addProperty("reaction", "tada");
    event.add("item", item);
    event.addProperty("item_user", person(author));
    event.addProperty("event_ts", ts);
    return event;
  }

  /** Waits until everything that was stored has had its effect. */
  void awaitWorkedOff() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> books.deliveries().backlog().waiting() == 0);
  }

  /** The same, and until nothing is due or on its way, by the clock of any instance. */
  void settle() {
    awaitWorkedOff();
    Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> dueNudges().isEmpty());
  }

  /** The same, without the pauses before what failed is tried again. */
  void settleWithoutPauses() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              RedisTime.endPauses(store.address(), sandbox.teamId());
              return books.deliveries().backlog().waiting() == 0;
            });
    settle();
  }

  private List<Nudge> dueNudges() {
    Instant soon = sandbox.clock().instant().plusSeconds(60);
    return books.nudges().latest(1_000).stream()
        .filter(nudge -> nudge.state() == Nudge.State.HELD)
        .filter(nudge -> nudge.isOnItsWay() || (nudge.due() != null && !nudge.due().isAfter(soon)))
        .toList();
  }

  /**
   * The whole state as it is exported and what Rita was sent, without what each run has of its own:
   * when a nudge was decided about, by which they are sorted too, how long one that was sent is
   * left unanswered, and the port of this town.
   */
  Left left() {
    String json = new Export(store, sandbox.teamId(), START).json(null).toString();
    JsonObject export =
        JsonParser.parseString(json.replace(sandbox.url(), "https://lumo.slack.example"))
            .getAsJsonObject();
    List<JsonElement> nudges = export.getAsJsonArray("nudges").asList();
    nudges.forEach(nudge -> withoutMoments(nudge.getAsJsonObject()));
    nudges.sort(Comparator.comparing(nudge -> nudge.getAsJsonObject().get("id").getAsString()));
    return new Left(export, nudgesOf("Rita"));
  }

  /** When it was sent, and so when it counts as ignored, is each run's own. */
  private static void withoutMoments(JsonObject nudge) {
    nudge.remove("at");
    if (nudge.get("decision").getAsString().equals("sent")) {
      nudge.remove("due");
    }
  }

  /** What a run leaves. */
  record Left(JsonObject export, List<String> nudges) {

    /** The same, whichever of several instances was first to send. */
    Left whoeverSent() {
      return new Left(export, nudges.stream().sorted().toList());
    }
  }

  /** The ids of the nudges in a person's messages from Vouch, oldest first. */
  List<String> nudgesOf(String person) {
    return sandbox.workspace().dmWithBot(person).stream()
        .map(message -> message.getAsJsonObject("metadata"))
        .map(metadata -> metadata.getAsJsonObject("event_payload"))
        .map(payload -> payload.entrySet().iterator().next().getValue().getAsString())
        .toList();
  }

  /** Somebody presses a button below the only message that Vouch has sent them. */
  Outcome press(String person, String label) {
    JsonObject message = sandbox.workspace().dmWithBot(person).get(0);
    JsonObject button =
        message.getAsJsonArray("blocks").asList().stream()
            .map(block -> block.getAsJsonObject().getAsJsonArray("elements"))
            .filter(Objects::nonNull)
            .flatMap(elements -> elements.asList().stream())
            .map(JsonElement::getAsJsonObject)
            .filter(one -> one.toString().contains("\"" + label + "\""))
            .findFirst()
            .orElseThrow();
    String channel = sandbox.workspace().dmChannelWithBot(person).id();
    Container in = new Container.InMessage(channel, message.get("ts").getAsString());
    return sandbox.workspace().pressAs(person, in, button);
  }

  /** The digest of yesterday was posted, so that today's is due at nine. */
  void digestIsDue() {
    String channel = channel("#digest");
    DigestChannel daily = new DigestChannel(channel, LocalTime.of(9, 0), ZoneOffset.UTC);
    books.settings().change(settings -> settings.withDigest(daily));
    books
        .digests()
        .posted(
            channel, sandbox.clock().instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
  }

  /** How many digests stand in their channel. */
  long digests() {
    return sandbox.workspace().messages("#digest").stream()
        .map(message -> message.getAsJsonObject("metadata"))
        .filter(mark -> mark != null && mark.get("event_type").getAsString().contains("digest"))
        .count();
  }

  /** Whether today's digest is noted as posted. */
  boolean isDigestNoted() {
    LocalDate today = sandbox.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
    return books.digests().lastDay(channel("#digest")).filter(today::equals).isPresent();
  }

  @Override
  public void close() {
    store.close();
    sandbox.close();
  }
}
