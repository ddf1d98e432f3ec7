package dev.vouch.store;

import dev.vouch.store.server.BundledRedis;
import dev.vouch.store.server.RedisAddress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One real Redis for all tests of a JVM; each test takes a workspace of its own in it. With {@code
 * -Dvouch.test.redis=cluster} it is a Cluster.
 */
public final class TestRedis {
  private static final RedisAddress ADDRESS =
      "cluster".equals(System.getProperty("vouch.test.redis"))
          ? new RedisCluster().address(1)
          : start().address();

  private TestRedis() {}

  private static BundledRedis start() {
    try {
      Path directory = Files.createTempDirectory("vouch-redis");
      BundledRedis server = BundledRedis.open(directory);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(BundledRedis server, Path directory) {
    server.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RedisAddress address() {
    return ADDRESS;
  }

  /** The id of a workspace that no other test uses. */
  public static String freshTeam() {
    return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
  }
}
