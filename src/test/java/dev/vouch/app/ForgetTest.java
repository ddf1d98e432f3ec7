package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import dev.vouch.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is erased on the command line while Vouch runs. */
class ForgetTest {
  private static final String TEAM = "T0LUMO";
  private static final String ADVOCACY =
      "If you run several entities, just get Lumo, worth every penny.";

  @TempDir private Path directory;
  private StringWriter out = new StringWriter();
  private Map<String, String> environment;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;
  private String amara;

  @BeforeEach
  void amaraHasSpoken() throws IOException, InterruptedException {
    environment = Map.of("VOUCH_DATA_DIR", directory.toString());
    here =
        new SandboxCommand.Running(
            Config.from(environment),
            SandboxSettings.standard()
                .withClock(SandboxClock.startingAt(Instant.parse("2026-11-18T10:00:00Z"))),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    books = here.backend.store().books(TEAM);
    amara = slack.roster().find("Amara").id();
    slack.commandAs(
        "Rita", "#general", "/vouch account Northwind Foods marquee owner @Rita sponsor @Theo");
    slack.postAs("Amara", "#community", ADVOCACY);
    here.settle();
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private int run(String... args) {
    out = new StringWriter();
    return Main.commandLine(environment)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(args);
  }

  private String sentToRita() {
    List<JsonObject> messages = slack.dmWithBot("Rita");
    assertThat(messages).hasSize(1);
    return messages.get(0).toString();
  }

  @Test
  void dryRun_saysWhatIsHeld_andErasesNothing() {
    assertThat(run("forget", "--team", TEAM, "--person", amara, "--dry-run")).isZero();

    assertThat(out.toString()).contains("person:ID", "1 found", "A dry run: nothing was erased.");
    assertThat(books.advocates().contact(amara)).isPresent();
    assertThat(sentToRita()).contains("Amara");
  }

  @Test
  void erasedPerson_goesFromWhatRitaWasSent_andIsNotHeardAgain() {
    assertThat(sentToRita()).contains("Amara", "just get Lumo");

    assertThat(run("forget", "--team", TEAM, "--person", amara)).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains("A second look at every key found nothing.", "edited in Slack as soon as");
    here.settle();

    assertThat(sentToRita())
        .contains("a person who was erased")
        .doesNotContain("Amara", "just get Lumo", amara);
    slack.postAs("Amara", "#community", ADVOCACY);
    here.settle();
    assertThat(books.advocates().contact(amara)).isEmpty();
    assertThat(books.nudges().latest(10)).isEmpty();
  }

  @Test
  void whoeverAsksAboutThem_isToldWhy() {
    run("forget", "--team", TEAM, "--person", amara);
    here.settle();
    slack.commandAs("Rita", "#general", "/vouch who @Amara");
    here.settle();

    assertThat(slack.ephemerals("Rita", "#general").toString())
        .contains("have asked to be forgotten");
  }

  @Test
  void json_isTheProof() {
    assertThat(run("forget", "--team", TEAM, "--person", amara, "--json")).isZero();

    JsonObject proof = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(proof.keySet()).containsExactly("done", "parts", "left", "stays", "complete");
    assertThat(proof.get("complete").getAsBoolean()).isTrue();
    JsonObject part = proof.getAsJsonArray("parts").get(0).getAsJsonObject();
    assertThat(part.keySet()).containsExactly("kind", "found", "anonymised");
  }

  @Test
  void whatCannotBeErased_isNamed_andTheExitCodeSaysSo() {
    books.accounts().change("Friends of " + amara, one -> one);

    assertThat(run("forget", "--team", TEAM, "--person", amara)).isOne();
    assertThat(out.toString()).contains("LEFT in accounts", "Not all of it is erased");
  }

  @Test
  void whatIsNoHandle_isRefused() {
    assertThat(run("forget", "--team", TEAM, "--person", "Amara")).isEqualTo(2);
    assertThat(out.toString()).contains("\"Amara\" is no Slack id");
  }

  @Test
  void importOfASlackExport_leavesThemOut_andHearsTheOthers() throws IOException {
    run("forget", "--team", TEAM, "--person", amara);
    String yuki = slack.roster().find("Yuki").id();
    Path export = Files.createDirectories(directory.resolve("export/community")).getParent();
    Files.writeString(
        export.resolve("channels.json"), "[{\"id\":\"C0OLD\",\"name\":\"community\"}]");
    Files.writeString(
        export.resolve("users.json"),
        "[%s,%s,%s]".formatted(of(TEAM, "U0OURS"), of("T0FAR", amara), of("T0FAR", yuki)));
    Files.writeString(
        export.resolve("community/2026-03-02.json"),
        "[%s,%s]".formatted(said(amara, 1), said(yuki, 2)));

    assertThat(run("import", "slack", export.toString(), "--team", TEAM))
        .as(out.toString())
        .isZero();

    assertThat(books.advocates().contact(yuki).orElseThrow().firstHeard())
        .isBefore("2026-04-01T00:00:00Z");
    assertThat(books.advocates().contact(amara)).isEmpty();
    assertThat(run("forget", "--team", TEAM, "--person", amara, "--dry-run")).isZero();
    assertThat(out.toString()).doesNotContain("person:ID", "mentions", "heard:ID");
  }

  private static String of(String team, String person) {
    return "{\"id\":\"%s\",\"team_id\":\"%s\",\"name\":\"far\",\"profile\":{}}"
        .formatted(person, team);
  }

  private static String said(String person, int second) {
    return "{\"type\":\"message\",\"user\":\"%s\",\"ts\":\"177244570%d.000200\",\"text\":\"%s\"}"
        .formatted(person, second, ADVOCACY);
  }

  @Test
  void importOfContacts_leavesThemOut() throws IOException {
    run("forget", "--team", TEAM, "--person", amara, "--person", "amara@northwind.example");
    Path file = directory.resolve("contacts.csv");
    Files.writeString(
        file,
        "name,email,account\nAmara O,Amara@Northwind.example,Northwind Foods\nIvo,ivo@n.example,Northwind Foods\n");

    assertThat(run("import", "contacts", file.toString(), "--team", TEAM)).isZero();

    assertThat(out.toString())
        .contains("line 2 left out: this person has asked to be forgotten", "1 new, 0 changed");
    assertThat(books.accounts().cards().card("amara@northwind.example")).isEmpty();
    assertThat(books.accounts().cards().card("ivo@n.example")).isPresent();
  }
}
