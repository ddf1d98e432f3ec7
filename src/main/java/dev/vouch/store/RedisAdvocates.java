package dev.vouch.store;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.ReactionChange;
import dev.vouch.advocate.Spread;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import dev.vouch.store.key.Script;
import dev.vouch.store.key.Script.Queued;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** The people of one workspace, in Redis. */
final class RedisAdvocates implements AdvocateBook {
  private final UnifiedJedis redis;
  private final Keys keys;
  private final Words words;
  private final MentionRecord record;
  private final RedisMentions mentions;
  private final RedisSpread spread;
  private final RedisHeard heard;
  private final RedisDays days;
  private final RedisReach reach;
  private final RedisIdentities identities;

  RedisAdvocates(UnifiedJedis redis, Keys keys, Words words, RedisIdentities identities) {
    this.identities = identities;
    this.redis = redis;
    this.keys = keys;
    this.words = words;
    this.record = new MentionRecord(words);
    this.mentions = new RedisMentions(redis, keys, words);
    this.spread = new RedisSpread(redis, keys);
    this.heard = new RedisHeard(redis, keys, words);
    this.days = new RedisDays(redis, keys, words);
    this.reach = new RedisReach(redis, keys);
  }

  @Override
  public Optional<Contact> contact(String person) {
    return contacts(List.of(identities.person(person))).stream().findFirst();
  }

  @Override
  public Map<String, Contact> contacts(Collection<String> people) {
    return byAsked(people, known(people.stream().map(identities::person).distinct().toList()));
  }

  private Map<String, Contact> known(Collection<String> people) {
    Map<String, Contact> known = new HashMap<>();
    contacts(List.copyOf(people)).forEach(contact -> known.put(contact.id(), contact));
    return known;
  }

  /** What is known of the persons for whom ids stand, by those ids. */
  private <T> Map<String, T> byAsked(Collection<String> asked, Map<String, T> known) {
    Map<String, T> all = new HashMap<>();
    for (String id : asked) {
      T one = known.get(identities.person(id));
      if (one != null) {
        all.put(id, one);
      }
    }
    return all;
  }

  @Override
  public List<Result> hear(Collection<Introduction> met, List<Hearing> hearings) {
    if (met.isEmpty() && hearings.isEmpty()) {
      return List.of();
    }
    List<Queued> introduced = new ArrayList<>();
    List<RedisMentions.Pending> writes;
    try (var pipeline = redis.pipelined()) {
      for (Introduction one : met) {
        introduced.add(
            Script.PERSON_MEET.queue(
                pipeline, meetKeys(one.author()), meetArgs(one.author(), one.link())));
      }
      writes = mentions.queue(hearings, pipeline);
      pipeline.sync();
    }
    Map<String, RuntimeException> strangers = new HashMap<>();
    int next = 0;
    for (Introduction one : met) {
      Queued meeting = introduced.get(next++);
      attempt(() -> meeting.result(redis))
          .ifPresent(failure -> strangers.put(one.author().id(), failure));
    }
    return writes.stream().map(write -> result(write, strangers)).toList();
  }

  private Result result(RedisMentions.Pending write, Map<String, RuntimeException> strangers) {
    RuntimeException failure = strangers.get(write.hearing().alone().person());
    if (failure != null) {
      return new Result(null, failure);
    }
    try {
      return new Result(mentions.written(write), null);
    } catch (JedisDataException e) {
      return new Result(null, e);
    }
  }

  /** Why the server refused it, if it did. */
  private static Optional<RuntimeException> attempt(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (JedisDataException e) {
      return Optional.of(e);
    }
  }

  private List<Contact> contacts(List<String> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    try (var pipeline = redis.pipelined()) {
      List<Response<Map<String, String>>> fields = new ArrayList<>();
      List<Response<Double>> acts = new ArrayList<>();
      for (String person : people) {
        fields.add(pipeline.hgetAll(keys.person(person)));
        acts.add(pipeline.zscore(keys.top(), person));
      }
      pipeline.sync();
      List<Contact> contacts = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        ContactFields.read(people.get(i), fields.get(i).get(), count(acts.get(i).get()))
            .ifPresent(contacts::add);
      }
      return contacts;
    }
  }

  @Override
  public Map<String, List<AdvocacyAct>> acts(Collection<String> people) {
    Map<String, Response<Map<String, String>>> fields = new HashMap<>();
    try (var pipeline = redis.pipelined()) {
      people.stream()
          .map(identities::person)
          .forEach(person -> fields.put(person, pipeline.hgetAll(keys.person(person))));
      pipeline.sync();
    }
    Map<String, List<AdvocacyAct>> acts = new HashMap<>();
    fields.forEach((person, pieces) -> acts.put(person, acts(person, pieces.get())));
    return byAsked(people, acts);
  }

  private List<AdvocacyAct> acts(String person, Map<String, String> pieces) {
    return pieces.keySet().stream()
        .filter(Micros::isMember)
        .filter(MentionRecord::isFirst)
        .map(member -> act(person, member, pieces))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(AdvocacyAct::at).reversed())
        .toList();
  }

  @Override
  public List<Acted> acted(List<Spoken> all) {
    List<String> members = all.stream().map(one -> words.member(one.mention())).toList();
    List<Response<Map<String, String>>> fields = new ArrayList<>();
    List<Response<Double>> acts = new ArrayList<>();
    List<Response<List<String>>> plain = new ArrayList<>();
    try (var pipeline = redis.pipelined()) {
      for (int i = 0; i < members.size(); i++) {
        String person = identities.person(all.get(i).person());
        fields.add(pipeline.hgetAll(keys.person(person)));
        acts.add(pipeline.zscore(keys.top(), person));
        plain.add(pipeline.hmget(keys.heard(person), MentionRecord.pieces(members.get(i))));
      }
      pipeline.sync();
    }
    List<Acted> acted = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Map<String, String> known = fields.get(i).get();
      boolean isAct = known.containsKey(members.get(i));
      acted.add(
          acted(
              all.get(i),
              ContactFields.read(
                  identities.person(all.get(i).person()), known, count(acts.get(i).get())),
              isAct,
              MentionRecord.joined(isAct ? pieces(members.get(i), known) : plain.get(i).get())));
    }
    return acted;
  }

  private Acted acted(Spoken of, Optional<Contact> contact, boolean isAct, String stored) {
    String person = identities.person(of.person());
    return new Acted(
        contact.orElse(null),
        isAct ? record.act(of.mention(), person, stored).orElse(null) : null,
        stored.isEmpty() ? null : record.heard(of.mention(), person, stored));
  }

  private Optional<AdvocacyAct> act(String person, String member, Map<String, String> fields) {
    String stored = MentionRecord.joined(pieces(member, fields));
    return record.act(words.mention(member), person, stored);
  }

  private static List<@Nullable String> pieces(String member, Map<String, String> fields) {
    List<@Nullable String> of = new ArrayList<>();
    for (String piece : MentionRecord.pieces(member)) {
      of.add(fields.get(piece));
    }
    return of;
  }

  @Override
  public Map<String, List<Heard>> heard(Collection<String> people, int limit) {
    return byAsked(
        people, heard.newest(people.stream().map(identities::person).distinct().toList(), limit));
  }

  @Override
  public List<Heard> waiting(String account, Instant from) {
    return heard.waiting(account, from);
  }

  @Override
  public Optional<Heard> mention(MentionId id) {
    return mentions.found(List.of(id)).stream().findFirst();
  }

  @Override
  public List<Heard> heardBetween(Collection<Intent> intents, Instant from, Instant to, int limit) {
    return mentions.found(days.newest(intents, from, to, limit));
  }

  @Override
  public long count(Intent intent, Instant from, Instant to) {
    return days.count(intent, from, to);
  }

  @Override
  public long countReactions(Instant from, Instant to) {
    return reach.countReactions(from, to);
  }

  private static long count(@Nullable Double score) {
    return score == null ? 0 : score.longValue();
  }

  @Override
  public List<Contact> top(int limit) {
    return contacts(redis.zrevrange(keys.top(), 0, limit - 1L));
  }

  @Override
  public long advocates() {
    return redis.zcard(keys.top());
  }

  @Override
  public Spread spread(Instant now) {
    return spread.at(now, this::known);
  }

  @Override
  public List<String> people(String account, int limit) {
    return redis.zrevrange(keys.people(account), 0, limit - 1L);
  }

  @Override
  public void meet(Author author, @Nullable AccountLink link) {
    Script.PERSON_MEET.run(redis, meetKeys(author), meetArgs(author, link));
  }

  private List<String> meetKeys(Author author) {
    return List.of(keys.person(author.id()), keys.forgotten());
  }

  private List<String> meetArgs(Author author, @Nullable AccountLink link) {
    return List.of(
        author.id(),
        author.name(),
        link == null ? "" : link.account(),
        link == null ? "" : Packed.of(link.rule()),
        link == null ? "" : String.valueOf(link.at().getEpochSecond()),
        keys.prefix(),
        RedisHeard.WANT_ANSWERS);
  }

  @Override
  public Written write(Hearing hearing) {
    return mentions.write(hearing);
  }

  @Override
  public List<Heard> withdraw(MentionId id, String version) {
    reach.withdrawShare(id);
    return mentions.withdraw(id);
  }

  @Override
  public List<Heard> passOver(MentionId id, String root, @Nullable String staff) {
    return mentions.passOver(id, root, staff);
  }

  @Override
  public void react(List<ReactionChange> changes) {
    reach.react(changes);
  }

  @Override
  public void share(MentionId share, @Nullable String sharer, @Nullable String sharedAuthor) {
    reach.share(share, sharer, sharedAuthor);
  }
}
