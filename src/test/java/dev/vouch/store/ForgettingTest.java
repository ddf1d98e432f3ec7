package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.CardBook.Replacement;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Erasure;
import dev.vouch.advocate.relationship.Erasure.Part;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.pipeline.DiscreetDirectory;
import dev.vouch.pipeline.courtesy.ErasureRound;
import dev.vouch.pipeline.executive.IntroductionRound;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisServers;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Whoever asks to be erased is, under every key, and does not come back until they ask for it. */
class ForgettingTest {
  private final TestWorkspace here = new TestWorkspace();
  private final RedisServers servers = new RedisServers(TestRedis.address());
  private final UnifiedJedis redis = servers.client();
  private final Dump dump = new Dump(redis, here.team);
  private final Ana ana = new Ana(here, redis);
  private final Forgetting forgetting = here.books.forgetting();

  @AfterEach
  void close() {
    here.close();
    servers.close();
  }

  private Erasure forgetAna() {
    return forgetting.forget(List.of(Ana.ID), "UREP", TestWorkspace.NOW);
  }

  private List<String> telling() {
    return dump.telling(Ana.ID, Ana.NAME, Ana.EMAIL, Ana.WORD);
  }

  /** Where she is told of, by kind of key. */
  private Set<String> kinds(List<String> telling) {
    Keys keys = new Keys(here.team);
    return telling.stream()
        .map(one -> keys.kind(keys.prefix() + one.substring(0, one.indexOf(" says "))))
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void erased_standsNowhere_underAnyKey() {
    ana.happens();
    assertThat(kinds(telling()))
        .as("what there is to erase")
        .contains("person:ID", "heard:ID", "mentions", "top", "thread", "reactions", "shares")
        .contains("timeline:reactions", "account:ID:people", "account:ID:revisions")
        .contains("gifts", "gifts:about", "gifts:sum")
        .contains("cards", "cards:emails", "relation:person:ID")
        .contains("relation:account:ID", "nudges", "nudges:about:ID", "nudges:counting:ID")
        .contains("asks", "asks:about:ID", "asks:latest", "asks:due")
        .contains("introductions", "introductions:about:ID", "introductions:open")
        .contains("attention:ID", "manners:ID", "letters", "told:ID")
        .contains(
            "settings", "corrections", "learning:heads", "inbox", "dead", "later", "later:set");

    Erasure erasure = forgetAna();

    assertThat(telling()).isEmpty();
    assertThat(erasure.isComplete()).isTrue();
    assertThat(erasure.left()).isEmpty();
    assertThat(dump.all()).as("likes of hers").doesNotContainKey("reactions:" + Ana.at(5));
    assertThat(dump.all().get("timeline:reactions")).isNull();
  }

  @Test
  void erasing_takesNothingFromOthers() {
    ana.happens();
    var advocates = here.books.advocates();
    int jonsActs = advocates.contact("UJON").orElseThrow().acts();
    int jonsReach = advocates.contact("UJON").orElseThrow().reach().reactionsReceived();
    forgetAna();

    assertThat(advocates.contact("UJON").orElseThrow().acts()).isEqualTo(jonsActs).isOne();
    assertThat(advocates.contact("UJON").orElseThrow().reach().reactionsReceived())
        .isEqualTo(jonsReach)
        .isOne();
    assertThat(advocates.acts("UJON").get(0).evidence().get(0)).startsWith("advocacy somebody");
    assertThat(advocates.mention(Ana.at(6)).orElseThrow().intent()).isEqualTo(Intent.AMPLIFICATION);
    assertThat(advocates.mention(Ana.at(6)).orElseThrow().place().seconds()).isNull();
    assertThat(advocates.mention(Ana.at(1))).isPresent();
    assertThat(advocates.top(10)).extracting(one -> one.id()).containsExactly("UJON");
    assertThat(here.books.nudges().about("UJON", 10)).isNotEmpty();
    assertThat(here.books.asks().about("UJON", 10))
        .singleElement()
        .satisfies(ask -> assertThat(ask.asking().words()).isEqualTo("<@erased> did it, too"));
    assertThat(here.books.gifts().all())
        .extracting(one -> one.what().what())
        .containsExactlyInAnyOrder("a card for somebody", "tea, as somebody had");
    assertThat(here.books.gifts().about("UJON", 9)).hasSize(1);
    assertThat(note(Subject.account(Ana.FAIRBANK))).isEqualTo("dinner with somebody");
    assertThat(note(Subject.person("UJON"))).isEqualTo("met <@erased>");
    assertThat(here.books.deliveries().deadLetters(10))
        .as("those of Jon")
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.envelope().payload()).contains("UJON"));
    assertThat(here.books.accounts().account(Ana.FAIRBANK).orElseThrow().owner()).isEqualTo("UREP");
  }

  private String note(Subject with) {
    return here.books.relationships().of(with).entry("note").orElseThrow().note().words();
  }

  @Test
  void everyNumber_isWhatTheRecordsSay_alsoAfterAnErasure() {
    ana.happens();
    redis.keys("vouch:{" + here.team + "}:mentions:*").forEach(redis::unlink);
    assertThat(here.books.advocates().acts(Ana.ID)).as("kept for longer than the rest").hasSize(2);
    forgetAna();

    Map<String, List<String>> all = dump.all();
    assertThat(all.get("spread")).containsExactly("accounts=1", "acts=1");
    assertThat(here.store.audit(here.team, TestWorkspace.NOW).differences())
        .filteredOn(one -> !one.what().startsWith("counts:") && !one.what().startsWith("person:"))
        .isEmpty();
  }

  @Test
  void erasing_leavesNoNumberBehindThatItsRecordsDoNotSay() {
    ana.happens();
    redis.del(new Keys(here.team).prefix() + "later");
    int before = here.store.audit(here.team, TestWorkspace.NOW).differences().size();
    forgetAna();

    assertThat(here.store.audit(here.team, TestWorkspace.NOW).differences())
        .hasSizeLessThanOrEqualTo(before);
  }

  @Test
  void report_saysWhatWasFound_andWhatBecameOfIt() {
    ana.happens();
    Erasure looked = forgetting.look(List.of(Ana.ID));
    Map<String, List<String>> before = dump.all();
    assertThat(looked.done()).isFalse();
    assertThat(dump.all()).as("looking changes nothing").isEqualTo(before);

    Erasure erasure = forgetAna();

    assertThat(erasure.parts()).extracting(Part::kind).contains("person:ID", "nudges", "dead");
    assertThat(looked.parts())
        .extracting(Part::kind)
        .containsExactlyElementsOf(erasure.parts().stream().map(Part::kind).toList());
    Part dead = part(erasure, "dead");
    assertThat(dead.found()).isEqualTo(3);
    assertThat(dead.anonymised()).isEqualTo(2);
    assertThat(dead.removed()).isOne();
    assertThat(erasure.stays()).anySatisfy(one -> assertThat(one).contains("salted hash"));
  }

  private static Part part(Erasure erasure, String kind) {
    return erasure.parts().stream().filter(one -> one.kind().equals(kind)).findAny().orElseThrow();
  }

  @Test
  void accountNamedAfterHer_isReported_andLeavesTheErasureIncomplete() {
    here.books.accounts().change(Ana.ID + " and daughters", one -> one);
    Erasure erasure = forgetAna();

    assertThat(erasure.isComplete()).isFalse();
    assertThat(erasure.left()).contains("accounts");
  }

  @Test
  void whoeverHadSomethingInTheirCare_hasNothingAnyMore() {
    here.books.accounts().change("Fairbank", one -> one.withOwner(Ana.ID).withSponsor("UEXEC"));
    here.books.accounts().change("Kestrel", one -> one.withOwner("UREP").withSponsor(Ana.ID));
    here.books.settings().change(set -> set.withOwner(Ana.ID).withApprover(Ana.ID));
    Erasure erasure = forgetAna();

    assertThat(erasure.left()).isEmpty();
    assertThat(erasure.isComplete()).isTrue();
    assertThat(here.books.accounts().named("Fairbank").orElseThrow().care())
        .isEqualTo(new Account.Care(null, "UEXEC"));
    assertThat(here.books.accounts().named("Kestrel").orElseThrow().care())
        .isEqualTo(new Account.Care("UREP", null));
    assertThat(here.books.settings().settings().owner()).isNull();
    assertThat(here.books.settings().settings().approver()).isNull();
    assertThat(here.books.accounts().change("Fairbank", one -> one.withOwner("UREP")).owner())
        .as("and it can be changed as before")
        .isEqualTo("UREP");
  }

  @Test
  void afterwards_nothingAboutHerIsRecorded() {
    ana.happens();
    forgetAna();
    here.books.deliveries().take(10, List.of()).deliveries();
    Map<String, List<String>> before = dump.all();

    here.events.read(Ana.said(Ana.ID, 60, 0, "advocacy " + Ana.WORD));
    here.events.read(Ana.said(Ana.ID, 2, 1, "advocacy " + Ana.WORD + " get Lumo"));
    here.events.read(Ana.reaction(Ana.ID, 7, "UJON"));
    here.events.read(Ana.reaction("UPRIYA", 60, Ana.ID));
    here.events.read(Ana.passingOn(Ana.said(Ana.ID, 61, 0, Ana.WORD), "UJON", "x"));
    here.books.advocates().write(Ana.savedByHand(), null, Ana.at(99).ts());
    here.books.learning().add(Ana.correction(63));
    here.books.relationships().change(Subject.person(Ana.ID), ForgettingTest::helped);
    assertThat(
            here.books
                .accounts()
                .cards()
                .replace(List.of(new Replacement(null, Ana.card())), TestWorkspace.NOW))
        .isFalse();

    assertThat(telling()).isEmpty();
    Map<String, List<String>> after = dump.all();
    after.keySet().removeIf(key -> key.startsWith("person:UPRIYA"));
    before.keySet().removeIf(key -> key.startsWith("person:UPRIYA"));
    assertThat(after).isEqualTo(before);
  }

  private static Relationship helped(Relationship one) {
    return one.with(LedgerEntry.moment("late", Kind.HELP, TestWorkspace.NOW));
  }

  @Test
  void whatIsInTheHandOfAWorker_leavesNothingBehind() {
    here.events.read(Ana.said("UJON", 1, 0, "advocacy: get it"));
    AtomicReference<Erasure> erasure = new AtomicReference<>();
    here.directory.whileAsking =
        () -> {
          here.directory.whileAsking = () -> {};
          try (Store other = Store.at(TestRedis.address(), here.clock)) {
            erasure.set(
                other
                    .books(here.team)
                    .forgetting()
                    .forget(List.of(Ana.ID), "UREP", TestWorkspace.NOW));
          }
        };
    here.events.read(Ana.said(Ana.ID, 2, 1, "advocacy " + Ana.WORD));
    here.directory.whileAsking = () -> {};

    assertThat(erasure.get()).as("it was erased meanwhile").isNotNull();
    assertThat(telling()).isEmpty();
  }

  /** Between the first step of an erasure, the tombstone, and its last. */
  @Test
  void whatOthersSecondWhileSheIsErased_doesNotBringHerBack() {
    here.events.read(Ana.said(Ana.ID, 2, 0, "advocacy " + Ana.WORD));
    here.events.read(Ana.said("UJON", 3, 2, "+1"));
    here.events.read(Ana.said("UJON", 4, 2, "+1"));
    assertThat(here.books.advocates().mention(Ana.at(3)).orElseThrow().place().seconds())
        .isEqualTo(Ana.ID);
    new Tombstones(redis, new Keys(here.team)).add(List.of(Ana.ID));
    redis.unlink(new Keys(here.team).person(Ana.ID));

    here.books.advocates().withdraw(Ana.at(4), Ana.at(99).ts());
    here.events.read(Ana.said("UJON", 5, 2, "+1"));
    here.events.read(Ana.edited(Ana.said("UJON", 3, 2, "neutral words")));

    assertThat(here.books.advocates().mention(Ana.at(5)).orElseThrow().place().seconds()).isNull();
    assertThat(dump.all()).doesNotContainKey("person:" + Ana.ID);
    forgetAna();
    assertThat(telling()).isEmpty();
  }

  @Test
  void deadLetterOfHers_isDroppedInsteadOfKept() {
    forgetAna();
    ana.arrives("EvLate", Ana.said(Ana.ID, 1, 0, Ana.WORD));
    ana.arrives("EvJons", Ana.said("UJON", 2, 0, "hello"));
    List<Delivery> taken = here.books.deliveries().take(10, List.of()).deliveries();
    taken.forEach(one -> here.books.deliveries().bury(one, "it broke"));

    assertThat(telling()).isEmpty();
    assertThat(here.books.deliveries().deadLetters(10)).hasSize(1);
  }

  @Test
  void contactWhomWeNeverMet_isErasedByTheirAddress() {
    here.books.accounts().change("Fairbank", one -> one.withDomain("fairbank.example"));
    here.books
        .accounts()
        .cards()
        .replace(List.of(new Replacement(null, Ana.card())), TestWorkspace.NOW);
    assertThat(kinds(telling()))
        .containsExactlyInAnyOrder("accounts:index", "cards", "cards:emails");

    assertThat(forgetting.forget(List.of(Ana.EMAIL), "UREP", TestWorkspace.NOW).isComplete())
        .isTrue();

    assertThat(telling()).isEmpty();
    assertThat(here.books.accounts().ofDomain("fairbank.example")).isPresent();
  }

  @Test
  void forgottenPerson_isUnknownToTheDirectory_andNameless() {
    DiscreetDirectory directory = new DiscreetDirectory(here.directory, forgetting);
    assertThat(directory.author(Ana.ID)).map(Author::name).contains(Ana.NAME);
    forgetAna();

    assertThat(directory.author(Ana.ID)).isEmpty();
    assertThat(directory.name(Ana.ID)).isEqualTo("somebody");
    assertThat(directory.name("UJON")).isEqualTo("Jon");
  }

  @Test
  void everyHandleOfHers_isForgotten_andComesBackTogether() {
    here.books
        .accounts()
        .cards()
        .replace(List.of(new Replacement(null, Ana.card())), here.clock.instant());
    here.books.accounts().cards().met(Ana.EMAIL, Ana.ID, TestWorkspace.NOW);
    forgetting.forget(List.of("Ana.Dore@fairbank.example"), "UREP", TestWorkspace.NOW);
    assertThat(forgetting.forgotten(Set.of(Ana.ID, Ana.EMAIL, "UJON")))
        .containsExactlyInAnyOrder(Ana.ID, Ana.EMAIL);
    forgetting.forget(List.of("UJON"), "UREP", TestWorkspace.NOW);

    forgetting.remember(Ana.ID);

    assertThat(forgetting.forgotten(Set.of(Ana.ID, Ana.EMAIL, "UJON"))).containsExactly("UJON");
    here.events.read(Ana.said(Ana.ID, 2, 0, "advocacy " + Ana.WORD));
    assertThat(here.books.advocates().contact(Ana.ID)).isPresent();
  }

  @Test
  void whatOurPeopleWereSent_isEditedInSlack_andThenGone() {
    ana.happens();
    long sent =
        here.books.nudges().about(Ana.ID, 100).stream().filter(one -> one.sent() != null).count();
    forgetAna();
    int held = here.books.nudges().latest(100).size();
    for (int i = 0; i < 3; i++) {
      here.nudges.sendDue();
      here.clock.advance(java.time.Duration.ofMinutes(3));
    }

    assertThat(here.messenger.shown)
        .filteredOn(Nudge::isErased)
        .extracting(one -> one.sent().ts())
        .hasSize((int) sent)
        .hasSizeGreaterThan(3);
    assertThat(here.messenger.sent).extracting(one -> one.nudge().about()).doesNotContain(Ana.ID);
    assertThat(here.books.nudges().latest(100)).noneMatch(Nudge::isErased).hasSizeLessThan(held);
    assertThat(dump.all().keySet()).doesNotContain("nudges:about:");
  }

  @Test
  void introductionOfHers_isEditedInSlack_andThenGone_andOthersStayWithoutHerName() {
    ana.happens();
    forgetAna();
    assertThat(here.books.executives().introduction("i2")).as("nobody was told of it").isEmpty();
    here.books.executives().change("i3", one -> one.heldUntil(here.clock.instant().plusSeconds(9)));
    here.books.settings().change(set -> set.withMode(Mode.OFF));
    new IntroductionRound(here.workspace, here.clock).sendDue();

    assertThat(here.messenger.shownNotices)
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.introduction().isErased()).isTrue();
              assertThat(shown.delivery().posted()).isEqualTo(new Nudge.Posted("DEXEC", "1.1"));
            });
    assertThat(here.books.executives().introduction("i1")).isEmpty();
    assertThat(here.books.executives().introduction("i3").orElseThrow().request().words())
        .isEqualTo("as somebody was");
    assertThat(here.books.executives().taken(Map.of("UEXEC", YearMonth.of(2026, 11))))
        .as("the place of Jon alone")
        .containsEntry("UEXEC", 1);
    assertThat(telling()).isEmpty();
  }

  @Test
  void whatElseOurPeopleWereToldOfHer_isEditedInSlack_alsoWhatWasOnItsWay() {
    ana.happens();
    Erasure erasure = forgetAna();
    forgetting.told(Ana.ID, Ana.at(71));
    forgetting.told("UJON", Ana.at(72));
    assertThat(part(erasure, "told:ID").anonymised()).isOne();
    new ErasureRound(here.workspace).editDue();

    assertThat(here.messenger.erased).containsExactly(Ana.at(70), Ana.at(71));
    assertThat(forgetting.toEdit(9)).isEmpty();
    assertThat(telling()).isEmpty();
  }

  @Test
  void suggestionAboutAnother_thatNamesHer_isShownAnewWithoutHer() {
    here.books.accounts().change("Fairbank", one -> one.withDomain("fairbank.example"));
    here.books.accounts().change("Fairbank", one -> one.withOwner("UREP"));
    here.books.settings().change(set -> set.withMode(Mode.ACT));
    ana.happens();
    Nudge aboutJon = here.books.nudges().about("UJON", 1).get(0);
    Nudge.Posted where = new Nudge.Posted("DREP", "1764000000.000900");
    here.books
        .nudges()
        .change(
            aboutJon.id(),
            one -> one.noted("Ask " + Ana.NAME + ", too.").postedAt(where, Nudge.State.SENT, "r"));
    forgetAna();
    here.messenger.shown.clear();
    assertThat(here.store.agendas(List.of(here.team), TestWorkspace.NOW).get(here.team).due())
        .isTrue();
    new ErasureRound(here.workspace).editDue();

    assertThat(here.messenger.shown)
        .filteredOn(one -> one.id().equals(aboutJon.id()))
        .singleElement()
        .satisfies(one -> assertThat(one.note()).isEqualTo("Ask somebody, too."))
        .satisfies(one -> assertThat(one.sent()).isEqualTo(where))
        .satisfies(one -> assertThat(one.isErased()).isFalse());
    assertThat(forgetting.toShow(9)).isEmpty();
  }

  @Test
  void suggestionOnItsWay_isEditedOnceItHasArrived() {
    here.books.accounts().change("Fairbank", one -> one.withDomain("fairbank.example"));
    here.books.accounts().change("Fairbank", one -> one.withOwner("UREP"));
    here.books.settings().change(set -> set.withMode(Mode.ACT));
    here.events.read(Ana.said(Ana.ID, 2, 0, "advocacy " + Ana.WORD));
    here.clock.advance(java.time.Duration.ofDays(12));
    here.messenger.whileSending = this::forgetAna;
    here.nudges.sendDue();
    here.messenger.whileSending = () -> {};

    assertThat(here.messenger.sent).hasSize(1);
    assertThat(here.messenger.shown).isNotEmpty().allMatch(Nudge::isErased);
    assertThat(telling()).isEmpty();
  }
}
