package dev.vouch.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One real Redis for all tests of a JVM; each test takes a workspace of its own in it. */
public final class TestRedis {
  private static final BundledRedis SERVER = start();

  private TestRedis() {}

  private static BundledRedis start() {
    try {
      Path directory = Files.createTempDirectory("vouch-redis");
      BundledRedis server = BundledRedis.open(directory);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RedisAddress address() {
    return SERVER.address();
  }

  /** The id of a workspace that no other test uses. */
  public static String freshTeam() {
    return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
  }
}
