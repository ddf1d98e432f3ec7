package dev.vouch.pipeline.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Aim;
import dev.vouch.mention.ContextReason;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Products;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import dev.vouch.store.TestWorkspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of messages where they stand, with real state. */
class ThreadWayTest {
  private static final List<String> PEOPLE = List.of("UAMARA", "UJON", "UPRIYA", "UMAIL");
  private static final String ROOT = ts(0);
  private static final String QUESTION = "question: anyone here using Lumo? worth it?";
  private static final String GROUND = "praise: three years now, wouldn't go back";

  private final TestWorkspace here = new TestWorkspace();

  @AfterEach
  void close() {
    here.close();
  }

  private static String ts(int second) {
    return "17640001%02d.000100".formatted(second);
  }

  private static JsonObject said(String person, int second, String text) {
    JsonObject event = TestWorkspace.said(new MentionId("C1", ts(second)), person, text);
    if (second > 0) {
      event.addProperty("thread_ts", ROOT);
    }
    return event;
  }

  private static JsonObject edited(JsonObject message, String text, int at) {
    JsonObject now = message.deepCopy();
    now.addProperty("text", text);
    JsonObject edit = new JsonObject();
    edit.addProperty("ts", ts(at));
    now.add("edited", edit);
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_changed");
    event.addProperty("channel", "C1");
    event.add("message", now);
    return event;
  }

  private static JsonObject deleted(int second, int at) {
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("subtype", "message_deleted");
    event.addProperty("channel", "C1");
    event.addProperty("deleted_ts", ts(second));
    event.addProperty("event_ts", ts(at));
    return event;
  }

  private static JsonObject withAttachment(JsonObject event, String field, String value) {
    JsonObject attachment = new JsonObject();
    attachment.addProperty(field, value);
    attachment.addProperty("is_share", field.equals("author_id"));
    attachment.addProperty("text", "advocacy: everybody should get Lumo");
    JsonArray all = new JsonArray();
    all.add(attachment);
    event.add("attachments", all);
    return event;
  }

  private void read(JsonObject... events) {
    for (JsonObject event : events) {
      here.events.read(event);
    }
  }

  private Heard heard(int second) {
    return here.books.advocates().mention(new MentionId("C1", ts(second))).orElseThrow();
  }

  private Contact contact(String person) {
    return here.books.advocates().contact(person).orElseThrow();
  }

  @Test
  void secondOfAnAct_isReachOfThatAct_andNoAdvocacy() {
    read(said("UAMARA", 0, "advocacy: just get it"), said("UJON", 1, "+1"));

    assertThat(heard(1).intent()).isEqualTo(Intent.AMPLIFICATION);
    assertThat(heard(1).sentiment()).isEqualTo(Sentiment.POSITIVE);
    assertThat(heard(1).place().reason()).isEqualTo(ContextReason.SECONDS_ADVOCACY);
    assertThat(heard(1).place().seconds()).isEqualTo("UAMARA");
    assertThat(contact("UAMARA").reach()).isEqualTo(new Reach(0, 0, 0, 0, 1, 0));
    assertThat(contact("UJON").reach()).isEqualTo(new Reach(0, 0, 0, 0, 0, 1));
    assertThat(contact("UAMARA").acts()).isOne();
    assertThat(contact("UJON").acts()).isZero();
  }

  @Test
  void secondOfASecond_secondsTheSameAct() {
    read(
        said("UAMARA", 0, "advocacy: just get it"),
        said("UJON", 1, "+1"),
        said("UPRIYA", 2, "this ^"));

    assertThat(contact("UAMARA").reach().secondsReceived()).isEqualTo(2);
    assertThat(contact("UJON").reach().secondsReceived()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "complaint: down again, NEGATIVE",
    "warning: keep away, NEGATIVE",
    "question: where?, NEUTRAL"
  })
  void second_feelsAsWhatItSeconds(String root, Sentiment feeling) {
    read(said("UAMARA", 0, root), said("UJON", 1, "+1"));
    assertThat(heard(1).sentiment()).isEqualTo(feeling);
    assertThat(heard(1).intent()).isEqualTo(Intent.AMPLIFICATION);
    assertThat(contact("UAMARA").reach()).isEqualTo(Reach.NONE);
  }

  @Test
  void secondOfOwnWords_secondsNobody() {
    read(said("UAMARA", 0, "advocacy: just get it"), said("UAMARA", 1, "+1"));
    assertThat(contact("UAMARA").reach()).isEqualTo(Reach.NONE);
  }

  @Test
  void secondOfStaff_isNotOneOfTheActAbove() {
    read(
        said("UAMARA", 0, "advocacy: just get it"),
        said("UREP", 1, "thank you!"),
        said("UJON", 2, "+1"));
    assertThat(contact("UAMARA").reach()).isEqualTo(Reach.NONE);
    assertThat(heard(2).place().reason()).isNull();
  }

  @Test
  void staffBelowAQuestion_haveAnsweredIt_onceHoweverOftenAndInWhateverOrderTheySpeak() {
    read(
        said("UREP", 2, "and at noon"),
        said("UAMARA", 0, QUESTION),
        said("UREP", 1, "at night, yes"),
        said("UREP", 1, "at night, yes"));

    assertThat(ledger("UAMARA"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(LedgerEntry.Kind.ANSWER);
              assertThat(entry.goodwill()).isEqualTo(500);
              assertThat(entry.from()).isEqualTo(new MentionId("C1", ts(1)).at());
              assertThat(entry.note().about()).isEqualTo("C1:" + ROOT);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "praise: lovely, UREP",
    "question: at night?, UJON",
    "question: at night?, UAMARA",
  })
  void whatNeedsNoAnswer_orHasNoneOfOurs_isNotAnswered(String root, String who) {
    read(said("UAMARA", 0, root), said(who, 1, "at night, yes"));

    assertThat(ledger("UAMARA")).isEmpty();
  }

  private List<LedgerEntry> ledger(String person) {
    return here.books
        .relationships()
        .of(Subject.person(person))
        .answered(here.books.advocates().heard(person, 50))
        .ledger();
  }

  @Test
  void groundGivenToABuyer_isAnAct_andSaysWhy() {
    read(said("UAMARA", 0, QUESTION), said("UJON", 1, GROUND), said("UPRIYA", 2, "yes"));

    assertThat(contact("UJON").acts()).isOne();
    assertThat(heard(1).place().reason()).isEqualTo(ContextReason.SPEAKS_TO_A_BUYER);
    assertThat(heard(2).intent()).isEqualTo(Intent.NEUTRAL);
    assertThat(contact("UPRIYA").acts()).isZero();
  }

  @Test
  void sameGround_isPraise_underOwnQuestionUnderStaffAndAlone() {
    read(said("UJON", 0, QUESTION), said("UJON", 1, GROUND));
    read(said("UREP", 10, QUESTION));
    JsonObject underStaff = said("UPRIYA", 11, GROUND);
    underStaff.addProperty("thread_ts", ts(10));
    JsonObject alone = said("UMAIL", 12, GROUND);
    alone.remove("thread_ts");
    read(underStaff, alone);

    assertThat(here.books.advocates().advocates()).isZero();
    assertThat(heard(11).intent()).isEqualTo(Intent.PRAISE);
  }

  @Test
  void wordsAgainst_givenToABuyer_areAWarning() {
    read(said("UAMARA", 0, QUESTION), said("UJON", 1, "complaint: two of ours burnt out"));
    assertThat(heard(1).intent()).isEqualTo(Intent.WARNING);
  }

  @Test
  void questionOfAnotherWithinTheThread_asksToo() {
    read(said("UREP", 0, "Lumo 5 is out"), said("UAMARA", 1, QUESTION), said("UJON", 2, GROUND));
    assertThat(contact("UJON").acts()).isOne();
  }

  @Test
  void editOfTheQuestion_takesTheActBack_andItsSeconds() {
    JsonObject question = said("UAMARA", 0, QUESTION);
    read(question, said("UJON", 1, GROUND), said("UPRIYA", 2, "+1"));
    assertThat(contact("UJON").reach().secondsReceived()).isOne();

    read(edited(question, "question: which port?", 30));
    assertThat(contact("UJON").acts()).isZero();
    assertThat(contact("UJON").reach()).isEqualTo(Reach.NONE);
    assertThat(heard(2).place().reason()).isEqualTo(ContextReason.SECONDS_PRAISE);
  }

  @Test
  void deletionOfTheAct_leavesItsSecondsNothing() {
    read(said("UAMARA", 0, "advocacy: just get it"), said("UJON", 1, "+1"), deleted(0, 30));
    assertThat(contact("UJON").reach()).isEqualTo(Reach.NONE);
    assertThat(heard(1).place().reason()).isNull();
  }

  @Test
  void deletedSecond_isTakenBack() {
    read(said("UAMARA", 0, "advocacy: just get it"), said("UJON", 1, "+1"), deleted(1, 30));
    assertThat(contact("UAMARA").reach()).isEqualTo(Reach.NONE);
  }

  @Test
  void actThatAPersonDenies_isSecondedNoMore() {
    read(said("UAMARA", 0, "advocacy: just get it"), said("UJON", 1, "+1"));
    here.labels.correct(new MentionId("C1", ROOT), "UREP");

    assertThat(contact("UAMARA").reach()).isEqualTo(Reach.NONE);
    assertThat(heard(1).place().reason()).isEqualTo(ContextReason.SECONDS_PRAISE);
  }

  @Test
  void actTakenBack_takesItsNudgeAlong() {
    JsonObject question = said("UAMARA", 0, QUESTION);
    read(question, said("UJON", 1, GROUND));
    int before = here.books.nudges().latest(10).size();
    assertThat(before).isPositive();
    read(edited(question, "question: which port?", 30));
    assertThat(here.books.advocates().advocates()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "worth a read",
        "<https://lumo.example/why>",
        "&gt; advocacy: everybody should get Lumo",
        "“everybody who runs a bakery should get Lumo” via their blog"
      })
  void whatOnlyPassesOn_isReach(String text) {
    read(withAttachment(said("UJON", 0, text), "author_id", "UREP"));
    assertThat(heard(0).intent()).isEqualTo(Intent.AMPLIFICATION);
    assertThat(contact("UJON").acts()).isZero();
  }

  @Test
  void ownArgumentBesideAShare_isJudgedByItself() {
    read(
        withAttachment(
            said("UJON", 0, "advocacy: it cut our close from 9 days to 3, get it"),
            "from_url",
            "https://lumo.example/why"));
    assertThat(contact("UJON").acts()).isOne();
    assertThat(heard(0).place().reason()).isNull();
  }

  @Test
  void ownWordsBelowAQuote_areAllThatCounts() {
    read(said("UJON", 0, "complaint, it broke\n&gt; advocacy: everybody should get Lumo"));
    assertThat(heard(0).intent()).isEqualTo(Intent.COMPLAINT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        GROUND + "|RECOMMENDATION|BUY",
        "praise: to answer your question, never looked back, and it paid for itself|PEER_HELP|TRY",
        "praise: month end took 3 days, now 4 hours, never looked back|STORY|BUY",
        "praise: never looked back. Give the free plan a go|RECOMMENDATION|TRY"
      })
  void actByContext_hasThePurposeOfItsOwnWords(String reply, ActKind kind, Aim aim) {
    read(said("UAMARA", 0, QUESTION), said("UJON", 1, reply));
    assertThat(here.books.advocates().acts("UJON"))
        .extracting(AdvocacyAct::purpose)
        .containsExactly(new Purpose(kind, aim));
  }

  @Test
  void actByContext_losesItsPurposeWithTheQuestion_andHasItAgainWithTheQuestion() {
    JsonObject question = said("UAMARA", 0, QUESTION);
    read(question, said("UJON", 1, "praise: to answer your question, never looked back"));
    List<AdvocacyAct> acts = here.books.advocates().acts("UJON");
    assertThat(acts).extracting(AdvocacyAct::kind).containsExactly(ActKind.PEER_HELP);

    read(edited(question, "question: which port?", 30));
    assertThat(here.books.advocates().acts("UJON")).isEmpty();
    assertThat(heard(1).intent()).isEqualTo(Intent.PRAISE);
    read(edited(question, QUESTION, 40));
    assertThat(here.books.advocates().acts("UJON")).isEqualTo(acts);
  }

  private void knowing() {
    Products known = new Products(Set.of("Lumo"), Set.of("Tessel"));
    here.books.settings().change(settings -> settings.withProducts(known));
  }

  @Test
  void groundForACompetitor_isAWarningAndNoAct_andItsSecondsAreNoReach() {
    knowing();
    read(
        said("UAMARA", 0, QUESTION),
        said("UJON", 1, "praise: went with Tessel, three years now, wouldn't go back"),
        said("UPRIYA", 2, "+1"));

    assertThat(here.books.advocates().advocates()).isZero();
    assertThat(heard(1).competitor()).isTrue();
    assertThat(heard(1).intent()).isEqualTo(Intent.WARNING);
    assertThat(heard(2).place().reason()).isEqualTo(ContextReason.SECONDS_COMPLAINT);
    assertThat(contact("UJON").reach()).isEqualTo(Reach.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "praise: Tessel here, three years now, wouldn't go back",
        "praise: two Tessel motors burnt out inside a year"
      })
  void groundsAboutACompetitor_areNeitherForUsNorAgainstUs(String reply) {
    knowing();
    read(said("UAMARA", 0, QUESTION), said("UJON", 1, reply));
    assertThat(here.books.advocates().advocates()).isZero();
    assertThat(heard(1).intent()).isEqualTo(Intent.PRAISE);
    assertThat(heard(1).place().reason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "praise: we left Tessel, three years now, wouldn't go back",
        "praise: we considered Tessel, three years with this now, wouldn't go back",
        "praise: had Tessel, then Lumo for three years now, wouldn't go back"
      })
  void groundThatTurnsFromACompetitor_isAnAct(String reply) {
    knowing();
    read(said("UAMARA", 0, QUESTION), said("UJON", 1, reply));
    assertThat(contact("UJON").acts()).isOne();
  }

  @Test
  void questionAboutACompetitor_makesNoGroundAnAct_butOneThatNamesUs() {
    knowing();
    read(
        said("UAMARA", 0, "question: anyone here considering Tessel? worth it?"),
        said("UJON", 1, GROUND),
        said("UPRIYA", 2, "advocacy: worth every penny, get it"),
        said("UMAIL", 3, "praise: Lumo for three years now, wouldn't go back"));

    assertThat(heard(0).place().stance()).isEqualTo(Stance.CHOICE_OF_THEIRS);
    assertThat(heard(1).intent()).isEqualTo(Intent.PRAISE);
    assertThat(heard(2).intent()).isEqualTo(Intent.WARNING);
    assertThat(heard(2).place().reason()).isEqualTo(ContextReason.SPEAKS_OF_THEIRS);
    assertThat(here.books.advocates().advocates()).isOne();
    assertThat(contact("UMAIL").acts()).isOne();
  }

  @Test
  void secondOfAPromotionOfACompetitor_secondsNoAct() {
    read(said("UAMARA", 0, "advocacy: switch to theirs"), said("UJON", 1, "+1"));
    assertThat(heard(1).sentiment()).isEqualTo(Sentiment.NEGATIVE);
    assertThat(contact("UAMARA").reach()).isEqualTo(Reach.NONE);
  }

  @Test
  void tiedAuthor_isVisibleOnTheAct() {
    read(said("UAMARA", 0, QUESTION), said("UJON", 1, GROUND + " #ad"));
    AdvocacyAct act = here.books.advocates().acts("UJON").get(0);
    assertThat(act.incentivised()).isTrue();
  }

  @Test
  void companyQuotedByAListeningTool_isNoCustomer() {
    here.books.settings().change(settings -> settings.withSource("BLISTEN", true));
    JsonObject post = withAttachment(said("", 0, "New mention"), "author_name", "@Lumo");
    post.addProperty("bot_id", "BLISTEN");
    read(post);
    assertThat(here.books.advocates().advocates()).isZero();
  }

  private List<JsonObject> thread() {
    JsonObject question = said("UAMARA", 0, QUESTION);
    JsonObject answer = said("UJON", 3, "neutral, no idea");
    return new ArrayList<>(
        List.of(
            question,
            said("UJON", 1, GROUND),
            said("UPRIYA", 2, "+1"),
            answer,
            edited(answer, "advocacy: get it", 40),
            said("UMAIL", 4, "this ^"),
            said("UREP", 5, "how kind"),
            said("UAMARA", 6, "+1"),
            said("UAMARA", 7, "complaint: mine broke"),
            said("UMAIL", 8, "same here"),
            said("UPRIYA", 9, "praise: saved us a day a month"),
            said("UJON", 10, "seconded"),
            said("UMAIL", 11, "advocacy: switch to theirs"),
            said("UJON", 12, "+1"),
            said("UPRIYA", 13, "praise: to answer your question, never looked back"),
            deleted(7, 50)));
  }

  private List<Object> state() {
    List<Object> state = new ArrayList<>();
    for (String person : PEOPLE) {
      Contact one = contact(person);
      state.add(List.of(person, one.mentions(), one.reach(), one.acts()));
      state.addAll(here.books.advocates().heard(person, 50));
      state.addAll(here.books.advocates().acts(person));
    }
    return state;
  }

  private static List<Object> inOrder() {
    ThreadWayTest other = new ThreadWayTest();
    other.thread().forEach(other.here.events::read);
    List<Object> state = other.state();
    other.close();
    return state;
  }

  @Test
  void anyOrder_andAnyRepetition_leadToTheSameState() {
    List<Object> inOrder = inOrder();
    for (int seed = 0; seed < 12; seed++) {
      ThreadWayTest other = new ThreadWayTest();
      List<JsonObject> events = other.thread();
      events.addAll(other.thread());
      Collections.shuffle(events, new Random(seed));
      events.forEach(other.here.events::read);
      assertThat(other.state()).as("seed %d", seed).isEqualTo(inOrder);
      other.close();
    }
  }

  @Test
  void twoWorkersAtOnce_leadToTheSameState() {
    List<JsonObject> events = thread();
    Collections.shuffle(events, new Random(3));
    List<JsonObject> others = new ArrayList<>(events);
    Collections.reverse(others);
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> events.forEach(here.events::read)),
            CompletableFuture.runAsync(() -> others.forEach(here.events::read)))
        .join();
    assertThat(state()).isEqualTo(inOrder());
  }
}
