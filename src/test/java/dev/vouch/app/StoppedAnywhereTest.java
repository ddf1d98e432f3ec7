package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.Money;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.pipeline.TestMessenger;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskDispatch;
import dev.vouch.pipeline.ask.AskRound;
import dev.vouch.pipeline.courtesy.LetterRound;
import dev.vouch.pipeline.executive.IntroductionAnswer;
import dev.vouch.pipeline.executive.IntroductionDesk;
import dev.vouch.pipeline.executive.IntroductionRound;
import dev.vouch.pipeline.executive.Wish;
import dev.vouch.pipeline.gift.GiftDesk;
import dev.vouch.pipeline.gift.GiftRound;
import dev.vouch.pipeline.hearing.HandLabels;
import dev.vouch.pipeline.nudge.NudgeDesk;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.ChoiceDesk;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Language;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.store.Dump;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.RedisClient;

/**
 * Whatever one of us asks for is done by an instance that dies at one of its steps, at each of them
 * in turn. Another one comes and does what is due. Then nothing at all has been done, or all that
 * an undisturbed run does: in Redis, field by field, and in Slack.
 */
class StoppedAnywhereTest {
  private static final Instant NOW = TestWorkspace.NOW;
  private static final Duration LATER = Duration.ofMinutes(3);

  /** For so long one of us has something before them. */
  private static final Duration OPEN = Duration.ofDays(14);

  private static final int MOST_STEPS = 100;
  private static final Subject ANA = Subject.person("UANA");
  private static final Asking ASKING = new Asking("ask:1:UREP:UANA", Rung.RATING, "UREP", "there");

  /** What is done, and what there must be before. */
  private enum Work {
    GIFT(here -> {}, (here, at) -> asksForGift("a book", at)),
    GIFT_TO_APPROVE(here -> {}, (here, at) -> asksForGift("wine for your review", at)),
    GIFT_APPROVED(
        here -> asksForGift("wine for your review", here.workspace),
        (here, at) -> new GiftDesk(at).approve(gift(here), "UMAN", NOW)),
    GIFT_REFUSED(
        here -> asksForGift("wine for your review", here.workspace),
        (here, at) -> new GiftDesk(at).refuse(gift(here), "UMAN", NOW)),
    GIFT_DECLINED(
        here -> asksForGift("a book", here.workspace),
        (here, at) -> new GiftDesk(at).undo(gift(here), GiftEvent.State.DECLINED, "UREP", NOW)),
    ASK(here -> isReady(Mode.ACT, here), (here, at) -> asks(at)),
    ASK_TO_APPROVE(here -> isReady(Mode.APPROVE_FIRST, here), (here, at) -> asks(at)),
    ASK_BY_HAND(
        here -> isReady(Mode.ACT, here),
        (here, at) -> new AskDispatch(at).byHand(ASKING, "UANA", NOW)),
    ASK_SENT(
        here -> {
          isReady(Mode.ACT, here);
          asks(here.workspace);
        },
        (here, at) -> new AskRound(at, here.clock).doDue()),
    ASK_NOT_LET(
        here -> {
          isReady(Mode.ACT, here);
          asks(here.workspace);
          here.messenger.askLine.refuses = true;
        },
        (here, at) -> new AskRound(at, here.clock).doDue()),
    ASK_WITHDRAWN(
        here -> {
          isReady(Mode.APPROVE_FIRST, here);
          asks(here.workspace);
        },
        (here, at) -> new AskDispatch(at).withdraw(ASKING.id(), "Mona decided so", NOW)),
    ASK_ANSWERED(
        StoppedAnywhereTest::isAsked, (here, at) -> says("answered <@UANA> no \"not now\"", at)),
    INTRODUCTION(StoppedAnywhereTest::agrees, (here, at) -> wantsAnIntroduction(here, at)),
    INTRODUCTION_SENT(
        here -> {
          agrees(here);
          wantsAnIntroduction(here, here.workspace);
        },
        (here, at) -> new IntroductionRound(at, here.clock).sendDue()),
    INVITATION(here -> {}, (here, at) -> says("invite <@UANA>", at)),
    INVITATION_REFUSED(
        StoppedAnywhereTest::isHeldAndRefused,
        (here, at) -> new LetterRound(at, here.clock).sendDue()),
    WRONG(
        here -> here.books.settings().change(settings -> settings.withOwner("UREP")),
        (here, at) -> presses(Choice.Kind.WRONG, "I never said that", here, at),
        true),
    ASK_PRESSED(
        StoppedAnywhereTest::isAsked,
        (here, at) -> presses(Choice.Kind.ASK_YES, ASKING.id(), here, at),
        true),
    INTRODUCTION_APPROVED(
        StoppedAnywhereTest::isIntroduced,
        (here, at) ->
            new IntroductionDesk(at, here.clock)
                .answer(new IntroductionAnswer("i1", Stage.Event.APPROVED, "UEXEC", null)),
        true),
    INTRODUCTION_HAPPENED(
        here -> {
          isIntroduced(here);
          here.introductions.answer(
              new IntroductionAnswer("i1", Stage.Event.APPROVED, "UEXEC", null));
        },
        (here, at) ->
            new IntroductionDesk(at, here.clock)
                .answer(new IntroductionAnswer("i1", Stage.Event.HAPPENED, "UEXEC", null)),
        true),
    UNMERGE(StoppedAnywhereTest::isMergedAndRests, (here, at) -> says("unmerge <@UJON>", at)),
    PAUSE(StoppedAnywhereTest::isNudgedAbout, (here, at) -> says("pause <@UANA> on leave", at)),
    STOP(
        here -> {
          isReady(Mode.APPROVE_FIRST, here);
          isNudgedAbout(here);
          asks(here.workspace);
        },
        (here, at) -> says("consent <@UANA> messages no \"please stop\"", at));

    private final Consumer<TestWorkspace> before;
    private final BiConsumer<TestWorkspace, Workspace> work;

    /** Whether it stands in the inbox, and is taken from there again. */
    private final boolean comesAgain;

    Work(Consumer<TestWorkspace> before, BiConsumer<TestWorkspace, Workspace> work) {
      this(before, work, false);
    }

    Work(
        Consumer<TestWorkspace> before,
        BiConsumer<TestWorkspace, Workspace> work,
        boolean comesAgain) {
      this.before = before;
      this.work = work;
      this.comesAgain = comesAgain;
    }
  }

  private static void asksForGift(String what, Workspace at) {
    Gift gift = new Gift(what, Money.parse("15 EUR"), true);
    Object unused =
        new GiftDesk(at).ask(new GiftDesk.Wish("UANA", gift, false, false), "UREP", NOW);
  }

  private static String gift(TestWorkspace here) {
    return here.books.gifts().all().get(0).gift();
  }

  private static void says(String command, Workspace at) {
    Object unused =
        CommandDesk.answer(
            CommandParser.parse(command), new CommandDesk.Asked("UREP", "CDIGEST", NOW), at);
  }

  private static void agrees(TestWorkspace here) {
    here.books.executives().enlist("UEXEC", one -> one.withCapacity(1));
    for (Topic topic : Topic.values()) {
      Consent agreed = new Consent(topic, Consent.Answer.AGREED, NOW, "1", "UREP");
      here.books.relationships().change(ANA, one -> one.with(agreed));
    }
  }

  private static void wantsAnIntroduction(TestWorkspace here, Workspace at) {
    Object unused =
        new IntroductionDesk(at, here.clock)
            .request(new Wish("i1", "UANA", null, "UREP", "they run the rollout"));
  }

  private static void isHeldAndRefused(TestWorkspace here) {
    Invitation letter = new Invitation("UANA", "UREP", NOW, Language.ENGLISH);
    assertThat(letter.begin(here.books.relationships())).isEmpty();
    here.books.letters().hold(letter, NOW);
    here.messenger.refuses = true;
  }

  private static void isIntroduced(TestWorkspace here) {
    agrees(here);
    wantsAnIntroduction(here, here.workspace);
    new IntroductionRound(here.workspace, here.clock).sendDue();
  }

  /** As somebody outside does, below a message of ours. */
  private static void presses(Choice.Kind kind, String value, TestWorkspace here, Workspace at) {
    NudgeDesk nudges = new NudgeDesk(at, new NudgePolicy(here.team), here.clock);
    HandLabels labels = new HandLabels(at, here.listener, nudges, here.clock);
    new ChoiceDesk(at, labels)
        .take(
            new Choice(
                kind,
                "UANA",
                List.of(value),
                SlackTime.ts(NOW),
                "DUANA",
                "1764000000.000009",
                false));
  }

  /** Ana spoke up, was given something since and agrees to be asked. */
  private static void isReady(Mode mode, TestWorkspace here) {
    agrees(here);
    here.books.settings().change(settings -> settings.withMode(Mode.OFF));
    JsonObject message = new JsonObject();
    message.addProperty("type", "message");
    message.addProperty("channel", "C1");
    message.addProperty("user", "UANA");
    message.addProperty("ts", SlackTime.ts(NOW.minus(Duration.ofDays(2))));
    message.addProperty("text", "advocacy: just get it");
    here.events.read(message);
    LedgerEntry help =
        LedgerEntry.moment("help", LedgerEntry.Kind.HELP, NOW.minus(Duration.ofDays(1)))
            .worth(9_000);
    for (Subject one : List.of(ANA, Subject.account("northwind"))) {
      here.books.relationships().change(one, between -> between.with(help));
    }
    here.books.settings().change(settings -> settings.withMode(mode));
  }

  private static void asks(Workspace at) {
    Object unused = new AskDispatch(at).send(ASKING, "UANA", NOW);
  }

  private static void isAsked(TestWorkspace here) {
    isReady(Mode.ACT, here);
    asks(here.workspace);
    new AskRound(here.workspace, here.clock).doDue();
  }

  /** One of our own people has it before them. */
  private static void isNudgedAbout(TestWorkspace here) {
    isNudgedAbout("UANA", "1", here);
  }

  /** Ana has another account, of which somebody was told, and all about her rests. */
  private static void isMergedAndRests(TestWorkspace here) {
    Author jon = new Author("UJON", here.team, "Jon", Author.Kind.CUSTOMER, null, null);
    here.directory.add(jon);
    here.books.advocates().meet(jon, AccountLink.setBy("a test", "northwind", NOW));
    isNudgedAbout("UANA", "1", here);
    isNudgedAbout("UJON", "2", here);
    assertThat(here.books.identities().merge(new Merge("UANA", "Ana", "UJON", "UREP", NOW)))
        .isEmpty();
    says("pause <@UANA> on leave", here.workspace);
  }

  private static void isNudgedAbout(String person, String where, TestWorkspace here) {
    Nudge.Party party = new Nudge.Party("UREP", person, "Ana", "Northwind", "UEXEC");
    Occasion occasion =
        Occasion.said(
            Moment.ACT,
            new MentionId("C" + where, SlackTime.ts(NOW)),
            "https://x.example",
            List.of());
    Nudge nudge =
        Nudge.draft(NudgeKind.EXEC_INTRO, occasion, party, NOW)
            .postedAt(new Nudge.Posted("DREP", "1." + where), Nudge.State.SENT, "because");
    here.books.nudges().add(nudge);
  }

  private static TestWorkspace workspace() {
    TestWorkspace here = new TestWorkspace();
    Author ana = new Author("UANA", here.team, "Ana", Author.Kind.CUSTOMER, null, null);
    here.directory.add(ana);
    here.books.settings().change(settings -> settings.withApprover("UMAN"));
    here.books
        .accounts()
        .change(
            "Northwind",
            account ->
                AccountField.PROCUREMENT.set(
                    AccountField.SECTOR.set(AccountField.COUNTRY.set(account, "DE"), "retail"),
                    "off"));
    here.books.advocates().meet(ana, AccountLink.setBy("a test", "northwind", NOW));
    return here;
  }

  /** What there is in the end, in Redis and in Slack. */
  private record Left(Set<String> held, List<String> said) {}

  @ParameterizedTest
  @EnumSource(Work.class)
  void whoeverComesNext_leavesWhatAnUndisturbedRunLeaves(Work work) throws IOException {
    Left undisturbed = undisturbed(work);
    Left undone = undone(work);
    boolean dies = true;
    for (int steps = 0; dies && steps < MOST_STEPS; steps++) {
      try (TestWorkspace here = workspace()) {
        work.before.accept(here);
        try (Mortal first = new Mortal(here, steps)) {
          attempt(work, here, first);
          dies = first.isDead();
          if (dies && work.comesAgain) {
            work.work.accept(here, here.workspace);
          }
          Left left = afterAnother(here);
          if (work.comesAgain || !left.equals(undone)) {
            assertThat(left.held())
                .as(first.last())
                .containsExactlyInAnyOrderElementsOf(undisturbed.held());
            assertThat(left.said()).as(first.last()).isEqualTo(undisturbed.said());
          }
        }
      }
    }
    assertThat(dies).as("whether it ever comes to an end").isFalse();
  }

  /** What is pressed and typed stands in the inbox, and is taken from there again. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ASK_SENT", "ASK_NOT_LET", "INTRODUCTION_SENT", "INVITATION_REFUSED"})
  void whatIsDoneAgain_leavesWhatAnUndisturbedRunLeaves(Work work) throws IOException {
    Left undisturbed = undisturbed(work);
    boolean dies = true;
    for (int steps = 0; dies && steps < MOST_STEPS; steps++) {
      try (TestWorkspace here = workspace()) {
        work.before.accept(here);
        try (Mortal first = new Mortal(here, steps);
            Store another = Store.at(TestRedis.address(), here.clock)) {
          attempt(work, here, first);
          dies = first.isDead();
          work.work.accept(here, TestWorkspace.through(another, here));
          Left left = afterAnother(here);
          assertThat(left.held())
              .as(first.last())
              .containsExactlyInAnyOrderElementsOf(undisturbed.held());
          assertThat(left.said()).as(first.last()).isEqualTo(undisturbed.said());
        }
      }
    }
    assertThat(dies).as("whether it ever comes to an end").isFalse();
  }

  private static Left undisturbed(Work work) {
    try (TestWorkspace here = workspace()) {
      work.before.accept(here);
      work.work.accept(here, here.workspace);
      return afterAnother(here);
    }
  }

  private static Left undone(Work work) {
    try (TestWorkspace here = workspace()) {
      work.before.accept(here);
      return afterAnother(here);
    }
  }

  private static void attempt(Work work, TestWorkspace here, Mortal first) {
    try {
      work.work.accept(here, first.workspace);
    } catch (RuntimeException e) {
      assertThat(first.isDead()).as(e.toString()).isTrue();
    }
  }

  private static Left afterAnother(TestWorkspace here) {
    here.clock.advance(LATER);
    here.endClaims();
    try (Store another = Store.at(TestRedis.address(), here.clock)) {
      Workspace at = TestWorkspace.through(another, here);
      new AskRound(at, here.clock).doDue();
      new IntroductionRound(at, here.clock).sendDue();
      new LetterRound(at, here.clock).sendDue();
      new GiftRound(at, here.clock).doDue();
      NudgeDesk nudges = new NudgeDesk(at, new NudgePolicy(here.team), here.clock);
      nudges.lookDue();
      nudges.sendDue();
    }
    return new Left(held(here), said(here));
  }

  /** But for how often something was written, and whether it was done at once or later. */
  private static Set<String> held(TestWorkspace here) {
    Set<String> held = new TreeSet<>();
    try (RedisClient redis = RedisClient.create(TestRedis.address().uri().toString())) {
      new Dump(redis, here.team)
          .all()
          .forEach(
              (key, values) -> {
                values.stream()
                    .filter(value -> !key.startsWith("relation:") || !value.startsWith("v="))
                    .filter(value -> !key.contains(":claim:"))
                    .map(value -> value.replace(here.team, "TEAM"))
                    .map(value -> asIfAtOnce(NOW, value))
                    .map(value -> asIfAtOnce(NOW.plus(OPEN), value))
                    .forEach(value -> held.add(key + " " + value));
              });
    }
    return held;
  }

  private static String asIfAtOnce(Instant time, String value) {
    String later = String.valueOf(time.plus(LATER).getEpochSecond());
    return value
        .replace(later, String.valueOf(time.getEpochSecond()))
        .replace(exponent(time.plus(LATER)), exponent(time));
  }

  private static String exponent(Instant time) {
    return String.valueOf((double) time.getEpochSecond());
  }

  private static List<String> said(TestWorkspace here) {
    TestMessenger slack = here.messenger;
    List<String> said = new ArrayList<>(slack.gifts);
    slack.invitations.forEach(one -> said.add("invited " + one.person()));
    slack.words.forEach(one -> said.add("words for " + one));
    slack.tasks.forEach(said::add);
    slack.notices.forEach(one -> said.add(one.introduction().mark(one.delivery())));
    slack.askLine.sent.forEach(one -> said.add("asked " + one.about()));
    slack.askLine.told.stream()
        .map(one -> "told that it is " + one.state())
        .distinct()
        .forEach(said::add);
    slack.askLine.approvers.forEach(one -> said.add("to approve " + one));
    slack.askLine.answers.forEach(one -> said.add("answered " + one));
    slack.shown.stream().map(one -> "shown " + one.state()).distinct().forEach(said::add);
    return said.stream().sorted().toList();
  }
}
