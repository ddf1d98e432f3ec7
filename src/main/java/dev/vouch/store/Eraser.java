package dev.vouch.store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.store.Walk.Entry;
import dev.vouch.store.Walk.Type;
import dev.vouch.store.executive.RedisExecutives;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import dev.vouch.store.nudge.RedisNudges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;

/**
 * Takes one person out of everything that a workspace keeps: what is theirs goes, what is others'
 * stays without them. May run any number of times.
 */
final class Eraser {
  /** Kinds of keys with words that people wrote, in which a name may stand. */
  private static final Set<String> WORDS =
      Set.of(
          "person:ID",
          "heard:ID",
          "nudges",
          "introductions",
          "gifts",
          "relation:person:ID",
          "relation:account:ID",
          "account:ID:revisions",
          "inbox",
          "dead");

  /** What is changed elsewhere, or cannot name a person. */
  private static final Set<String> LEFT_ALONE = Set.of("settings", "words", "forgotten", "top");

  private final UnifiedJedis redis;
  private final Keys keys;
  private final RedisMentions mentions;
  private final RedisNudges nudges;
  private final RedisIdentities identities;
  private final Traces traces;
  private final Map<String, Long> anonymised = new HashMap<>();
  private final Set<String> theirs = new HashSet<>();
  private final Set<String> accounts = new HashSet<>();
  private final Set<Entry> merged = new HashSet<>();

  Eraser(UnifiedJedis redis, Keys keys, Words words, RedisIdentities identities, Traces traces) {
    this.redis = redis;
    this.keys = keys;
    this.mentions = new RedisMentions(redis, keys, words);
    this.identities = identities;
    this.nudges = new RedisNudges(redis, keys, identities);
    this.traces = traces;
  }

  /** Where something stands that tells of the person, by kind of key. */
  Map<String, Long> found() {
    Map<String, Long> found = new TreeMap<>();
    new Walk(redis, keys)
        .each(
            entry -> {
              if (tells(entry)) {
                found.merge(entry.kind(), 1L, Long::sum);
              }
            });
    return found;
  }

  /** The keys in which something still tells of them. */
  Set<String> left() {
    Set<String> left = new HashSet<>();
    new Walk(redis, keys)
        .each(
            entry -> {
              if (tells(entry)) {
                left.add(entry.key());
              }
            });
    return left;
  }

  /** How many places of a kind of key stay without them. */
  long anonymised(String kind) {
    return anonymised.getOrDefault(kind, 0L);
  }

  private boolean tells(Entry entry) {
    boolean named =
        traces.hasHandle(name(entry))
            || traces.hasHandle(entry.field())
            || traces.hasHandle(entry.text());
    return named || WORDS.contains(entry.kind()) && isWords(entry) && traces.hasName(entry.text());
  }

  private String name(Entry entry) {
    return entry.key().substring(keys.prefix().length());
  }

  /** Of another person everything but what they said is not about this one. */
  private static boolean isWords(Entry entry) {
    return entry.type() == Type.RECORD
        || !entry.kind().equals("person:ID") && !entry.kind().equals("heard:ID");
  }

  /** Whom an id stood for goes last: until then their records are found by it. */
  void erase() {
    traces.handles().forEach(this::eraseNudges);
    traces.handles().forEach(this::eraseTold);
    traces.handles().forEach(new RedisExecutives(redis, keys, identities)::erase);
    new Walk(redis, keys).each(this::visit);
    merged.forEach(this::plain);
    theirs.forEach(redis::unlink);
    traces.handles().forEach(this::erasePerson);
  }

  /** What our own people have before them in Slack is edited before it goes; see NudgeRound. */
  private void eraseNudges(String person) {
    for (String id : redis.zrange(keys.nudgesAbout(person), 0, -1)) {
      Optional<Nudge> nudge = nudges.nudge(id);
      if (nudge.filter(one -> one.sent() != null || one.isOnItsWay()).isPresent()) {
        nudges.change(id, Nudge::erased);
        counted("nudges");
      } else {
        nudges.remove(id);
      }
    }
  }

  /** It is edited, too; nothing more is noted here since they are forgotten. */
  private void eraseTold(String person) {
    String told = keys.told(person);
    redis.zunionstore(keys.edits(), keys.edits(), told);
    for (long i = redis.zcard(told); i > 0; i--) {
      counted("told:ID");
    }
    redis.unlink(told);
  }

  /**
   * Its record is found by its slot, and one whose slot has gone with its age goes with its key.
   */
  private void eraseMention(MentionId id) {
    mentions.erase(id);
    String reactions = keys.reactions(id);
    redis
        .hkeys(reactions)
        .forEach(reaction -> redis.zrem(keys.reactionTimeline(), id + ":" + reaction));
    redis.unlink(reactions);
  }

  /** Last, because what is taken back before is taken from what is counted of them. */
  private void erasePerson(String person) {
    List<String> args = new ArrayList<>(List.of(person, keys.prefix()));
    args.addAll(accounts);
    Script.PERSON_ERASE.run(
        redis, List.of(keys.person(person), keys.heard(person), keys.top()), args);
  }

  private void visit(Entry entry) {
    if (entry.kind().equals("person:ID")
        && traces.isHandle(entry.key().substring(keys.person("").length()))) {
      return;
    }
    if (traces.hasHandle(name(entry))) {
      theirs.add(entry.key());
    } else if (tells(entry) && !LEFT_ALONE.contains(entry.kind())) {
      switch (entry.kind()) {
        case "account:ID:people" -> accounts.add(account(entry.key()));
        case "mentions" -> eraseMention(keys.mention(entry.key(), entry.field()));
        case "shares" -> share(entry);
        case "accounts" -> account(entry);
        case "inbox", "dead" -> envelope(entry);
        case "nudges" -> nudgeAboutAnother(entry);
        case "merged" -> merged.add(entry);
        default -> plain(entry);
      }
    }
  }

  private String account(String people) {
    String name = people.substring(keys.people("").indexOf("account:") + "account:".length());
    return name.substring(0, name.lastIndexOf(':'));
  }

  /** A share of theirs is as one that was deleted; one of their words is of nobody's. */
  private void share(Entry entry) {
    String sharer = entry.value().substring(0, entry.value().indexOf('|'));
    replace(entry, traces.isHandle(sharer) ? "gone" : sharer + "|");
  }

  /**
   * One of our own people who goes has nothing in their care any more. Its name is the account's
   * own, even where a person bears it.
   */
  private void account(Entry entry) {
    JsonObject account = JsonParser.parseString(entry.value()).getAsJsonObject();
    for (String care : List.of("owner", "sponsor")) {
      if (account.has(care) && traces.isHandle(account.get(care).getAsString())) {
        account.remove(care);
      }
    }
    for (String words : List.of("criteria", "region", "sector", "stage")) {
      if (account.has(words)) {
        account.addProperty(words, traces.without(account.get(words).getAsString()));
      }
    }
    if (!account.toString().equals(entry.value())) {
      replace(entry, account.toString());
    }
  }

  private void envelope(Entry entry) {
    boolean around = traces.hasHandle(entry.text().substring(entry.value().length()));
    String kept = around ? "" : Payload.without(entry.value(), traces).orElse("");
    Script.ENVELOPE_REPLACE.run(
        redis, List.of(entry.key()), List.of(entry.field(), RedisInbox.GROUP, kept));
    if (!kept.isEmpty()) {
      counted(entry.kind());
    }
  }

  /** Whoever has it before them in Slack sees it anew, without the person. */
  private void nudgeAboutAnother(Entry entry) {
    plain(entry);
    nudges
        .nudge(entry.field())
        .filter(one -> one.sent() != null || one.isOnItsWay())
        .ifPresent(one -> redis.sadd(keys.nudgesToShow(), one.id()));
  }

  private void plain(Entry entry) {
    boolean byField = traces.hasHandle(entry.field());
    switch (entry.type()) {
      case HASH -> {
        if (byField) {
          redis.hdel(entry.key(), entry.field());
        } else {
          replace(entry, traces.without(entry.value()));
        }
      }
      case ZSET -> redis.zrem(entry.key(), entry.field());
      case SET -> redis.srem(entry.key(), entry.field());
      case STREAM -> redis.xdel(entry.key(), new StreamEntryID(entry.field()));
      case RECORD -> replace(entry, MentionRecord.without(entry.value(), traces));
      case STRING, LIST -> replace(entry, traces.without(entry.value()));
    }
  }

  private void replace(Entry entry, String text) {
    Script.TEXT_REPLACE.run(
        redis,
        List.of(entry.key()),
        List.of(
            entry.type().name().toLowerCase(java.util.Locale.ROOT),
            entry.field(),
            entry.value(),
            text));
    counted(entry.kind());
  }

  private void counted(String kind) {
    anonymised.merge(kind, 1L, Long::sum);
  }
}
