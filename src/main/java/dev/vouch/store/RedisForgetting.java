package dev.vouch.store;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.relationship.Erasure;
import dev.vouch.advocate.relationship.Erasure.Part;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.learning.RedisLearning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/** Erases people of one workspace from Redis, and keeps them from coming back. */
final class RedisForgetting implements Forgetting {
  private static final Logger LOG = LoggerFactory.getLogger(RedisForgetting.class);

  /** What others were just writing when it began is gone by the second time. */
  private static final int ATTEMPTS = 3;

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Words words;
  private final Tombstones tombstones;
  private final RedisIdentities identities;

  RedisForgetting(UnifiedJedis redis, Keys keys, Words words, RedisIdentities identities) {
    this.redis = redis;
    this.keys = keys;
    this.words = words;
    this.identities = identities;
    this.tombstones = new Tombstones(redis, keys);
  }

  @Override
  public Erasure forget(Collection<String> handles, String by, Instant now) {
    Traces traces = traces(handles);
    Eraser eraser = new Eraser(redis, keys, words, identities, traces);
    tombstones.add(traces.handles());
    Map<String, Long> found = eraser.found();
    Set<String> left = Set.of();
    for (int i = 0; i < ATTEMPTS; i++) {
      eraseByBook(traces.handles(), now);
      eraser.erase();
      left = eraser.left();
      if (left.isEmpty()) {
        break;
      }
    }
    LOG.info("a person was erased at the wish of {}; left in {} keys", by, left.size());
    identities.forget();
    return new Erasure(true, parts(found, eraser), named(left), stays(edited(eraser)));
  }

  @Override
  public Erasure look(Collection<String> handles) {
    Eraser eraser = new Eraser(redis, keys, words, identities, traces(handles));
    return new Erasure(false, parts(eraser.found(), eraser), List.of(), stays(0));
  }

  /** All that the caller and we know them by. */
  private Traces traces(Collection<String> said) {
    Set<String> handles = new TreeSet<>();
    said.forEach(one -> handles.add(Tombstones.handle(one)));
    for (String handle : List.copyOf(handles)) {
      identities.of(handle).forEach(one -> handles.add(one.id()));
    }
    Set<String> names = new TreeSet<>();
    for (Card card : new RedisCards(redis, keys).cards(handles).values()) {
      names.add(card.name());
      if (card.handle().person() != null) {
        handles.add(card.handle().person());
      }
      if (card.handle().email() != null) {
        handles.add(card.handle().email());
      }
    }
    for (String handle : handles) {
      for (String key : List.of(keys.person(handle), keys.identity(handle))) {
        String name = redis.hget(key, "n");
        if (name != null) {
          names.add(name);
        }
      }
    }
    return new Traces(handles, names);
  }

  private void eraseByBook(Set<String> handles, Instant now) {
    CardBook cards = new RedisCards(redis, keys);
    RedisLearning learning = new RedisLearning(redis, keys);
    RedisSettings settings = new RedisSettings(redis, keys);
    for (String handle : handles) {
      cards.erase(handle);
      learning.forget(handle, now);
      TeamSettings without = without(settings.settings(), handle);
      if (!without.equals(settings.settings())) {
        settings.change(set -> without(set, handle));
      }
    }
  }

  private static TeamSettings without(TeamSettings settings, String handle) {
    TeamSettings now =
        settings.staff().containsKey(handle) ? settings.withStaff(handle, null) : settings;
    now = handle.equals(now.owner()) ? now.withOwner(null) : now;
    return handle.equals(now.approver()) ? now.withApprover(null) : now;
  }

  private static List<Part> parts(Map<String, Long> found, Eraser eraser) {
    return found.entrySet().stream()
        .map(
            one ->
                new Part(
                    one.getKey(),
                    one.getValue(),
                    Math.min(one.getValue(), eraser.anonymised(one.getKey()))))
        .toList();
  }

  private static long edited(Eraser eraser) {
    return eraser.anonymised("nudges") + eraser.anonymised("told:ID");
  }

  private List<String> named(Set<String> left) {
    return left.stream().map(key -> key.substring(keys.prefix().length())).sorted().toList();
  }

  private List<String> stays(long edited) {
    List<String> stays = new ArrayList<>();
    if (edited > 0) {
      stays.add(
          "%d messages to our own people are edited in Slack as soon as Vouch runs."
              .formatted(edited));
    }
    Set<String> channels = new TreeSet<>(redis.hkeys(keys.digests()));
    if (!channels.isEmpty()) {
      stays.add(
          "Digests and charts that were posted in %s may name the person: Vouch does not keep where they stand. Delete them in Slack."
              .formatted(String.join(", ", channels)));
    }
    stays.add(
        "What others said, did and were given stays, without the person; so do the counts of others' reach.");
    stays.add("Digests' counters stay: they are numbers and name nobody.");
    stays.add(
        "A salted hash of each id and address stays, so that nothing is recorded about them again.");
    stays.add(
        "Vouch cannot reach the person's own messages in Slack, files that were exported or imported, backups of Redis and its append-only file until it is rewritten, and logs, which hold ids.");
    return stays;
  }

  @Override
  public Set<String> forgotten(Collection<String> handles) {
    return tombstones.among(handles);
  }

  @Override
  public boolean isForgotten(String handle) {
    return tombstones.has(handle);
  }

  @Override
  public void told(String person, MentionId where) {
    Script.TOLD_NOTE.run(
        redis,
        List.of(keys.told(person), keys.edits(), keys.forgotten()),
        List.of(where.toString(), where.ts(), person));
  }

  @Override
  public List<MentionId> toEdit(int limit) {
    return redis.zrange(keys.edits(), 0, limit - 1L).stream().map(MentionId::parse).toList();
  }

  @Override
  public void edited(MentionId message) {
    redis.zrem(keys.edits(), message.toString());
  }

  @Override
  public List<String> toShow(int limit) {
    return redis.srandmember(keys.nudgesToShow(), limit);
  }

  @Override
  public void shown(String nudge) {
    redis.srem(keys.nudgesToShow(), nudge);
  }

  @Override
  public void remember(String handle) {
    tombstones.remove(handle);
  }
}
