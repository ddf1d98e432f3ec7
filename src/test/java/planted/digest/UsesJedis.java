package planted.digest;

import redis.clients.jedis.Jedis;

/** A planted violation: Jedis is for store alone. */
final class UsesJedis {
  Class<?> planted = Jedis.class;
}
