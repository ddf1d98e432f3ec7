package dev.vouch.slack.install;

import dev.vouch.pipeline.Directory.Home;
import dev.vouch.slack.door.Reply;
import org.jspecify.annotations.Nullable;

/** The pages that a person sees who installs Vouch. */
final class InstallPages {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>%1$s</title>
      <style>body{font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1em}
      @media(prefers-color-scheme:dark){body{background:#1a1d21;color:#d1d2d3}a{color:#6cb5f9}}</style>
      </head>
      <body><main><h1>%1$s</h1><p>%2$s</p>%3$s</main></body>
      </html>
      """;
  private static final String AGAIN =
      "<p><a href=\"" + InstallRoutes.INSTALL + "\">Start again</a></p>";

  private InstallPages() {}

  static Reply installed(Home home, @Nullable String app) {
    String open =
        app == null
            ? home.url()
            : "https://slack.com/app_redirect?app=%s&team=%s".formatted(app, home.team());
    return page(
        200,
        "Vouch is installed",
        "Vouch is now in "
            + escape(home.name())
            + ". Next: type <code>/vouch help</code> in Slack.",
        "<p><a href=\"" + escape(open) + "\">Open Slack</a></p>");
  }

  static Reply cancelled() {
    return page(400, "Not installed", "You said no at Slack, so nothing was changed.", AGAIN);
  }

  static Reply expired() {
    return page(
        400,
        "This installation cannot be finished",
        "It took longer than ten minutes, was finished already, or began in another browser.",
        AGAIN);
  }

  static Reply refused(String reference) {
    return page(
        502,
        "Slack did not complete the installation",
        "Nothing was kept. If it happens again, give your admin this reference: "
            + escape(reference),
        AGAIN);
  }

  static Reply wholeOrganisation() {
    return page(
        400,
        "One workspace, please",
        "Vouch cannot be installed for a whole organisation yet. Choose one workspace at Slack.",
        AGAIN);
  }

  private static Reply page(int status, String title, String text, String more) {
    return Reply.html(status, PAGE.formatted(title, text, more))
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer")
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
