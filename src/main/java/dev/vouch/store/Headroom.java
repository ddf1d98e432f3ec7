package dev.vouch.store;

import java.time.Duration;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.SafeEncoder;

/**
 * How much of its bound an inbox may use now, by the memory that its Redis server has left. From
 * seven tenths of {@code maxmemory} on it is less and less, so that whoever has most waiting is
 * refused first; from nine tenths on it is nothing: what works inboxes off has to write before
 * anything is freed, so the rest is left to that. For one thread, which goes to one server.
 */
final class Headroom {
  /** From there on nothing new is taken in. */
  static final double NOTHING_FROM = 0.9;

  private static final double LESS_FROM = 0.7;

  /** Some megabytes come in meanwhile; where memory gets short every batch looks. */
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private long lookAt = System.nanoTime();
  private volatile double share = 1;

  /** What a server is asked in a pipeline. */
  @FunctionalInterface
  interface Look {
    /** Takes note of the answer, once the pipeline was sent. */
    void note();
  }

  /** Looks again, where the last look is too old. */
  Look queue(AbstractPipeline pipeline) {
    if (share == 1 && System.nanoTime() - lookAt < 0) {
      return () -> {};
    }
    Response<Object> info = pipeline.sendCommand(Protocol.Command.INFO, "memory");
    return () -> note(info);
  }

  private void note(Response<Object> info) {
    lookAt = System.nanoTime() + LOOK_EVERY_NANOS;
    share = shareAt(fullness(info));
  }

  /** A server that does not tell is taken for one without a bound. */
  private static double fullness(Response<Object> info) {
    try {
      return RedisHealth.fullness(SafeEncoder.encode((byte[]) info.get()));
    } catch (JedisDataException e) {
      return 0;
    }
  }

  static double shareAt(double fullness) {
    return Math.max(0, Math.min(1, (NOTHING_FROM - fullness) / (NOTHING_FROM - LESS_FROM)));
  }

  /** How much of its bound an inbox may use, from 0 to 1. */
  double share() {
    return share;
  }
}
