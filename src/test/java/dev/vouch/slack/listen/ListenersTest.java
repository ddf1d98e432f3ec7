package dev.vouch.slack.listen;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import dev.vouch.slack.StandInSlack;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.SaveModal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The listeners behind Bolt's own door, with signed payloads. */
class ListenersTest {
  private static final String NUDGE = "delight:C0SHARED:1795100300.000100";
  private static final Gson GSON = new Gson();

  private final TestBooks books = new TestBooks();
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private BoltDoor door;
  private StandInSlack slack;

  @BeforeEach
  void start() throws IOException {
    door = new BoltDoor(this::workspace);
    slack = door.slack;
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private Workspace workspace(String team) {
    if (!team.equals("T0ACME")) {
      throw new IllegalArgumentException("not installed in " + team);
    }
    waitFor(slow);
    return books.workspace();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void command_isAnsweredWithTheAcknowledgementForThatPersonOnly() throws Exception {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    Response response =
        door.send(Payloads.command("U0MAYA", "who <@U0ANA|ana>", slack.url("/hook")));
    JsonObject answer = json(response);
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(answer.get("text").getAsString())
        .isEqualTo("Ana Ruiz has advocated for us, in 1 act.");
    assertThat(answer.get("blocks").toString()).contains("it cut our month-end");
    assertThat(slack.got("/hook")).isEmpty();
  }

  @Test
  void forgedSignature_reachesNoListener() throws Exception {
    String body = Payloads.command("U0MAYA", "help", slack.url("/hook"));
    assertThat(door.sendForged(body).getStatusCode()).isEqualTo(401);
  }

  @Test
  void slowCommand_isAcknowledgedEmptyAndAnsweredAfterwards() throws Exception {
    door.waitsFor(Duration.ofMillis(20));
    slow = new CountDownLatch(1);
    Response response = door.send(Payloads.command("U0MAYA", "help", slack.url("/hook")));
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isNullOrEmpty();
    slow.countDown();
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body())
        .contains("\"response_type\":\"ephemeral\"", "What you can ask Vouch");
  }

  @Test
  void slowCommand_isKeptBeforeItIsAcknowledged_andDoneOnce() throws Exception {
    door.waitsFor(Duration.ofMillis(20));
    slow = new CountDownLatch(1);
    String command = "helped <@U0ANA> \"with the export\"";
    door.send(Payloads.command("U0MAYA", command, slack.url("/hook")));
    String id = door.stored.keySet().iterator().next();
    await().until(() -> door.failed.containsKey(id));
    assertThat(door.failed.get(id)).isInstanceOf(Unreachable.class).hasMessage("it is under way");
    slow.countDown();
    await().until(() -> slack.got("/hook").size() == 1);
    door.carryOutAgain(id);
    assertThat(door.failed).isEmpty();
    assertThat(slack.got("/hook")).hasSize(1);
    books.claimed.removeIf(what -> what.startsWith("typed:"));
    door.carryOutByAnother(id);
    assertThat(door.failed).isEmpty();
    assertThat(slack.got("/hook")).as("answered already").hasSize(1);
    assertThat(books.relationships.of(Subject.person("U0ANA")).entries(Kind.HELP))
        .as("done by another that knows nothing of the first")
        .hasSize(1);
  }

  @Test
  void slowCommand_isLeftToTheInstanceThatIsAtIt() throws Exception {
    door.waitsFor(Duration.ofMillis(20));
    String command = "helped <@U0ANA> \"with the export\"";
    CountDownLatch writes = new CountDownLatch(1);
    books.directory.whileAsked = () -> waitFor(writes);
    door.send(Payloads.command("U0MAYA", command, slack.url("/hook")));
    String id = door.stored.keySet().iterator().next();
    door.carryOutByAnother(id);
    assertThat(door.failed.get(id)).isInstanceOf(Unreachable.class).hasMessage("it is under way");
    writes.countDown();
    await().until(() -> slack.got("/hook").size() == 1);
  }

  @Test
  void slowCommandOfAnInstanceThatStopped_isDoneAndAnsweredByAnother() throws Exception {
    door.waitsFor(Duration.ofMillis(20));
    slow = new CountDownLatch(1);
    door.send(
        Payloads.command("U0MAYA", "helped <@U0ANA> \"with the export\"", slack.url("/hook")));
    String id = door.stored.keySet().iterator().next();
    await().until(() -> door.failed.containsKey(id));
    door.stop();
    slow.countDown();
    door.failed.clear();
    books.claimed.clear();
    door.carryOutByAnother(id);
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body()).contains("*Noted:* we helped");
  }

  @Test
  void slowUndo_isKept_andTakesBackOneNoteHoweverOftenItIsDone() throws Exception {
    door.send(Payloads.command("U0MAYA", "helped <@U0ANA> \"one\"", slack.url("/hook")));
    door.send(Payloads.command("U0MAYA", "helped <@U0ANA> \"two\"", slack.url("/hook")));
    door.waitsFor(Duration.ofMillis(20));
    slow = new CountDownLatch(1);
    String undo = Payloads.command("U0MAYA", "undo <@U0ANA>", slack.url("/hook"));
    assertThat(door.send(undo).getStatusCode()).isEqualTo(200);
    String id = door.stored.keySet().iterator().next();
    await().until(() -> door.failed.containsKey(id));
    slow.countDown();
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body()).contains("*Taken back:* we helped");
    books.claimed.clear();
    door.carryOutByAnother(id);
    assertThat(books.relationships.of(Subject.person("U0ANA")).entries(Kind.HELP)).hasSize(1);
  }

  @Test
  void slowCommandThatCannotBeKept_isNotAcknowledged() throws Exception {
    door.waitsFor(Duration.ofMillis(20));
    slow = new CountDownLatch(1);
    door.inboxTakes(false);
    String other = Payloads.command("U0MAYA", "top", slack.url("/hook"));
    assertThat(door.send(other).getStatusCode()).isEqualTo(503);
    slow.countDown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Actions.PATTERN_CONFIRM,
        Actions.MERGE_YES,
        Actions.ASK_SEND,
        Actions.ASK_APPROVE,
        Actions.INTRODUCTION_INSTEAD,
        "gift_given",
        Actions.READ + "_yes"
      })
  void buttonThatDecides_isAcknowledgedOnlyWhenItIsKept(String action) throws Exception {
    door.inboxTakes(false);
    assertThat(door.send(pattern("U0MAYA", "T0ACME", action)).getStatusCode()).isEqualTo(503);
    door.inboxTakes(true);
    assertThat(door.send(pattern("U0MAYA", "T0ACME", action)).getStatusCode()).isEqualTo(200);
    assertThat(door.stored).containsKey("pressed:" + action + ":1795161700.123456:U0MAYA");
  }

  @Test
  void buttonThatFails_isToldOnce_andDoneLater() throws Exception {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    books.directory.reachable(false);
    door.send(pattern("U0MAYA", "T0ACME", Actions.PATTERN_CONFIRM));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body())
        .contains("What you decided is kept", "K7QX-2M9D", "\"replace_original\":false");
    String id = door.failed.keySet().iterator().next();
    door.carryOutAgain(id);
    books.directory.reachable(true);
    door.carryOutAgain(id);
    await().until(() -> slack.got("/hook").size() == 2);
    assertThat(slack.got("/hook").get(1).body()).contains("*Confirmed* by Maya Lindt");
    assertThat(books.relationships.of(Subject.person("U0ANA")).pattern())
        .isEqualTo(new Ruling(true, "U0MAYA", NOW));
  }

  @Test
  void failingCommand_showsAReferenceAndNothingOfTheError() throws Exception {
    String body =
        Payloads.command("U0MAYA", "help", slack.url("/hook")).replace("T0ACME", "T0OTHER");
    assertThat(door.send(body).getBody())
        .contains("K7QX-2M9D", "Please try again")
        .doesNotContain("not installed", "Exception");
  }

  @Test
  void unreachableSlack_isToldKindly() throws Exception {
    books.directory.reachable(false);
    assertThat(door.send(Payloads.command("U0MAYA", "help", slack.url("/hook"))).getBody())
        .contains("I cannot reach everything I need just now", "K7QX-2M9D");
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void nudgeButton_isStoredBeforeItIsAcknowledged(Choice choice) throws Exception {
    Response response = door.send(press("U0MAYA", "T0ACME", choice));
    assertThat(response.getStatusCode()).isEqualTo(200);
    Envelope envelope = door.stored.get("answer:" + NUDGE + ":1795161700.123456:U0MAYA");
    assertThat(envelope.type()).isEqualTo(Envelope.Type.NUDGE_ANSWER);
    assertThat(envelope.team()).isEqualTo("T0ACME");
    assertThat(GSON.fromJson(envelope.payload(), NudgeAnswer.class))
        .isEqualTo(new NudgeAnswer(NUDGE, choice, "U0MAYA", "T0ACME"));
  }

  @Test
  void nudgeButtonSentTwice_isOneEnvelope() throws Exception {
    door.send(press("U0MAYA", "T0ACME", Choice.DOING));
    door.send(press("U0MAYA", "T0ACME", Choice.DOING));
    assertThat(door.stored).hasSize(1);
  }

  @Test
  void nudgeButton_isRefusedToPeopleOfOtherCompanies() throws Exception {
    assertThat(door.send(press("U0ANA", "T0NORTH", Choice.WRONG)).getStatusCode()).isEqualTo(200);
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body())
        .contains("answers only the people", "\"replace_original\":false", "ephemeral");
    assertThat(door.stored).isEmpty();
  }

  @Test
  void nudgeButton_trustsThePersonsOwnTeamMoreThanTheirId() throws Exception {
    door.send(press("U0MAYA", "T0NORTH", Choice.DOING));
    assertThat(door.stored).isEmpty();
  }

  @Test
  void nudgeButton_isRefusedToGuests() throws Exception {
    door.send(press("U0TOM", "T0ACME", Choice.DOING));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(door.stored).isEmpty();
  }

  @Test
  void fullInbox_isToldKindlyToWhoeverPressed() throws Exception {
    door.inboxTakes(false);
    assertThat(door.send(press("U0MAYA", "T0ACME", Choice.DOING)).getStatusCode()).isEqualTo(200);
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body())
        .contains("try again in a minute", "K7QX-2M9D", "\"replace_original\":false");
  }

  @Test
  void fullInbox_leavesAPressOnAppHomeUnacknowledged() throws Exception {
    door.inboxTakes(false);
    String press = Payloads.homeButton("U0MAYA", "nudge_doing", NUDGE);
    assertThat(door.send(press).getStatusCode()).isEqualTo(503);
    door.inboxTakes(true);
    assertThat(door.send(press).getStatusCode()).isEqualTo(200);
    assertThat(door.stored).hasSize(1);
  }

  @Test
  void homeRefresh_publishesThatPersonsHome() throws Exception {
    Response response = door.send(Payloads.homeButton("U0MAYA", Actions.HOME_REFRESH, "home"));
    assertThat(response.getStatusCode()).isEqualTo(200);
    await().until(() -> books.homesPublished.equals(List.of("U0MAYA")));
  }

  @Test
  void shortcut_opensTheFormWithAuthorAndText() throws Exception {
    String text = "Ben &amp; I say: <https://n.example|try> it, <@U0MAYA|maya>";
    door.send(Payloads.shortcut("U0MAYA", "T0ACME", text, slack.url("/hook")));
    await().until(() -> slack.got("views.open").size() == 1);
    Map<String, String> call = slack.got("views.open").get(0).form();
    assertThat(call).containsEntry("trigger_id", "12466734323.1395872398");
    assertThat(call.get("view"))
        .contains("\"initial_user\":\"U0ANA\"", "Ben \\u0026 I say: try it, @maya")
        .contains("C0SHARED", "1795100300.000100", "save_advocacy");
  }

  @Test
  void shortcut_isRefusedToOthers() throws Exception {
    door.send(Payloads.shortcut("U0TOM", "T0ACME", "x", slack.url("/hook")));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("views.open")).isEmpty();
  }

  @Test
  void shortcutThatSlackRefuses_isToldWithAReference() throws Exception {
    slack.answer("views.open", "{\"ok\":false,\"error\":\"expired_trigger_id\"}");
    door.send(Payloads.shortcut("U0MAYA", "T0ACME", "x", slack.url("/hook")));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body()).contains("K7QX-2M9D");
  }

  @Test
  void patternButtons_decideAndTakeBack() throws Exception {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    Subject ana = Subject.person("U0ANA");
    door.send(pattern("U0MAYA", "T0ACME", Actions.PATTERN_CONFIRM));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(books.relationships.of(ana).pattern()).isEqualTo(new Ruling(true, "U0MAYA", NOW));
    assertThat(slack.got("/hook").get(0).body())
        .contains("*Confirmed* by Maya Lindt", "\"replace_original\":true");
    door.send(pattern("U0OMAR", "T0ACME", Actions.PATTERN_CONFIRM));
    await().until(() -> slack.got("/hook").size() == 2);
    assertThat(books.relationships.of(ana).pattern()).isEqualTo(new Ruling(true, "U0MAYA", NOW));
    door.send(pattern("U0OMAR", "T0ACME", Actions.PATTERN_DISMISS));
    await().until(() -> slack.got("/hook").size() == 3);
    assertThat(books.relationships.of(ana).pattern()).isEqualTo(new Ruling(false, "U0OMAR", NOW));
    door.send(pattern("U0OMAR", "T0ACME", Actions.PATTERN_UNDO));
    await().until(() -> slack.got("/hook").size() == 4);
    assertThat(books.relationships.of(ana).pattern()).isNull();
  }

  @Test
  void patternButtons_areRefusedToCustomers() throws Exception {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    door.send(pattern("U0ANA", "T0NORTH", Actions.PATTERN_DISMISS));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body()).contains("answers only the people");
    assertThat(books.relationships.of(Subject.person("U0ANA")).pattern()).isNull();
  }

  @Test
  void giftButtons_areForOurOwnPeople_andSayWhatBecameOfIt() throws Exception {
    books.accounts.change("Northwind", one -> spanish(one));
    books.advocates.meet(
        books.directory.author("U0ANA").orElseThrow(),
        AccountLink.setBy("a test", "northwind", NOW));
    Response answer =
        door.send(Payloads.command("U0MAYA", "gift <@U0ANA> tea worth 20 EUR", slack.url("/hook")));
    assertThat(answer.getBody()).contains("Noted as given", "gift_declined");
    String id = books.gifts.about("U0ANA", 1).get(0).gift();
    door.send(gift("U0ANA", "T0NORTH", "gift_declined", id));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body())
        .contains("answers only the people", "\"replace_original\":false");
    assertThat(books.gifts.about("U0ANA", 9)).hasSize(1);
    door.send(gift("U0OMAR", "T0ACME", "gift_declined", id));
    await().until(() -> slack.got("/hook").size() == 2);
    assertThat(slack.got("/hook").get(1).body())
        .contains("did not take it", "\"replace_original\":true");
    door.send(gift("U0OMAR", "T0ACME", "gift_given", "gift:unknown"));
    await().until(() -> slack.got("/hook").size() == 3);
    assertThat(slack.got("/hook").get(2).body()).contains("K7QX-2M9D");
    assertThat(books.gifts.about("U0ANA", 9)).hasSize(2);
  }

  private static Account spanish(Account account) {
    Account there = AccountField.COUNTRY.set(AccountField.SECTOR.set(account, "other"), "ES");
    return AccountField.PROCUREMENT.set(there, "off");
  }

  private String gift(String person, String homeTeam, String action, String id) {
    return Payloads.button(person, homeTeam, action, id, slack.url("/hook"));
  }

  private String pattern(String person, String homeTeam, String action) {
    return Payloads.button(person, homeTeam, action, "U0ANA", slack.url("/hook"));
  }

  /** Somebody who may be asked for a rating. */
  private void anaIsReady() {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    for (Topic topic : List.of(Topic.MESSAGES, Topic.REVIEWS)) {
      Object unused =
          books.relationships.change(
              Subject.person("U0ANA"),
              one ->
                  one.with(LedgerEntry.moment("help" + topic, Kind.HELP, NOW).worth(5_000))
                      .with(new Consent(topic, Consent.Answer.AGREED, NOW, "1", "U0ANA")));
    }
  }

  private String ask(String person, String homeTeam, String action, String value) {
    return Payloads.button(person, homeTeam, action, value, slack.url("/hook"));
  }

  @Test
  void askButtons_askOnce_andSayWhatCameOfIt() throws Exception {
    anaIsReady();
    String draft = "ask:1795161600000:U0MAYA:U0ANA|U0ANA|rating|on the site";
    door.send(ask("U0MAYA", "T0ACME", Actions.ASK_DRAFT, draft));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body())
        .contains("Nothing has been asked yet", "Maya Lindt of Acme asks", "\"ask_send\"")
        .contains("\"replace_original\":false");
    assertThat(books.asks.since(Instant.EPOCH, 9)).isEmpty();

    String send = ask("U0MAYA", "T0ACME", Actions.ASK_SEND, draft);
    door.send(send);
    await().until(() -> slack.got("/hook").size() == 2);
    door.send(Payloads.later(send));
    await().until(() -> slack.got("/hook").size() == 3);
    assertThat(slack.got("/hook").get(1).body()).contains("goes out in their working hours");
    assertThat(books.asks.since(Instant.EPOCH, 9)).hasSize(1);

    String other = "ask:1795161600001:U0OMAR:U0ANA|U0ANA|rating|on another site";
    door.send(ask("U0OMAR", "T0ACME", Actions.ASK_SELF, other));
    await().until(() -> slack.got("/hook").size() == 4);
    assertThat(slack.got("/hook").get(3).body()).contains("an ask to them is still open");
    assertThat(books.relationships.of(Subject.person("U0ANA")).entries(Kind.ASK)).hasSize(1);
  }

  @Test
  void askButtons_areRefusedToCustomers_andStandNoNonsense() throws Exception {
    anaIsReady();
    String draft = "ask:1:U0MAYA:U0ANA|U0ANA|rating|on the site";
    door.send(ask("U0ANA", "T0NORTH", Actions.ASK_SEND, draft));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body()).contains("answers only the people");
    door.send(ask("U0MAYA", "T0ACME", Actions.ASK_SEND, "no draft"));
    await().until(() -> slack.got("/hook").size() == 2);
    door.send(ask("U0MAYA", "T0ACME", Actions.ASK_APPROVE, "ask:unknown"));
    await().until(() -> slack.got("/hook").size() == 3);
    assertThat(slack.got("/hook").get(2).body()).contains("not known any more");
    assertThat(books.asks.since(Instant.EPOCH, 9)).isEmpty();
  }

  @Test
  void correctButton_opensTheFormForWhatIsShown() throws Exception {
    String id = books.hear("U0ANA", Intent.PRAISE, 300, "R&D loves <it>").mention().toString();
    door.send(Payloads.button("U0MAYA", "T0ACME", Actions.CORRECT, id, slack.url("/hook")));
    await().until(() -> slack.got("views.open").size() == 1);
    assertThat(slack.got("views.open").get(0).form().get("view"))
        .contains("\"initial_user\":\"U0ANA\"", "R\\u0026D loves \\u003cit\\u003e")
        .contains("C0SHARED", "save_advocacy");
  }

  @Test
  void correctButton_isRefusedToOthers_andSaysWhenTheMessageIsGone() throws Exception {
    String id = books.hear("U0ANA", Intent.PRAISE, 300, "nice").mention().toString();
    door.send(Payloads.button("U0TOM", "T0ACME", Actions.CORRECT, id, slack.url("/hook")));
    await().until(() -> slack.got("/hook").size() == 1);
    assertThat(slack.got("/hook").get(0).body()).contains("answers only the people of the company");
    door.send(
        Payloads.button("U0MAYA", "T0ACME", Actions.CORRECT, "C1:1.000100", slack.url("/hook")));
    await().until(() -> slack.got("/hook").size() == 2);
    assertThat(slack.got("/hook").get(1).body()).contains("This message was deleted");
    assertThat(slack.got("views.open")).isEmpty();
  }

  @Test
  void form_isStoredOnceAsSavedAdvocacy() throws Exception {
    String form =
        Payloads.form(
            "U0MAYA", "T0ACME", "\"U0ANA\"", Payloads.kind("reference_call"), "\" so good \"");
    assertThat(door.send(form).getBody()).isNullOrEmpty();
    door.send(form);
    assertThat(door.stored).hasSize(1);
    Envelope envelope = door.stored.get("saved:V0FORM");
    assertThat(envelope.type()).isEqualTo(Envelope.Type.SAVED_ADVOCACY);
    assertThat(GSON.fromJson(envelope.payload(), SavedAdvocacy.class))
        .isEqualTo(
            new SavedAdvocacy(
                "C0SHARED",
                "1795100300.000100",
                "U0ANA",
                ActKind.REFERENCE_CALL,
                "so good",
                "U0MAYA",
                null,
                null));
  }

  @Test
  void form_saysWhatElseAMessageIs_andBringsItsTextBack() throws Exception {
    String text = "gloss \"thing\" <https://x.example|x> & more \u00e9 ".repeat(400);
    String remembered = SaveModal.of(TestBooks.mention(1), "U0ANA", text).getPrivateMetadata();
    assertThat(remembered.length()).isBetween(2_000, 3_000);
    assertThat(SaveModal.textOf(remembered).orElseThrow()).startsWith(text.substring(0, 1_500));
    assertThat(SaveModal.messageOf(remembered)).contains(TestBooks.mention(1));

    door.send(
        Payloads.form("U0MAYA", "T0ACME", "\"U0ANA\"", Payloads.kind("no_act:complaint"), "null"));
    SavedAdvocacy saved =
        GSON.fromJson(door.stored.get("saved:V0FORM").payload(), SavedAdvocacy.class);
    assertThat(saved.intent()).isEqualTo(Intent.COMPLAINT);
    assertThat(saved.kind()).isNull();
  }

  @Test
  void form_namesWhatIsMissingAtItsField() throws Exception {
    JsonObject answer = json(door.send(Payloads.form("U0MAYA", "T0ACME", "null", "null", "null")));
    assertThat(answer.get("response_action").getAsString()).isEqualTo("errors");
    assertThat(answer.getAsJsonObject("errors").keySet())
        .containsExactlyInAnyOrder(Actions.SAVE_WHO, Actions.SAVE_KIND);
    assertThat(door.stored).isEmpty();
  }

  @Test
  void form_refusesOurOwnPeopleAndPrograms() throws Exception {
    assertThat(sendForm("U0MAYA", "T0ACME", "U0OMAR")).contains("one of our own people");
    assertThat(sendForm("U0MAYA", "T0ACME", "U0BOT")).contains("This is a program");
    assertThat(sendForm("U0MAYA", "T0ACME", "U0GONE")).contains("does not know this person");
    assertThat(sendForm("U0ANA", "T0NORTH", "U0ANA")).contains("answers only the people");
    assertThat(door.stored).isEmpty();
  }

  @Test
  void form_staysOpenWhenTheInboxIsFull() throws Exception {
    door.inboxTakes(false);
    assertThat(sendForm("U0MAYA", "T0ACME", "U0ANA"))
        .contains("Nothing of what you filled in is lost");
    door.inboxTakes(true);
    assertThat(sendForm("U0MAYA", "T0ACME", "U0ANA")).isNullOrEmpty();
    assertThat(door.stored).hasSize(1);
  }

  private String sendForm(String by, String team, String who) throws Exception {
    return door.send(Payloads.form(by, team, "\"" + who + "\"", Payloads.kind("review"), "null"))
        .getBody();
  }

  private String press(String person, String team, Choice choice) {
    return Payloads.button(person, team, Actions.nudge(choice), NUDGE, slack.url("/hook"));
  }

  private static JsonObject json(Response response) {
    return JsonParser.parseString(response.getBody()).getAsJsonObject();
  }
}
