package dev.vouch.sandbox.wire;

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP response. */
public final class HttpAnswer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Bytes of a content type. */
  public static HttpAnswer of(int status, String type, byte[] body) {
    return new HttpAnswer(status, Map.of("Content-Type", type), body.clone());
  }

  public static HttpAnswer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  public static HttpAnswer html(int status, String html) {
    return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  public static HttpAnswer json(int status, JsonElement json) {
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    return of(status, "application/json; charset=utf-8", body);
  }

  public static HttpAnswer redirect(String to) {
    return new HttpAnswer(302, Map.of("Location", to), new byte[0]);
  }

  /** The same answer with one more header. */
  public HttpAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, more, body);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  public byte[] body() {
    return body.clone();
  }
}
