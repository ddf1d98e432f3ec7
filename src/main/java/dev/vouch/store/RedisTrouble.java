package dev.vouch.store;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Tells a Redis that cannot do its work just now from a command that never works. */
public final class RedisTrouble {
  /** How Redis begins its refusals; Redis 6 puts them behind words of its own in a script. */
  private static final Set<String> PASSING =
      Set.of(
          "OOM ",
          "MISCONF ",
          "LOADING ",
          "READONLY ",
          "MASTERDOWN ",
          "NOREPLICAS ",
          "CLUSTERDOWN ",
          "TRYAGAIN ",
          "MOVED ",
          "ASK ",
          "BUSY ",
          "NOAUTH ",
          "WRONGPASS ");

  private RedisTrouble() {}

  /** Whether the same command may work later: Redis is away, full, loading or read-only. */
  public static boolean isPassing(Throwable failure) {
    if (failure instanceof JedisDataException refusal) {
      String why = String.valueOf(refusal.getMessage());
      return PASSING.stream().anyMatch(why::contains);
    }
    return failure instanceof JedisException || isLostInPipeline(failure);
  }

  /** A pipeline of a Cluster swallows that a connection broke; what it asked has no answer then. */
  private static boolean isLostInPipeline(Throwable failure) {
    return failure instanceof IllegalStateException
        && String.valueOf(failure.getMessage()).startsWith("Please close pipeline");
  }

  /** What failed and what to do about it, in one line. */
  public static String tell(Throwable failure) {
    if (causes(failure).anyMatch(SSLException.class::isInstance)) {
      return "Redis is not trusted: %s Set VOUCH_REDIS_CA to who signed its certificate, which must be for the host in REDIS_URL."
          .formatted(sentence(causes(failure).reduce(failure, (one, deeper) -> deeper)));
    }
    return failure instanceof JedisException
        ? "Redis does not do its work: %s Start it, correct REDIS_URL, or unset REDIS_URL to use the bundled one."
            .formatted(sentence(failure))
        : sentence(failure);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static String sentence(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return message.endsWith(".") ? message : message + ".";
  }
}
