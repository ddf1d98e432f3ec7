package dev.vouch.store;

import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Micros;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.resps.Tuple;

/**
 * A walk over every value that one workspace keeps, in small steps that hold up nobody else. What
 * is there from its beginning to its end is seen at least once.
 */
final class Walk {
  private static final int AT_ONCE = 500;
  private static final String BEGIN = ScanParams.SCAN_POINTER_START;
  private static final ScanParams PART = new ScanParams().count(AT_ONCE);

  private final UnifiedJedis redis;
  private final Keys keys;

  Walk(UnifiedJedis redis, Keys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** What a value is part of. */
  enum Type {
    STRING,
    HASH,
    /** A hash that holds mentions in pieces; this is one of them, joined. */
    RECORD,
    SET,
    ZSET,
    LIST,
    STREAM
  }

  /**
   * One value.
   *
   * @param kind of its key, as the data dictionary names it
   * @param field of a hash; the member of a set; the id in a stream
   * @param value empty of sets
   * @param text what the value says, unpacked
   */
  record Entry(String key, String kind, Type type, String field, String value, String text) {}

  void each(Consumer<Entry> visit) {
    ScanParams matching = new ScanParams().match(keys.prefix() + "*").count(AT_ONCE);
    String cursor = BEGIN;
    do {
      ScanResult<String> found = redis.scan(cursor, matching);
      keys(found.getResult(), visit);
      cursor = found.getCursor();
    } while (!cursor.equals(BEGIN));
  }

  private void keys(List<String> found, Consumer<Entry> visit) {
    List<Response<String>> types = new ArrayList<>();
    List<Runnable> rest = new ArrayList<>();
    try (var pipeline = redis.pipelined()) {
      found.forEach(key -> types.add(pipeline.type(key)));
      pipeline.sync();
    }
    try (var pipeline = redis.pipelined()) {
      for (int i = 0; i < found.size(); i++) {
        rest.add(asked(pipeline, types.get(i).get(), found.get(i), visit));
      }
      pipeline.sync();
    }
    rest.forEach(Runnable::run);
  }

  /** Asks for the first part of a key in a pipeline; what comes back visits that and the rest. */
  private Runnable asked(
      AbstractPipeline pipeline, String type, String key, Consumer<Entry> visit) {
    switch (type) {
      case "hash":
        return isPerson(key)
            ? then(pipeline.hgetAll(key), all -> person(key, all, visit))
            : then(pipeline.hscan(key, BEGIN, PART), part -> hash(key, part, visit));
      case "zset":
        return then(pipeline.zscan(key, BEGIN, PART), part -> sorted(key, part, visit));
      case "set":
        return then(pipeline.sscan(key, BEGIN, PART), part -> set(key, part, visit));
      case "string":
        return then(
            pipeline.get(key),
            text -> visit(visit, key, Type.STRING, "", text == null ? "" : text));
      case "list":
        return then(
            pipeline.lrange(key, 0, -1),
            all -> all.forEach(one -> visit(visit, key, Type.LIST, "", one)));
      case "stream":
        return () -> stream(key, visit);
      default:
        return () -> {}; // It has gone since it was found.
    }
  }

  private static <T> Runnable then(Response<T> answer, Consumer<T> use) {
    return () -> use.accept(answer.get());
  }

  private boolean isPerson(String key) {
    String kind = keys.kind(key);
    return kind.equals("person:ID") || kind.equals("heard:ID");
  }

  private void person(String key, Map<String, String> all, Consumer<Entry> visit) {
    all.forEach(
        (field, value) -> {
          if (!Micros.isMember(field)) {
            visit(visit, key, Type.HASH, field, value);
          } else if (MentionRecord.isFirst(field)) {
            List<String> pieces = new ArrayList<>();
            for (String piece : MentionRecord.pieces(field)) {
              pieces.add(all.getOrDefault(piece, ""));
            }
            String record = String.join("", pieces);
            visit.accept(
                new Entry(
                    key, keys.kind(key), Type.RECORD, field, record, MentionRecord.plain(record)));
          }
        });
  }

  private void hash(
      String key, ScanResult<Map.Entry<String, String>> first, Consumer<Entry> visit) {
    var part = first;
    while (true) {
      part.getResult().forEach(one -> visit(visit, key, Type.HASH, one.getKey(), one.getValue()));
      if (part.getCursor().equals(BEGIN)) {
        return;
      }
      part = redis.hscan(key, part.getCursor(), PART);
    }
  }

  private void sorted(String key, ScanResult<Tuple> first, Consumer<Entry> visit) {
    ScanResult<Tuple> part = first;
    while (true) {
      part.getResult().forEach(one -> visit(visit, key, Type.ZSET, one.getElement(), ""));
      if (part.getCursor().equals(BEGIN)) {
        return;
      }
      part = redis.zscan(key, part.getCursor(), PART);
    }
  }

  private void set(String key, ScanResult<String> first, Consumer<Entry> visit) {
    ScanResult<String> part = first;
    while (true) {
      part.getResult().forEach(one -> visit(visit, key, Type.SET, one, ""));
      if (part.getCursor().equals(BEGIN)) {
        return;
      }
      part = redis.sscan(key, part.getCursor(), PART);
    }
  }

  private void stream(String key, Consumer<Entry> visit) {
    StreamEntryID from = StreamEntryID.MINIMUM_ID;
    while (true) {
      List<StreamEntry> part = redis.xrange(key, from, StreamEntryID.MAXIMUM_ID, AT_ONCE);
      for (StreamEntry one : part) {
        Map<String, String> rest = new HashMap<>(one.getFields());
        String payload = String.valueOf(rest.remove("payload"));
        String text = payload + "\n" + String.join("\n", rest.values());
        visit.accept(
            new Entry(key, keys.kind(key), Type.STREAM, one.getID().toString(), payload, text));
      }
      if (part.size() < AT_ONCE) {
        return;
      }
      StreamEntryID last = part.get(part.size() - 1).getID();
      from = new StreamEntryID(last.getTime(), last.getSequence() + 1);
    }
  }

  private void visit(Consumer<Entry> visit, String key, Type type, String field, String value) {
    visit.accept(new Entry(key, keys.kind(key), type, field, value, value));
  }
}
