package dev.vouch.sandbox.api;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.HttpAnswer;
import dev.vouch.sandbox.wire.HttpCall;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes Web API calls: writes them down, checks the token, and lets the method answer. */
public final class WebApi {
  private static final Set<String> OPEN = Set.of("api.test", "oauth.v2.access", "blocks.validate");
  private static final Set<String> APP_TOKEN =
      Set.of("apps.connections.open", "apps.event.authorizations.list");
  private static final int MOST_REMEMBERED = 10_000;

  private final Workspace workspace;
  private final Tokens tokens;
  private final Faults faults = new Faults();
  private final Optional<PostingPace> pace;
  private final Map<String, Method> methods = new HashMap<>();
  private final List<ApiCall> calls = new ArrayList<>();

  /**
   * @param rateLimits whether posting too fast is answered with 429
   * @param socketUrl gives a fresh websocket address; empty where the app is set to HTTP
   */
  public WebApi(
      Workspace workspace,
      Tokens tokens,
      boolean rateLimits,
      Optional<Supplier<String>> socketUrl) {
    this.workspace = workspace;
    this.tokens = tokens;
    this.pace = rateLimits ? Optional.of(new PostingPace(workspace.clock())) : Optional.empty();
    Rooms rooms = new Rooms(workspace);
    methods.putAll(new AppMethods(workspace, tokens, socketUrl).methods());
    methods.putAll(new ChatMethods(workspace, rooms).methods());
    methods.putAll(new ConversationMethods(workspace, rooms).methods());
    methods.putAll(new PeopleMethods(workspace).methods());
    methods.putAll(new ViewMethods(workspace).methods());
    methods.putAll(new FileMethods(workspace, rooms).methods());
  }

  public Faults faults() {
    return faults;
  }

  /** The last ten thousand calls, oldest first. */
  public List<ApiCall> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Answers {@code POST /api/METHOD}. */
  public HttpAnswer answer(String method, HttpCall http) {
    try {
      ApiCall call = ApiCall.read(method, http, workspace.clock().instant());
      String token = token(call, http);
      call.args().remove("token");
      remember(call);
      Optional<Faults.Fault> fault = faults.take(method);
      fault.ifPresent(due -> late(due.delay().toMillis()));
      Optional<HttpAnswer> wrong = fault.flatMap(Faults.Fault::answer);
      HttpAnswer answer = wrong.isPresent() ? wrong.get() : answer(call, token);
      fault.ifPresent(due -> late(due.silence().toMillis()));
      return answer;
    } catch (SlackError e) {
      return HttpAnswer.json(200, failure(e));
    }
  }

  private void remember(ApiCall call) {
    synchronized (calls) {
      if (calls.size() >= MOST_REMEMBERED) {
        calls.remove(0);
      }
      calls.add(call);
    }
  }

  private static void late(long millis) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
        .join();
  }

  private HttpAnswer answer(ApiCall call, String token) {
    Method method = methods.get(call.method());
    if (method == null) {
      throw new SlackError("unknown_method");
    }
    checkToken(call.method(), token);
    if (call.method().equals("chat.postMessage") && pace.isPresent()) {
      int wait = pace.get().take(call.text("channel"));
      if (wait > 0) {
        return HttpAnswer.json(429, Faults.error("ratelimited"))
            .with("Retry-After", Integer.toString(wait));
      }
    }
    JsonObject answer = method.answer(call);
    answer.addProperty("ok", true);
    return HttpAnswer.json(200, answer);
  }

  private static String token(ApiCall call, HttpCall http) {
    return http.header("authorization")
        .filter(header -> header.startsWith("Bearer "))
        .map(header -> header.substring("Bearer ".length()).strip())
        .orElseGet(() -> call.text("token"));
  }

  private void checkToken(String method, String token) {
    if (OPEN.contains(method)) {
      return;
    }
    if (token.isEmpty()) {
      throw new SlackError("not_authed");
    }
    if (!token.equals(tokens.bot()) && !token.equals(tokens.app())) {
      throw new SlackError("invalid_auth");
    }
    if (!method.equals("auth.test") && APP_TOKEN.contains(method) != token.equals(tokens.app())) {
      throw new SlackError("not_allowed_token_type");
    }
    if (token.equals(tokens.bot()) && faults.lostToken().isPresent()) {
      throw new SlackError(faults.lostToken().get());
    }
  }

  /** What Slack answers for a failure. */
  public static JsonObject failure(SlackError error) {
    JsonObject json = Faults.error(error.code());
    if (!error.messages().isEmpty()) {
      json.add("response_metadata", Json.object("messages", error.messages()));
    }
    return json;
  }
}
