package dev.vouch.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read to its end. Not changed after it was made. */
public final class HttpCall {
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param path as sent, still percent-encoded, without the query
   * @param headers names in lower case
   */
  public HttpCall(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** Whether the path starts with {@code prefix}. */
  public boolean under(String prefix) {
    return path.startsWith(prefix);
  }

  /** The path behind {@code prefix}. */
  public String rest(String prefix) {
    return path.substring(prefix.length());
  }

  public Map<String, String> query() {
    return form(query);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public byte[] body() {
    return body.clone();
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Decodes {@code a=1&b=2}; of a name that comes twice the last value counts. */
  public static Map<String, String> form(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part; // A stray percent sign: the browser's own reading is the text as it stands.
    }
  }
}
