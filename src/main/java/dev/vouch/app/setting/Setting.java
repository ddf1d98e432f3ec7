package dev.vouch.app.setting;

import java.util.Set;

/** Every setting: its name is its environment variable, with a default and one sentence. */
public enum Setting {
  SLACK_BOT_TOKEN("", "The bot token (xoxb-...) of the one workspace that this Vouch serves."),
  SLACK_APP_TOKEN(
      "",
      "The app-level token (xapp-...); when set, serve uses Socket Mode, unless workspaces install Vouch over HTTP (SLACK_SIGNING_SECRET and no SLACK_BOT_TOKEN). With authorizations:read a channel that two of them share is read for both."),
  SLACK_SIGNING_SECRET(
      "", "Proves that HTTP requests come from Slack; needed without Socket Mode."),
  SLACK_CLIENT_ID("", "With SLACK_CLIENT_SECRET: lets several workspaces install Vouch over HTTP."),
  SLACK_CLIENT_SECRET("", "The other half of SLACK_CLIENT_ID."),
  SLACK_API_URL("https://slack.com/api/", "Where every Web API call goes."),
  REDIS_URL(
      "",
      "Redis: redis://USER:PASSWORD@HOST:6379, redis-cluster://...@HOST:7000,HOST:7001 or redis-sentinel://...@HOST:26379,HOST:26379/0#MASTER (rediss for TLS); without it Vouch starts a bundled one, for trying out."),
  VOUCH_REDIS_REPLICAS(
      "0",
      "How many replicas must have an event before it is acknowledged; with 0 what the master has just taken can go when it dies."),
  VOUCH_SENTINEL_PASSWORD(
      "", "The password of the Sentinels where they have one; REDIS_URL holds that of Redis."),
  VOUCH_REDIS_CA(
      "",
      "PEM file of who signed the certificates of Redis, where REDIS_URL begins with rediss; without it those that Java trusts."),
  PORT("3000", "The port of the HTTP door and of the health pages."),
  VOUCH_HOST("0.0.0.0", "The address that the HTTP door listens on."),
  VOUCH_DATA_DIR("~/.vouch", "Where the bundled Redis keeps its state."),
  VOUCH_SECRET_KEY(
      "", "32 characters or more; encrypts the tokens of workspaces that install Vouch."),
  VOUCH_GIFTS(
      "",
      "JSON file with your own rules for gifts; without it the cautious ones that come with Vouch, which are no legal advice."),
  VOUCH_LOG("text", "How the log is written: text, or json with one object a line."),
  VOUCH_LOG_LEVEL("info", "How much the log tells: error, warn, info or debug.");

  public static final Set<String> LOG_FORMS = Set.of("text", "json");
  public static final Set<String> LOG_LEVELS = Set.of("error", "warn", "info", "debug");

  private final String byDefault;
  private final String sentence;

  Setting(String byDefault, String sentence) {
    this.byDefault = byDefault;
    this.sentence = sentence;
  }

  public String byDefault() {
    return byDefault;
  }

  public String sentence() {
    return sentence;
  }
}
