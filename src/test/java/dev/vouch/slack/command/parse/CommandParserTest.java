package dev.vouch.slack.command.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.Tier;
import dev.vouch.digest.Metric;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.slack.command.parse.Command.AddDomain;
import dev.vouch.slack.command.parse.Command.AddPerson;
import dev.vouch.slack.command.parse.Command.AddTeam;
import dev.vouch.slack.command.parse.Command.ChangeAccount;
import dev.vouch.slack.command.parse.Command.ChangeSettings;
import dev.vouch.slack.command.parse.Command.Rename;
import dev.vouch.slack.command.parse.Command.SetAccountOwner;
import dev.vouch.slack.command.parse.Command.SetDigest;
import dev.vouch.slack.command.parse.Command.SetSponsor;
import dev.vouch.slack.command.parse.Command.SetTier;
import dev.vouch.slack.command.parse.Command.ShowAccount;
import dev.vouch.slack.command.parse.Command.Unclear;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

  static Stream<Arguments> understood() {
    return Stream.of(
        Arguments.of("", new Command.Help()),
        Arguments.of("  \u00A0\u3000 ", new Command.Help()),
        Arguments.of("HELP", new Command.Help()),
        Arguments.of("help me please", new Command.Help()),
        Arguments.of("About", new Command.About()),
        Arguments.of("top", new Command.Top()),
        Arguments.of("breadth", new Command.ShowBreadth()),
        Arguments.of("snooze 3d", new Command.Snooze(3, null)),
        Arguments.of("Snooze for 2 weeks", new Command.Snooze(14, null)),
        Arguments.of("snooze 1 day", new Command.Snooze(1, null)),
        Arguments.of("snooze off", new Command.Snooze(0, null)),
        Arguments.of("snooze until 2027-01-31", new Command.Snooze(0, LocalDate.of(2027, 1, 31))),
        Arguments.of(
            "snooze 0d",
            new Unclear(
                "A snooze lasts 1 to 90 days; `/vouch settings mode off` stops all of it for"
                    + " everybody.",
                null)),
        Arguments.of(
            "snooze soon",
            new Unclear("\"soon\" is no span of time; write 3d, until 2027-01-31, or off.", null)),
        Arguments.of("channel <#C1|general>", new Command.SetChannel("C1", null)),
        Arguments.of(
            "channel <#C1> mute",
            new Unclear(
                "\"mute\" is not what I can do with a channel: listen, no-nudges, ignore.", null)),
        Arguments.of(
            "channel <#C1> no nudges", new Command.SetChannel("C1", ChannelRule.NO_NUDGES)),
        Arguments.of(
            "channel <#C1> NO-NUDGES", new Command.SetChannel("C1", ChannelRule.NO_NUDGES)),
        Arguments.of("channel <#C1> ignore", new Command.SetChannel("C1", ChannelRule.IGNORE)),
        Arguments.of(
            "settings suggestions 5", new ChangeSettings(List.of(new Command.SetSuggestions(5)))),
        Arguments.of(
            "settings suggestions 0",
            new Unclear(
                "\"0\" is not how many suggestions somebody gets a day; write a number from 1 to"
                    + " 20.",
                null)),
        Arguments.of("metric", new Command.ListMetrics()),
        Arguments.of("Metric Weight of acts", new Command.ShowMetric(Metric.WEIGHT)),
        Arguments.of("metric \"top three\"", new Command.ShowMetric(Metric.TOP_THREE)),
        Arguments.of(
            "metric goodwil", new Unclear("No figure is called \"goodwil\".", "metric goodwill")),
        Arguments.of("metric nps", new Unclear("No figure is called \"nps\".", "metric")),
        Arguments.of("who <@U1|ana>", new Command.Who("U1")),
        Arguments.of("WHO\u00A0<@W2>", new Command.Who("W2")),
        Arguments.of("why\u200B <@U1|ana ruiz>", new Command.Why("U1")),
        Arguments.of("account Northwind Foods", new ShowAccount("Northwind Foods")),
        Arguments.of("account \u201CBig Scale\u201D", new ShowAccount("Big Scale")),
        Arguments.of("account Big Scale Systems", new ShowAccount("Big Scale Systems")),
        Arguments.of("account Ben &amp; Jerry\u2019s", new ShowAccount("Ben & Jerry's")),
        Arguments.of("account Northwind marquee", change("Northwind", new SetTier(Tier.MARQUEE))),
        Arguments.of("account Northwind tier named", change("Northwind", new SetTier(Tier.NAMED))),
        Arguments.of(
            "account \"Named Brands\" NAMED", change("Named Brands", new SetTier(Tier.NAMED))),
        Arguments.of(
            "account Northwind Foods scale owner <@U1|maya> sponsor <@U2> domain"
                + " <http://Northwind.example|Northwind.example> team t024be7ld person <@U3|ana>",
            change(
                "Northwind Foods",
                new SetTier(Tier.SCALE),
                new SetAccountOwner("U1"),
                new SetSponsor("U2"),
                new AddDomain("northwind.example"),
                new AddTeam("T024BE7LD"),
                new AddPerson("U3"))),
        Arguments.of(
            "account Northwind owner none rename North Wind Group",
            change("Northwind", new SetAccountOwner(null), new Rename("North Wind Group"))),
        Arguments.of(
            "account Northwind channel <#C0SHARED|north> region EMEA country uk sector \"food retail\""
                + " procurement negotiation stage none renewal 2027-03-31 criteria others ask them",
            change(
                "Northwind",
                new Command.AddChannel("C0SHARED"),
                new Command.SetDetail(AccountField.REGION, "EMEA"),
                new Command.SetDetail(AccountField.COUNTRY, "uk"),
                new Command.SetDetail(AccountField.SECTOR, "food retail"),
                new Command.SetDetail(AccountField.PROCUREMENT, "negotiation"),
                new Command.SetDetail(AccountField.STAGE, "none"),
                new Command.SetDetail(AccountField.RENEWAL, "2027-03-31"),
                new Command.SetDetail(AccountField.CRITERIA, "others ask them"))),
        Arguments.of(
            "account Northwind domain north.example off team T0NORTH off channel <#C1> off",
            change(
                "Northwind",
                new Command.DropSign("north.example"),
                new Command.DropSign("T0NORTH"),
                new Command.DropSign("C1"))),
        Arguments.of("settings marquee 12", set(new Command.SetMostMarquee(12))),
        Arguments.of("settings", new Command.ShowSettings()),
        Arguments.of("model", new Command.ShowModel()),
        Arguments.of("Model retrain", new Command.RetrainModel()),
        Arguments.of("model use 3", new Command.UseModel(3)),
        Arguments.of("model use shipped", new Command.UseModel(0)),
        Arguments.of("model shipped", new Command.UseModel(0)),
        Arguments.of("settings mode approve first", set(new Command.SetMode(Mode.APPROVE_FIRST))),
        Arguments.of("settings mode Approve-First", set(new Command.SetMode(Mode.APPROVE_FIRST))),
        Arguments.of(
            "settings mode act approver <@U1>",
            set(new Command.SetMode(Mode.ACT), new Command.SetApprover("U1"))),
        Arguments.of("settings approver nobody", set(new Command.SetApprover(null))),
        Arguments.of("settings owner <@U1>", set(new Command.SetOwner("U1"))),
        Arguments.of(
            "settings digest <#C1|team> 09:00 europe/berlin",
            set(new SetDigest("C1", LocalTime.of(9, 0), ZoneId.of("Europe/Berlin")))),
        Arguments.of(
            "settings digest <#C1> 5pm mode log",
            set(new SetDigest("C1", LocalTime.of(17, 0), null), new Command.SetMode(Mode.LOG))),
        Arguments.of("settings digest <#C1|team> OFF", set(new Command.StopDigest("C1"))),
        Arguments.of("settings delay 3-9", set(new Command.SetDelay(3, 9))),
        Arguments.of("settings delay 4\u20138", set(new Command.SetDelay(4, 8))),
        Arguments.of("settings delay 4 to 8", set(new Command.SetDelay(4, 8))),
        Arguments.of("settings source <@U9> on", set(new Command.SetSource("U9", true))),
        Arguments.of(
            "settings source B024BE7LD off", set(new Command.SetSource("B024BE7LD", false))),
        Arguments.of("settings product Lumo", set(new Command.SetProduct("Lumo", true))),
        Arguments.of(
            "settings product Lumo Pay off", set(new Command.SetProduct("Lumo Pay", false))),
        Arguments.of(
            "settings product Lumo competitor “Mode Off” competitor Tessel mode log",
            set(
                new Command.SetProduct("Lumo", true),
                new Command.SetCompetitor("Mode Off", true),
                new Command.SetCompetitor("Tessel", true),
                new Command.SetMode(Mode.LOG))),
        Arguments.of("settings staff <@U1> yes", set(new Command.NameStaff("U1", true))),
        Arguments.of("settings staff <@U1> no", set(new Command.NameStaff("U1", false))),
        Arguments.of("settings staff <@U1> auto", set(new Command.NameStaff("U1", null))));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void command_isRead(String text, Command expected) {
    assertThat(CommandParser.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "acocunt, account",
    "accuont, account",
    "setings, settings",
    "SETTING, settings",
    "hlep, help",
    "wyh, why",
    "hwo, who",
    "tpo, top",
    "abuot, about",
    "modle, model",
    "model use three, model",
    "model improve, model",
    "acc, account",
    "settings2024, settings",
  })
  void slip_findsTheNearestCommand(String typed, String meant) {
    assertThat(CommandParser.parse(typed)).isInstanceOf(Unclear.class);
    assertThat(((Unclear) CommandParser.parse(typed)).nearest()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xylophone", "zz", "12345", "\uD83D\uDE00", "<!here>", "<", "\""})
  void somethingElse_findsNoCommand(String typed) {
    Unclear unclear = (Unclear) CommandParser.parse(typed);
    assertThat(unclear.nearest()).isNull();
    assertThat(unclear.problem()).startsWith("There is no command called");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who maya | Type @ and choose the person",
        "who @maya | Type @ and choose the person",
        "who | a person after who",
        "who <#C1;team> | is a channel",
        "who <!subteam^S1> | is not one person",
        "who <@U1> <@U2> | one person at a time",
        "account | Which account?",
        "account <@U1> | is not one",
        "account Northwind owner maya | Type @ and choose the person",
        "account Northwind domain northwind | not an e-mail domain",
        "account Northwind team acme | not the id of a Slack workspace",
        "settings marquee many | write a number like 25",
        "account Northwind rename | the new name after rename",
        "settings mood off | There is no setting called \"mood\"",
        "settings mode loud | There is no mode called \"loud\"",
        "settings digest team 09:00 | Type # and choose the channel",
        "settings digest <#C1> 25:00 | is not an hour",
        "settings digest <#C1> 13pm | is not an hour",
        "settings digest <#C1> 09:00 Berlin | no time zone called \"Berlin\"",
        "settings delay 0-9 | does not work",
        "settings delay 9-3 | does not work",
        "settings delay 3-999 | does not work",
        "settings delay soon | not a number of days",
        "settings source <@U1> | on or off",
        "settings staff <@U1> maybe | yes, no or auto",
      })
  void mistake_isNamedWithWhatToDo(String typed, String expected) {
    String text = typed.replace(';', '|');
    assertThat(CommandParser.parse(text)).isInstanceOf(Unclear.class);
    assertThat(((Unclear) CommandParser.parse(text)).problem()).contains(expected);
  }

  @Test
  void slipInASetting_findsTheNearest() {
    assertThat(((Unclear) CommandParser.parse("settings dealy 3-9")).nearest())
        .isEqualTo("settings delay");
  }

  @Test
  void justAPerson_isAskedAbout() {
    assertThat(((Unclear) CommandParser.parse("<@U1|ana>")).nearest()).isEqualTo("who @person");
  }

  @Test
  void randomText_neverThrows() {
    Random random = new Random(7);
    String[] bits = {
      "account",
      "settings",
      "who",
      "<@U1|a>",
      "<#C1>",
      "<",
      ">",
      "|",
      "\"",
      "\u201C",
      "owner",
      "digest",
      "09:00",
      "delay",
      "3-9",
      "rename",
      "\uD83D",
      "\u0000",
      " ",
      "\u00A0",
      "x".repeat(500)
    };
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.append(bits[random.nextInt(bits.length)]).append(random.nextBoolean() ? " " : "");
      }
      assertThatCode(() -> CommandParser.parse(text.toString())).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "abc,abc,0",
    "abc,acb,1",
    "abc,ab,1",
    "abc,abd,1",
    "'',abc,3",
    "whoo,who,1",
    "ca,abc,3"
  })
  void slips_countATranspositionOnce(String a, String b, int slips) {
    assertThat(dev.vouch.classify.text.Slips.between(a, b)).isEqualTo(slips);
    assertThat(dev.vouch.classify.text.Slips.between(b, a)).isEqualTo(slips);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ask <@U1> quote \"a line for our site\"", "ask <@U1> quote a line for our site"})
  void wordsOfAnAsk_mayBeQuoted(String typed) {
    assertThat(CommandParser.parse(typed))
        .isEqualTo(new Command.Ask("U1", Rung.QUOTE, "a line for our site"));
  }

  private static Command change(String name, Command.AccountChange... changes) {
    return new ChangeAccount(name, List.of(changes));
  }

  private static Command set(Command.SettingsChange... changes) {
    return new ChangeSettings(List.of(changes));
  }
}
