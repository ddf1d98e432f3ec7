package dev.vouch.slack.door;

import java.util.Map;

/**
 * A page or endpoint beside Slack's own: health, metrics, install.
 *
 * @param method for instance {@code GET}, which also answers {@code HEAD}
 * @param path the whole path, or its beginning when it ends with a slash
 */
public record Route(String method, String path, Answerer answerer) {
  public Route {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash, this does not: " + path);
    }
  }

  /** Answers a request; may block for a while. What it throws becomes a 500 with a reference. */
  @FunctionalInterface
  public interface Answerer {
    Reply answer(Ask ask) throws Exception;
  }

  /** A request; of repeated parameters and cookies the first counts. */
  public record Ask(
      String method, String path, Map<String, String> query, Map<String, String> cookies) {}

  boolean covers(String asked) {
    return path.endsWith("/") ? asked.startsWith(path) : asked.equals(path);
  }

  boolean takes(String asked) {
    return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
  }
}
