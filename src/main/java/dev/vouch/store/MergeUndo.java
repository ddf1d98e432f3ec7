package dev.vouch.store;

import com.google.gson.Gson;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to part two ids again that were joined.
 *
 * @param relation by field, what it was before and what it was joined to. What a person agreed to
 *     and a pause stand here even where nothing changed, to tell what was said since.
 * @param card of the person before; null if there was none
 * @param joined the card as it was joined
 */
record MergeUndo(Map<String, Change> relation, @Nullable String card, @Nullable String joined) {
  private static final Gson GSON = new Gson();

  /** Null where there was or is nothing. */
  record Change(@Nullable String was, @Nullable String is) {}

  static MergeUndo of(
      Map<String, String> was,
      Map<String, String> is,
      @Nullable String card,
      @Nullable String joined) {
    Map<String, Change> changes = new HashMap<>();
    Set<String> all = new HashSet<>(was.keySet());
    all.addAll(is.keySet());
    all.add(RelationshipFields.PAUSE);
    all.remove(RelationshipFields.VERSION);
    for (String field : all) {
      if (RelationshipFields.isNo(field) || !Objects.equals(was.get(field), is.get(field))) {
        changes.put(field, new Change(was.get(field), is.get(field)));
      }
    }
    return new MergeUndo(changes, card, joined);
  }

  static MergeUndo read(String json) {
    return GSON.fromJson(json, MergeUndo.class);
  }

  String json() {
    return GSON.toJson(this);
  }

  /** What was not changed since goes back to what it was. */
  Map<String, String> restored(Map<String, String> now) {
    Map<String, String> restored = new HashMap<>(now);
    relation.forEach(
        (field, change) -> {
          String was = change.was();
          if (!Objects.equals(now.get(field), change.is())) {
            return;
          }
          if (was == null) {
            restored.remove(field);
          } else {
            restored.put(field, was);
          }
        });
    return restored;
  }

  /** To which topics a no was said since. */
  Set<Topic> saidNo(Map<String, String> now) {
    Set<Topic> saidNo = new HashSet<>();
    relationship(now)
        .consents()
        .forEach(
            (topic, said) -> {
              if (!said.agreed() && isNew(RelationshipFields.of(topic), now)) {
                saidNo.add(topic);
              }
            });
    return saidNo;
  }

  /** Whether they asked for silence themselves since. */
  boolean rests(Map<String, String> now, String person) {
    Pause pause = relationship(now).pause();
    return pause != null && pause.by().equals(person) && isNew(RelationshipFields.PAUSE, now);
  }

  private boolean isNew(String field, Map<String, String> now) {
    Change change = relation.get(field);
    return !Objects.equals(now.get(field), change == null ? null : change.is());
  }

  private static Relationship relationship(Map<String, String> fields) {
    return RelationshipFields.read(Subject.person(""), fields);
  }
}
