package dev.vouch.slack;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vouch.digest.Digest;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.HomeDesk;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackMessengerTest {
  private static final byte[] CHART = {(byte) 0x89, 'P', 'N', 'G'};

  private final TestBooks books = new TestBooks();
  private Instant now = NOW;
  private StandInSlack slack;
  private SlackMessenger messenger;

  @BeforeEach
  void start() throws IOException {
    slack = new StandInSlack();
    HomeDesk home =
        new HomeDesk(
            books.advocates,
            books.accounts,
            books.relationships,
            books.nudges,
            books.attention,
            books.settings,
            books.directory);
    messenger =
        new SlackMessenger(
            new WebApi(slack.methods(), () -> now),
            home,
            books.forgetting,
            (what, lease) -> true,
            () -> now);
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void nudge_goesToItsPersonWithTextBlocksAndMark() {
    Nudge.Posted posted = messenger.send(TestBooks.delight(State.HELD), "U0MAYA");
    assertThat(posted).isEqualTo(new Nudge.Posted("D0MAYA", "1795161600.000200"));
    assertThat(slack.got("conversations.open").get(0).form()).containsEntry("users", "U0MAYA");
    Map<String, String> call = slack.got("chat.postMessage").get(0).form();
    assertThat(call).containsEntry("channel", "D0MAYA").containsEntry("unfurl_links", "0");
    assertThat(call.get("text")).contains("Ana Ruiz spoke up for us");
    assertThat(call.get("blocks")).contains("it cut our month-end", "nudge_doing", "nudge_wrong");
    JsonObject mark = JsonParser.parseString(call.get("metadata")).getAsJsonObject();
    assertThat(mark.get("event_type").getAsString()).isEqualTo("vouch_nudge");
    assertThat(mark.getAsJsonObject("event_payload").get("nudge").getAsString())
        .isEqualTo("delight:C0SHARED:1795100300.000100");
  }

  @Test
  void noticeOfAnIntroduction_goesToItsPersonWithItsMark_andIsChangedInPlace() {
    Introduction.Request request =
        new Introduction.Request("U0ANA", "Ana Ruiz", "Acme", "U0OMAR", "why", List.of(), NOW);
    Introduction one =
        Introduction.requested("i1", request, "U0MAYA", YearMonth.of(2026, 11), NOW)
            .telling(Introduction.Message.ASK, "U0MAYA", NOW);
    Nudge.Posted posted = messenger.send(Notice.bare(one, one.pending().orElseThrow()));
    Map<String, String> call = slack.got("chat.postMessage").get(0).form();
    assertThat(call.get("blocks")).contains("Would you meet Ana Ruiz", "introduction_approved");
    assertThat(call.get("metadata")).contains("introduction:i1:ASK:1");

    Introduction stopped =
        one.told(posted, NOW)
            .after(new Introduction.Step(Stage.Event.STOPPED, NOW, null, "they stopped us"));
    messenger.show(Notice.bare(stopped, stopped.deliveries().get(0)));
    Map<String, String> change = slack.got("chat.update").get(0).form();
    assertThat(change).containsEntry("ts", posted.ts());
    assertThat(change.get("blocks"))
        .contains("because they stopped us")
        .doesNotContain("introduction_approved");
  }

  @Test
  void nudgeForSomebodyElse_comesToTheApproverToSendOn() {
    messenger.send(TestBooks.delight(State.HELD), "U0OMAR");
    assertThat(slack.got("chat.postMessage").get(0).form().get("blocks"))
        .contains("Send to @Maya Lindt", "nudge_approve")
        .doesNotContain("nudge_doing");
  }

  @Test
  void find_looksForTheMarkSinceThen() {
    slack.answer(
        "conversations.history",
        """
        {"ok":true,"messages":[
          {"type":"message","ts":"1795161900.000300","text":"other","metadata":
            {"event_type":"vouch_nudge","event_payload":{"nudge":"delight:C1:1.000000"}}},
          {"type":"message","ts":"1795161800.000300","text":"plain"},
          {"type":"message","ts":"1795161700.000300","text":"it","metadata":
            {"event_type":"vouch_nudge","event_payload":{"nudge":"delight:C0SHARED:1795100300.000100"}}}]}
        """);
    String id = TestBooks.delight(State.HELD).id();
    assertThat(messenger.find(id, "U0MAYA", NOW))
        .contains(new Nudge.Posted("D0MAYA", "1795161700.000300"));
    assertThat(messenger.find("delight:none", "U0MAYA", NOW)).isEmpty();
    assertThat(slack.got("conversations.history").get(0).form())
        .as("an hour before it was begun, because Slack's clock is another one")
        .containsEntry("oldest", "1795158000.000000")
        .containsEntry("include_all_metadata", "1");
  }

  @Test
  void answeredNudge_isShownOnItsMessageWithoutButtons() {
    Nudge nudge = TestBooks.delight(State.SENT).answeredBy("U0MAYA", State.DOING, "Doing.");
    messenger.show(nudge);
    Map<String, String> call = slack.got("chat.update").get(0).form();
    assertThat(call).containsEntry("channel", "D0MAYA").containsEntry("ts", "1795161600.000200");
    assertThat(call.get("text")).isNotBlank();
    assertThat(call.get("blocks")).contains("Maya Lindt is doing it.").doesNotContain("\"button\"");
    assertThat(call.get("metadata")).contains("vouch_nudge");
  }

  @Test
  void withdrawnNudge_losesTheWordsToo() {
    messenger.show(TestBooks.delight(State.SENT).now(State.NOTHING, "deleted"));
    assertThat(slack.got("chat.update").get(0).form().get("blocks"))
        .contains("Nothing to do here any more")
        .doesNotContain("it cut our month-end");
  }

  @Test
  void digest_isPostedAndThenItsChartInThreeSteps() {
    messenger.post(digest(), CHART, "C0TEAM");
    assertThat(slack.got)
        .extracting(StandInSlack.Got::what)
        .containsExactly(
            "chat.postMessage",
            "files.getUploadURLExternal",
            "/upload/F0CHART",
            "files.completeUploadExternal");
    assertThat(slack.got("files.getUploadURLExternal").get(0).form())
        .containsEntry("length", "4")
        .containsEntry("filename", "vouch-2026-11-20.png");
    assertThat(slack.got("files.getUploadURLExternal").get(0).form().get("alt_txt"))
        .contains("Two bar charts", "Acts of advocacy");
    assertThat(slack.got("/upload/F0CHART").get(0).body()).contains("PNG");
    Map<String, String> done = slack.got("files.completeUploadExternal").get(0).form();
    assertThat(done).containsEntry("channel_id", "C0TEAM").containsKey("initial_comment");
    assertThat(done.get("files")).contains("F0CHART", "Advocacy and likes");
  }

  @Test
  void digestWithoutAChart_isOneMessage() {
    messenger.post(digest(), new byte[0], "C0TEAM");
    assertThat(slack.got).extracting(StandInSlack.Got::what).containsExactly("chat.postMessage");
  }

  @Test
  void digest_isFoundByItsDay_whereItWasPosted() {
    slack.answer("conversations.history", postedDigest("2026-11-20"));
    assertThat(messenger.isPosted(digest(), "C0TEAM")).isTrue();
    slack.answer("conversations.history", postedDigest("2026-11-19"));
    assertThat(messenger.isPosted(digest(), "C0TEAM")).isFalse();

    messenger.post(digest(), new byte[0], "C0TEAM");
    assertThat(slack.got("chat.postMessage").get(0).form().get("metadata"))
        .contains("vouch_digest", "2026-11-20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "not_in_channel"})
  void channelThatCannotBeReadBack_keepsNoDigestBack(String error) {
    slack.answer("conversations.history", "{\"ok\":false,\"error\":\"%s\"}".formatted(error));
    assertThat(messenger.isPosted(digest(), "C0TEAM")).isFalse();
  }

  @Test
  void lookUp_turnsThePages_untilThereAreNoMore() {
    String page =
        """
        {"ok":true,"has_more":true,"messages":[{"type":"message","ts":"1795161700.000300",
          "text":"other"}],"response_metadata":{"next_cursor":"page2"}}
        """;
    slack.answer("conversations.history", page);
    assertThat(messenger.isPosted(digest(), "C0TEAM")).isFalse();
    List<StandInSlack.Got> pages = slack.got("conversations.history");
    assertThat(pages).hasSize(5);
    assertThat(pages.get(0).form()).doesNotContainKey("cursor");
    assertThat(pages.get(1).form()).containsEntry("cursor", "page2");
  }

  @Test
  void greeting_isFoundByTheMessageThatItAnswers() {
    messenger.greet(asked("D1"), "U0MAYA");
    assertThat(slack.got("chat.postMessage").get(0).form().get("metadata"))
        .contains("vouch_greeting", "1795161600.000100");
    slack.answer(
        "conversations.history",
        """
        {"ok":true,"messages":[{"type":"message","ts":"1795161600.000300","text":"hello",
          "metadata":{"event_type":"vouch_greeting","event_payload":{"to":"1795161600.000100"}}}]}
        """);

    assertThat(messenger.isGreeted(asked("D1"))).isTrue();
    assertThat(messenger.isGreeted(new MentionId("D1", "1795161600.000200"))).isFalse();
    assertThat(slack.got("conversations.history").get(0).form())
        .containsEntry("oldest", "1795161600.000100");
  }

  private static String postedDigest(String day) {
    return """
        {"ok":true,"messages":[{"type":"message","ts":"1795161700.000300","text":"it",
          "metadata":{"event_type":"vouch_digest","event_payload":{"day":"%s"}}}]}
        """
        .formatted(day);
  }

  @Test
  void failedUpload_leavesTheDigestStanding() {
    slack.answer("files.getUploadURLExternal", "{\"ok\":false,\"error\":\"missing_scope\"}");
    messenger.post(digest(), CHART, "C0TEAM");
    slack.answer("files.getUploadURLExternal", 429, Map.of("Retry-After", "30"));
    messenger.complete(digest(), CHART, "C0TEAM");
    assertThat(slack.got("chat.postMessage")).hasSize(1);
    assertThat(slack.got("files.completeUploadExternal")).isEmpty();
  }

  @Test
  void uploadThatMayHaveFailedForAMoment_isTriedAgain_unlessItIsThere() {
    slack.answer("files.getUploadURLExternal", 429, Map.of());
    assertThatThrownBy(() -> messenger.post(digest(), CHART, "C0TEAM"))
        .isInstanceOf(Unreachable.class);
    slack.answer("conversations.history", posted("vouch-2026-11-20.png"));
    messenger.complete(digest(), CHART, "C0TEAM");
    assertThat(slack.got("files.getUploadURLExternal")).hasSize(1);
    slack.answer("conversations.history", posted("vouch-2026-11-19.png"));
    messenger.complete(digest(), CHART, "C0TEAM");
    assertThat(slack.got("files.getUploadURLExternal")).hasSize(2);
  }

  private static String posted(String file) {
    return """
        {"ok":true,"messages":[{"type":"message","ts":"1795161700.000300","text":"it",
          "files":[{"id":"F1","name":"%s"}]}]}
        """
        .formatted(file);
  }

  @Test
  void digest_neverGoesWhereOthersCanReadIt() {
    assertThatThrownBy(() -> messenger.post(digest(), CHART, "C0SHARED"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("C0SHARED");
    assertThat(slack.got).isEmpty();
    assertThat(books.directory.forgotten()).isEqualTo(1);
  }

  @Test
  void digest_neverGoesWhereAGuestCanReadIt() {
    books.directory.guest("C0TEAM", "U0TOM");
    assertThatThrownBy(() -> messenger.post(digest(), CHART, "C0TEAM"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("U0TOM");
    assertThat(slack.got).isEmpty();
  }

  @Test
  void digest_doesNotGoToAChannelThatCannotBeSeen() {
    assertThatThrownBy(() -> messenger.post(digest(), CHART, "C0NONE")).isInstanceOf(Refused.class);
    assertThat(slack.got).isEmpty();
  }

  @Test
  void nudge_neverGoesToPeopleOfOtherCompanies() {
    assertThatThrownBy(() -> messenger.send(TestBooks.delight(State.SENT), "U0ANA"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("delight:C0SHARED:1795100300.000100");
    assertThat(slack.got).isEmpty();
  }

  @Test
  void tooManyRequests_tellsWhenToTryAgain() {
    slack.answer("chat.postMessage", 429, Map.of("Retry-After", "30"));
    Unreachable error =
        catchThrowableOfType(
            Unreachable.class, () -> messenger.send(TestBooks.delight(State.SENT), "U0MAYA"));
    assertThat(error.retryAt()).contains(NOW.plusSeconds(30));
  }

  @Test
  void goneChannel_isRefusedForGood() {
    slack.answer("chat.postMessage", "{\"ok\":false,\"error\":\"is_archived\"}");
    assertThatThrownBy(() -> messenger.post(digest(), CHART, "C0TEAM"))
        .isInstanceOf(Refused.class)
        .hasMessage("chat.postMessage: is_archived");
  }

  @Test
  void channel_getsABurstAndThenOneASecond() {
    for (int i = 0; i < ChannelPace.BURST; i++) {
      messenger.greet(asked("D1"), "U0MAYA");
    }
    Unreachable early =
        catchThrowableOfType(Unreachable.class, () -> messenger.greet(asked("D1"), "U0MAYA"));
    assertThat(early.retryAt()).contains(NOW.plusSeconds(1));
    messenger.greet(asked("D2"), "U0MAYA");
    now = NOW.plusSeconds(1);
    messenger.greet(asked("D1"), "U0MAYA");
    assertThatThrownBy(() -> messenger.greet(asked("D1"), "U0MAYA"))
        .isInstanceOf(Unreachable.class);
    assertThat(slack.got("chat.postMessage")).hasSize(ChannelPace.BURST + 2);
  }

  @Test
  void greeting_tellsOutsidersNothingInternal() {
    messenger.greet(asked("D1"), "U0MAYA");
    messenger.greet(asked("D2"), "U0ANA");
    List<StandInSlack.Got> said = slack.got("chat.postMessage");
    assertThat(said.get(0).form().get("text")).contains("/vouch");
    assertThat(said.get(1).form().get("text")).doesNotContain("/vouch", "advoca", "nudge");
  }

  @Test
  void home_isBuiltForWhatThePersonIsToUs() {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    books.nudges.add(TestBooks.delight(State.SENT));
    books.settings.change(settings -> settings.withApprover("U0OMAR"));
    messenger.publishHome("U0MAYA");
    messenger.publishHome("U0OMAR");
    messenger.publishHome("U0TOM");
    List<StandInSlack.Got> pages = slack.got("views.publish");
    assertThat(pages.get(0).form().get("view"))
        .contains("Your advocates", "it cut our month-end", "nudge_doing");
    assertThat(pages.get(1).form().get("view"))
        .contains("Our advocates", "With Maya Lindt")
        .doesNotContain("nudge_doing");
    assertThat(pages.get(2).form().get("view"))
        .doesNotContain("month-end", "Ana Ruiz", "advoca", "nudge");
    assertThat(pages.get(2).form()).containsEntry("user_id", "U0TOM");
  }

  /** A direct message that is to be answered. */
  private static MentionId asked(String channel) {
    return new MentionId(channel, "1795161600.000100");
  }

  private static Digest digest() {
    return new Digest(
        LocalDate.of(2026, 11, 20),
        ZoneOffset.UTC,
        NOW.minusSeconds(86_400),
        NOW,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Totals(0, 0, 0, 0, 0, 3),
        0,
        List.of());
  }
}
