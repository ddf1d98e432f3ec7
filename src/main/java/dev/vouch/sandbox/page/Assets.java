package dev.vouch.sandbox.page;

import dev.vouch.sandbox.wire.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page's own files, from the jar: plain names only, so that no path leads elsewhere. */
final class Assets {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+\\.([a-z0-9]{2,5})");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2");

  private Assets() {}

  /** The file of that name; empty for names and types that are not the page's. */
  static Optional<HttpAnswer> find(String name) {
    var matcher = NAME.matcher(name);
    if (!matcher.matches() || !TYPES.containsKey(matcher.group(1))) {
      return Optional.empty();
    }
    String type = TYPES.getOrDefault(matcher.group(1), "");
    return read(name)
        .map(bytes -> HttpAnswer.of(200, type, bytes).with("Cache-Control", "no-cache"));
  }

  private static Optional<byte[]> read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/sandbox/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("the jar's own file sandbox/" + name + " is not readable", e);
    }
  }
}
