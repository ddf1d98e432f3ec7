package dev.vouch.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.identity.Joining;
import dev.vouch.advocate.identity.Joining.Parting;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.MentionId;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import dev.vouch.store.key.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/**
 * Which Slack ids of one workspace are the same human, in Redis. The scripts that write about
 * people look here themselves; what this class knows may be a second old.
 */
final class RedisIdentities implements Identities {
  private static final Logger LOG = LoggerFactory.getLogger(RedisIdentities.class);
  private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

  /** Others know by then who was parted, and whoever parted them has done the rest or stopped. */
  private static final Duration SEEN_TO = Duration.ofMinutes(1);

  private static final String OK = "ok";

  private final UnifiedJedis redis;
  private final Keys keys;
  private final Tombstones tombstones;
  private final Cache<String, Map<String, String>> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).build();

  RedisIdentities(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
    this.tombstones = new Tombstones(redis, keys);
  }

  @Override
  public String person(String id) {
    return whole(id, Objects.requireNonNull(known.get(keys.merged(), redis::hgetAll)));
  }

  /** Asks anew the next time: somebody else has joined or parted people. */
  void forget() {
    known.invalidateAll();
  }

  private static String whole(String id, Map<String, String> merged) {
    String one = id;
    while (merged.containsKey(one)) {
      one = Objects.requireNonNull(merged.get(one));
    }
    return one;
  }

  @Override
  public List<Identity> of(String id) {
    Map<String, String> merged = redis.hgetAll(keys.merged());
    String person = whole(id, merged);
    List<Identity> all = new ArrayList<>();
    collect(person, new Identity(person, person, "", Instant.EPOCH), merged, all);
    return all;
  }

  private void collect(
      String id, Identity identity, Map<String, String> merged, List<Identity> into) {
    into.add(identity);
    for (String child : children(id, merged)) {
      List<String> how = redis.hmget(keys.identity(child), "by", "at");
      String by = Objects.requireNonNullElse(how.get(0), "");
      long at = Long.parseLong(Objects.requireNonNullElse(how.get(1), "0"));
      collect(child, new Identity(child, id, by, Instant.ofEpochMilli(at)), merged, into);
    }
  }

  /** What was merged into an id itself, in that order. */
  private List<String> children(String id, Map<String, String> merged) {
    Map<String, Long> order = new HashMap<>();
    merged.forEach(
        (child, into) -> {
          if (into.equals(id)) {
            String number = redis.hget(keys.identity(child), "o");
            order.put(child, number == null ? Long.MAX_VALUE : Long.parseLong(number));
          }
        });
    return order.keySet().stream()
        .sorted(Comparator.<String, Long>comparing(order::get).thenComparing(one -> one))
        .toList();
  }

  @Override
  public Optional<Refusal> merge(Merge merge) {
    while (true) {
      Optional<Refusal> refusal = refusal(merge);
      if (refusal.isPresent()) {
        return refusal;
      }
      Object done = join(merge);
      forget();
      if (done.equals(OK)) {
        LOG.info("{} was merged into {} by {}", merge.identity(), merge.person(), merge.by());
        return Optional.empty();
      }
    }
  }

  @Override
  public Optional<Refusal> refusal(Merge merge) {
    Map<String, String> merged = redis.hgetAll(keys.merged());
    String person = merge.person();
    String id = merge.identity();
    if (person.equals(id)) {
      return refused(Reason.SAME, "");
    }
    if (whole(person, merged).equals(whole(id, merged))) {
      return refused(Reason.ALREADY, whole(id, merged));
    }
    if (merged.containsKey(id)) {
      return refused(Reason.ELSEWHERE, whole(id, merged));
    }
    if (merged.containsKey(person)) {
      return refused(Reason.PART, whole(person, merged));
    }
    return tombstones.among(List.of(person, id)).stream()
        .findFirst()
        .flatMap(one -> refused(Reason.FORGOTTEN, one));
  }

  private static Optional<Refusal> refused(Reason reason, String other) {
    return Optional.of(new Refusal(reason, other));
  }

  private Object join(Merge merge) {
    Subject person = Subject.person(merge.person());
    Subject identity = Subject.person(merge.identity());
    Map<String, String> mine = redis.hgetAll(keys.relation(person));
    Map<String, String> others = redis.hgetAll(keys.relation(identity));
    Joining joining =
        new Joining(
            RelationshipFields.read(person, mine),
            RelationshipFields.read(identity, others),
            merge);
    Relationship joined = joining.joined();
    Map<String, String> fields = RelationshipFields.of(joined);
    List<String> cards = redis.hmget(keys.cards(), merge.person(), merge.identity());
    String card = cards.get(0);
    String joinedCard = text(Joining.joined(card(card), card(cards.get(1)), merge));
    MergeUndo undo = MergeUndo.of(mine, fields, card, joinedCard);
    List<String> args =
        new ArrayList<>(List.of(keys.prefix(), merge.person(), merge.identity(), merge.name()));
    args.addAll(List.of(merge.by(), "" + merge.at().toEpochMilli(), undo.json()));
    args.addAll(List.of("" + Keys.RETENTION.toSeconds(), orEmpty(card), orEmpty(joinedCard)));
    args.addAll(List.of(version(mine), version(others), RedisHeard.WANT_ANSWERS));
    args.add(apart(joinedCard));
    args.addAll(difference(mine, RelationshipFields.of(joining.noted(joined))));
    return Script.PERSON_MERGE.run(
        redis,
        List.of(
            keys.merged(),
            keys.forgotten(),
            keys.top(),
            keys.cards(),
            keys.relation(person),
            keys.relation(identity)),
        args);
  }

  /** How many arguments set fields, how many fields go, and both. */
  private static List<String> difference(Map<String, String> was, Map<String, String> is) {
    List<String> set = new ArrayList<>();
    is.forEach(
        (field, value) -> {
          if (!value.equals(was.get(field)) && !field.equals(RelationshipFields.VERSION)) {
            set.addAll(List.of(field, value));
          }
        });
    List<String> gone =
        was.keySet().stream()
            .filter(field -> !is.containsKey(field) && !field.equals(RelationshipFields.VERSION))
            .toList();
    List<String> args = new ArrayList<>(List.of("" + set.size(), "" + gone.size()));
    args.addAll(set);
    args.addAll(gone);
    return args;
  }

  private static String version(Map<String, String> fields) {
    return fields.getOrDefault(RelationshipFields.VERSION, "0");
  }

  private static Optional<Card> card(@Nullable String text) {
    return Optional.ofNullable(text).map(RedisCards::parse);
  }

  private static @Nullable String text(Optional<Card> card) {
    return card.map(RedisCards::json).orElse(null);
  }

  private static String apart(@Nullable String card) {
    return card(card).filter(RedisCards::isApart).isPresent() ? "1" : "";
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public Optional<Refusal> unmerge(String id, String by, Instant now) {
    while (true) {
      Map<String, String> merged = redis.hgetAll(keys.merged());
      String person = merged.get(id);
      if (person == null) {
        return refused(Reason.NOT_MERGED, "");
      }
      if (merged.containsKey(person)) {
        return refused(Reason.WHOLE_FIRST, person);
      }
      List<String> children = children(person, merged);
      String latest = children.get(children.size() - 1);
      if (!latest.equals(id)) {
        return refused(Reason.LATER_FIRST, latest);
      }
      Object done = part(person, id, by, now);
      forget();
      if (done.equals(OK)) {
        LOG.info("{} was parted from {} by {}", id, person, by);
        return Optional.empty();
      }
    }
  }

  private Object part(String person, String id, String by, Instant now) {
    Map<String, String> mine = redis.hgetAll(keys.relation(Subject.person(person)));
    Map<String, String> others = redis.hgetAll(keys.relation(Subject.person(id)));
    List<String> how = redis.hmget(keys.identity(id), "undo", "by", "at");
    if (how.contains(null)) {
      return "changed";
    }
    MergeUndo undo = MergeUndo.read(how.get(0));
    Instant since = Instant.ofEpochMilli(Long.parseLong(how.get(2)));
    Merge merge = new Merge(person, "", id, how.get(1), since);
    Relationship stays = RelationshipFields.read(Subject.person(person), undo.restored(mine));
    Relationship goes = RelationshipFields.read(Subject.person(id), others);
    Parting parting = new Parting(merge, undo.saidNo(mine), undo.rests(mine, person), by, now);
    Joining.Goes goesAlong = mention -> saidBy(mention, id);
    String card = redis.hget(keys.cards(), person);
    String parted = text(Joining.parted(card(card), card(undo.card()), card(undo.joined())));
    List<String> args = new ArrayList<>(List.of(keys.prefix(), person, id));
    args.addAll(List.of("" + Keys.RETENTION.toSeconds(), orEmpty(card), orEmpty(parted)));
    args.addAll(List.of(version(mine), version(others), RedisHeard.WANT_ANSWERS));
    args.addAll(List.of(apart(parted), Script.seconds(now.plus(SEEN_TO))));
    args.addAll(difference(mine, RelationshipFields.of(parting.staying(stays, goes, goesAlong))));
    args.addAll(difference(others, RelationshipFields.of(parting.going(stays, goes, goesAlong))));
    return Script.PERSON_UNMERGE.run(
        redis,
        List.of(
            keys.merged(),
            keys.top(),
            keys.cards(),
            keys.relation(Subject.person(person)),
            keys.relation(Subject.person(id))),
        args);
  }

  /** Whether a message, if it is one, was said by an id or by one that was merged into it. */
  private boolean saidBy(String mention, String id) {
    if (!mention.matches("[A-Z0-9]+:\\d+\\.\\d+")) {
      return false;
    }
    MentionId said = MentionId.parse(mention);
    String entry = redis.hget(keys.mentions(said), Micros.field(said));
    if (entry == null || MentionRecord.isGone(entry)) {
      return false;
    }
    Map<String, String> merged = redis.hgetAll(keys.merged());
    String one = entry.substring(2);
    while (!one.equals(id) && merged.containsKey(one)) {
      one = Objects.requireNonNull(merged.get(one));
    }
    return one.equals(id);
  }
}
