package dev.vouch.store.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The real Redis that Vouch starts for itself where {@code REDIS_URL} names none: on loopback only,
 * with a random password, keeping its state in the data directory.
 *
 * <p>Whoever opens the same data directory later, the command line for instance, finds the running
 * server by its {@link RedisFile} and shares it. The process that owns the server stops it on
 * {@link #close}; a server whose owner died without doing so is taken over by the next one.
 *
 * <p>It appends every write to its log before it answers and has the log on disk within a second
 * ({@code appendfsync everysec}): nothing is lost when the app or Redis is killed, at most a second
 * when the whole machine dies.
 */
public final class BundledRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BundledRedis.class);
  private static final int TRIES_TO_START = 3;
  private static final long START_SECONDS = 20;

  private final Path directory;
  private final RedisFile file;
  private RedisFile.Server server;
  private boolean owned;
  private boolean closed;

  private BundledRedis(Path directory, RedisFile.Server server, boolean owned) {
    this.directory = directory;
    this.file = fileIn(directory);
    this.server = server;
    this.owned = owned;
  }

  private static RedisFile fileIn(Path directory) {
    return new RedisFile(directory.resolve("server.json"));
  }

  /** What is done while no other process may start or find a server in the same directory. */
  @FunctionalInterface
  private interface Locked<T> {
    T run() throws IOException;
  }

  private static <T> T locked(Path directory, Locked<T> work) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock ignored = channel.lock()) {
      return work.run();
    }
  }

  /**
   * Finds the server of {@code dataDirectory}, or starts it.
   *
   * @throws IllegalStateException if it does not start; the message says what to do
   */
  public static BundledRedis open(Path dataDirectory) {
    try {
      Path directory = PrivateFiles.directory(dataDirectory.resolve("redis"));
      return locked(directory, () -> openLocked(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("the data directory cannot be used: " + dataDirectory, e);
    }
  }

  private static BundledRedis openLocked(Path directory) throws IOException {
    RedisFile file = fileIn(directory);
    var known = file.read();
    if (known.isPresent() && answers(known.get())) {
      return known.get().ownerIsAlive()
          ? new BundledRedis(directory, known.get(), false)
          : new BundledRedis(directory, file.write(known.get().ownedByThisProcess()), true);
    }
    return new BundledRedis(directory, file.write(start(directory)), true);
  }

  /**
   * Starts the server again where it was, with its state, if it has gone; this process owns it
   * then. A server that is only slow is left alone.
   */
  public synchronized void revive() {
    if (closed || !isGone()) {
      return;
    }
    LOG.warn("the bundled Redis has gone and is started again on port {}", server.port());
    try {
      owned |= locked(directory, this::startedAgain);
    } catch (IOException | RuntimeException e) {
      LOG.error("the bundled Redis does not start again: {}", e.toString());
    }
  }

  private boolean startedAgain() throws IOException {
    if (!isGone()) {
      return false;
    }
    boolean ready = launch(RedisProgram.find(directory), directory, server);
    if (ready) {
      server = file.write(server.ownedByThisProcess());
      LOG.info("the bundled Redis is there again");
    } else {
      LOG.error(
          "the bundled Redis did not start again; its log is {}", directory.resolve("redis.log"));
    }
    return ready;
  }

  /** Nobody listens where it was. */
  private boolean isGone() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 1_000);
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static RedisFile.Server start(Path directory) throws IOException {
    Path program = RedisProgram.find(directory);
    String password = password();
    for (int i = 0; i < TRIES_TO_START; i++) {
      RedisFile.Server server = RedisFile.Server.onPort(freePort(), password);
      if (launch(program, directory, server)) {
        LOG.info("started the bundled Redis on port {}, state in {}", server.port(), directory);
        return server;
      }
    }
    throw new IllegalStateException(
        "the bundled Redis did not start; its log is %s. Install redis-server or set REDIS_URL."
            .formatted(directory.resolve("redis.log")));
  }

  private static boolean launch(Path program, Path directory, RedisFile.Server server)
      throws IOException {
    Path config = directory.resolve("redis.conf");
    PrivateFiles.write(config, config(directory, server));
    Process process =
        new ProcessBuilder(program.toString(), config.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("redis.out").toFile())
            .start();
    try {
      process.waitFor(START_SECONDS, TimeUnit.SECONDS);
      return becomesReady(server);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** As a daemon it is no child of the terminal, so that Ctrl-C lets the app finish first. */
  private static String config(Path directory, RedisFile.Server server) {
    return """
        bind 127.0.0.1
        port %d
        requirepass %s
        daemonize yes
        dir "%s"
        logfile redis.log
        pidfile "%s"
        appendonly yes
        appendfsync everysec
        save ""
        auto-aof-rewrite-min-size 128mb
        rdbcompression no
        maxmemory-policy noeviction
        """
        .formatted(server.port(), server.password(), directory, directory.resolve("redis.pid"));
  }

  private static boolean becomesReady(RedisFile.Server server) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < end) {
      if (answers(server)) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return false;
  }

  private static boolean answers(RedisFile.Server server) {
    try (Jedis jedis = new Jedis("127.0.0.1", server.port(), 1_000)) {
      jedis.auth(server.password());
      return "PONG".equals(jedis.ping());
    } catch (JedisException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String password() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Where it listens. */
  public synchronized RedisAddress address() {
    return new RedisAddress(
        URI.create("redis://:%s@127.0.0.1:%d".formatted(server.password(), server.port())), true);
  }

  /** Stops the server if this process owns it; all that was written is on disk then. */
  @Override
  public synchronized void close() {
    boolean again = closed;
    closed = true;
    if (again || !owned) {
      return;
    }
    try (Jedis jedis = new Jedis("127.0.0.1", server.port(), 5_000)) {
      jedis.auth(server.password());
      jedis.shutdown();
    } catch (JedisConnectionException e) {
      LOG.debug("the bundled Redis closed the connection as it stopped");
    } catch (JedisException e) {
      LOG.warn("the bundled Redis did not stop: {}", e.getMessage());
    }
    file.delete();
  }
}
