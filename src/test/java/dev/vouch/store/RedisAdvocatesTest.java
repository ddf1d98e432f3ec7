package dev.vouch.store;

import static dev.vouch.mention.Intent.ADVOCACY;
import static dev.vouch.mention.Intent.COMPLAINT;
import static dev.vouch.mention.Intent.PRAISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.ReactionChange;
import dev.vouch.mention.Author;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Driver;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import dev.vouch.store.key.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisAdvocatesTest {
  private static final String TS = "1764000000.000100";
  private static final String EDITED = "1764000050.000000";
  private static final MentionId ID = new MentionId("C1", TS);
  private static final Instant BEFORE = ID.at().minusSeconds(10);
  private static final Instant AFTER = ID.at().plusSeconds(10);

  private static Store store;
  private AdvocateBook book;

  @BeforeAll
  static void open() {
    store = Store.at(TestRedis.address(), InstantSource.system());
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void freshWorkspace() {
    book = store.books(TestRedis.freshTeam()).advocates();
  }

  @Test
  void channelWhoseCodeAnotherHas_isKeptInFull() {
    String team = TestRedis.freshTeam();
    Keys keys = new Keys(team);
    AdvocateBook clashing = store.books(team).advocates();
    try (RedisClient redis = RedisClient.create(TestRedis.address().uri().toString())) {
      MentionId before = new MentionId("C1", "1763999999.000100");
      clashing.write(heard(before, "U1", PRAISE), null, before.ts());
      clashing.withdraw(before, before.ts());
      redis.hset(keys.words(), new Words(redis, new Keys("T0NONE")).code("C1"), "C2");
      clashing.write(heard(ID, "U1", PRAISE), null, TS);
      assertThat(clashing.mention(ID)).map(Heard::mention).contains(ID);
      assertThat(store.books(team).advocates().heard("U1", 5))
          .extracting(Heard::mention)
          .containsExactly(ID);
      assertThat(redis.hget(keys.words(), new Words(redis, new Keys("T0NONE")).code("C1")))
          .isEqualTo("C2");
    }
  }

  private static Heard heard(MentionId id, String person, Intent intent) {
    return new Heard(
        id,
        person,
        intent,
        PRAISE,
        0.9,
        Sentiment.POSITIVE,
        false,
        false,
        List.of("just get it"),
        "https://x.slack.com/archives/C1/p1",
        "a model 1",
        null);
  }

  private static AdvocacyAct act(MentionId id, String person) {
    return new AdvocacyAct(
        id,
        person,
        Purpose.USUAL,
        0.9,
        Set.of(Driver.HUMAN_TOUCH),
        List.of("just get it"),
        false,
        "https://x.slack.com/archives/C1/p1",
        null);
  }

  private void advocate(MentionId id, String person) {
    book.write(heard(id, person, ADVOCACY), act(id, person), id.ts());
  }

  @Test
  void act_isKeptWithAllThatExplainsIt() {
    advocate(ID, "U1");

    assertThat(book.acts("U1")).containsExactly(act(ID, "U1"));
    assertThat(book.heard("U1", 10)).containsExactly(heard(ID, "U1", ADVOCACY));
    Contact contact = book.contact("U1").orElseThrow();
    assertThat(contact.isAdvocate()).isTrue();
    assertThat(contact.mentions()).containsOnlyKeys(ADVOCACY).containsEntry(ADVOCACY, 1);
    assertThat(contact.firstHeard()).isEqualTo(contact.lastHeard());
    assertThat(book.count(ADVOCACY, BEFORE, AFTER)).isOne();
  }

  @Test
  void sameVersionTwice_changesNothing() {
    advocate(ID, "U1");
    advocate(ID, "U1");

    assertThat(book.contact("U1").orElseThrow().mentions()).containsEntry(ADVOCACY, 1);
    assertThat(book.contact("U1").orElseThrow().acts()).isOne();
  }

  @Test
  void edit_replacesWhatTheOlderWordingHadChanged() {
    advocate(ID, "U1");
    book.write(heard(ID, "U1", COMPLAINT), null, EDITED);

    assertThat(book.acts("U1")).isEmpty();
    assertThat(book.top(10)).isEmpty();
    Contact contact = book.contact("U1").orElseThrow();
    assertThat(contact.mentions().getOrDefault(ADVOCACY, 0)).isZero();
    assertThat(contact.mentions()).containsEntry(COMPLAINT, 1);
    assertThat(book.count(ADVOCACY, BEFORE, AFTER)).isZero();
    assertThat(book.count(COMPLAINT, BEFORE, AFTER)).isOne();
  }

  @Test
  void originalAfterItsEdit_changesNothing() {
    book.write(heard(ID, "U1", COMPLAINT), null, EDITED);
    advocate(ID, "U1");

    assertThat(book.acts("U1")).isEmpty();
    assertThat(book.mention(ID).orElseThrow().intent()).isEqualTo(COMPLAINT);
  }

  @Test
  void deletion_takesEverythingBack() {
    advocate(ID, "U1");
    book.withdraw(ID, EDITED);

    assertThat(book.acts("U1")).isEmpty();
    assertThat(book.heard("U1", 10)).isEmpty();
    assertThat(book.mention(ID)).isEmpty();
    assertThat(book.advocates()).isZero();
    assertThat(book.contact("U1").orElseThrow().isAdvocate()).isFalse();
    assertThat(book.count(ADVOCACY, BEFORE, AFTER)).isZero();
  }

  @Test
  void deletionBeforeItsMessage_leavesNothingBehind() {
    book.withdraw(ID, EDITED);
    advocate(ID, "U1");

    assertThat(book.contact("U1")).isEmpty();
    assertThat(book.acts("U1")).isEmpty();
  }

  @Test
  void labelSetByHand_standsOverALaterEdit() {
    Heard byHand =
        new Heard(
            ID,
            "U1",
            PRAISE,
            PRAISE,
            1,
            Sentiment.POSITIVE,
            false,
            false,
            List.of(),
            "link",
            "corrected by hand",
            "UREP");
    advocate(ID, "U1");
    book.write(byHand, null, EDITED);
    var standing = book.write(heard(ID, "U1", ADVOCACY), act(ID, "U1"), "1764000099.000000");

    assertThat(standing.orElseThrow().intent()).isEqualTo(PRAISE);
    assertThat(book.acts("U1")).isEmpty();
  }

  @Test
  void reaction_movesReachOnly() {
    advocate(ID, "U1");
    Contact before = book.contact("U1").orElseThrow();
    book.react(reaction("U2", "thumbsup", true, "1764000001.000000"));

    Contact after = book.contact("U1").orElseThrow();
    assertThat(after.reach()).isEqualTo(new Reach(1, 0, 0, 0));
    assertThat(after.acts()).isEqualTo(before.acts());
    assertThat(after.mentions()).isEqualTo(before.mentions());
    assertThat(book.contact("U2").orElseThrow().reach()).isEqualTo(new Reach(0, 1, 0, 0));
    assertThat(book.countReactions(BEFORE, AFTER)).isOne();
  }

  @Test
  void removedReaction_isTakenBack_inWhateverOrderTheNewsComes() {
    book.react(reaction("U2", "tada", true, "1764000001.000000"));
    book.react(reaction("U2", "tada", false, "1764000002.000000"));
    book.react(reaction("U2", "heart", false, "1764000004.000000"));
    book.react(reaction("U2", "heart", true, "1764000003.000000"));

    assertThat(book.contact("U1").orElseThrow().reach()).isEqualTo(Reach.NONE);
    assertThat(book.countReactions(BEFORE, AFTER)).isZero();
  }

  @Test
  void reactionTwice_countsOnce() {
    book.react(reaction("U2", "tada", true, "1764000001.000000"));
    book.react(reaction("U2", "tada", true, "1764000001.000000"));

    assertThat(book.contact("U1").orElseThrow().reach().reactionsReceived()).isOne();
  }

  private static ReactionChange reaction(String by, String emoji, boolean added, String version) {
    return new ReactionChange(ID, by, emoji, by, "U1", added, version);
  }

  @Test
  void share_countsOnceForBothAndGoesWithItsDeletion() {
    MentionId share = new MentionId("C2", "1764000009.000000");
    book.share(share, "U2", "U1");
    book.share(share, "U2", "U1");
    assertThat(book.contact("U1").orElseThrow().reach()).isEqualTo(new Reach(0, 0, 1, 0));
    assertThat(book.contact("U2").orElseThrow().reach()).isEqualTo(new Reach(0, 0, 0, 1));

    book.withdraw(share, EDITED);
    book.share(share, "U2", "U1");
    assertThat(book.contact("U1").orElseThrow().reach()).isEqualTo(Reach.NONE);
  }

  @Test
  void top_isByActs_andNobodyWithoutOne() {
    advocate(new MentionId("C1", "1764000001.000000"), "U1");
    advocate(new MentionId("C1", "1764000002.000000"), "U2");
    advocate(new MentionId("C1", "1764000003.000000"), "U2");
    book.write(
        heard(new MentionId("C1", "1764000004.000000"), "U3", PRAISE), null, "1764000004.000000");

    assertThat(book.top(10)).extracting(Contact::id).containsExactly("U2", "U1");
    assertThat(book.top(1)).hasSize(1);
    assertThat(book.advocates()).isEqualTo(2);
  }

  @Test
  void heardBetween_isNewestFirst_andKeepsToItsSpan() {
    for (int second = 1; second <= 5; second++) {
      MentionId id = new MentionId("C1", "176400000" + second + ".000000");
      book.write(heard(id, "U1", second % 2 == 0 ? PRAISE : COMPLAINT), null, id.ts());
    }

    assertThat(
            book.heardBetween(
                List.of(PRAISE, COMPLAINT),
                Instant.ofEpochSecond(1764000002),
                Instant.ofEpochSecond(1764000005),
                10))
        .extracting(one -> one.mention().ts())
        .containsExactly("1764000004.000000", "1764000003.000000", "1764000002.000000");
  }

  @Test
  void person_movesBetweenAccounts() {
    Author author = new Author("U1", "T2", "Amara", Author.Kind.CUSTOMER, null, null);
    AccountLink first = new AccountLink("northwind", "by domain", Instant.ofEpochSecond(1));
    AccountLink second = new AccountLink("kestrel", "set by <@U9>", Instant.ofEpochSecond(2));
    book.meet(author, first);
    book.meet(author, second);
    book.meet(author, null);

    assertThat(book.people("northwind")).isEmpty();
    assertThat(book.people("kestrel")).containsExactly("U1");
    Contact contact = book.contact("U1").orElseThrow();
    assertThat(contact.link()).isEqualTo(second);
    assertThat(contact.name()).isEqualTo("Amara");
  }

  @Test
  void batch_isHeardInItsOrder_andSaysWhatConcernsAnAct() {
    Author author = new Author("U1", "T2", "Amara", Author.Kind.CUSTOMER, null, null);
    MentionId other = new MentionId("C1", "1764000001.000000");
    List<AdvocateBook.Result> results =
        book.hear(
            List.of(new AdvocateBook.Introduction(author, null)),
            List.of(
                Hearing.settled(heard(ID, "U1", ADVOCACY), act(ID, "U1"), TS),
                Hearing.settled(heard(other, "U1", PRAISE), null, other.ts()),
                Hearing.settled(heard(ID, "U1", COMPLAINT), null, EDITED),
                Hearing.settled(heard(ID, "U1", ADVOCACY), act(ID, "U1"), TS)));

    assertThat(results)
        .extracting(result -> result.get().concernsAct())
        .containsExactly(true, false, true, true);
    assertThat(results.get(3).get().standing().orElseThrow().intent()).isEqualTo(COMPLAINT);
    assertThat(book.contact("U1").orElseThrow().name()).isEqualTo("Amara");
  }

  @Test
  void repliesOfOneThreadInOneBatch_areReadUnderEachOther() {
    MentionId reply = new MentionId("C1", "1764000002.000000");
    List<AdvocateBook.Result> results =
        book.hear(
            List.of(),
            List.of(Hearing.settled(heard(ID, "U1", ADVOCACY), act(ID, "U1"), TS), second(reply)));

    assertThat(results.get(1).get().standing().orElseThrow().intent())
        .isEqualTo(Intent.AMPLIFICATION);
    assertThat(book.contact("U1").orElseThrow().reach().secondsReceived()).isOne();
  }

  /** Praise, and amplification where it seconds an act. */
  private static Hearing second(MentionId id) {
    Heard alone = heard(id, "U2", PRAISE).at(new Place(TS, Stance.PRAISE, null, null));
    Heard under =
        heard(id, "U2", Intent.AMPLIFICATION)
            .at(new Place(TS, Stance.SECOND, ContextReason.SECONDS_ADVOCACY, null));
    return new Hearing(
        id.ts(),
        true,
        Map.of(
            Stance.NONE,
            new Hearing.Outcome(alone, null),
            Stance.ADVOCACY,
            new Hearing.Outcome(under, null)));
  }
}
