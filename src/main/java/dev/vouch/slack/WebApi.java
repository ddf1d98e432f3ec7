package dev.vouch.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.vouch.pipeline.Directory.TokenRefused;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One workspace's Web API. It sorts every way a call can fail into two: {@link Unreachable} (try
 * again, after Retry-After where Slack gave one) and {@link Refused} (Slack will never do it).
 */
public final class WebApi {
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org",
          "org_login_required",
          "http_error");

  private static final List<String> OUTCOMES = List.of("ok", "rate_limited", "failed", "refused");

  private static final Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited");

  /**
   * What Slack answers when our token is the trouble, whatever was asked. That a token may not do
   * one thing ({@code missing_scope}, {@code access_denied}) says nothing about the others.
   */
  static final Set<String> BAD_TOKEN =
      Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired");

  /** Asked to learn whether a token is good, so that a bad one is the answer. */
  private static final String AUTH_TEST = "auth.test";

  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final Map<String, Instant> restUntil = new ConcurrentHashMap<>();
  private final MethodsClient methods;
  private final InstantSource clock;
  private final MeterRegistry registry;
  private volatile @Nullable String badToken;

  /** One whose calls nobody counts. */
  public WebApi(MethodsClient methods, InstantSource clock) {
    this(methods, clock, new SimpleMeterRegistry());
  }

  public WebApi(MethodsClient methods, InstantSource clock, MeterRegistry registry) {
    this.registry = registry;
    this.methods = methods;
    this.clock = clock;
  }

  /** A call on the client. */
  @FunctionalInterface
  public interface Call<T> {
    T on(MethodsClient methods) throws IOException, SlackApiException;
  }

  /**
   * @param method Slack's name of the method, for errors
   * @throws Unreachable if it may work later; {@link TokenRefused} if only with another token
   * @throws Refused if Slack answered that it will not; the message is {@code method: error}
   */
  public <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
    T answer = attempt(method, call);
    if (answer.isOk()) {
      badToken = null;
      count(method, "ok");
      return answer;
    }
    String error = answer.getError() == null ? "no reason given" : answer.getError();
    if (PASSING.contains(error)) {
      count(method, RATE_LIMITED.contains(error) ? "rate_limited" : "failed");
      throw new Unreachable(method + ": " + error, null, null);
    }
    count(method, "refused");
    if (BAD_TOKEN.contains(error) && !method.equals(AUTH_TEST)) {
      badToken = error;
      throw new TokenRefused(method + ": " + error);
    }
    throw new Refused(method + ": " + error);
  }

  /**
   * What Slack has against our token since the last call that worked. Nothing is given up for it:
   * the token may be renewed, and then all of it goes on.
   */
  public Optional<String> trouble() {
    return Optional.ofNullable(badToken);
  }

  private <T> T attempt(String method, Call<T> call) {
    rest(method);
    try {
      return call.on(methods);
    } catch (SlackApiException e) {
      count(method, e.getResponse().code() == 429 ? "rate_limited" : "failed");
      Instant retryAt = retryAt(e.getResponse().header("Retry-After"));
      if (retryAt != null) {
        restUntil.put(method, retryAt);
      }
      throw new Unreachable(method + ": HTTP " + e.getResponse().code(), e, retryAt);
    } catch (IOException | JsonParseException e) {
      count(method, "failed");
      throw new Unreachable(method + ": " + e.getClass().getSimpleName(), e, null);
    }
  }

  /** All outcomes of a method are there from its first call on, so that an alarm sees the first. */
  private void count(String method, String outcome) {
    for (String one : OUTCOMES) {
      Counter counter =
          Counter.builder("vouch.slack.calls")
              .description("Calls of Slack's Web API, by what Slack answered.")
              .tags("method", method, "outcome", one)
              .register(registry);
      if (one.equals(outcome)) {
        counter.increment();
      }
    }
  }

  /**
   * Slack's Retry-After is for the whole method: nobody asks it before then. A clock that was put
   * back must not make it longer.
   */
  private void rest(String method) {
    Instant until = restUntil.getOrDefault(method, Instant.MIN);
    Instant now = clock.instant();
    if (now.isBefore(until) && until.isBefore(now.plus(LONGEST_REST))) {
      throw new Unreachable(method + ": rests as Slack has asked", null, until);
    }
  }

  private @Nullable Instant retryAt(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,5}")
        ? clock.instant().plus(Duration.ofSeconds(Long.parseLong(retryAfter)))
        : null;
  }
}
