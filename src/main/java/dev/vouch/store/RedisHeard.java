package dev.vouch.store;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Place;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** Reads what people of one workspace said, several people at once, from Redis. */
final class RedisHeard {
  private static final Set<Intent> ASKING =
      EnumSet.of(Intent.QUESTION, Intent.SUGGESTION, Intent.COMPLAINT, Intent.WARNING);

  /** The numbers of the intents that want an answer, as scripts take them. */
  static final String WANT_ANSWERS =
      ASKING.stream().map(intent -> String.valueOf(intent.ordinal())).collect(Collectors.joining());

  /** Of more people than these an account does not hear at once. */
  private static final int MOST_ASKING = 200;

  /** How many of one person at most. */
  private static final int LATEST = 200;

  /** How many that speak below something are looked at for one of us. */
  private static final int MOST_BELOW = 200;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Words words;
  private final MentionRecord record;

  RedisHeard(UnifiedJedis redis, Keys keys, Words words) {
    this.redis = redis;
    this.keys = keys;
    this.words = words;
    this.record = new MentionRecord(words);
  }

  /**
   * The latest mentions of each of these people, newest first, by person; two round trips, and one
   * more where there are some that wanted an answer, and another where peers have spoken to those.
   */
  Map<String, List<Heard>> newest(Collection<String> people, int limit) {
    return answered(read(people, limit, ""));
  }

  /** Of an account, the same of what was said since then that wants an answer. */
  List<Heard> waiting(String account, Instant from) {
    List<String> people =
        redis.zrevrangeByScore(
            keys.asking(account), Double.POSITIVE_INFINITY, day(from), 0, MOST_ASKING);
    Map<String, List<Heard>> heard = new HashMap<>();
    read(people, LATEST, Micros.of(from))
        .forEach(
            (person, all) ->
                heard.put(
                    person, all.stream().filter(one -> ASKING.contains(one.intent())).toList()));
    return answered(heard).values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing((Heard one) -> one.mention().at()).reversed())
        .toList();
  }

  private static long day(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 86_400);
  }

  private Map<String, List<Heard>> read(Collection<String> people, int limit, String from) {
    Map<String, List<String>> newest = members(people, limit, from);
    Map<String, List<Stored>> stored = new HashMap<>();
    try (var pipeline = redis.pipelined()) {
      newest.forEach(
          (person, members) ->
              stored.put(
                  person,
                  members.stream().map(member -> stored(person, member, pipeline)).toList()));
      pipeline.sync();
    }
    Map<String, List<Heard>> heard = new HashMap<>();
    stored.forEach(
        (person, all) ->
            heard.put(person, all.stream().flatMap(one -> heard(person, one)).toList()));
    return heard;
  }

  /**
   * The same; of what wanted an answer it is told who of us spoke first below it, of questions also
   * which peer where none of us did.
   */
  private Map<String, List<Heard>> answered(Map<String, List<Heard>> heard) {
    Map<MentionId, Response<List<String>>> below = new HashMap<>();
    try (var pipeline = redis.pipelined()) {
      heard.values().stream()
          .flatMap(List::stream)
          .filter(one -> ASKING.contains(one.intent()))
          .forEach(one -> below.put(one.mention(), below(one, pipeline)));
    }
    Map<MentionId, Place.Answer> answers = new HashMap<>();
    below.forEach(
        (id, members) ->
            ThreadScene.answer(members.get()).ifPresent(answer -> answers.put(id, answer)));
    answers.putAll(
        ofPeers(
            heard.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.intent() == Intent.QUESTION)
                .filter(one -> !answers.containsKey(one.mention()))
                .collect(
                    Collectors.toMap(
                        Heard::mention,
                        one ->
                            ThreadScene.others(
                                Objects.requireNonNull(below.get(one.mention())).get(),
                                one.person())))));
    Map<String, List<Heard>> answered = new HashMap<>();
    heard.forEach(
        (person, all) ->
            answered.put(person, all.stream().map(one -> answered(one, answers)).toList()));
    return answered;
  }

  private static Heard answered(Heard one, Map<MentionId, Place.Answer> answers) {
    Place.Answer answer = answers.get(one.mention());
    return answer == null ? one : one.at(one.place().answered(answer));
  }

  /** By question, the first of what others said below it that is no question itself. */
  private Map<MentionId, Place.Answer> ofPeers(Map<MentionId, List<Place.Answer>> others) {
    Map<MentionId, List<Response<String>>> entries = new HashMap<>();
    if (others.values().stream().allMatch(List::isEmpty)) {
      return Map.of();
    }
    try (var pipeline = redis.pipelined()) {
      others.forEach(
          (question, said) ->
              entries.put(
                  question,
                  said.stream()
                      .map(one -> new MentionId(question.channel(), SlackTime.ts(one.at())))
                      .map(id -> pipeline.hget(keys.mentions(id), Micros.field(id)))
                      .toList()));
    }
    Map<MentionId, Place.Answer> answers = new HashMap<>();
    entries.forEach(
        (question, found) ->
            IntStream.range(0, found.size())
                .filter(i -> isAnswer(found.get(i).get()))
                .mapToObj(Objects.requireNonNull(others.get(question))::get)
                .findFirst()
                .ifPresent(answer -> answers.put(question, answer)));
    return answers;
  }

  private static boolean isAnswer(@Nullable String entry) {
    return entry != null
        && !MentionRecord.isGone(entry)
        && Intent.values()[entry.charAt(0) - '0'] != Intent.QUESTION;
  }

  private Response<List<String>> below(Heard one, AbstractPipeline pipeline) {
    MentionId id = one.mention();
    String root = one.place().root();
    return pipeline.zrangeByScore(
        keys.thread(id.channel(), root == null ? id.ts() : root),
        "(" + id.ts(),
        "+inf",
        0,
        MOST_BELOW);
  }

  /** One mention as it is on its way from Redis, which is in one place or the other. */
  private record Stored(String member, Response<List<String>> plain, Response<List<String>> act) {}

  private Stored stored(String person, String member, AbstractPipeline pipeline) {
    return new Stored(
        member,
        pipeline.hmget(keys.heard(person), MentionRecord.pieces(member)),
        pipeline.hmget(keys.person(person), MentionRecord.pieces(member)));
  }

  private Stream<Heard> heard(String person, Stored stored) {
    String text =
        MentionRecord.joined(stored.plain().get()) + MentionRecord.joined(stored.act().get());
    return text.isEmpty()
        ? Stream.empty()
        : Stream.of(record.heard(words.mention(stored.member()), person, text));
  }

  /** The members of people's newest mentions since a moment, acts or not, by person. */
  private Map<String, List<String>> members(Collection<String> people, int limit, String from) {
    Map<String, Response<Set<String>>> plain = new HashMap<>();
    Map<String, Response<Set<String>>> acts = new HashMap<>();
    try (var pipeline = redis.pipelined()) {
      for (String person : people) {
        plain.put(person, pipeline.hkeys(keys.heard(person)));
        acts.put(person, pipeline.hkeys(keys.person(person)));
      }
      pipeline.sync();
    }
    Map<String, List<String>> newest = new HashMap<>();
    plain.forEach(
        (person, members) ->
            newest.put(
                person,
                Stream.concat(
                        members.get().stream(),
                        Objects.requireNonNull(acts.get(person)).get().stream())
                    .filter(Micros::isMember)
                    .filter(MentionRecord::isFirst)
                    .filter(member -> member.compareTo(from) >= 0)
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .toList()));
    return newest;
  }
}
