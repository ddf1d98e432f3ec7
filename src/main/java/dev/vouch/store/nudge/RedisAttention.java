package dev.vouch.store.nudge;

import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.identity.Identities.Identity;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.nudge.ranking.Arm;
import dev.vouch.nudge.ranking.AttentionBook;
import dev.vouch.nudge.ranking.Lesson;
import dev.vouch.nudge.ranking.Preferences;
import dev.vouch.nudge.ranking.Reader;
import dev.vouch.nudge.ranking.Tally;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import redis.clients.jedis.UnifiedJedis;

/** What was taken of people's attention, and what a team took up, in Redis. */
public final class RedisAttention implements AttentionBook {
  /** Longer than any budget looks back. */
  private static final Duration KEPT = Duration.ofDays(8);

  /** Nobody answers a nudge later. */
  private static final Duration LEARNT = Duration.ofDays(90);

  /** More than that wait for nobody; the oldest come first. */
  private static final int MOST_WAITING = 200;

  private static final String WELL = "+";
  private static final String BADLY = "-";

  private final UnifiedJedis redis;
  private final Keys keys;
  private final AttentionKeys names;
  private final Identities identities;

  public RedisAttention(UnifiedJedis redis, Keys keys, Identities identities) {
    this.redis = redis;
    this.keys = keys;
    this.names = new AttentionKeys(keys);
    this.identities = identities;
  }

  @Override
  public Reader reader(String person, Instant since, Instant by) {
    return reader(person, keys.heldNudges(person), since, by);
  }

  @Override
  public Reader approver(String person, Instant since, Instant by) {
    return reader(person, keys.dueNudges(), since, by);
  }

  private Reader reader(String id, String waiting, Instant since, Instant by) {
    String person = identities.person(id);
    List<?> found =
        (List<?>)
            Script.ATTENTION_READ.run(
                redis,
                List.of(names.attention(person), keys.nudges(), waiting, names.ranking()),
                List.of(
                    Script.seconds(since),
                    Script.seconds(by),
                    String.valueOf(MOST_WAITING),
                    keys.prefix(),
                    person));
    return new Reader(
        manners((List<?>) found.get(0)),
        times((List<?>) found.get(1)),
        nudges((List<?>) found.get(2)),
        nudges((List<?>) found.get(3)),
        preferences((List<?>) found.get(4)));
  }

  private static List<Instant> times(List<?> membersAndScores) {
    List<Instant> times = new ArrayList<>();
    for (int i = 1; i < membersAndScores.size(); i += 2) {
      double score = Double.parseDouble((String) membersAndScores.get(i));
      times.add(Instant.ofEpochMilli(Math.round(score * 1_000)));
    }
    return times;
  }

  private static List<Nudge> nudges(List<?> stored) {
    return stored.stream()
        .filter(Objects::nonNull)
        .map(json -> NudgeJson.parse((String) json))
        .toList();
  }

  private static Preferences preferences(List<?> fieldsAndValues) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < fieldsAndValues.size(); i += 2) {
      fields.put((String) fieldsAndValues.get(i), (String) fieldsAndValues.get(i + 1));
    }
    return preferences(fields);
  }

  private static Preferences preferences(Map<String, String> fields) {
    Map<Arm, Tally> tallies = new HashMap<>();
    fields.keySet().stream()
        .map(field -> field.substring(1))
        .forEach(arm -> tallies.put(Arm.fromWire(arm), tally(arm, fields)));
    return new Preferences(tallies);
  }

  private static Tally tally(String arm, Map<String, String> fields) {
    return new Tally(
        Long.parseLong(fields.getOrDefault(WELL + arm, "0")),
        Long.parseLong(fields.getOrDefault(BADLY + arm, "0")));
  }

  @Override
  public Manners manners(String person) {
    return manners(stored(ids(person)));
  }

  /** Of several ids of one human what any of them says against writing to them. */
  private static Manners manners(List<?> stored) {
    return stored.stream()
        .map(json -> MannersJson.parse((String) json))
        .reduce(Manners.NONE, Manners::and);
  }

  private List<String> ids(String person) {
    return identities.of(person).stream().map(Identity::id).toList();
  }

  private List<String> stored(List<String> ids) {
    return redis.mget(ids.stream().map(names::manners).toArray(String[]::new)).stream()
        .map(json -> Objects.requireNonNullElse(json, ""))
        .toList();
  }

  /** Noted of each id, so that it holds for both should they turn out to be two people. */
  @Override
  public Manners change(String person, UnaryOperator<Manners> change) {
    while (true) {
      List<String> ids = ids(person);
      List<String> before = stored(ids);
      Manners was = manners(before);
      Manners wanted = change.apply(was);
      if (wanted.equals(was) || write(ids, before, wanted)) {
        return wanted;
      }
    }
  }

  private boolean write(List<String> ids, List<String> before, Manners wanted) {
    List<String> touched = new ArrayList<>(List.of(keys.forgotten()));
    ids.forEach(id -> touched.add(names.manners(id)));
    List<String> args = new ArrayList<>(List.of(MannersJson.of(wanted), ids.get(0)));
    args.addAll(before);
    return Script.MANNERS_WRITE.run(redis, touched, args).equals(1L);
  }

  @Override
  public boolean take(String id, String message, Taking taking) {
    String person = identities.person(id);
    return Script.ATTENTION_TAKE
        .run(
            redis,
            List.of(names.attention(person), keys.forgotten()),
            List.of(
                message,
                Script.seconds(taking.now()),
                Script.seconds(taking.since()),
                String.valueOf(taking.most()),
                person,
                String.valueOf(KEPT.toSeconds())))
        .equals(1L);
  }

  @Override
  public void giveBack(String person, String message) {
    redis.zrem(names.attention(identities.person(person)), message);
  }

  @Override
  public Preferences preferences() {
    return preferences(redis.hgetAll(names.ranking()));
  }

  @Override
  public void learn(String nudge, Arm arm, Lesson lesson, Instant now) {
    Script.RANKING_LEARN.run(
        redis,
        List.of(names.ranking(), names.learnt()),
        List.of(
            lesson.about() + " " + nudge,
            (lesson.isGood() ? WELL : BADLY) + arm.wire(),
            Script.seconds(now),
            String.valueOf(LEARNT.toSeconds())));
  }
}
