package dev.vouch.slack.door;

import java.util.Map;
import java.util.TreeMap;

/**
 * An answer on its way out of the HTTP door, always in UTF-8.
 *
 * @param type content type without charset; of no matter when the body is empty
 */
public record Reply(int status, String type, String body, Map<String, String> headers) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply empty(int status) {
    return text(status, "");
  }

  public static Reply text(int status, String body) {
    return new Reply(status, "text/plain", body, Map.of());
  }

  public static Reply json(int status, String body) {
    return new Reply(status, "application/json", body, Map.of());
  }

  public static Reply html(int status, String body) {
    return new Reply(status, "text/html", body, Map.of());
  }

  public static Reply redirect(String url) {
    return empty(302).with("Location", url);
  }

  /** The same answer with one more header. */
  public Reply with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, more);
  }
}
