package dev.vouch.store;

import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.moment.PassedRules;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** What stands between one workspace and people and accounts, in Redis. */
final class RedisRelationships implements RelationshipBook {
  private final UnifiedJedis redis;
  private final Keys keys;
  private final RedisIdentities identities;

  RedisRelationships(UnifiedJedis redis, Keys keys, RedisIdentities identities) {
    this.redis = redis;
    this.keys = keys;
    this.identities = identities;
  }

  @Override
  public Map<Subject, Relationship> all(Collection<Subject> with) {
    Map<Subject, Subject> meant = new LinkedHashMap<>();
    with.forEach(one -> meant.put(one, meant(one)));
    Map<Subject, Response<Map<String, String>>> asked = new LinkedHashMap<>();
    try (AbstractPipeline pipeline = redis.pipelined()) {
      for (Subject one : meant.values()) {
        asked.computeIfAbsent(one, subject -> pipeline.hgetAll(keys.relation(subject)));
      }
    }
    Map<Subject, Relationship> all = new HashMap<>();
    meant.forEach(
        (one, subject) ->
            all.put(
                one,
                RelationshipFields.read(
                    subject, Objects.requireNonNull(asked.get(subject)).get())));
    return all;
  }

  /** Of an id that was merged the person for whom it stands. */
  private Subject meant(Subject with) {
    return with.kind() == Subject.Kind.PERSON ? Subject.person(identities.person(with.id())) : with;
  }

  @Override
  public <T> T decide(List<Subject> with, Function<List<Relationship>, Decided<T>> decision) {
    if (with.stream().anyMatch(one -> !meant(one).equals(one))) {
      identities.forget();
    }
    while (true) {
      Map<Subject, Relationship> stand = all(with);
      List<Relationship> before =
          with.stream().map(one -> Objects.requireNonNull(stand.get(one))).toList();
      Decided<T> decided = decision.apply(before);
      if (decided.now().equals(before) || write(with, before, decided.now())) {
        return decided.answer();
      }
      identities.forget();
    }
  }

  /**
   * Whether they were written; not if one was changed since it was read, or who was asked for
   * stands for somebody else by now.
   */
  private boolean write(List<Subject> with, List<Relationship> before, List<Relationship> after) {
    List<String> args = new ArrayList<>(List.of(keys.prefix()));
    for (int i = 0; i < before.size(); i++) {
      args.add(with.get(i).id());
      args.addAll(changes(before.get(i), after.get(i)));
    }
    List<String> touched = new ArrayList<>(List.of(keys.forgotten(), keys.looks()));
    before.forEach(one -> touched.add(keys.relation(one.with())));
    return Script.RELATIONSHIP_CHANGE.run(redis, touched, args).equals("ok");
  }

  private static List<String> changes(Relationship before, Relationship after) {
    Map<String, String> was = RelationshipFields.of(before);
    Map<String, String> is = RelationshipFields.of(after);
    List<String> set = new ArrayList<>();
    is.forEach(
        (field, value) -> {
          if (!value.equals(was.get(field))) {
            set.addAll(List.of(field, value));
          }
        });
    List<String> gone = was.keySet().stream().filter(field -> !is.containsKey(field)).toList();
    List<String> args =
        new ArrayList<>(
            List.of(
                "" + before.version(),
                "" + set.size(),
                "" + gone.size(),
                PassedRules.bears(before, after) ? "1" : "0"));
    args.addAll(set);
    args.addAll(gone);
    return args;
  }
}
