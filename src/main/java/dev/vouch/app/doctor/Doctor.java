package dev.vouch.app.doctor;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.app.run.Backend;
import dev.vouch.app.setting.Config;
import dev.vouch.classify.Classifier;
import dev.vouch.digest.AdvocacyChart;
import dev.vouch.digest.Digest;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.pipeline.inbox.Deliveries.Backlog;
import dev.vouch.slack.EventAuthorizations;
import dev.vouch.slack.SlackClient;
import dev.vouch.slack.Startup;
import dev.vouch.slack.WebApi;
import dev.vouch.store.Audit;
import dev.vouch.store.RedisHealth;
import dev.vouch.store.Store;
import dev.vouch.store.nudge.Setbacks.Setback;
import dev.vouch.store.server.RedisAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examines settings, Redis, inbox, Slack, models and fonts, one after the other. */
public final class Doctor {
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final boolean audit;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable RedisAddress redis;
  private @Nullable RedisHealth health;

  /**
   * @param audit whether to rebuild every number too, which reads everything there is
   */
  public Doctor(Map<String, String> environment, InstantSource clock, boolean audit) {
    this.audit = audit;
    this.environment = environment;
    this.clock = clock;
  }

  /** How bad something is. */
  enum Grade {
    OK,
    WARNING,
    FAULT
  }

  /**
   * One thing that was looked at.
   *
   * @param todo what to do about it; empty where nothing needs to be done
   */
  record Finding(String part, Grade grade, String what, String todo) {}

  /** All findings. */
  public record Findings(
      List<Finding> all, @Nullable RedisAddress redis, @Nullable RedisHealth health) {

    public boolean isWell() {
      return all.stream().noneMatch(finding -> finding.grade() == Grade.FAULT);
    }

    public String text() {
      StringBuilder text = new StringBuilder();
      for (Finding finding : all) {
        text.append("%-8s %-9s %s%n".formatted(finding.grade(), finding.part(), finding.what()));
        if (!finding.todo().isEmpty()) {
          text.append("%18s -> %s%n".formatted("", finding.todo()));
        }
      }
      return text.toString();
    }

    /**
     * The bundled Redis is given with its password, so that tools of the machine's owner can attach
     * to it; an own one without, because its owner has it already.
     */
    public String json() {
      JsonObject json = new JsonObject();
      json.addProperty("well", isWell());
      if (redis != null) {
        JsonObject about = new JsonObject();
        about.addProperty("url", redis.bundled() ? redis.uri().toString() : redis.redacted());
        about.addProperty("bundled", redis.bundled());
        about.addProperty("version", health == null ? null : health.version());
        json.add("redis", about);
      }
      JsonArray array = new JsonArray();
      all.forEach(finding -> array.add(json(finding)));
      json.add("findings", array);
      return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json)
          + System.lineSeparator();
    }

    private static JsonObject json(Finding finding) {
      JsonObject json = new JsonObject();
      json.addProperty("part", finding.part());
      json.addProperty("grade", finding.grade().name().toLowerCase(java.util.Locale.ROOT));
      json.addProperty("what", finding.what());
      json.addProperty("todo", finding.todo());
      return json;
    }
  }

  public Findings examine() {
    settings();
    models();
    fonts();
    return new Findings(List.copyOf(findings), redis, health);
  }

  private void settings() {
    try {
      Config config = Config.from(environment);
      List<String> missing = config.missingToServe();
      if (missing.isEmpty()) {
        ok(
            "settings",
            config.socketMode() ? "ready to serve in Socket Mode" : "ready to serve over HTTP");
      }
      missing.forEach(one -> warn("settings", one, "needed for serve; the sandbox works without"));
      redis(config);
      slack(config);
      sharing(config);
    } catch (Config.Problems e) {
      e.list().forEach(problem -> fault("settings", problem, "correct it and run doctor again"));
    }
  }

  private void redis(Config config) {
    try (Backend backend = Backend.open(config, clock)) {
      redis = backend.store().address();
      RedisHealth found = backend.store().health();
      health = found;
      ok("redis", "version %s at %s".formatted(found.version(), backend.store().address()));
      trust(found);
      backend.store().teams().forEach(team -> inbox(backend.store(), team));
      backend.store().teams().forEach(team -> setbacks(backend.store(), team));
      if (audit) {
        backend.store().teams().forEach(team -> audit(backend.store(), team));
      }
    } catch (RuntimeException e) {
      fault(
          "redis",
          "no Redis: " + e.getMessage(),
          "start it, correct REDIS_URL, or unset REDIS_URL to use the bundled one");
    }
  }

  private void trust(RedisHealth found) {
    if (found.bundled()) {
      warn(
          "redis",
          "this is the Redis that Vouch brought along: for trying out, not for production",
          "set REDIS_URL to a Redis of your own with backups");
    }
    if (!found.appendOnly()) {
      warn(
          "redis",
          "writes are not logged, so a crash loses what came since the last snapshot",
          "set appendonly yes");
    }
    if (found.isFull()) {
      fault(
          "redis",
          "its memory is full, so nothing new is taken in",
          "raise maxmemory, or give it a larger machine");
    } else if (found.isTight()) {
      fault(
          "redis",
          "%.0f %% of its memory are in use, so no new events are taken in"
              .formatted(100 * found.fullness()),
          "raise maxmemory, or give it a larger machine");
    }
    if (!found.policy().equals("noeviction")) {
      fault(
          "redis",
          "when its memory is full it drops keys (%s)".formatted(found.policy()),
          "set maxmemory-policy noeviction");
    }
  }

  private void inbox(Store store, String team) {
    Backlog backlog = store.books(team).deliveries().backlog();
    ok("inbox", "workspace %s: %d waiting".formatted(team, backlog.waiting()));
    if (backlog.dead() > 0) {
      warn(
          "inbox",
          "workspace %s: %d dead letters".formatted(team, backlog.dead()),
          "doctor --dead-letters shows them; --replay or --drop looks after them");
    }
  }

  private void setbacks(Store store, String team) {
    for (Setback one : store.setbacks(team, clock.instant())) {
      warn(
          "rounds",
          "workspace %s: something that is due (%s) fails since %s with %s"
              .formatted(team, one.what(), one.since(), one.why()),
          "it is tried again later and later and holds up no other; the log says which it is and"
              + " where it failed, for a report");
    }
  }

  private void audit(Store store, String team) {
    Audit.Result result = store.audit(team, clock.instant());
    if (result.differences().isEmpty()) {
      ok(
          "audit",
          "workspace %s: %d numbers and lists are what their records say"
              .formatted(team, result.checked()));
    }
    for (Audit.Difference one : result.differences()) {
      fault(
          "audit",
          "workspace %s: %s of %s is %s, its records say %s"
              .formatted(team, one.what(), one.id(), one.stored(), one.rebuilt()),
          "run it again while nothing comes in; if it stays, keep a copy of Redis and report it");
    }
  }

  private void slack(Config config) {
    if (config.botToken() == null) {
      return;
    }
    String token = config.botToken().value();
    try {
      WebApi api = new WebApi(SlackClient.of(config.apiUrl()).methods(token), clock);
      Startup.Connection connection = Startup.ask(api, token);
      ok("slack", "the bot token is of workspace " + connection.home().team());
    } catch (Refused e) {
      fault(
          "slack",
          e.getMessage() == null ? "refused" : e.getMessage(),
          "copy SLACK_BOT_TOKEN again from your app's OAuth page");
    } catch (Unreachable e) {
      warn("slack", "Slack does not answer: " + e.getMessage(), "serve waits for it by itself");
    }
  }

  /** Several workspaces may share a channel, of which Slack names one with what is said there. */
  private void sharing(Config config) {
    if (config.clientId() == null) {
      return;
    }
    String todo =
        "make an app-level token with authorizations:read (Basic Information) and put it into"
            + " SLACK_APP_TOKEN; without it a channel that two of your workspaces share is read for"
            + " one of them";
    if (config.appToken() == null) {
      warn("sharing", "no app-level token to ask which workspaces see an event", todo);
      return;
    }
    try {
      WebApi api = new WebApi(SlackClient.of(config.apiUrl()).methods(), clock);
      new EventAuthorizations(api, config.appToken().value(), clock)
          .trouble()
          .ifPresentOrElse(
              why ->
                  warn(
                      "sharing", "Slack does not tell which workspaces see an event: " + why, todo),
              () -> ok("sharing", "the app-level token may ask which workspaces see an event"));
    } catch (Unreachable e) {
      warn("sharing", "Slack does not answer: " + e.getMessage(), "what waits is passed on later");
    }
  }

  private void models() {
    try {
      Classifier classifier = Classifier.shipped();
      if (classifier.readsMeaning()) {
        ok("models", "reading with " + classifier.model());
      } else {
        warn(
            "models",
            "reading words alone, with " + classifier.model(),
            "the encoder needs a 64-bit Linux, macOS or Windows; the log says why it did not load");
      }
    } catch (RuntimeException e) {
      fault("models", "the models do not load: " + e.getMessage(), "build Vouch again");
    }
  }

  private void fonts() {
    try {
      new AdvocacyChart().png(nothingHeard());
      ok("charts", "fonts are there");
    } catch (AdvocacyChart.NoFonts e) {
      warn("charts", "digests go without their chart", String.valueOf(e.getMessage()));
    }
  }

  private Digest nothingHeard() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Digest.DayCount> days =
        today.minusDays(14).datesUntil(today).map(day -> new Digest.DayCount(day, 0, 0)).toList();
    return new Digest(
        today,
        ZoneOffset.UTC,
        now,
        now,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Digest.Totals(0, 0, 0, 0, 0, 0),
        0,
        days);
  }

  private void ok(String part, String what) {
    findings.add(new Finding(part, Grade.OK, what, ""));
  }

  private void warn(String part, String what, String todo) {
    findings.add(new Finding(part, Grade.WARNING, what, todo));
  }

  private void fault(String part, String what, String todo) {
    findings.add(new Finding(part, Grade.FAULT, what, todo));
  }
}
