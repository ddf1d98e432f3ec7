package dev.vouch.store.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/** Finds a {@code redis-server} to run: the one on the PATH, else the one that came in the jar. */
final class RedisProgram {
  private RedisProgram() {}

  /**
   * @param directory where the program from the jar is unpacked, and where state of a newer one may
   *     stand
   */
  static Path find(Path directory) throws IOException {
    Optional<Path> installed = onPath(System.getenv().getOrDefault("PATH", ""));
    if (installed.isPresent()) {
      return installed.get();
    }
    if (Files.exists(directory.resolve("appendonlydir"))) {
      throw new IllegalStateException(
          "the state in %s was written by a newer redis-server than the bundled one; put redis-server 7 or later on the PATH again"
              .formatted(directory));
    }
    Path bin = PrivateFiles.directory(directory.resolve("bin"));
    return ExecutableProvider.newJarResourceProvider(bin.toFile()).get().toPath();
  }

  private static Optional<Path> onPath(String path) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(part -> !part.isBlank())
        .map(part -> Path.of(part, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
