package dev.vouch.app.slackexport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of an export, whether it is a zip or a folder. Nothing is ever unpacked to disk.
 *
 * <p>Names have forward slashes and composed letters whatever the machine that packed them made of
 * them, and start at the folder that holds {@code channels.json}.
 */
abstract class SlackExportFiles implements Closeable {
  private static final String MARK = "channels.json";
  private static final int DEEPEST = 4;

  /** Size in bytes of every file, by name. */
  abstract SortedMap<String, Long> sizes();

  /** A file's bytes, to be closed by the caller. */
  abstract InputStream stream(String name) throws IOException;

  /**
   * @throws UnusableExport if this is not an export at all
   */
  static SlackExportFiles at(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UnusableExport("there is no file or folder " + path);
    }
    SlackExportFiles files = open(path);
    try {
      return new Rooted(files, root(files, path));
    } catch (UnusableExport e) {
      files.close();
      throw e;
    }
  }

  private static SlackExportFiles open(Path path) throws UnusableExport {
    try {
      return Files.isDirectory(path) ? new Folder(path) : zip(path);
    } catch (ZipException e) {
      throw new UnusableExport(
          path + " is neither a folder nor a zip that can be read: " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableExport(path + " cannot be read: " + e.getMessage());
    }
  }

  /** Old tools write names without the mark that says UTF-8, in the letters of DOS. */
  private static SlackExportFiles zip(Path path) throws IOException {
    try {
      return new Zip(new ZipFile(path.toFile(), StandardCharsets.UTF_8));
    } catch (ZipException e) {
      String dos = Charset.isSupported("IBM437") ? "IBM437" : "ISO-8859-1";
      return new Zip(new ZipFile(path.toFile(), Charset.forName(dos)));
    }
  }

  /**
   * Some tools wrap all in one folder; the shallowest {@code channels.json} marks the right one.
   */
  private static String root(SlackExportFiles files, Path path) throws UnusableExport {
    Optional<String> mark =
        files.sizes().keySet().stream()
            .filter(name -> name.equals(MARK) || name.endsWith("/" + MARK))
            .filter(name -> name.chars().filter(c -> c == '/').count() < 2)
            .min((a, b) -> Integer.compare(a.length(), b.length()));
    return mark.map(name -> name.substring(0, name.length() - MARK.length()))
        .orElseThrow(
            () ->
                new UnusableExport(
                    path + " has no channels.json, so it is not a Slack workspace export"));
  }

  private static String normal(String name) {
    return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
  }

  /** An export that cannot be imported at all; the message says why. */
  static final class UnusableExport extends IOException {
    private static final long serialVersionUID = 1;

    UnusableExport(String message) {
      super(message);
    }
  }

  private static final class Rooted extends SlackExportFiles {
    private final SlackExportFiles all;
    private final String root;
    private final SortedMap<String, Long> sizes = new TreeMap<>();

    Rooted(SlackExportFiles all, String root) {
      this.all = all;
      this.root = root;
      all.sizes().forEach(this::add);
    }

    private void add(String name, long size) {
      if (name.startsWith(root)) {
        sizes.put(name.substring(root.length()), size);
      }
    }

    @Override
    SortedMap<String, Long> sizes() {
      return Collections.unmodifiableSortedMap(sizes);
    }

    @Override
    InputStream stream(String name) throws IOException {
      return all.stream(root + name);
    }

    @Override
    public void close() throws IOException {
      all.close();
    }
  }

  private static final class Zip extends SlackExportFiles {
    private final ZipFile zip;
    private final SortedMap<String, ZipEntry> entries = new TreeMap<>();

    Zip(ZipFile zip) {
      this.zip = zip;
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> entries.putIfAbsent(normal(entry.getName()), entry));
    }

    @Override
    SortedMap<String, Long> sizes() {
      SortedMap<String, Long> sizes = new TreeMap<>();
      entries.forEach((name, entry) -> sizes.put(name, entry.getSize()));
      return sizes;
    }

    @Override
    InputStream stream(String name) throws IOException {
      ZipEntry entry = entries.get(name);
      if (entry == null) {
        throw new IOException("there is no " + name);
      }
      return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }

  private static final class Folder extends SlackExportFiles {
    private final SortedMap<String, Path> paths = new TreeMap<>();
    private final SortedMap<String, Long> sizes = new TreeMap<>();

    Folder(Path folder) throws IOException {
      try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
        for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
          String name = normal(name(folder, file));
          paths.put(name, file);
          sizes.put(name, Files.size(file));
        }
      }
    }

    /**
     * A path as text has lost its letters where no LANG is set, because Java then takes names for
     * ASCII; as a URI it still has every byte.
     */
    private static String name(Path folder, Path file) {
      String uri = folder.toUri().relativize(file.toUri()).toASCIIString();
      return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    SortedMap<String, Long> sizes() {
      return sizes;
    }

    @Override
    InputStream stream(String name) throws IOException {
      Path path = paths.get(name);
      if (path == null) {
        throw new IOException("there is no " + name);
      }
      return Files.newInputStream(path);
    }

    @Override
    public void close() {
      paths.clear();
    }
  }
}
