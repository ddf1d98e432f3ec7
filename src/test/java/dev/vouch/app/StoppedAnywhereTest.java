package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.AccountLink;
import dev.vouch.mention.Author;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.Money;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskRound;
import dev.vouch.pipeline.courtesy.LetterRound;
import dev.vouch.pipeline.executive.IntroductionRound;
import dev.vouch.pipeline.gift.GiftDesk;
import dev.vouch.pipeline.gift.GiftRound;
import dev.vouch.store.Dump;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private static final int MOST_STEPS = 100;

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
        (here, at) -> new GiftDesk(at).undo(gift(here), GiftEvent.State.DECLINED, "UREP", NOW));

    private final Consumer<TestWorkspace> before;
    private final BiConsumer<TestWorkspace, Workspace> work;

    Work(Consumer<TestWorkspace> before, BiConsumer<TestWorkspace, Workspace> work) {
      this.before = before;
      this.work = work;
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
  private record Left(Map<String, List<String>> held, List<String> said) {}

  @ParameterizedTest
  @EnumSource(Work.class)
  void whoeverComesNext_leavesWhatAnUndisturbedRunLeaves(Work work) throws IOException {
    Left undisturbed = undisturbed(work);
    Left undone = undone(work);
    assertThat(undone).isNotEqualTo(undisturbed);
    boolean dies = true;
    for (int steps = 0; dies && steps < MOST_STEPS; steps++) {
      try (TestWorkspace here = workspace()) {
        work.before.accept(here);
        try (Mortal first = new Mortal(here, steps)) {
          attempt(work, here, first);
          dies = first.isDead();
          Left left = afterAnother(here);
          if (!left.equals(undone)) {
            assertThat(left.held()).as(first.last()).isEqualTo(undisturbed.held());
            assertThat(left.said()).as(first.last()).isEqualTo(undisturbed.said());
          }
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
    new AskRound(here.workspace, here.clock).doDue();
    new IntroductionRound(here.workspace, here.clock).sendDue();
    new LetterRound(here.workspace, here.clock).sendDue();
    new GiftRound(here.workspace, here.clock).doDue();
    return new Left(held(here), said(here));
  }

  /** But for how often something was written, and whether it was done at once or later. */
  private static Map<String, List<String>> held(TestWorkspace here) {
    String later = String.valueOf(NOW.plus(LATER).getEpochSecond());
    String now = String.valueOf(NOW.getEpochSecond());
    Map<String, List<String>> held = new TreeMap<>();
    try (RedisClient redis = RedisClient.create(TestRedis.address().uri().toString())) {
      new Dump(redis, here.team)
          .all()
          .forEach(
              (key, values) -> {
                List<String> kept =
                    values.stream()
                        .filter(value -> !key.startsWith("relation:") || !value.startsWith("v="))
                        .map(value -> value.replace(here.team, "TEAM").replace(later, now))
                        .toList();
                if (!key.contains(":claim:")) {
                  held.put(key, kept);
                }
              });
    }
    return held;
  }

  private static List<String> said(TestWorkspace here) {
    List<String> said = new ArrayList<>(here.messenger.gifts);
    return said.stream().sorted().toList();
  }
}
