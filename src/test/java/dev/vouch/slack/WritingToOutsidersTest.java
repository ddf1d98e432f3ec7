package dev.vouch.slack;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.classify.reply.Meaning;
import dev.vouch.digest.Digest;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Verdict;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.ReplyNote;
import dev.vouch.pipeline.reply.ReplyNote.What;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.HomeDesk;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way in which the messenger can write, tried on a person outside the company. */
class WritingToOutsidersTest {
  private static final String ANA = "U0ANA";
  private static final MentionId HERS = new MentionId("D0ANA", "1795161600.000100");

  /** What each method does to somebody outside: whether a message may go to them, and why. */
  private enum May {
    /** It refuses them. */
    NEVER,
    /** They have just written or pressed something. */
    ANSWER,
    /** Once, kept by the ledger: see ConsentDeskTest. */
    INVITATION,
    /** It shows or reads, and sends no message. */
    NO_MESSAGE
  }

  private static final Map<String, May> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("send(Nudge, String)", May.NEVER);
    WAYS.put("send(Notice)", May.NEVER);
    WAYS.put("show(Notice)", May.NO_MESSAGE);
    WAYS.put("post(Digest, byte[], String)", May.NEVER);
    WAYS.put("complete(Digest, byte[], String)", May.NEVER);
    WAYS.put("task(Task, String)", May.NEVER);
    WAYS.put("gift(GiftNews, String)", May.NEVER);
    WAYS.put("greet(MentionId, String)", May.ANSWER);
    WAYS.put("answer(MentionId, Reply)", May.ANSWER);
    WAYS.put("confirm(MentionId, String, Reply)", May.ANSWER);
    WAYS.put("whisper(MentionId, String, String, Reply)", May.ANSWER);
    WAYS.put("show(MentionId, Reply)", May.ANSWER);
    WAYS.put("hand(String, byte[], Instant)", May.ANSWER);
    WAYS.put("invite(Invitation)", May.INVITATION);
    WAYS.put("show(Nudge)", May.NO_MESSAGE);
    WAYS.put("find(String, String, Instant)", May.NO_MESSAGE);
    WAYS.put("isPosted(Digest, String)", May.NO_MESSAGE);
    WAYS.put("isGreeted(MentionId)", May.NO_MESSAGE);
    WAYS.put("isInvited(Invitation)", May.NO_MESSAGE);
    WAYS.put("tell(Silence)", May.NEVER);
    WAYS.put("tell(Invitation)", May.NEVER);
    WAYS.put("find(Silence)", May.NO_MESSAGE);
    WAYS.put("show(Silence, Posted)", May.NO_MESSAGE);
    WAYS.put("erase(MentionId)", May.NO_MESSAGE);
    WAYS.put("publishHome(String)", May.NO_MESSAGE);
  }

  private final TestBooks books = new TestBooks();
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
            new WebApi(slack.methods(), () -> NOW),
            home,
            books.forgetting,
            (what, lease) -> true,
            () -> NOW);
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private static String signature(Method method) {
    String parameters =
        String.join(
            ", ", Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList());
    return "%s(%s)".formatted(method.getName(), parameters);
  }

  @Test
  void everyWayOfWriting_isKnownHere() {
    assertThat(
            Arrays.stream(Messenger.class.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(WritingToOutsidersTest::signature))
        .containsExactlyInAnyOrderElementsOf(WAYS.keySet());
  }

  /** An ask goes to them by their consent, which {@code AskWayTest} holds; nothing else does. */
  @Test
  void ofAsks_onlyTheAskItselfGoesToThem() {
    Asking asking = new Asking("ask:1:U0MAYA:U0ANA", Rung.RATING, "U0MAYA", "on the site");
    Ask ask = Ask.of(asking, ANA, Ask.State.HELD, NOW);
    messenger.asks().send(ask);
    assertThat(slack.got("chat.postMessage").get(0).form().get("blocks"))
        .contains("Maya Lindt of Acme asks: would you leave a rating?", "on the site")
        .contains("own_ask_no", "No is fine")
        .doesNotContain("oodwill", "/vouch");

    Ask ofStaff = Ask.of(asking, "U0OMAR", Ask.State.HELD, NOW);
    assertThatThrownBy(() -> messenger.asks().send(ofStaff)).isInstanceOf(Refused.class);
    Ask byHer = Ask.of(new Asking("b", Rung.RATING, ANA, "on the site"), ANA, Ask.State.HELD, NOW);
    Answer no = Answer.bare(Answer.Kind.NO, NOW, "c", ANA);
    for (ThrowingCallable way :
        List.<ThrowingCallable>of(
            () -> messenger.asks().tell(byHer),
            () -> messenger.asks().tell(byHer, no),
            () ->
                messenger
                    .asks()
                    .tell(
                        new ReplyNote(
                            HERS, ANA, "it", What.UNCLEAR, Meaning.OTHER, 40, "hm", null, null),
                        ANA),
            () -> messenger.asks().remind(byHer),
            () -> messenger.asks().approve(ask, ANA))) {
      assertThatThrownBy(way).isInstanceOf(Refused.class);
    }
    assertThat(slack.got("chat.postMessage")).hasSize(1);
    assertThat(AskLine.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isAbstract(method.getModifiers()))
        .extracting(Method::getName)
        .containsOnly("send", "find", "show", "approve", "tell", "remind");
  }

  @Test
  void nudge_isRefused() {
    assertThatThrownBy(() -> messenger.send(TestBooks.delight(State.SENT), ANA))
        .isInstanceOf(Refused.class);
    nothingWasSaid();
  }

  @Test
  void briefOfAnIntroduction_isRefused() {
    Introduction.Request request =
        new Introduction.Request("U0TOM", "Tom", null, "U0MAYA", "why", List.of(), NOW);
    Introduction one =
        Introduction.requested("i1", request, ANA, YearMonth.of(2026, 11), NOW)
            .telling(Introduction.Message.ASK, ANA, NOW);
    assertThatThrownBy(() -> messenger.send(Notice.bare(one, one.pending().orElseThrow())))
        .isInstanceOf(Refused.class);
    nothingWasSaid();
  }

  @Test
  void digest_isRefusedWhereTheyCanReadIt() {
    Digest digest =
        new Digest(
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
    assertThatThrownBy(() -> messenger.post(digest, new byte[0], "C0SHARED"))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> messenger.complete(digest, new byte[1], "C0SHARED"))
        .isInstanceOf(Refused.class);
    nothingWasSaid();
  }

  @Test
  void task_isRefused() {
    assertThatThrownBy(() -> messenger.task(new Task("U0TOM", "x", NOW), ANA))
        .isInstanceOf(Refused.class);
    nothingWasSaid();
  }

  @Test
  void invitationThatWasRefused_isForOurOwnPeople() {
    Invitation byHer = new Invitation("U0TOM", ANA, NOW, Language.ENGLISH);
    assertThatThrownBy(() -> messenger.tell(byHer)).isInstanceOf(Refused.class);
    nothingWasSaid();
  }

  @Test
  void silence_isTheirOwnAnyhow() {
    assertThatThrownBy(() -> messenger.tell(new Silence(ANA, NOW, 2, null)))
        .isInstanceOf(Refused.class);
    nothingWasSaid();
  }

  @Test
  void gift_isTalkedOfAmongOurOwnPeopleAlone() {
    GiftEvent event =
        new GiftEvent(
            "gift:1",
            GiftEvent.State.ASKED,
            new Gift("a book", Money.parse("20 EUR"), true),
            new GiftEvent.Party("U0TOM", null, null, null, false),
            new GiftEvent.Cited(Verdict.Why.ABOVE_APPROVAL, "r", "v"),
            "U0MAYA",
            NOW);
    assertThatThrownBy(() -> messenger.gift(new GiftNews(event, null), ANA))
        .isInstanceOf(Refused.class);
    nothingWasSaid();
    messenger.gift(new GiftNews(event, null), "U0OMAR");
    assertThat(slack.got("chat.postMessage").get(0).form().get("blocks"))
        .contains("a book", "20 EUR", "gift_given", "gift_refused");
  }

  @Test
  void answers_goWhereTheyWrote_andNowhereElse() {
    messenger.answer(HERS, new Reply.Hello(Language.ENGLISH));
    messenger.greet(HERS, ANA);
    assertThat(slack.got("chat.postMessage"))
        .allSatisfy(said -> assertThat(said.form()).containsEntry("channel", "D0ANA"));
    assertThatThrownBy(
            () ->
                messenger.answer(
                    new MentionId("C0SHARED", "1795161600.000100"),
                    new Reply.Hello(Language.ENGLISH)))
        .isInstanceOf(Refused.class);
    assertThat(slack.got("chat.postMessage")).hasSize(2);
    assertThat(slack.got("conversations.open")).isEmpty();
  }

  @Test
  void confirmation_goesToThemAlone_once() {
    MentionId inChannel = new MentionId("C0SHARED", "1795161600.000100");
    slack.answer("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D0ANA\"}}");
    slack.answer("conversations.history", "{\"ok\":true,\"messages\":[]}");
    assertThat(messenger.confirm(inChannel, ANA, new Reply.Stopped(Language.ENGLISH))).isTrue();
    StandInSlack.Got said = slack.got("chat.postMessage").get(0);
    assertThat(said.form()).containsEntry("channel", "D0ANA");
    assertThat(said.form().get("text")).contains("I have stopped");

    slack.answer(
        "conversations.history",
        "{\"ok\":true,\"messages\":[{\"ts\":\"1795161601.000100\",\"metadata\":%s}]}"
            .formatted(said.form().get("metadata")));
    assertThat(messenger.confirm(inChannel, ANA, new Reply.Stopped(Language.ENGLISH))).isTrue();
    assertThat(slack.got("chat.postMessage")).hasSize(1);
    assertThat(slack.got("chat.postEphemeral")).isEmpty();
  }

  @Test
  void confirmation_isWhispered_whereSlackAllowsNoDirectMessage() {
    slack.answer("conversations.open", "{\"ok\":false,\"error\":\"user_not_found\"}");
    slack.answer("chat.postEphemeral", "{\"ok\":true}");
    MentionId inChannel = new MentionId("C0SHARED", "1795161600.000100");
    Reply stopped = new Reply.Stopped(Language.ENGLISH);
    assertThat(messenger.confirm(inChannel, ANA, stopped)).isFalse();
    messenger.whisper(inChannel, "1795161500.000100", ANA, stopped);
    assertThat(slack.got("chat.postMessage")).isEmpty();
    assertThat(slack.got("chat.postEphemeral"))
        .singleElement()
        .satisfies(
            said ->
                assertThat(said.form())
                    .containsEntry("channel", "C0SHARED")
                    .containsEntry("user", ANA)
                    .containsEntry("thread_ts", "1795161500.000100")
                    .doesNotContainKey("blocks"));
  }

  @Test
  void invitation_saysWhoAsks_whatFor_andThatNoIsFine() {
    messenger.invite(new Invitation(ANA, "U0MAYA", NOW, Language.ENGLISH));
    assertThat(slack.got("chat.postMessage")).hasSize(1);
    assertThat(slack.got("chat.postMessage").get(0).form().get("blocks"))
        .contains("Maya Lindt of Acme", "No is fine", "own_stop", "own_yes", "the only message");
  }

  @Test
  void page_isNoMessage() {
    messenger.publishHome(ANA);
    nothingWasSaid();
    assertThat(slack.got("views.publish").get(0).form().get("view"))
        .contains("What is held about you")
        .doesNotContain("/vouch");
  }

  private void nothingWasSaid() {
    assertThat(slack.got("chat.postMessage")).isEmpty();
    assertThat(slack.got("files.completeUploadExternal")).isEmpty();
  }
}
