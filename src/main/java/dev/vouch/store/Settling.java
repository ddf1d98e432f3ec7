package dev.vouch.store;

import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.Deliveries.Settled;
import dev.vouch.store.key.Keys;
import dev.vouch.store.key.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;

/** Notes in one workspace's inbox what came of envelopes that a worker took from it. */
record Settling(Keys keys, String consumer) {
  /** So many tries are remembered of what waits for a token: its pauses are the longest by then. */
  private static final int LONG_HELD = 7;

  /** Puts it into a pipeline; of what waits it is noted once the result was asked for. */
  Script.Queued queue(AbstractPipeline pipeline, Settled settled) {
    if (!settled.done().isEmpty()) {
      done(pipeline, settled.done().stream().map(Delivery::receipt).toArray(String[]::new));
    }
    List<String> args =
        new ArrayList<>(List.of(RedisInbox.GROUP, consumer, String.valueOf(LONG_HELD)));
    settled.waiting().forEach(one -> args.addAll(waiting(one, 0)));
    settled.held().forEach(one -> args.addAll(waiting(one, one.attempts())));
    return settled.waiting().isEmpty() && settled.held().isEmpty()
        ? any -> 0L
        : Script.INBOX_WAIT.queue(
            pipeline, List.of(keys.inbox(), keys.again(), keys.failures()), args);
  }

  private void done(AbstractPipeline pipeline, String[] receipts) {
    StreamEntryID[] ids =
        Arrays.stream(receipts).map(StreamEntryID::new).toArray(StreamEntryID[]::new);
    pipeline.xack(keys.inbox(), RedisInbox.GROUP, ids);
    pipeline.xdel(keys.inbox(), ids);
    pipeline.zrem(keys.again(), receipts);
    pipeline.hdel(keys.failures(), receipts);
  }

  private static List<String> waiting(Delivery delivery, int tries) {
    return List.of(delivery.receipt(), String.valueOf(delivery.failures()), String.valueOf(tries));
  }
}
