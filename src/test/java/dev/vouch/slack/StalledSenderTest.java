package dev.vouch.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.pipeline.DigestRound;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskRound;
import dev.vouch.pipeline.courtesy.LetterRound;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.executive.IntroductionRound;
import dev.vouch.pipeline.executive.Wish;
import dev.vouch.pipeline.inbox.EventReader;
import dev.vouch.pipeline.nudge.NudgeDesk;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.store.TestWorkspace;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An instance that has taken something stalls before it hands it to Slack, for longer than it may
 * have it. Another one takes it, looks for it in vain, and sends it; then the first goes on.
 */
class StalledSenderTest {
  private final TestWorkspace here = new TestWorkspace();
  private final AtomicLong ticker = new AtomicLong();
  private StandInSlack slack;
  private Workspace stalled;
  private Workspace other;

  /** What goes out. */
  private enum Sent {
    NUDGE {
      @Override
      void send(StalledSenderTest test, Workspace workspace) {
        test.nudges(workspace).sendDue();
      }
    },
    ASK {
      @Override
      void send(StalledSenderTest test, Workspace workspace) {
        new AskRound(workspace, test.here.clock).doDue();
      }
    },
    INTRODUCTION {
      @Override
      void send(StalledSenderTest test, Workspace workspace) {
        new IntroductionRound(workspace, test.here.clock).sendDue();
      }
    },
    INVITATION {
      @Override
      void send(StalledSenderTest test, Workspace workspace) {
        new LetterRound(workspace, test.here.clock).sendDue();
      }
    },
    DIGEST {
      @Override
      void send(StalledSenderTest test, Workspace workspace) {
        new DigestRound(workspace, test.here.books.digests(), test.here.clock).postDue();
      }
    },
    ANSWER {
      @Override
      void send(StalledSenderTest test, Workspace workspace) {
        test.isAnswered(workspace);
      }
    };

    abstract void send(StalledSenderTest test, Workspace workspace);
  }

  @BeforeEach
  void twoInstances() throws IOException {
    slack = new StandInSlack();
    stalled = through(ticker::get);
    other = through(System::nanoTime);
    here.books.settings().change(settings -> settings.withMode(Mode.ACT));
  }

  @AfterEach
  void close() {
    slack.close();
    here.close();
  }

  private Workspace through(LongSupplier ticks) {
    Workspace one = here.workspace;
    HomeDesk home =
        new HomeDesk(
            one.advocates(),
            one.accounts(),
            one.relationships(),
            one.nudges(),
            one.attention(),
            one.settings(),
            one.directory());
    return TestWorkspace.through(
        here.store,
        here,
        new SlackMessenger(
            new WebApi(slack.methods(), here.clock),
            home,
            one.forgetting(),
            here.books.claims(),
            here.clock,
            ticks));
  }

  private NudgeDesk nudges(Workspace workspace) {
    return new NudgeDesk(workspace, new NudgePolicy(here.team), here.clock);
  }

  private void prepare(Sent what) {
    switch (what) {
      case NUDGE -> isNudgedAbout();
      case ASK -> {
        agrees(Topic.values());
        Asking asking = new Asking("a:UAMARA", Rung.RATING, "UREP", "on the site");
        here.books.asks().add(Ask.of(asking, "UAMARA", Ask.State.HELD, TestWorkspace.NOW));
      }
      case INTRODUCTION -> {
        agrees(Topic.MESSAGES, Topic.INTRODUCTIONS);
        here.books.executives().enlist("UMAN", one -> one.withCapacity(1));
        Wish wish = new Wish("i1", "UAMARA", null, "UREP", "they run the rollout");
        assertThat(new IntroductionDesk(here.workspace, here.clock).request(wish))
            .isInstanceOf(Wish.Asked.class);
      }
      case INVITATION -> {
        Invitation letter = new Invitation("UAMARA", "UREP", TestWorkspace.NOW, Language.ENGLISH);
        assertThat(letter.begin(here.books.relationships())).isEmpty();
        here.books.letters().hold(letter, TestWorkspace.NOW);
      }
      case DIGEST -> {
        DigestChannel channel =
            new DigestChannel("CDIGEST", LocalTime.of(9, 0), ZoneId.of("Europe/London"));
        here.books.settings().change(settings -> settings.withDigest(channel));
        here.directory.ours.add("CDIGEST");
        what.send(this, other);
        here.clock.advance(Duration.ofDays(1));
      }
      case ANSWER -> {
        // Amara writes by and by.
      }
    }
  }

  private void isNudgedAbout() {
    here.books
        .accounts()
        .change(
            "Northwind Foods",
            account -> account.withTier(Tier.MARQUEE).withOwner("UREP").withSponsor("UEXEC"));
    here.events.read(said("C1", "advocacy: get it"));
  }

  private void agrees(Topic... topics) {
    for (Topic topic : topics) {
      Consent consent = new Consent(topic, Consent.Answer.AGREED, TestWorkspace.NOW, "1", "UAMARA");
      here.books.relationships().change(Subject.person("UAMARA"), one -> one.with(consent));
    }
  }

  private static JsonObject said(String channel, String text) {
    JsonObject message = new JsonObject();
    message.addProperty("type", "message");
    message.addProperty("channel", channel);
    message.addProperty("user", "UAMARA");
    message.addProperty("ts", SlackTime.ts(TestWorkspace.NOW));
    message.addProperty("text", text);
    return message;
  }

  private void isAnswered(Workspace workspace) {
    try {
      new EventReader(workspace, here.listener).read(said("C1", "<@UVOUCH> stop"));
    } catch (Unreachable e) {
      // It comes again.
    }
  }

  @ParameterizedTest
  @EnumSource(Sent.class)
  void whatAnotherHasSentMeanwhile_isNotSentAgain(Sent what) {
    prepare(what);
    AtomicBoolean stalls = new AtomicBoolean();
    Runnable stall =
        () -> {
          if (stalls.compareAndSet(false, true)) {
            ticker.addAndGet(Duration.ofMinutes(6).toNanos());
            here.clock.advance(Duration.ofMinutes(6));
            here.endClaims();
            what.send(this, other);
          }
        };
    slack.listener = asked -> stall.run();
    here.directory.whileAsking = what == Sent.DIGEST ? stall : () -> {};
    what.send(this, stalled);

    assertThat(stalls).isTrue();
    assertThat(slack.got("chat.postMessage"))
        .extracting(one -> one.form().get("text"))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }
}
