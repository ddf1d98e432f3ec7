package dev.vouch.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the one {@link Slack} instance that every call of Vouch goes through. */
public final class SlackClient {
  private static final Logger LOG = LoggerFactory.getLogger(SlackClient.class);

  /** Longer than Slack takes on a bad day, short enough to be retried within a drain. */
  public static final Duration READ_TIMEOUT = Duration.ofSeconds(8);

  /** No call takes longer, whatever it waits for. */
  static final Duration WHOLE_CALL = Duration.ofSeconds(30);

  private SlackClient() {}

  /**
   * @param apiUrl the Web API's address, {@code https://slack.com/api/} unless it is redirected
   * @throws IllegalArgumentException if {@code apiUrl} is not an http or https address
   */
  public static Slack of(String apiUrl) {
    return of(apiUrl, READ_TIMEOUT);
  }

  /**
   * @param readTimeout how long to wait for an answer; the SDK's own default is 10 seconds
   */
  public static Slack of(String apiUrl, Duration readTimeout) {
    SlackConfig config = config(address(apiUrl), readTimeout);
    SlackHttpClient http =
        new SlackHttpClient(
            SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                // It sends a request once more whose connection broke; Slack may have done it.
                .retryOnConnectionFailure(false)
                .build());
    http.setConfig(config);
    return Slack.getInstance(config, http);
  }

  static SlackConfig config(URI api, Duration readTimeout) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api.toString());
    config.setHttpClientReadTimeoutMillis((int) readTimeout.toMillis());
    config.setHttpClientWriteTimeoutMillis((int) readTimeout.toMillis());
    config.setHttpClientCallTimeoutMillis((int) WHOLE_CALL.toMillis());
    // The SDK's listeners print bodies, with people's words in them, once debug logging is on.
    config.getHttpClientResponseHandlers().clear();
    // Feeds only the asynchronous client, which puts the messages of a channel out of order.
    config.setStatsEnabled(false);
    if (isLoopback(api.getHost())) {
      // SlackConfig takes HTTP_PROXY even for this machine, where no proxy can reach.
      config.setProxyUrl(null);
    }
    return config;
  }

  static URI address(String apiUrl) {
    String url = apiUrl.strip();
    URI uri = parsed(url.endsWith("/") ? url : url + "/");
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "SLACK_API_URL must be like https://slack.com/api/, was: " + apiUrl);
    }
    if (scheme.equals("http") && !isLoopback(uri.getHost())) {
      LOG.warn(
          "SLACK_API_URL is not encrypted: tokens can be read on the way to {}", uri.getHost());
    }
    return uri;
  }

  private static URI parsed(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "SLACK_API_URL must be like https://slack.com/api/, was: " + url, e);
    }
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
