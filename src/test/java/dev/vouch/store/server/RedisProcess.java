package dev.vouch.store.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A real redis-server of a test, that may be killed; none outlives the JVM. */
public final class RedisProcess implements AutoCloseable {
  /** A Cluster's servers talk to each other 10,000 ports higher. */
  private static final int BUS = 10_000;

  private static final int HIGHEST = 65_535 - BUS;
  private static final Path HOME = home();
  private static final Path PROGRAM = program();
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(RedisProcess::tidy));
  }

  private final int port;
  private final String password;
  private final @Nullable TestCertificate certificate;
  private final List<String> command;
  private Process process;

  private RedisProcess(Options options, int port, List<String> command) {
    this.port = port;
    this.password = options.password();
    this.certificate = options.certificate();
    this.command = command;
    this.process = launch();
  }

  /**
   * Who may talk to it and how.
   *
   * @param certificate what it shows to whoever connects; null where nothing is encrypted
   */
  public record Options(String password, @Nullable TestCertificate certificate) {
    public static Options plain(String password) {
      return new Options(password, null);
    }

    /** What an address begins with. */
    public String scheme() {
      return certificate == null ? "redis" : "rediss";
    }

    /** Who signed the certificate: it did so itself. */
    public @Nullable Path authorities() {
      return certificate == null ? null : certificate.pem();
    }

    private List<String> on(int port) {
      List<String> options = new ArrayList<>(List.of("--bind", "127.0.0.1"));
      options.addAll(List.of("--requirepass", password));
      if (certificate == null) {
        options.addAll(List.of("--port", String.valueOf(port)));
      } else {
        options.addAll(List.of("--port", "0", "--tls-port", String.valueOf(port)));
        options.addAll(certificate.options());
      }
      return options;
    }
  }

  /** A server that keeps data, with more settings as on a command line. */
  public static RedisProcess server(String password, String... more) {
    return server(Options.plain(password), more);
  }

  public static RedisProcess server(Options options, String... more) {
    int port = freePort();
    List<String> command = command(options, port);
    command.addAll(List.of("--appendonly", "yes", "--masterauth", options.password()));
    command.addAll(List.of("--repl-diskless-sync", "yes", "--repl-diskless-sync-delay", "0"));
    command.addAll(List.of(more));
    return new RedisProcess(options, port, command);
  }

  /** A Sentinel with the lines of its file. */
  public static RedisProcess sentinel(Options options, String lines) throws IOException {
    int port = freePort();
    Path file = Files.writeString(directory(port).resolve("sentinel.conf"), lines);
    List<String> command = command(options, port);
    command.add(1, file.toString());
    command.add("--sentinel");
    return new RedisProcess(options, port, command);
  }

  private static List<String> command(Options options, int port) {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(List.of("--dir", directory(port).toString()));
    command.addAll(options.on(port));
    return command;
  }

  private Process launch() {
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(directory(port).resolve("log").toFile()))
              .start();
      RUNNING.add(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Talks to it; the caller closes. */
  public Jedis talk() {
    DefaultJedisClientConfig.Builder login = DefaultJedisClientConfig.builder().password(password);
    if (certificate != null) {
      login.ssl(true).sslSocketFactory(Authorities.trusted(certificate.pem()));
    }
    return new Jedis(new HostAndPort("127.0.0.1", port), login.build());
  }

  public boolean answers() {
    try (Jedis jedis = talk()) {
      return "PONG".equals(jedis.ping());
    } catch (JedisException e) {
      return false;
    }
  }

  /** Whether a part of {@code INFO} says something. */
  public boolean says(String section, String what) {
    try (Jedis jedis = talk()) {
      return jedis.info(section).contains(what);
    } catch (JedisException e) {
      return false;
    }
  }

  /** What {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
    RUNNING.remove(process);
  }

  /** It holds its connections and answers nothing, as one on a machine that hangs. */
  public void freeze() {
    try {
      new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again where it was, as whoever looks after it would. */
  public void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    kill();
  }

  public static void eventually(java.util.concurrent.Callable<Boolean> fact) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(fact);
  }

  private static int freePort() {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (one.getLocalPort() <= HIGHEST && isFree(one.getLocalPort() + BUS)) {
          return one.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket one = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return one.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static Path directory(int port) {
    try {
      return Files.createDirectories(HOME.resolve(String.valueOf(port)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path home() {
    try {
      return Files.createTempDirectory("vouch-servers");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path program() {
    try {
      return RedisProgram.find(HOME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tidy() {
    RUNNING.forEach(process -> process.destroyForcibly().onExit().join());
    try (Stream<Path> files = Files.walk(HOME)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
