package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at state, attached to what a running Vouch keeps. */
class StateCommandsTest {
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");
  private static final String TEAM = "T0LUMO";

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Map<String, String> environment;
  private SandboxCommand.Running here;

  @BeforeEach
  void somethingHappened() throws IOException, InterruptedException {
    environment = new HashMap<>(Map.of("VOUCH_DATA_DIR", directory.toString()));
    here =
        new SandboxCommand.Running(
            Config.from(environment),
            SandboxSettings.standard().withClock(SandboxClock.startingAt(WEDNESDAY)),
            SmallCompany::furnish);
    Workspace slack = here.sandbox.workspace();
    slack.commandAs("Rita", "#general", "/vouch account Northwind Foods marquee owner @Rita");
    slack.commandAs("Mona", "#general", "/vouch settings digest #digest 09:00 Europe/London");
    slack.postAs(
        "Amara", "#community", "If you run several entities, just get Lumo, worth every penny.");
    slack.postAs("Yuki", "#community", "export has been broken since Tuesday");
    here.settle();
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private int run(String... args) {
    return Main.commandLine(environment)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private JsonObject json() {
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  @Test
  void export_holdsEverything_underItsFixedNames() {
    assertThat(run("export", "--team", TEAM)).isZero();

    JsonObject export = json();
    assertThat(export.keySet())
        .containsExactly("team", "people", "contacts", "accounts", "nudges", "asks", "deadLetters");
    JsonObject amara = export.getAsJsonArray("people").get(0).getAsJsonObject();
    assertThat(amara.get("standing").getAsString()).isEqualTo("active");
    assertThat(amara.get("standingReason").getAsString()).contains("they spoke up for us");
    assertThat(amara.get("loyalty").getAsString()).isEqualTo("unknown");
    assertThat(amara.keySet())
        .contains("id", "name", "account", "roles", "acts", "mentions", "reach");
    JsonObject act = amara.getAsJsonArray("acts").get(0).getAsJsonObject();
    assertThat(act.keySet()).contains("kind", "aim", "at", "permalink", "confidence", "drivers");
    assertThat(act.get("kind").getAsString()).isEqualTo("recommendation");
    JsonObject nudge = export.getAsJsonArray("nudges").get(0).getAsJsonObject();
    assertThat(nudge.keySet()).contains("id", "kind", "to", "about", "decision", "reason", "at");
    assertThat(export.getAsJsonArray("accounts").toString()).contains("northwind-foods");
  }

  @Test
  void exportOfTies_isATableForAnAudit() {
    Workspace slack = here.sandbox.workspace();
    slack.commandAs(
        "Rita", "#general", "/vouch tie @Amara gift \"=a ticket, VIP\" from 2026-11-01");
    slack.commandAs("Rita", "#general", "/vouch tie @Yuki partner \"resells\" from 2026-11-01");
    here.settle();
    assertThat(run("export", "--team", TEAM, "--ties")).isZero();

    assertThat(out.toString().lines())
        .hasSize(3)
        .startsWith(
            "person,name,account,kind,what,from,until,noted_by,act,act_at,permalink,disclosed")
        .anyMatch(
            line ->
                line.contains("northwind-foods,gift,\"'=a ticket, VIP\",2026-11-01T")
                    && line.contains(",recommendation,2026-11-18T")
                    && line.endsWith(",no"))
        .anyMatch(line -> line.contains(",partner,resells,") && line.endsWith(",,,,"));
    assertThat(run("export", "--team", TEAM)).isZero();
    assertThat(out.toString()).contains("\"what\": \"resells\"", "\"disclosed\": false");
  }

  @Test
  void exportOfOnePerson_isAboutNobodyElse() {
    String amara = here.sandbox.workspace().roster().find("Amara").id();
    assertThat(run("export", "--team", TEAM, "--person", amara)).isZero();

    assertThat(json().getAsJsonArray("people")).hasSize(1);
    assertThat(json().has("accounts")).isFalse();
  }

  @Test
  void digest_isPrinted_withWhatCustomersNeedFirst() {
    assertThat(run("digest", "--team", TEAM, "--date", "2026-11-19")).isZero();

    String text = out.toString();
    assertThat(text).startsWith("Digest of Thursday, 19 November 2026");
    assertThat(text.indexOf("export has been broken"))
        .isNotNegative()
        .isLessThan(text.indexOf("just get Lumo"));
    assertThat(text).contains("not counted as advocacy");
  }

  @Test
  void wrongTeamAndChannel_areNamedWithWhatThereIs() {
    assertThat(run("digest", "--team", "TNOBODY")).isEqualTo(2);
    assertThat(run("digest", "--team", TEAM, "--channel", "CNONE")).isEqualTo(2);
    assertThat(err.toString())
        .contains("no workspace TNOBODY is known here; there are: T0LUMO")
        .contains("CNONE");
  }

  @Test
  void doctor_tellsWhichRedis_andWarnsOfTheBundledOne() {
    assertThat(run("doctor")).isZero();

    assertThat(out.toString())
        .contains("for trying out, not for production")
        .contains("SLACK_BOT_TOKEN is not set")
        .contains("fonts are there")
        .doesNotContain(here.backend.store().address().uri().getUserInfo());
  }

  @Test
  void doctor_namesWhatIsDueAndFails() {
    here.backend.store().books(TEAM).nudges().failed("n1", Instant.now(), "ClassCastException");
    assertThat(run("doctor")).isZero();

    assertThat(out.toString())
        .containsPattern("T0LUMO: something that is due .nudge. fails since .* ClassCastException")
        .contains("the log says which it is");
  }

  @Test
  void doctorsJson_letsToolsAttachToTheBundledRedis() {
    assertThat(run("doctor", "--json")).isZero();

    JsonObject redis = json().getAsJsonObject("redis");
    assertThat(redis.get("bundled").getAsBoolean()).isTrue();
    assertThat(redis.get("url").getAsString())
        .isEqualTo(here.backend.store().address().uri().toString());
  }

  @Test
  void doctor_asksSlackAboutTheToken() {
    environment.put("SLACK_API_URL", here.sandbox.apiUrl());
    environment.put("SLACK_BOT_TOKEN", here.sandbox.botToken());
    environment.put("SLACK_APP_TOKEN", here.sandbox.appToken());
    assertThat(run("doctor")).isZero();
    assertThat(out.toString())
        .contains("the bot token is of workspace T0LUMO")
        .contains("ready to serve in Socket Mode");

    environment.put("SLACK_BOT_TOKEN", "xoxb-wrong");
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString()).contains("invalid_auth").doesNotContain("xoxb-wrong");
  }

  @Test
  void doctor_tellsWhetherTheAppMayAskWhoSeesAnEvent_whereSeveralWorkspacesInstallIt() {
    environment.putAll(InstallTest.settings(here.sandbox));
    assertThat(run("doctor")).isZero();
    assertThat(out.toString()).contains("no app-level token", "authorizations:read");

    environment.put("SLACK_APP_TOKEN", here.sandbox.appToken());
    assertThat(run("doctor")).isZero();
    assertThat(out.toString())
        .contains("the app-level token may ask which workspaces see an event")
        .contains("ready to serve over HTTP");

    here.sandbox.faults().errorNext(Companies.LIST, "missing_scope", 1);
    assertThat(run("doctor")).isZero();
    assertThat(out.toString())
        .contains("Slack does not tell which workspaces see an event: " + Companies.LIST)
        .contains("missing_scope")
        .doesNotContain(here.sandbox.appToken());
  }

  @Test
  void doctor_findsFaults() {
    environment.put("REDIS_URL", "redis://127.0.0.1:1");
    assertThat(run("doctor")).isEqualTo(1);
    assertThat(out.toString()).contains("FAULT").contains("redis");

    environment.put("PORT", "none");
    assertThat(run("doctor", "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("PORT must be a number");
  }
}
