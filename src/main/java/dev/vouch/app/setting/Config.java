package dev.vouch.app.setting;

import dev.vouch.nudge.gift.GiftPolicy;
import dev.vouch.nudge.gift.PolicyFile;
import dev.vouch.slack.install.InstallSettings;
import dev.vouch.store.TokenCipher;
import dev.vouch.store.server.Authorities;
import dev.vouch.store.server.RedisAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All settings of one run, checked. {@link Setting} says what each is. */
public record Config(
    @Nullable Secret botToken,
    @Nullable Secret appToken,
    @Nullable Secret signingSecret,
    @Nullable String clientId,
    @Nullable Secret clientSecret,
    String apiUrl,
    @Nullable URI redisUrl,
    int redisReplicas,
    @Nullable Secret sentinelPassword,
    @Nullable Path redisAuthorities,
    int port,
    String host,
    Path dataDirectory,
    @Nullable Secret secretKey,
    GiftPolicy giftPolicy) {

  /** Everything that is wrong with the settings, in one go. */
  public static final class Problems extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final List<String> problems;

    Problems(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = List.copyOf(problems);
    }

    public List<String> list() {
      return problems;
    }
  }

  /**
   * @throws Problems naming every setting that is wrong, never its value
   */
  public static Config from(Map<String, String> environment) {
    Reading read = new Reading(environment);
    Config config =
        new Config(
            read.secret(Setting.SLACK_BOT_TOKEN, "xoxb-"),
            read.secret(Setting.SLACK_APP_TOKEN, "xapp-"),
            read.secret(Setting.SLACK_SIGNING_SECRET, ""),
            read.text(Setting.SLACK_CLIENT_ID).orElse(null),
            read.secret(Setting.SLACK_CLIENT_SECRET, ""),
            read.url(Setting.SLACK_API_URL, Set.of("http", "https"))
                .map(Config::slashed)
                .orElse(""),
            read.redis().orElse(null),
            read.number(Setting.VOUCH_REDIS_REPLICAS, 9),
            read.secret(Setting.VOUCH_SENTINEL_PASSWORD, ""),
            read.authorities(),
            read.number(Setting.PORT, 65_535),
            read.text(Setting.VOUCH_HOST).orElse(""),
            read.path(Setting.VOUCH_DATA_DIR).orElseGet(() -> Path.of("")),
            read.secretKey(),
            read.giftPolicy());
    read.check(Setting.VOUCH_LOG, Setting.LOG_FORMS);
    read.check(Setting.VOUCH_LOG_LEVEL, Setting.LOG_LEVELS);
    if ((config.clientId == null) != (config.clientSecret == null)) {
      read.problems.add(
          "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together: set both or none");
    }
    if (config.clientId != null && config.secretKey == null) {
      read.problems.add(
          "VOUCH_SECRET_KEY is needed with SLACK_CLIENT_ID: it encrypts stored tokens");
    }
    if (!read.problems.isEmpty()) {
      throw new Problems(read.problems);
    }
    return config;
  }

  /** The Redis that the settings name. */
  public Optional<RedisAddress> redis() {
    return Optional.ofNullable(redisUrl)
        .map(
            url ->
                new RedisAddress(
                    url,
                    false,
                    redisReplicas,
                    sentinelPassword == null ? null : sentinelPassword.value(),
                    redisAuthorities));
  }

  /** The same settings pointed at a Slack look-alike on this machine. */
  public Config forSandbox(String api, Secret bot, Secret app) {
    return new Config(
        bot,
        app,
        null,
        null,
        null,
        api,
        null,
        0,
        null,
        null,
        0,
        "127.0.0.1",
        dataDirectory,
        secretKey,
        giftPolicy);
  }

  /** What {@code serve} needs beyond what every command needs. */
  public List<String> missingToServe() {
    List<String> missing = new ArrayList<>();
    if (botToken == null && clientId == null) {
      missing.add(
          "SLACK_BOT_TOKEN is not set: copy it from your Slack app under OAuth & Permissions");
    }
    if (appToken == null && signingSecret == null) {
      missing.add(
          "neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is set: one is needed");
    }
    return missing;
  }

  /** Encrypts tokens under {@code VOUCH_SECRET_KEY}, which must be set. */
  public TokenCipher cipher() {
    return new TokenCipher(Objects.requireNonNull(secretKey, "VOUCH_SECRET_KEY").value());
  }

  /** Where Slack asks people whether to install: beside the Web API where that is redirected. */
  public String authorizeUrl() {
    return apiUrl.equals(Setting.SLACK_API_URL.byDefault())
        ? InstallSettings.AUTHORIZE
        : URI.create(apiUrl).resolve("/oauth/v2/authorize").toString();
  }

  /**
   * Whether Slack is reached through Socket Mode rather than HTTP. Where workspaces install Vouch
   * over HTTP the app-level token is there to ask who else sees an event.
   */
  public boolean socketMode() {
    boolean installedOverHttp = botToken == null && signingSecret != null;
    return appToken != null && !installedOverHttp;
  }

  private static String slashed(URI url) {
    return url.toString().endsWith("/") ? url.toString() : url + "/";
  }

  /** Reads settings one by one and gathers what is wrong with them. */
  private static final class Reading {
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    Reading(Map<String, String> environment) {
      this.environment = environment;
    }

    Optional<String> text(Setting setting) {
      String value = environment.getOrDefault(setting.name(), "").strip();
      return Optional.of(value.isEmpty() ? setting.byDefault() : value)
          .filter(text -> !text.isEmpty());
    }

    @Nullable Secret secret(Setting setting, String prefix) {
      Optional<String> value = text(setting);
      if (value.filter(text -> !text.startsWith(prefix)).isPresent()) {
        problems.add(setting + " does not begin with " + prefix);
      }
      return value.map(Secret::new).orElse(null);
    }

    @Nullable Secret secretKey() {
      Secret key = secret(Setting.VOUCH_SECRET_KEY, "");
      if (key != null && key.value().length() < 32) {
        problems.add("VOUCH_SECRET_KEY must have 32 characters or more");
      }
      return key;
    }

    Optional<URI> url(Setting setting, Set<String> schemes) {
      Optional<String> text = text(setting);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        URI url = new URI(text.get());
        if (url.getScheme() != null && schemes.contains(url.getScheme()) && url.getHost() != null) {
          return Optional.of(url);
        }
      } catch (URISyntaxException e) {
        problems.add(setting + " is no address: check it for blanks and odd characters");
        return Optional.empty();
      }
      problems.add(
          setting
              + " must be an address that begins with "
              + String.join(":// or ", schemes.stream().sorted().toList())
              + "://");
      return Optional.empty();
    }

    Optional<URI> redis() {
      try {
        Optional<URI> url = text(Setting.REDIS_URL).map(URI::create);
        url.flatMap(RedisAddress::problem)
            .ifPresent(problem -> problems.add(Setting.REDIS_URL + " " + problem));
        return url;
      } catch (IllegalArgumentException e) {
        problems.add(Setting.REDIS_URL + " is no address: check it for blanks and odd characters");
        return Optional.empty();
      }
    }

    int number(Setting setting, int most) {
      String text = text(setting).orElse("");
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= most) {
        return Integer.parseInt(text);
      }
      problems.add(setting + " must be a number from 0 to " + most);
      return 0;
    }

    /**
     * What {@link dev.vouch.app.Main} has done by then, as the log begins before the settings are
     * read.
     */
    void check(Setting setting, Set<String> allowed) {
      if (text(setting).filter(allowed::contains).isEmpty()) {
        problems.add(setting + " must be " + String.join(" or ", new TreeSet<>(allowed)));
      }
    }

    Optional<Path> path(Setting setting) {
      String home = System.getProperty("user.home", ".");
      try {
        return text(setting)
            .map(text -> text.startsWith("~") ? home + text.substring(1) : text)
            .map(text -> Path.of(text).toAbsolutePath());
      } catch (java.nio.file.InvalidPathException e) {
        problems.add(setting + " is no path that this machine can have");
        return Optional.empty();
      }
    }

    GiftPolicy giftPolicy() {
      Optional<Path> file = path(Setting.VOUCH_GIFTS);
      try {
        return file.isPresent() ? PolicyFile.of(file.get()) : PolicyFile.shipped();
      } catch (PolicyFile.Faulty e) {
        e.faults().forEach(fault -> problems.add(Setting.VOUCH_GIFTS + ": " + fault));
        return PolicyFile.shipped();
      }
    }

    @Nullable Path authorities() {
      Optional<Path> pem = path(Setting.VOUCH_REDIS_CA);
      pem.flatMap(Authorities::problem)
          .ifPresent(problem -> problems.add(Setting.VOUCH_REDIS_CA + " " + problem));
      return pem.orElse(null);
    }
  }
}
