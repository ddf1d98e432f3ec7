package dev.vouch.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.slack.Tokens.Token;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out at the start which workspace a bot token belongs to, and waits for Slack as long as it
 * takes: a start while Slack or the network is down must end in a running Vouch.
 */
public final class Startup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  /** Any good bot token may ask who it is; one that may not was made for something else. */
  private static final Set<String> NOT_EVEN_THIS =
      Set.of(
          "not_allowed_token_type",
          "no_permission",
          "missing_scope",
          "access_denied",
          "team_access_not_granted",
          "two_factor_setup_required");

  private final InstantSource clock;
  private final Backoff backoff;
  private final CountDownLatch closed = new CountDownLatch(1);

  public Startup(InstantSource clock, Backoff backoff) {
    this.clock = clock;
    this.backoff = backoff;
  }

  /**
   * What a token turned out to be.
   *
   * @param enterprise the Enterprise Grid that the workspace belongs to; null outside of one
   */
  public record Connection(Home home, @Nullable String enterprise, Token token) {

    /** The tokens of this one workspace. */
    public Tokens tokens() {
      return Tokens.single(home.team(), token);
    }
  }

  /** Slack does not take a token at all: waiting would not help, its owner must act. */
  public static final class BadToken extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadToken(String setting, Refused refused) {
      super(
          "Slack refused %s (%s). Copy it again from https://api.slack.com/apps, %s, and restart."
              .formatted(setting, refused.getMessage(), "OAuth & Permissions"),
          refused);
    }
  }

  /**
   * Asks until Slack answers; blocks.
   *
   * @return empty if it was closed while waiting
   * @throws BadToken if Slack refuses the token
   */
  public Optional<Connection> connect(WebApi api, String botToken) throws InterruptedException {
    for (int failures = 0; closed.getCount() > 0; failures++) {
      try {
        return Optional.of(ask(api, botToken));
      } catch (Unreachable e) {
        pause(pauseAfter(e, failures), e.getMessage());
      } catch (Refused e) {
        if (isBadToken(e)) {
          throw new BadToken("SLACK_BOT_TOKEN", e);
        }
        pause(backoff.most(), e.getMessage());
      }
    }
    return Optional.empty();
  }

  /** One question to Slack, without a second try. */
  public static Connection ask(WebApi api, String botToken) {
    AuthTestResponse me =
        api.call("auth.test", methods -> methods.authTest(r -> r.token(botToken)));
    if (me.getTeamId() == null || me.getUserId() == null || me.getUrl() == null) {
      throw new Unreachable("auth.test: an answer without team, user or url", null, null);
    }
    String url = me.getUrl().endsWith("/") ? me.getUrl() : me.getUrl() + "/";
    String name = me.getTeam() == null ? me.getTeamId() : me.getTeam();
    return new Connection(
        new Home(me.getTeamId(), name, url, me.getUserId()),
        me.getEnterpriseId(),
        new Token(botToken, me.getUserId(), me.getBotId()));
  }

  /** Whether a refusal means that the token itself is no good. */
  static boolean isBadToken(Refused refused) {
    String message = String.valueOf(refused.getMessage());
    String error = message.substring(message.lastIndexOf(' ') + 1);
    return WebApi.BAD_TOKEN.contains(error) || NOT_EVEN_THIS.contains(error);
  }

  private Duration pauseAfter(Unreachable e, int failures) {
    Duration asked =
        e.retryAt().map(at -> Duration.between(clock.instant(), at)).orElse(Duration.ZERO);
    Duration own = backoff.after(failures);
    return asked.compareTo(own) > 0 ? asked : own;
  }

  private void pause(Duration duration, @Nullable String why) throws InterruptedException {
    LOG.warn(
        "Slack cannot be asked who we are ({}); trying again in {} ms", why, duration.toMillis());
    if (closed.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.info("stopped waiting for Slack");
    }
  }

  /** Ends a wait. */
  @Override
  public void close() {
    closed.countDown();
  }
}
