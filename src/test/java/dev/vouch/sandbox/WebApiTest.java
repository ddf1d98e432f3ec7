package dev.vouch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real Slack client gets Slack's answers, and Slack's errors. */
final class WebApiTest {
  private Sandbox sandbox;
  private Workspace workspace;
  private MethodsClient bot;
  private String general;

  @BeforeEach
  void start() {
    sandbox = Lumo.startStandingStill();
    workspace = sandbox.workspace();
    bot = Lumo.bot(sandbox);
    general = Lumo.channel(sandbox, "#general");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static void assertError(SlackApiTextResponse response, String error) {
    assertThat(response.isOk()).isFalse();
    assertThat(response.getError()).isEqualTo(error);
  }

  private ChatPostMessageResponse post(String channel, String text) throws Exception {
    return bot.chatPostMessage(r -> r.channel(channel).text(text));
  }

  @Test
  void authTest_namesTheBot() throws Exception {
    var answer = bot.authTest(r -> r);
    assertThat(answer.getUserId()).isEqualTo(sandbox.botPersonId());
    assertThat(answer.getBotId()).isEqualTo(sandbox.botId());
    assertThat(answer.getUrl()).isEqualTo(sandbox.url() + "/");
  }

  @Test
  void tokens_areChecked() throws Exception {
    assertError(Lumo.slack(sandbox).methods("xoxb-wrong").teamInfo(r -> r), "invalid_auth");
    assertError(Lumo.slack(sandbox).methods("").teamInfo(r -> r), "not_authed");
    assertError(
        Lumo.slack(sandbox).methods(sandbox.appToken()).teamInfo(r -> r), "not_allowed_token_type");
    assertError(
        Lumo.slack(sandbox).methods().appsConnectionsOpen(r -> r.token(sandbox.botToken())),
        "not_allowed_token_type");
  }

  @Test
  void unknownMethod_isNamedSo() throws Exception {
    assertError(bot.adminUsersList(r -> r.teamId("T1")), "unknown_method");
  }

  @Test
  void postedMessage_isInTheHistoryAsTheBots() throws Exception {
    ChatPostMessageResponse posted = post(general, "Grüße 👋");
    ConversationsHistoryResponse history = bot.conversationsHistory(r -> r.channel(general));
    Message message = history.getMessages().get(0);
    assertThat(message.getText()).isEqualTo("Grüße 👋");
    assertThat(message.getTs()).isEqualTo(posted.getTs());
    assertThat(message.getBotId()).isEqualTo(sandbox.botId());
  }

  @Test
  void timestamps_areUniqueAndRiseThoughTheClockStands() throws Exception {
    String first = post(general, "one").getTs();
    String second = post(general, "two").getTs();
    assertThat(first).startsWith(Long.toString(Lumo.NOON.getEpochSecond()));
    assertThat(second).isGreaterThan(first);
  }

  @Test
  void posting_isRefusedWhereSlackRefusesIt() throws Exception {
    assertError(post("C0NOWHERE", "x"), "channel_not_found");
    assertError(post(Lumo.channel(sandbox, "#secret"), "x"), "channel_not_found");
    workspace.addChannel("open", dev.vouch.sandbox.workspace.Channel.Kind.PUBLIC, "Rita");
    assertError(post("#open", "x"), "not_in_channel");
    assertError(post(general, ""), "no_text");
    assertError(post(sandbox.botPersonId(), "x"), "cannot_dm_bot");
    assertError(post("U0NOBODY", "x"), "user_not_found");
    assertError(
        bot.chatPostMessage(r -> r.channel(general).text("x").threadTs("1.000001")),
        "thread_not_found");
    workspace.archive("#general");
    assertError(post(general, "x"), "is_archived");
  }

  @Test
  void brokenBlocks_areNamedByPointer() throws Exception {
    var answer =
        bot.chatPostMessage(
            r -> r.channel(general).text("t").blocksAsString("[{\"type\":\"section\"}]"));
    assertError(answer, "invalid_blocks");
    assertThat(answer.getResponseMetadata().getMessages())
        .containsExactly("[ERROR] missing required field: text [json-pointer:/blocks/0]");
  }

  @Test
  void overlongText_isCut() throws Exception {
    assertThat(post(general, "x".repeat(40_001)).getMessage().getText()).hasSize(40_000);
  }

  @Test
  void updateWithTextAlone_removesTheBlocks() throws Exception {
    String ts =
        bot.chatPostMessage(
                r -> r.channel(general).text("t").blocksAsString("[{\"type\":\"divider\"}]"))
            .getTs();
    assertThat(workspace.messages(general).get(0).has("blocks")).isTrue();
    bot.chatUpdate(r -> r.channel(general).ts(ts).text("new"));
    JsonObject message = workspace.messages(general).get(0);
    assertThat(message.has("blocks")).isFalse();
    assertThat(Json.text(message, "text")).isEqualTo("new");
  }

  @Test
  void messagesOfOthers_stayAsTheyAre() throws Exception {
    String ts = workspace.postAs("Rita", "#general", "mine");
    assertError(bot.chatUpdate(r -> r.channel(general).ts(ts).text("x")), "cant_update_message");
    assertError(bot.chatDelete(r -> r.channel(general).ts(ts)), "cant_delete_message");
    assertError(
        bot.chatUpdate(r -> r.channel(general).ts("1.000001").text("x")), "message_not_found");
  }

  @Test
  void ephemeral_isSeenByOneAndNotInHistory() throws Exception {
    String rita = Lumo.person(sandbox, "Rita");
    bot.chatPostEphemeral(r -> r.channel(general).user(rita).text("psst"));
    assertThat(workspace.ephemerals("Rita", "#general")).hasSize(1);
    assertThat(workspace.ephemerals("Mona", "#general")).isEmpty();
    assertThat(bot.conversationsHistory(r -> r.channel(general)).getMessages()).isEmpty();
    String amara = Lumo.person(sandbox, "Amara");
    assertError(
        bot.chatPostEphemeral(r -> r.channel(general).user(amara).text("x")),
        "user_not_in_channel");
  }

  @Test
  void dm_isOpenedOnceAndNotWithStrangers() throws Exception {
    String rita = Lumo.person(sandbox, "Rita");
    String first = bot.conversationsOpen(r -> r.users(List.of(rita))).getChannel().getId();
    post(rita, "hello");
    assertThat(bot.conversationsOpen(r -> r.users(List.of(rita))).getChannel().getId())
        .isEqualTo(first);
    assertThat(workspace.dmWithBot("Rita")).hasSize(1);
    String noor = Lumo.person(sandbox, "Noor");
    assertError(bot.conversationsOpen(r -> r.users(List.of(noor))), "user_not_visible");
    String amara = Lumo.person(sandbox, "Amara");
    assertThat(bot.conversationsOpen(r -> r.users(List.of(amara))).isOk()).isTrue();
  }

  @Test
  void people_areShownAsSlackShowsThem() throws Exception {
    User rita = bot.usersInfo(r -> r.user(Lumo.person(sandbox, "Rita"))).getUser();
    assertThat(rita.getProfile().getEmail()).isEqualTo("rita@lumo.example");
    assertThat(rita.getTz()).isEqualTo("Europe/London");
    User amara = bot.usersInfo(r -> r.user(Lumo.person(sandbox, "Amara"))).getUser();
    assertThat(amara.getProfile().getEmail()).isNull();
    assertThat(amara.getTeamId()).isEqualTo(Lumo.NORTHWIND.id());
    assertThat(amara.isStranger()).isFalse();
    assertThat(bot.usersInfo(r -> r.user(Lumo.person(sandbox, "Noor"))).getUser().isStranger())
        .isTrue();
    assertThat(bot.usersInfo(r -> r.user(Lumo.person(sandbox, "Priya"))).getUser().isRestricted())
        .isTrue();
    assertError(bot.usersInfo(r -> r.user("U0NOBODY")), "user_not_found");
    assertThat(bot.usersLookupByEmail(r -> r.email("RITA@lumo.example")).isOk()).isTrue();
    assertError(bot.usersLookupByEmail(r -> r.email("amara@northwind.example")), "users_not_found");
    assertThat(bot.teamInfo(r -> r.team(Lumo.NORTHWIND.id())).getTeam().getName())
        .isEqualTo("Northwind Foods");
  }

  @Test
  void lists_comeInPages() throws Exception {
    UsersListResponse first = bot.usersList(r -> r.limit(4));
    String cursor = first.getResponseMetadata().getNextCursor();
    UsersListResponse second = bot.usersList(r -> r.limit(4).cursor(cursor));
    assertThat(first.getMembers()).hasSize(4);
    assertThat(second.getMembers()).hasSize(2);
    assertThat(second.getResponseMetadata().getNextCursor()).isEmpty();
    assertError(bot.usersList(r -> r.cursor("nonsense")), "invalid_cursor");
  }

  @Test
  void conversations_hidePrivateOnes() throws Exception {
    assertThat(bot.conversationsList(r -> r).getChannels().stream().map(c -> c.getName()))
        .containsExactly("general", "lumo-northwind");
    var shared =
        bot.conversationsInfo(
                r -> r.channel(Lumo.channel(sandbox, "#lumo-northwind")).includeNumMembers(true))
            .getChannel();
    assertThat(shared.isExtShared()).isTrue();
    assertThat(shared.isMember()).isTrue();
    assertThat(shared.getNumOfMembers()).isEqualTo(3);
  }

  @Test
  void thread_isReadByItsReplies() throws Exception {
    String ts = workspace.postAs("Rita", "#general", "parent");
    bot.chatPostMessage(r -> r.channel(general).text("reply").threadTs(ts));
    assertThat(bot.conversationsHistory(r -> r.channel(general)).getMessages()).hasSize(1);
    var replies = bot.conversationsReplies(r -> r.channel(general).ts(ts)).getMessages();
    assertThat(replies).hasSize(2);
    assertThat(replies.get(0).getReplyCount()).isEqualTo(1);
    String reply = replies.get(1).getTs();
    assertThat(bot.chatGetPermalink(r -> r.channel(general).messageTs(reply)).getPermalink())
        .contains("/archives/" + general + "/p")
        .contains("thread_ts=" + ts);
  }

  @Test
  void reactions_areAddedOnce() throws Exception {
    String ts = workspace.postAs("Rita", "#general", "x");
    bot.reactionsAdd(r -> r.channel(general).timestamp(ts).name("eyes"));
    assertError(
        bot.reactionsAdd(r -> r.channel(general).timestamp(ts).name("eyes")), "already_reacted");
    assertThat(bot.reactionsGet(r -> r.channel(general).timestamp(ts)).getMessage().getReactions())
        .hasSize(1);
  }

  @Test
  void file_isUploadedInThreeStepsAndShared() throws Exception {
    byte[] png = "not really a picture".getBytes(StandardCharsets.UTF_8);
    var answer =
        bot.filesUploadV2(
            r ->
                r.filename("chart.png")
                    .title("Fourteen days")
                    .fileData(png)
                    .channel(general)
                    .initialComment("Today"));
    assertThat(answer.isOk()).isTrue();
    JsonObject message = workspace.messages("#general").get(0);
    assertThat(Json.text(message, "text")).isEqualTo("Today");
    assertThat(Json.text(Json.objects(message, "files").get(0), "title"))
        .isEqualTo("Fourteen days");
    assertThat(workspace.files().bytes(answer.getFile().getId())).hasValue(png);
  }

  @Test
  void oauth_givesTheInstallationForTheRightCodeOnly() throws Exception {
    MethodsClient anybody = Lumo.slack(sandbox).methods();
    var installed =
        anybody.oauthV2Access(r -> r.clientId("c").clientSecret("s").code("sandbox-code"));
    assertThat(installed.getAccessToken()).isEqualTo(sandbox.botToken());
    assertThat(installed.getTeam().getId()).isEqualTo("T0LUMO");
    assertError(
        anybody.oauthV2Access(r -> r.clientId("c").clientSecret("s").code("guess")),
        "invalid_code");
  }

  @Test
  void quietHours_areTold() throws Exception {
    String rita = Lumo.person(sandbox, "Rita");
    assertThat(bot.dndInfo(r -> r.user(rita)).isDndEnabled()).isFalse();
    workspace.setQuiet("Rita", Lumo.NOON, Lumo.NOON.plus(Duration.ofHours(2)));
    assertThat(bot.dndInfo(r -> r.user(rita)).isDndEnabled()).isTrue();
  }

  @Test
  void faults_comeAsOftenAsAskedFor() throws Exception {
    sandbox.faults().failNext("chat.postMessage", 429, 7, 1);
    SlackApiException limited =
        catchThrowableOfType(SlackApiException.class, () -> post(general, "x"));
    assertThat(limited.getResponse().code()).isEqualTo(429);
    assertThat(limited.getResponse().header("Retry-After")).isEqualTo("7");
    sandbox.faults().errorNext("*", "token_revoked", 1);
    assertError(post(general, "x"), "token_revoked");
    sandbox.faults().htmlNext("chat.postMessage", 1);
    assertThat(catchThrowableOfType(JsonSyntaxException.class, () -> post(general, "x")))
        .isNotNull();
    assertThat(post(general, "x").isOk()).isTrue();
  }

  @Test
  void lostToken_staysLostUntilCleared() throws Exception {
    sandbox.faults().loseToken("token_revoked");
    assertError(bot.authTest(r -> r), "token_revoked");
    assertError(post(general, "x"), "token_revoked");
    sandbox.faults().clear();
    assertThat(post(general, "x").isOk()).isTrue();
  }

  @Test
  void calls_areWrittenDownWithoutTheToken() throws Exception {
    post(general, "remember me");
    var call = sandbox.calls("chat.postMessage").get(0);
    assertThat(call.text("text")).isEqualTo("remember me");
    assertThat(call.at()).isEqualTo(Lumo.NOON);
    assertThat(call.args().toString()).doesNotContain("xoxb");
  }

  @Test
  void postingPace_isOneASecondAndChannelAfterABurst() throws Exception {
    sandbox.close();
    sandbox =
        Lumo.start(
            SandboxSettings.standard()
                .withRateLimits()
                .withClock(dev.vouch.sandbox.workspace.SandboxClock.standingAt(Lumo.NOON)));
    bot = Lumo.bot(sandbox);
    for (int i = 0; i < 4; i++) {
      assertThat(post(general, "burst").isOk()).isTrue();
    }
    SlackApiException limited =
        catchThrowableOfType(SlackApiException.class, () -> post(general, "one too many"));
    assertThat(limited.getResponse().code()).isEqualTo(429);
    assertThat(post(Lumo.channel(sandbox, "#lumo-northwind"), "elsewhere").isOk()).isTrue();
    sandbox.clock().advance(Duration.ofSeconds(1));
    assertThat(post(general, "after a second").isOk()).isTrue();
  }

  @Test
  void slowAnswer_comesLateButComes() throws Exception {
    sandbox.faults().slowNext("chat.postMessage", Duration.ofMillis(300), 1);
    long start = System.nanoTime();
    assertThat(post(general, "x").isOk()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void takenPort_isNamedInTheError() {
    int port = java.net.URI.create(sandbox.url()).getPort();
    assertThat(
            catchThrowableOfType(
                java.io.UncheckedIOException.class,
                () -> Sandbox.start(SandboxSettings.standard().withPort(port))))
        .hasMessageContaining("port " + port)
        .hasMessageContaining("choose another one");
  }
}
