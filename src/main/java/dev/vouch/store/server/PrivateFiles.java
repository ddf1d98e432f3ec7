package dev.vouch.store.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and directories that only their owner can read. */
final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  static Path directory(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    return Files.isDirectory(absolute)
        ? absolute
        : Files.createDirectories(absolute, only("rwx------"));
  }

  /** Replaces the file in one step, so that nobody reads half of it. */
  static void write(Path path, String text) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(parent, ".new", "", only("rw-------"));
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] only(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
