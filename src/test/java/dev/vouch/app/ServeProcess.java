package dev.vouch.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Vouch in a process of its own, started from the command line as people start it. */
final class ServeProcess implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final int port;
  private final Path log;
  private final Process process;

  ServeProcess(Path directory, int port, Map<String, String> environment) throws IOException {
    this(directory, port, environment, List.of("dev.vouch.app.Main", "serve"));
  }

  private ServeProcess(
      Path directory, int port, Map<String, String> environment, List<String> program)
      throws IOException {
    this.port = port;
    this.log = Files.createTempFile(directory, "serve", ".log");
    this.process = start(directory, environment, program);
  }

  /** One whose clock is ahead; see {@link VouchAhead}. It starts fast rather than running fast. */
  static ServeProcess ahead(Path directory, Map<String, String> environment, Duration ahead)
      throws IOException {
    return new ServeProcess(
        directory,
        freePort(),
        environment,
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            VouchAhead.class.getName(),
            ahead.toString()));
  }

  private Process start(Path directory, Map<String, String> environment, List<String> program)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // Nothing of this machine's settings, and no LANG: the charset must not matter.
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().put("VOUCH_HOST", "127.0.0.1");
    builder.environment().put("VOUCH_DATA_DIR", directory.resolve("state").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The status of a page, 0 while nobody answers. */
  int status(String page) {
    return get(page).map(HttpResponse::statusCode).orElse(0);
  }

  /** The text of a page, empty while nobody answers. */
  String page(String page) {
    return get(page).map(HttpResponse::body).orElse("");
  }

  private Optional<HttpResponse<String>> get(String page) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url() + page)).build();
      return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  boolean isReady() {
    return status("/health/ready") == 200;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM; whether it has ended within five seconds. */
  boolean endsInTime() throws InterruptedException {
    process.destroy();
    return process.waitFor(5, TimeUnit.SECONDS);
  }

  void kill9() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Stands still as one whose machine was suspended, until it is to go on. */
  void standStill() throws IOException, InterruptedException {
    signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  String log() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
