package dev.vouch.store;

import dev.vouch.store.key.Keys;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Has what a pipeline writes on replicas too before anybody relies on it, because a master that
 * dies takes along what only it has. {@code WAIT} looks at the connection's latest write, so it
 * goes after all that it is for.
 *
 * @param replicas how many must have it; with 0 nobody is asked
 */
record Replication(int replicas) {
  /** Less than a connection waits for an answer. */
  private static final long PATIENCE_MILLIS = 600;

  /** Whether what went before in the pipeline is safe, once it was sent. */
  @FunctionalInterface
  interface Check {
    /**
     * @throws JedisException if too few replicas have it; the master has it, and it may yet last
     */
    void verify();
  }

  /** Puts the wait into a pipeline of one server, after all that it is for. */
  Check queue(AbstractPipeline pipeline, Keys keys) {
    if (replicas == 0) {
      return () -> {};
    }
    Response<Long> have = pipeline.waitReplicas(keys.inbox(), replicas, PATIENCE_MILLIS);
    return () -> {
      if (have.get() < replicas) {
        throw new JedisDataException(
            "NOREPLICAS %d of %d replicas have it".formatted(have.get(), replicas));
      }
    };
  }
}
