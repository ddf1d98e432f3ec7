package dev.vouch.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.apps.event.authorizations.AppsEventAuthorizationsListResponse;
import com.slack.api.model.ResponseMetadata;
import dev.vouch.pipeline.Directory.TokenRefused;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Slack, with a token of the app itself, in which workspaces an event may be seen by Vouch.
 * Thread-safe.
 *
 * <p>The answer holds for the channel and is remembered for ten minutes, so that a busy channel
 * costs one call in that time. It is remembered beside the workspace that Slack named with the
 * event: that is another one as soon as Vouch joins the channel from there.
 */
public final class EventAuthorizations {
  private static final Logger LOG = LoggerFactory.getLogger(EventAuthorizations.class);
  private static final String METHOD = "apps.event.authorizations.list";
  private static final String NO_EVENT = METHOD + ": invalid_event_context";
  private static final Duration KNOWN = Duration.ofMinutes(10);
  private static final long MOST_KNOWN = 50_000;

  /** For so long nobody waits for a Slack that has not answered. */
  private static final Duration REST = Duration.ofSeconds(30);

  private static final int PAGE = 200;

  /** More than there are companies in a channel. */
  private static final int MOST_PAGES = 10;

  private final WebApi api;
  private final String appToken;
  private final InstantSource clock;
  private final Cache<String, Set<String>> known;
  private final AtomicBoolean refused = new AtomicBoolean();
  private volatile Instant restUntil = Instant.MIN;

  /**
   * @param appToken one of the app-level tokens ({@code xapp-...}), with {@code
   *     authorizations:read}
   */
  public EventAuthorizations(WebApi api, String appToken, InstantSource clock) {
    this.api = api;
    this.appToken = appToken;
    this.clock = clock;
    Instant start = clock.instant();
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN)
            .ticker(() -> Duration.between(start, clock.instant()).toNanos())
            .executor(Runnable::run)
            .build();
  }

  /** A page of the answer; by which name Slack tells where the next begins is not documented. */
  private static final class Page extends AppsEventAuthorizationsListResponse {
    private @Nullable ResponseMetadata responseMetadata;

    @Nullable String next() {
      String usual = responseMetadata == null ? null : responseMetadata.getNextCursor();
      return Stream.of(Optional.ofNullable(usual), Optional.ofNullable(getCursorNext()))
          .flatMap(Optional::stream)
          .filter(cursor -> !cursor.isBlank())
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * The workspaces that see what happens in a channel; none where Slack will not tell.
   *
   * @param team the workspace that Slack named
   * @param context Slack's name for one of the events there
   * @throws Unreachable if Slack does not answer just now
   */
  Set<String> of(String team, String channel, String context) {
    String place = team + "/" + channel;
    Set<String> remembered = known.getIfPresent(place);
    return remembered != null ? remembered : ask(place, context);
  }

  private Set<String> ask(String place, String context) {
    rest();
    try {
      Set<String> teams = pages(context);
      refused.set(false);
      known.put(place, teams);
      return teams;
    } catch (TokenRefused | Refused e) {
      return none(place, e);
    } catch (Unreachable e) {
      restUntil = clock.instant().plus(REST);
      throw e;
    }
  }

  /** That Slack knows the event no more says nothing of the next one. */
  private Set<String> none(String place, RuntimeException refusal) {
    if (!NO_EVENT.equals(refusal.getMessage())) {
      known.put(place, Set.of());
      if (!refused.getAndSet(true)) {
        LOG.warn(
            "what happens in channels that several workspaces share is read for the one that Slack"
                + " names, and for no other ({}): SLACK_APP_TOKEN needs the scope"
                + " authorizations:read",
            refusal.getMessage());
      }
    }
    return Set.of();
  }

  /** A clock that was put back must not make it longer. */
  private void rest() {
    Instant until = restUntil;
    Instant now = clock.instant();
    if (now.isBefore(until) && !until.isAfter(now.plus(REST))) {
      throw new Unreachable(METHOD + ": rests after it did not answer", null, until);
    }
  }

  private Set<String> pages(String context) {
    Set<String> teams = new LinkedHashSet<>();
    String cursor = "";
    for (int i = 0; i < MOST_PAGES && cursor != null; i++) {
      Page page = page(context, cursor);
      Optional.ofNullable(page.getAuthorizations()).orElse(List.of()).stream()
          .map(AppsEventAuthorizationsListResponse.Authorization::getTeamId)
          .filter(Objects::nonNull)
          .forEach(teams::add);
      cursor = page.next();
    }
    return Set.copyOf(teams);
  }

  private Page page(String context, String cursor) {
    return api.call(
        METHOD,
        methods ->
            methods.postFormWithTokenAndParseResponse(
                form -> {
                  form.add("event_context", context).add("limit", String.valueOf(PAGE));
                  return cursor.isEmpty() ? form : form.add("cursor", cursor);
                },
                METHOD,
                appToken,
                Page.class));
  }

  /**
   * Asks of an event that never was, to see whether the token may ask.
   *
   * @return what Slack has against it; empty where nothing
   * @throws Unreachable if Slack does not answer just now
   */
  public Optional<String> trouble() {
    try {
      pages("none");
      return Optional.empty();
    } catch (TokenRefused | Refused e) {
      return Optional.of(String.valueOf(e.getMessage())).filter(why -> !NO_EVENT.equals(why));
    }
  }
}
