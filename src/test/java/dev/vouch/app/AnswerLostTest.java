package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.vouch.classify.reply.Meaning;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.gift.Verdict;
import dev.vouch.pipeline.Directory.Home;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.ReplyNote;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.slack.SlackDirectory;
import dev.vouch.slack.SlackMessenger;
import dev.vouch.slack.Startup.Connection;
import dev.vouch.slack.Tokens;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.store.Store;
import dev.vouch.store.server.BundledRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Slack takes what is said to somebody, and its answer is lost: whoever says it again finds that it
 * stands there.
 */
class AnswerLostTest {
  private static final Duration SILENCE = Duration.ofSeconds(4);
  private static final int PATIENCE_MILLIS = 2_000;

  @TempDir private static Path directory;
  private static BundledRedis redis;

  @BeforeAll
  static void start() {
    redis = BundledRedis.open(directory.resolve("redis"));
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** What is said, and to whom. */
  private enum Said {
    NOTE("Rita", here -> here.messenger.asks().tell(here.note(), here.id("Rita"))),
    TASK("Rita", here -> here.messenger.task(here.task(), here.id("Rita"))),
    GIFT("Mona", here -> here.messenger.gift(here.gift(), here.id("Mona"))),
    ASK_TO_APPROVE(
        "Mona", here -> here.messenger.asks().approve(here.ask("ask:1"), here.id("Mona"))),
    ASK_BEGUN("Rita", here -> here.messenger.asks().tell(here.ask("ask:2"))),
    ASK_ANSWERED("Rita", here -> here.messenger.asks().tell(here.toldAsk(), here.answer())),
    REMINDER("Rita", here -> here.messenger.asks().remind(here.toldAsk())),
    WORDS("Rita", here -> here.messenger.tell(here.invitation())),
    CONFIRMATION("Amara", here -> here.messenger.confirm(here.said(), here.id("Amara"), STOPPED)),
    FILE(
        "Amara",
        here -> here.messenger.hand(here.id("Amara"), new byte[] {'{', '}'}, here.now),
        "files.completeUploadExternal");

    private final String to;
    private final Consumer<Here> way;
    private final String method;

    Said(String to, Consumer<Here> way) {
      this(to, way, "chat.postMessage");
    }

    Said(String to, Consumer<Here> way, String method) {
      this.to = to;
      this.way = way;
      this.method = method;
    }
  }

  private static final Reply STOPPED = new Reply.Stopped(Language.ENGLISH);

  /** A town, and a messenger that waits for no answer of Slack for long. */
  private static final class Here implements AutoCloseable {
    final Town town = new Town(redis.address());
    final Messenger messenger = messenger(town);
    private final Instant now = town.sandbox.clock().instant();
    private final Posted told = messenger.asks().tell(ask("ask:1"));

    private static Messenger messenger(Town town) {
      SlackConfig config = new SlackConfig();
      config.setMethodsEndpointUrlPrefix(town.sandbox.apiUrl());
      config.setHttpClientReadTimeoutMillis(PATIENCE_MILLIS);
      config.setStatsEnabled(false);
      String self = town.sandbox.botPersonId();
      Connection connection =
          new Connection(
              new Home(town.sandbox.teamId(), "Lumo", town.sandbox.url(), self),
              null,
              new Tokens.Token(town.sandbox.botToken(), self, self));
      WebApi api =
          new WebApi(
              Slack.getInstance(config).methods(town.sandbox.botToken()), town.sandbox.clock());
      Store.Books books = town.books();
      HomeDesk home =
          new HomeDesk(
              books.advocates(),
              books.accounts(),
              books.relationships(),
              books.nudges(),
              books.attention(),
              books.settings(),
              new SlackDirectory(
                  api,
                  connection,
                  () -> books.settings().settings().staff(),
                  town.sandbox.clock()));
      return new SlackMessenger(
          api, home, books.forgetting(), books.claims(), town.sandbox.clock());
    }

    String id(String person) {
      return town.person(person);
    }

    MentionId said() {
      return new MentionId(town.channel("#community"), SlackTime.ts(now.minusSeconds(60)));
    }

    ReplyNote note() {
      return new ReplyNote(
          said(),
          id("Amara"),
          "the rating",
          ReplyNote.What.UNCLEAR,
          Meaning.OTHER,
          40,
          "hm",
          null,
          null);
    }

    Task task() {
      return new Task(id("Amara"), "my name is John", now.minusSeconds(60));
    }

    GiftNews gift() {
      return new GiftNews(
          new GiftEvent(
              "gift:1",
              GiftEvent.State.ASKED,
              new Gift("a book", Money.parse("15 EUR"), true),
              new GiftEvent.Party(id("Amara"), null, null, null, false),
              new GiftEvent.Cited(Verdict.Why.values()[0], null, "1"),
              id("Rita"),
              now),
          null);
    }

    Ask ask(String id) {
      Asking asking = new Asking(id, Rung.RATING, id("Rita"), "on the site");
      return Ask.of(asking, id("Amara"), Ask.State.HELD, now);
    }

    Ask toldAsk() {
      return ask("ask:1").toldAt(told, 0);
    }

    Answer answer() {
      return Answer.bare(Answer.Kind.YES, now, "cause", id("Amara"));
    }

    Invitation invitation() {
      return new Invitation(id("Amara"), id("Rita"), now, Language.ENGLISH);
    }

    int messages(String person) {
      return town.sandbox.workspace().dmWithBot(person).size();
    }

    @Override
    public void close() {
      town.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidAgain_standsThereOnce(Said said) {
    try (Here here = new Here()) {
      int before = here.messages(said.to);
      here.town.sandbox.faults().silentNext(said.method, SILENCE, 1);
      assertThatThrownBy(() -> said.way.accept(here)).isInstanceOf(Unreachable.class);
      said.way.accept(here);
      assertThat(here.messages(said.to)).isEqualTo(before + 1);
    }
  }
}
