package dev.vouch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.identity.Identities.Identity;
import dev.vouch.advocate.identity.Identities.Reason;
import dev.vouch.advocate.identity.Identities.Refusal;
import dev.vouch.advocate.identity.Merge;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Author;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.executive.ExecutiveBook;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.pipeline.reply.ReplyDesk;
import dev.vouch.store.key.Keys;
import dev.vouch.store.server.RedisServers;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Two Slack ids of one human, in real Redis. */
class RedisIdentitiesTest {
  private static final String AMARA = "UAMARA";
  private static final String NEW = "UNEWAMARA";
  private static final String JON = "UJON";
  private static final Instant NOW = TestWorkspace.NOW;

  private final TestWorkspace here = new TestWorkspace();
  private final RedisServers servers = new RedisServers(TestRedis.address());
  private final UnifiedJedis redis = servers.client();
  private final Keys keys = new Keys(here.team);
  private final Identities identities = here.books.identities();

  @BeforeEach
  void sheHasANewAccount() {
    here.directory.add(
        new Author(NEW, here.team, "Amara D.", Author.Kind.CUSTOMER, "a@kestrel.example", null));
    says(AMARA, 1, "advocacy: just get it");
    says(JON, 2, "advocacy: get it");
    says(NEW, 3, "advocacy: get it here, too");
    says(NEW, 4, "question: does it export");
  }

  @AfterEach
  void close() {
    here.close();
    servers.close();
  }

  private void says(String person, int second, String text) {
    here.events.read(Ana.said(person, second, 0, text));
  }

  private java.util.Optional<Refusal> merge(String person, String id) {
    return identities.merge(new Merge(person, person, id, "UREP", NOW));
  }

  private java.util.Optional<Refusal> unmerge(String id) {
    return identities.unmerge(id, "UMAN", NOW.plusSeconds(60));
  }

  private Contact contact(String id) {
    return here.books.advocates().contact(id).orElseThrow();
  }

  private Relationship between(String id) {
    return here.books.relationships().of(Subject.person(id));
  }

  private void isSound() {
    assertThat(here.store.audit(here.team, NOW).differences()).isEmpty();
  }

  @Test
  void merged_isOnePersonEverywhere() {
    assertThat(here.books.advocates().advocates()).isEqualTo(3);
    assertThat(merge(AMARA, NEW)).isEmpty();

    assertThat(contact(NEW)).isEqualTo(contact(AMARA));
    assertThat(contact(AMARA).acts()).isEqualTo(2);
    assertThat(here.books.advocates().acts(NEW))
        .extracting(act -> act.person(), act -> act.mention())
        .containsExactly(tuple(NEW, Ana.at(3)), tuple(AMARA, Ana.at(1)));
    assertThat(here.books.advocates().heard(AMARA, 9)).hasSize(3);
    assertThat(here.books.advocates().top(9))
        .extracting(Contact::id)
        .containsExactlyInAnyOrder(AMARA, JON);
    assertThat(here.books.advocates().advocates()).isEqualTo(2);
    assertThat(here.books.advocates().spread(NOW).lately().people()).isEqualTo(2);
    assertThat(here.books.advocates().people("kestrel")).isEmpty();
    assertThat(contact(AMARA).account()).contains("northwind-foods");
    assertThat(between(AMARA).entries(Kind.MERGED))
        .extracting(entry -> entry.note().by(), entry -> entry.note().about(), LedgerEntry::from)
        .containsExactly(tuple("UREP", NEW, NOW));
    isSound();
  }

  @Test
  void whatIsSaidAndDoneSince_isThePersons_andGoesBack() {
    here.books.nudges().add(nudge(NEW, 3, State.SENT));
    merge(AMARA, NEW);
    says(NEW, 5, "advocacy: and here");
    here.events.read(Ana.edited(Ana.said(NEW, 4, 0, "complaint: it does not")));
    here.events.read(Ana.reaction(JON, 3, NEW));
    here.books.nudges().add(nudge(NEW, 5, State.HELD));

    assertThat(contact(AMARA).acts()).isEqualTo(3);
    assertThat(contact(AMARA).reach().reactionsReceived()).isOne();
    assertThat(here.books.nudges().about(NEW, 9))
        .extracting(Nudge::about)
        .containsOnly(AMARA)
        .hasSizeGreaterThan(2);
    isSound();

    assertThat(unmerge(NEW)).isEmpty();
    assertThat(contact(AMARA).acts()).isOne();
    assertThat(contact(NEW).acts()).isEqualTo(2);
    assertThat(contact(NEW).reach().reactionsReceived()).isOne();
    assertThat(contact(AMARA).reach().reactionsReceived()).isZero();
    assertThat(here.books.advocates().heard(NEW, 9)).hasSize(3);
    assertThat(here.books.nudges().about(NEW, 9)).extracting(Nudge::about).containsOnly(NEW);
    assertThat(here.books.nudges().about(AMARA, 9))
        .extracting(Nudge::mention)
        .containsOnly(Ana.at(1));
    assertThat(contact(NEW).account()).contains("kestrel");
    isSound();
  }

  private static Nudge nudge(String person, int second, State state) {
    return Lives.nudge(person, second, state);
  }

  @Test
  void whatIsNotedSince_staysWithThePerson_butForWhatBelongsToTheOther() {
    change(NEW, one -> one.with(LedgerEntry.moment("promise", Kind.PROMISE, NOW)));
    merge(AMARA, NEW);
    change(NEW, one -> one.with(LedgerEntry.moment("help", Kind.HELP, NOW)));
    change(AMARA, one -> one.with(kept("promise")));
    change(AMARA, one -> one.with(taken(Ana.at(4).toString())));
    unmerge(NEW);

    assertThat(between(AMARA).entry("help")).isPresent();
    assertThat(between(AMARA).entries(Kind.PROMISE, Kind.PROMISE_KEPT, Kind.SUGGESTION_TAKEN))
        .isEmpty();
    assertThat(between(NEW).entry("help")).isEmpty();
    assertThat(between(NEW).entries(Kind.PROMISE, Kind.PROMISE_KEPT, Kind.SUGGESTION_TAKEN))
        .hasSize(3);
  }

  private void change(String id, java.util.function.UnaryOperator<Relationship> change) {
    here.books.relationships().change(Subject.person(id), change);
  }

  private static LedgerEntry kept(String about) {
    return LedgerEntry.moment("kept", Kind.PROMISE_KEPT, NOW).noted(Note.about(about));
  }

  private static LedgerEntry taken(String about) {
    return LedgerEntry.moment("taken", Kind.SUGGESTION_TAKEN, NOW).noted(Note.about(about));
  }

  @Test
  void stopByEitherAccount_isThePersonsOwnWord_andHoldsForBothWhenTheyAreParted() {
    change(AMARA, one -> one.with(Lives.consent(Topic.MESSAGES, 0, NOW.minusSeconds(9), AMARA)));
    change(NEW, one -> one.with(Lives.consent(Topic.MESSAGES, 0, NOW.minusSeconds(9), NEW)));
    merge(AMARA, NEW);
    var said =
        new ReplyDesk(here.workspace)
            .heed(
                new dev.vouch.mention.MentionId("DNEW", Ana.at(1_001).ts()),
                NEW,
                "please stop writing to me");
    assertThat(said).isInstanceOf(dev.vouch.pipeline.reply.Reply.Stopped.class);
    assertThat(between(AMARA).optedOut()).isTrue();
    assertThat(between(AMARA).consents().get(Topic.MESSAGES).by()).isEqualTo(AMARA);
    unmerge(NEW);

    assertThat(between(AMARA).optedOut()).isTrue();
    assertThat(between(NEW).optedOut()).isTrue();
    Consent theirs = between(NEW).consents().get(Topic.MESSAGES);
    assertThat(theirs.by()).isEqualTo(NEW);
    assertThat(between(NEW).entries(Kind.DECLINED)).hasSize(1);
  }

  @Test
  void newAccountOfWhichNothingWasHeard_canBeThePerson() {
    here.directory.add(new Author("UFRESH", here.team, "Fresh", Author.Kind.CUSTOMER, null, null));
    assertThat(identities.merge(new Merge("UFRESH", "Fresh", AMARA, "UREP", NOW))).isEmpty();
    assertThat(contact(AMARA).name()).isEqualTo("Fresh");
    assertThat(contact(AMARA).acts()).isOne();
    assertThat(contact(AMARA).account()).as("accounts' permissions do not move").isEmpty();
    unmerge(AMARA);
    assertThat(here.books.advocates().contact("UFRESH")).isEmpty();
    assertThat(contact(AMARA).account()).contains("northwind-foods");
    isSound();
  }

  @Test
  void chainAndStar_workAndArePartedInTheOrderInWhichTheyCame() {
    merge(AMARA, NEW);
    merge(JON, AMARA);
    assertThat(identities.of(NEW))
        .extracting(Identity::id, Identity::into)
        .containsExactly(tuple(JON, JON), tuple(AMARA, JON), tuple(NEW, AMARA));
    assertThat(contact(NEW).id()).isEqualTo(JON);
    assertThat(contact(JON).acts()).isEqualTo(3);
    says(NEW, 6, "advocacy: deep down");
    isSound();
    assertThat(unmerge(NEW)).contains(new Refusal(Reason.WHOLE_FIRST, AMARA));
    assertThat(unmerge(AMARA)).isEmpty();
    assertThat(contact(AMARA).acts()).isEqualTo(3);
    assertThat(contact(JON).acts()).isOne();
    isSound();
    merge(AMARA, JON);
    assertThat(unmerge(NEW)).contains(new Refusal(Reason.LATER_FIRST, JON));
    assertThat(unmerge(JON)).isEmpty();
    assertThat(unmerge(NEW)).isEmpty();
    assertThat(contact(NEW).acts()).isEqualTo(2);
    isSound();
  }

  @Test
  void whatCannotBeJoined_isRefused() {
    assertThat(merge(AMARA, AMARA)).contains(new Refusal(Reason.SAME, ""));
    merge(AMARA, NEW);
    assertThat(merge(AMARA, NEW)).contains(new Refusal(Reason.ALREADY, AMARA));
    assertThat(merge(NEW, AMARA)).contains(new Refusal(Reason.ALREADY, AMARA));
    assertThat(merge(JON, NEW)).contains(new Refusal(Reason.ELSEWHERE, AMARA));
    assertThat(merge(NEW, JON)).contains(new Refusal(Reason.PART, AMARA));
    assertThat(unmerge(JON)).contains(new Refusal(Reason.NOT_MERGED, ""));
    here.books.forgetting().forget(List.of(JON), "UREP", NOW);
    assertThat(merge(AMARA, JON)).contains(new Refusal(Reason.FORGOTTEN, JON));
  }

  @Test
  void mergedAnew_afterAnUndo_isAsAtFirst() {
    merge(AMARA, NEW);
    var first = Lives.state(redis, here.team);
    unmerge(NEW);
    merge(AMARA, NEW);
    var again = Lives.state(redis, here.team);
    first.keySet().removeIf(key -> key.startsWith("identity:") || key.startsWith("relation:"));
    again.keySet().removeIf(key -> key.startsWith("identity:") || key.startsWith("relation:"));
    assertThat(again).isEqualTo(first);
  }

  @Test
  void erasingEither_erasesBoth_andNeitherComesBack() {
    merge(AMARA, NEW);
    here.books.forgetting().forget(List.of(NEW), "UREP", NOW);

    assertThat(new Dump(redis, here.team).telling(AMARA, NEW)).isEmpty();
    assertThat(here.books.forgetting().forgotten(List.of(AMARA, NEW, JON)))
        .containsExactlyInAnyOrder(AMARA, NEW);
    says(AMARA, 7, "advocacy: again");
    says(NEW, 8, "advocacy: again");
    assertThat(new Dump(redis, here.team).telling(AMARA, NEW)).isEmpty();
    isSound();
  }

  @Test
  void audit_findsWhatDoesNotAddUp() {
    merge(AMARA, NEW);
    redis.hincrBy(keys.identity(NEW), "0", 1);
    redis.hset(keys.person(NEW), "n", "left behind");

    assertThat(here.store.audit(here.team, NOW).differences())
        .extracting(Audit.Difference::what)
        .contains("identity", "merged");
  }

  @Test
  void anotherInstance_knowsOfItWithTheNextThingItWrites() {
    try (TestWorkspace there = new TestWorkspace(TestRedis.address(), here.team)) {
      assertThat(there.books.identities().person(NEW)).isEqualTo(NEW);
      merge(AMARA, NEW);
      there
          .books
          .relationships()
          .change(Subject.person(NEW), one -> one.with(LedgerEntry.moment("x", Kind.HELP, NOW)));
      assertThat(between(AMARA).entry("x")).isPresent();
      unmerge(NEW);
      there
          .books
          .relationships()
          .change(Subject.person(NEW), one -> one.with(LedgerEntry.moment("y", Kind.HELP, NOW)));
      assertThat(between(NEW).entry("y")).isPresent();
      assertThat(between(AMARA).entry("y")).isEmpty();
    }
  }

  @Test
  void introductionsOfBoth_arePartOfOnePerson_andNoSecondIsOpened() {
    var executives = here.books.executives();
    executives.enlist("UEXEC", one -> one.withCapacity(9));
    assertThat(executives.add(introduction("i1", NEW))).isEqualTo(ExecutiveBook.Entry.ADDED);
    merge(AMARA, NEW);

    assertThat(executives.about(AMARA, 9)).extracting(Introduction::id).containsExactly("i1");
    assertThat(executives.add(introduction("i2", AMARA))).isEqualTo(ExecutiveBook.Entry.OTHER_OPEN);
    unmerge(NEW);
    assertThat(executives.about(AMARA, 9)).isEmpty();
    assertThat(executives.add(introduction("i2", AMARA))).isEqualTo(ExecutiveBook.Entry.ADDED);
  }

  private static Introduction introduction(String id, String person) {
    Introduction.Request request =
        new Introduction.Request(person, person, "", "UREP", "why", List.of(), NOW);
    return Introduction.requested(id, request, "UEXEC", YearMonth.of(2026, 11), NOW);
  }

  @Test
  void whatChanceDecidedFirst_standsForThePerson() {
    expose(AMARA, 1, NOW, true);
    expose(NEW, 3, NOW.plusSeconds(9), false);
    assertThat(here.books.nudges().exposures(NudgeKind.EXEC_INTRO, NOW, NOW)).hasSize(2);
    merge(AMARA, NEW);
    assertThat(here.books.nudges().exposures(NudgeKind.EXEC_INTRO, NOW, NOW))
        .extracting(Exposure::person, Exposure::heldOut)
        .containsExactly(tuple(AMARA, true));
    unmerge(NEW);
    assertThat(here.books.nudges().exposures(NudgeKind.EXEC_INTRO, NOW, NOW)).hasSize(2);
  }

  private void expose(String person, int second, Instant at, boolean heldOut) {
    Nudge nudge = Lives.nudge(person, second + 700, State.LOGGED);
    here.books
        .nudges()
        .add(
            List.of(nudge),
            new NudgeLog.Beside(
                java.util.Map.of(
                    nudge.id(), new Exposure(person, NudgeKind.EXEC_INTRO, at, heldOut)),
                List.of()));
  }
}
