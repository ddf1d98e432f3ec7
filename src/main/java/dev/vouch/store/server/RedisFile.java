package dev.vouch.store.server;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file in the data directory that tells where the bundled Redis listens; its owner's alone. */
final class RedisFile {
  private static final Gson GSON = new Gson();

  private final Path path;

  RedisFile(Path path) {
    this.path = path;
  }

  /**
   * @param ownerPid the process that stops it
   */
  record Server(int port, String password, long ownerPid) {
    static Server onPort(int port, String password) {
      return new Server(port, password, ProcessHandle.current().pid());
    }

    boolean ownerIsAlive() {
      return ProcessHandle.of(ownerPid).filter(ProcessHandle::isAlive).isPresent();
    }

    Server ownedByThisProcess() {
      return onPort(port, password);
    }

    @Override
    public String toString() {
      return "Server[port=" + port + ", password=***, ownerPid=" + ownerPid + "]";
    }
  }

  /** What it says; empty if there is none, or a half-written one. */
  Optional<Server> read() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      String json = Files.readString(path, StandardCharsets.UTF_8);
      return Optional.ofNullable(GSON.fromJson(json, Server.class))
          .filter(server -> server.password() != null);
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  Server write(Server server) throws IOException {
    PrivateFiles.write(path, GSON.toJson(server));
    return server;
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
