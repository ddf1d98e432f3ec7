package dev.vouch.sandbox.delivery;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.Json;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** Signed HTTP requests to the app's request URL, as Slack makes them without Socket Mode. */
public final class HttpWire implements Wire {
  private static final MediaType JSON = MediaType.get("application/json");

  private final String requestUrl;
  private final String signingSecret;
  private final InstantSource clock;
  private final OkHttpClient client = client();

  /**
   * @param clock stamps the requests; the app has to check them by the same time
   */
  public HttpWire(String requestUrl, String signingSecret, InstantSource clock) {
    this.requestUrl = requestUrl;
    this.signingSecret = signingSecret;
    this.clock = clock;
  }

  /** Waits a little longer than the courier does, whose patience is what counts. */
  private static OkHttpClient client() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .callTimeout(5, TimeUnit.SECONDS)
            .build();
    client.dispatcher().setMaxRequestsPerHost(32);
    return client;
  }

  @Override
  public CompletableFuture<JsonObject> send(String type, JsonObject envelope) {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    try {
      client.newCall(request(type, envelope)).enqueue(new Heard(answer));
    } catch (IOException e) {
      answer.completeExceptionally(new Undelivered("unknown_error", false));
    }
    return answer;
  }

  private Request request(String type, JsonObject envelope) throws IOException {
    RequestBody body = body(type, Json.child(envelope, "payload"));
    Buffer bytes = new Buffer();
    body.writeTo(bytes);
    String stamp = Long.toString(clock.instant().getEpochSecond());
    Request.Builder request =
        new Request.Builder()
            .url(requestUrl)
            .post(body)
            .header("X-Slack-Request-Timestamp", stamp)
            .header("X-Slack-Signature", sign(signingSecret, stamp, bytes.readByteArray()));
    if (!Json.find(envelope, "retry_reason").orElse("").isEmpty()) {
      request.header("X-Slack-Retry-Num", Json.text(envelope, "retry_attempt"));
      request.header("X-Slack-Retry-Reason", httpReason(Json.text(envelope, "retry_reason")));
    }
    return request.build();
  }

  private static String httpReason(String reason) {
    return reason.equals("timeout") ? "http_timeout" : reason;
  }

  private static RequestBody body(String type, JsonObject payload) {
    if (type.equals("events_api")) {
      return RequestBody.create(payload.toString().getBytes(StandardCharsets.UTF_8), JSON);
    }
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    if (type.equals("slash_commands")) {
      payload.asMap().forEach((name, value) -> form.add(name, value.getAsString()));
    } else {
      form.add("payload", payload.toString());
    }
    return form.build();
  }

  /** Slack's signature, version 0: HMAC-SHA256 over {@code v0:stamp:body}. */
  static String sign(String secret, String stamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + stamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** Turns the response into the acknowledgement. */
  private record Heard(CompletableFuture<JsonObject> answer) implements Callback {
    @Override
    public void onFailure(Call call, IOException e) {
      boolean late = e instanceof java.io.InterruptedIOException;
      String reason = late ? "http_timeout" : "connection_failed";
      answer.completeExceptionally(new Undelivered(reason, false));
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      try (response) {
        if (response.isSuccessful()) {
          answer.complete(acknowledgement(response.body().string()));
        } else {
          boolean noRetry = "1".equals(response.header("X-Slack-No-Retry"));
          answer.completeExceptionally(new Undelivered("http_error", noRetry));
        }
      }
    }

    private static JsonObject acknowledgement(String body) {
      return Json.parseObject(body)
          .orElseGet(() -> body.isBlank() ? new JsonObject() : Json.object("text", body));
    }
  }
}
