package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.mention.Intent;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.moment.PassedRules;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.TestDirectory;
import dev.vouch.pipeline.TestMessenger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.resps.Tuple;

/**
 * The same events in any order, any number of times, seen by one worker or by several, each with a
 * clock of its own that jumps while it is at work, leave the same state, key by key.
 */
class ConvergenceTest {
  private static final String[] PEOPLE = {"UAMARA", "UJON", "UPRIYA", "UMAIL", "UREP", "UBOT"};
  private static final String[] WORDS = {
    "advocacy: just get it",
    "praise: lovely",
    "complaint: it broke",
    "question: does it export",
    "+1",
    "warning: stay away",
    "suggestion: another column",
    "neutral talk"
  };
  private static final String[] BYSTANDERS = {"UJON", "UPRIYA", "UMAIL", "UREP"};
  private static final String[] SMALL_TALK = {"praise: lovely", "neutral talk"};

  /** One goes ahead, one back, and one is right. */
  private static final List<Duration> HOURS =
      List.of(Duration.ofHours(4), Duration.ofMinutes(-45), Duration.ZERO);

  /** Nudges are switched off: which of two acts is nudged for hangs on which is heard first. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyOrder_anyRepetition_andAnyNumberOfWorkers_leaveTheSameState(long seed) {
    List<Envelope> events = events(new Random(seed), PEOPLE, WORDS);
    SortedMap<String, Object> plain = stateAfter(events, List.of(Duration.ZERO));
    Random random = new Random(seed * 31);
    List<Duration> jumps =
        Stream.generate(() -> Duration.ofDays(random.nextInt(9) - 2))
            .limit(1 + random.nextInt(3))
            .toList();

    assertSame(stateAfter(mixed(events, random), jumps), plain);
  }

  private static SortedMap<String, Object> stateAfter(List<Envelope> events, List<Duration> jumps) {
    try (Instances instances = new Instances(jumps)) {
      instances.first().books.settings().change(settings -> settings.withMode(Mode.OFF));
      instances.work(events);
      SortedMap<String, Object> state = state(instances.first().team);
      state.put("looks", looks(instances.first()));
      return state;
    }
  }

  private static void assertSame(SortedMap<String, Object> state, SortedMap<String, Object> plain) {
    assertThat(state.keySet()).isEqualTo(plain.keySet());
    state.forEach((key, held) -> assertThat(held).as(key).isEqualTo(plain.get(key)));
  }

  private static List<Envelope> mixed(List<Envelope> events, Random random) {
    List<Envelope> mixed = new ArrayList<>(events);
    for (Envelope one : events) {
      if (random.nextInt(3) == 0) {
        mixed.add(seenThroughAnotherWorkspace(one));
      }
      if (random.nextInt(3) == 0) {
        mixed.add(one);
      }
    }
    Collections.shuffle(mixed, random);
    return mixed;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void clocksThatJumpApartAtWork_leaveTheSameNudges_eachSentOnce(long seed) {
    Random random = new Random(seed);
    List<Envelope> events = events(random, BYSTANDERS, SMALL_TALK);
    events.add(
        event(
            "act",
            "{'type':'message','channel':'C1','user':'UAMARA','ts':'%s','text':'advocacy: just get it'}"
                .formatted(SlackTime.ts(TestWorkspace.NOW))));
    Nudged plain = nudgedAfter(events, List.of(Duration.ZERO));
    assertThat(plain.sent()).isNotEmpty();

    Nudged nudged = nudgedAfter(mixed(events, random), HOURS);
    assertSame(nudged.state(), plain.state());
    assertThat(nudged.nudges()).isEqualTo(plain.nudges());
    assertThat(nudged.sent()).isEqualTo(plain.sent());
  }

  /**
   * What is left with nudges switched on.
   *
   * @param state but for the nudges, which tell when they were decided about
   * @param nudges where each stands
   * @param sent which went to whom, as often as it did
   */
  private record Nudged(SortedMap<String, Object> state, List<String> nudges, List<String> sent) {}

  private static Nudged nudgedAfter(List<Envelope> events, List<Duration> jumps) {
    try (Instances instances = new Instances(jumps)) {
      TestWorkspace here = instances.first();
      here.marquee();
      instances.work(events);
      for (int i = 0; i < 2; i++) {
        instances.all().parallelStream().forEach(one -> one.nudges.sendDue());
      }
      SortedMap<String, Object> state = state(here.team);
      state.keySet().removeIf(key -> key.contains("nudges"));
      state.replaceAll((key, held) -> key.startsWith("attention:") ? taken(held) : held);
      return new Nudged(
          state,
          here.books.nudges().latest(100).stream()
              .map(nudge -> "%s %s: %s".formatted(nudge.id(), nudge.state(), nudge.reason()))
              .sorted()
              .toList(),
          here.messenger.sent.stream()
              .map(sent -> sent.nudge().id() + " to " + sent.person())
              .sorted()
              .toList());
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  /** Slack gives the same message another event_id for every workspace that it tells of it. */
  private static Envelope seenThroughAnotherWorkspace(Envelope one) {
    JsonObject event = JsonParser.parseString(one.payload()).getAsJsonObject();
    event.addProperty("source_team", TestDirectory.NORTHWIND);
    return new Envelope(one.id() + "B", one.team(), one.type(), event.toString(), one.receivedAt());
  }

  /** What somebody's attention was taken for, whenever it was. */
  private static List<String> taken(Object attention) {
    return ((List<?>) attention).stream().map(one -> ((Tuple) one).getElement()).sorted().toList();
  }

  /** Instances that work on one workspace, the clock of each with a jump of its own before it. */
  private static final class Instances implements AutoCloseable {
    private final List<Duration> jumps;
    private final List<TestWorkspace> all = new ArrayList<>();

    Instances(List<Duration> jumps) {
      String team = TestRedis.freshTeam();
      TestMessenger slack = new TestMessenger();
      this.jumps = jumps;
      jumps.forEach(jump -> all.add(new TestWorkspace(TestRedis.address(), team, slack)));
    }

    List<TestWorkspace> all() {
      return all;
    }

    TestWorkspace first() {
      return all.get(0);
    }

    /** The clocks jump when some are worked off, while others come. */
    void work(List<Envelope> events) {
      all.forEach(TestWorkspace::start);
      int half = events.size() / 2;
      append(events.subList(0, half));
      await().until(() -> waiting() < half);
      for (int i = 0; i < all.size(); i++) {
        all.get(i).clock.advance(jumps.get(i));
      }
      append(events.subList(half, events.size()));
      await().until(() -> waiting() == 0);
      assertThat(first().books.deliveries().backlog().dead()).isZero();
    }

    private void append(List<Envelope> events) {
      String team = first().team;
      events.forEach(
          one ->
              first()
                  .store
                  .append(
                      new Envelope(one.id(), team, one.type(), one.payload(), one.receivedAt())));
    }

    private long waiting() {
      return first().books.deliveries().backlog().waiting();
    }

    @Override
    public void close() {
      all.forEach(TestWorkspace::close);
    }
  }

  private static List<Envelope> events(Random random, String[] people, String[] words) {
    List<Envelope> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String person = people[random.nextInt(people.length)];
      String ts = ts(i);
      String root = i % 4 == 0 ? "" : ",'thread_ts':'%s'".formatted(ts(i - i % 4));
      String message =
          "'user':'%s','ts':'%s','text':'%s'%s"
              .formatted(person, ts, words[random.nextInt(words.length)], root);
      events.add(event(i + "a", "{'type':'message','channel':'C1',%s}".formatted(message)));
      if (random.nextInt(5) == 0) {
        events.add(event(i + "e", edit(message, random, words, i)));
      }
      if (random.nextInt(8) == 0) {
        events.add(
            event(
                i + "d",
                "{'type':'message','subtype':'message_deleted','channel':'C1','deleted_ts':'%s','event_ts':'1764009%03d.000000'}"
                    .formatted(ts, i)));
      }
      for (int change = 0; change < random.nextInt(4); change++) {
        events.add(event(i + "r" + change, reaction(person, ts, random, i * 10 + change)));
      }
    }
    return events;
  }

  private static String edit(String message, Random random, String[] words, int i) {
    String again =
        message.replaceFirst(
            "'text':'[^']*'", "'text':'%s'".formatted(words[random.nextInt(words.length)]));
    return "{'type':'message','subtype':'message_changed','channel':'C1','message':{'type':'message',%s,'edited':{'user':'U1','ts':'1764005%03d.000000'}}}"
        .formatted(again, i);
  }

  private static String reaction(String author, String ts, Random random, int number) {
    return "{'type':'%s','user':'%s','reaction':'tada','item':{'type':'message','channel':'C1','ts':'%s'},'item_user':'%s','event_ts':'1764007%03d.000000'}"
        .formatted(
            random.nextInt(3) == 0 ? "reaction_removed" : "reaction_added",
            PEOPLE[random.nextInt(PEOPLE.length)],
            ts,
            author,
            number);
  }

  private static String ts(int i) {
    return "1763460%03d.000100".formatted(i);
  }

  private static Envelope event(String id, String json) {
    return new Envelope(
        "Ev" + id, "T0", Envelope.Type.EVENT, json.replace('\'', '"'), TestWorkspace.NOW);
  }

  private static final List<String> LEFT_OUT = List.of("seen:", "inbox", "learning", "looks");

  /**
   * When whoever asked something is looked at for that. A look at a question that was heard before
   * it was changed or deleted stands there although nothing is to be found; where the question was
   * taken back first there never was one. So a look counts for the questions that stand: not too
   * late for the first of them.
   */
  private static Map<String, Instant> looks(TestWorkspace here) {
    Map<String, Instant> looks = new TreeMap<>();
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      for (String person : PEOPLE) {
        Double due = jedis.zscore("vouch:{%s}:looks".formatted(here.team), "person:" + person);
        Instant look = due == null ? Instant.MAX : Instant.ofEpochSecond(due.longValue());
        here.books.advocates().heard(person, 500).stream()
            .filter(one -> one.intent() == Intent.QUESTION)
            .map(one -> one.mention().at().plus(PassedRules.UNANSWERED))
            .map(one -> one.truncatedTo(ChronoUnit.SECONDS))
            .min(Comparator.naturalOrder())
            .ifPresent(first -> looks.put(person, look.isBefore(first) ? first : look));
      }
    }
    return looks;
  }

  /**
   * Every key of a workspace with what it holds. Left out: what tells when something came in by our
   * own clock or which envelopes were seen, and counters that are back at nought, which are read as
   * if they were not there.
   */
  private static SortedMap<String, Object> state(String team) {
    SortedMap<String, Object> state = new TreeMap<>();
    String prefix = "vouch:{%s}:".formatted(team);
    try (Jedis jedis = new Jedis(TestRedis.address().uri())) {
      for (String key : jedis.keys(prefix + "*")) {
        String name = key.substring(prefix.length());
        if (LEFT_OUT.stream().anyMatch(name::startsWith)) {
          continue;
        }
        Object held =
            switch (jedis.type(key)) {
              case "hash" -> hash(jedis.hgetAll(key), team);
              case "zset" -> jedis.zrangeWithScores(key, 0, -1);
              case "set" -> new TreeSet<>(jedis.smembers(key));
              default -> jedis.get(key);
            };
        if (!held.equals(Map.of())) {
          state.put(name, held);
        }
      }
    }
    return state;
  }

  private static Map<String, String> hash(Map<String, String> fields, String team) {
    Map<String, String> held = new TreeMap<>();
    fields.forEach(
        (field, value) -> {
          boolean gone = value.startsWith("gone|");
          if (!value.equals("0") && !field.equals("s")) {
            held.put(field, gone ? "gone" : value.replace(team, "TEAM"));
          }
        });
    return held;
  }
}
