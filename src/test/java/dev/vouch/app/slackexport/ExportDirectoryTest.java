package dev.vouch.app.slackexport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.mention.Author;
import dev.vouch.mention.Author.Kind;
import dev.vouch.mention.MentionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportDirectoryTest {
  @TempDir Path temp;
  private SlackExport export;
  private ExportDirectory directory;

  @BeforeEach
  void open() throws IOException {
    export = SlackExport.open(SampleExport.whole().asFolder(temp));
    directory = new ExportDirectory(export, null, "https://acme.slack.com/");
  }

  @AfterEach
  void close() throws IOException {
    export.close();
  }

  @ParameterizedTest
  @CsvSource({
    "U0REP,     STAFF,    Rita",
    "U0BOSS,    STAFF,    Bo Boss",
    "U0GONE,    STAFF,    gone",
    "U0GUEST,   CUSTOMER, Gus Guest",
    "U0FAR,     CUSTOMER, Fay Far",
    "U0BOT,     BOT,      deploys",
    "USLACKBOT, BOT,      Slackbot"
  })
  void people_areWhatTheIndexSays(String id, Kind kind, String name) {
    Author author = directory.author(id).orElseThrow();

    assertThat(author.kind()).isEqualTo(kind);
    assertThat(author.name()).isEqualTo(name);
  }

  @Test
  void home_isTheTeamThatMostPeopleBelongTo() {
    assertThat(directory.home().team()).isEqualTo(SampleExport.TEAM);
    assertThat(directory.home().permalink(new MentionId("C1", "1.000002"), null))
        .isEqualTo("https://acme.slack.com/archives/C1/p1000002");
    assertThat(directory.zone("U0REP")).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(directory.author("U0GUEST").flatMap(Author::emailDomain))
        .contains("northwind.example");
  }

  @Test
  void namedTeam_decidesWhoIsStaff() {
    ExportDirectory north = new ExportDirectory(export, "T0NORTH", "https://slack.com/");

    assertThat(north.author("U0FAR").orElseThrow().kind()).isEqualTo(Kind.STAFF);
    assertThat(north.author("U0REP").orElseThrow().kind()).isEqualTo(Kind.CUSTOMER);
  }

  @Test
  void namedTeamThatTheExportDoesNotKnow_leavesStaffStaff() {
    ExportDirectory other = new ExportDirectory(export, "T0OTHER", "https://slack.com/");

    assertThat(other.home().team()).isEqualTo("T0OTHER");
    assertThat(other.author("U0REP").orElseThrow().kind()).isEqualTo(Kind.STAFF);
  }

  @Test
  void channelWithPeopleFromOutside_isExternal() {
    assertThat(directory.channel("C0COMMUNITY").orElseThrow().external()).isTrue();
    assertThat(directory.channel("C0GENERAL").orElseThrow().external()).isFalse();
    assertThat(directory.channel("C0ETE").orElseThrow().name()).isEqualTo("été-équipe");
    assertThat(directory.channel("G0DEALS")).isPresent();
    assertThat(directory.channel("C0NONE")).isEmpty();
  }

  @Test
  void strangers_areLearnedFromTheirMessages() {
    directory.learn(json("{'user':'U1','user_team':'T0NORTH'}"));
    directory.learn(json("{'user':'U2','user_profile':{'team':'T0ACME','real_name':'Sue'}}"));
    directory.learn(
        json("{'user':'U3','user_profile':{'team':'T0ACME','is_ultra_restricted':true}}"));
    directory.learn(json("{'user':'U4','team':'T0ACME'}"));
    directory.learn(json("{'user':'U5'}"));

    assertThat(directory.author("U1").orElseThrow().kind()).isEqualTo(Kind.CUSTOMER);
    assertThat(directory.author("U2").orElseThrow().kind()).isEqualTo(Kind.STAFF);
    assertThat(directory.author("U3").orElseThrow().kind()).isEqualTo(Kind.CUSTOMER);
    assertThat(directory.author("U4")).isEmpty();
    assertThat(directory.author("U5")).isEmpty();
  }

  @Test
  void laterProfile_givesAStrangerAName() {
    directory.learn(json("{'user':'U1','user_team':'T0NORTH'}"));
    assertThat(directory.name("U1")).isEqualTo("U1");

    directory.learn(
        json("{'user':'U1','user_team':'T0NORTH','user_profile':{'display_name':'Una'}}"));

    assertThat(directory.name("U1")).isEqualTo("Una");
  }

  @Test
  void messages_neverChangeWhomTheIndexKnows() {
    directory.learn(
        json("{'user':'U0REP','user_team':'T0EVIL','user_profile':{'display_name':'Eve'}}"));

    assertThat(directory.author("U0REP").orElseThrow().kind()).isEqualTo(Kind.STAFF);
    assertThat(directory.name("U0REP")).isEqualTo("Rita");
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }
}
