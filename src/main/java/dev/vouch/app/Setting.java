package dev.vouch.app;

/** Every setting: its name is its environment variable, with a default and one sentence. */
enum Setting {
  SLACK_BOT_TOKEN("", "The bot token (xoxb-...) of the one workspace that this Vouch serves."),
  SLACK_APP_TOKEN("", "The app-level token (xapp-...); when set, serve uses Socket Mode."),
  SLACK_SIGNING_SECRET(
      "", "Proves that HTTP requests come from Slack; needed without Socket Mode."),
  SLACK_CLIENT_ID("", "With SLACK_CLIENT_SECRET: lets several workspaces install Vouch over HTTP."),
  SLACK_CLIENT_SECRET("", "The other half of SLACK_CLIENT_ID."),
  SLACK_API_URL("https://slack.com/api/", "Where every Web API call goes."),
  REDIS_URL(
      "",
      "redis:// or rediss:// address; without it Vouch starts a bundled Redis, for trying out."),
  PORT("3000", "The port of the HTTP door and of the health pages."),
  VOUCH_HOST("0.0.0.0", "The address that the HTTP door listens on."),
  VOUCH_DATA_DIR("~/.vouch", "Where the bundled Redis keeps its state."),
  VOUCH_SECRET_KEY(
      "", "32 characters or more; encrypts the tokens of workspaces that install Vouch.");

  private final String byDefault;
  private final String sentence;

  Setting(String byDefault, String sentence) {
    this.byDefault = byDefault;
    this.sentence = sentence;
  }

  String byDefault() {
    return byDefault;
  }

  String sentence() {
    return sentence;
  }
}
