package dev.vouch.app.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this class path in a process of its own, so that what it takes can be told. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  final int port;
  final long startedNanos = System.nanoTime();

  private Child(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /** {@code serve} with its own state and its own bundled Redis under {@code directory}. */
  static Child serve(Path directory, StandInWebApi slack) throws IOException {
    int port = freePort();
    return start(
        directory,
        port,
        List.of("dev.vouch.app.Main", "serve"),
        Map.of(
            "PORT",
            String.valueOf(port),
            "VOUCH_HOST",
            "127.0.0.1",
            "VOUCH_DATA_DIR",
            directory.toString(),
            "SLACK_BOT_TOKEN",
            "xoxb-bench",
            "SLACK_SIGNING_SECRET",
            Requests.SECRET,
            "SLACK_API_URL",
            slack.url()));
  }

  /** What Vouch is measured against. */
  static Child bare(Path directory) throws IOException {
    int port = freePort();
    return start(
        directory,
        port,
        List.of(BareServlet.class.getName(), String.valueOf(port), Requests.SECRET),
        Map.of());
  }

  private static Child start(
      Path directory, int port, List<String> main, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String options = System.getProperty("vouch.bench.java", "-Xmx1g");
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(main);
    Path log = Files.createTempFile(directory, "bench", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.environment().putAll(environment);
    return new Child(builder.start(), log, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Seconds of processor time that it took so far. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** Memory that it holds, in MiB; 0 where the system does not tell. */
  double residentMiB() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /**
   * Waits until an event is acknowledged.
   *
   * @return seconds since the process was started
   */
  double awaitAcknowledgement(Requests requests) throws IOException {
    while (System.nanoTime() - startedNanos < PATIENCE.toNanos()) {
      if (acknowledges(requests)) {
        return (System.nanoTime() - startedNanos) / 1e9;
      }
      if (!process.isAlive()) {
        break;
      }
      pause();
    }
    throw new IOException("it did not start; its log is " + log);
  }

  private boolean acknowledges(Requests requests) {
    try (Load load = Load.open(port, 1, requests.make(1))) {
      return load.asFastAsPossible(5).acknowledged() == 1;
    } catch (IOException | java.io.UncheckedIOException e) {
      return false;
    }
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
