package dev.vouch.pipeline.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Reach;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.TestDirectory;
import dev.vouch.store.TestWorkspace;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of the events of a workspace, with real state. */
class MessageWayTest {
  private static final String TS = SlackTime.ts(TestWorkspace.NOW);
  private static final MentionId ID = new MentionId("C1", TS);

  private final TestWorkspace here = new TestWorkspace();

  @AfterEach
  void close() {
    here.close();
  }

  private void read(String json) {
    here.events.read(JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject());
  }

  private void says(String person, String ts, String text) {
    here.hear(new MentionId("C1", ts), person, text);
  }

  private Contact contact(String person) {
    return here.books.advocates().contact(person).orElseThrow();
  }

  @Test
  void customersAdvocacy_becomesAnAct_ofTheirAccount() {
    says("UAMARA", TS, "advocacy: just get it");

    Contact amara = contact("UAMARA");
    assertThat(amara.acts()).isOne();
    assertThat(amara.account()).contains("northwind-foods");
    Account account = here.books.accounts().account("northwind-foods").orElseThrow();
    assertThat(account.teams()).containsExactly(TestDirectory.NORTHWIND);
    assertThat(here.books.advocates().acts("UAMARA").get(0).permalink())
        .isEqualTo("https://lumo.slack.example/archives/C1/p" + TS.replace(".", ""));
  }

  @Test
  void advocacyForACompetitor_isAWarningAndNoAct_ofWhichTheOwnerIsTold() {
    says("UAMARA", TS, "advocacy: switch to theirs");

    Heard heard = here.books.advocates().mention(ID).orElseThrow();
    assertThat(heard.competitor()).isTrue();
    assertThat(heard.intent()).isEqualTo(Intent.WARNING);
    assertThat(here.books.advocates().acts("UAMARA")).isEmpty();
    assertThat(contact("UAMARA").mentions()).doesNotContainKey(Intent.ADVOCACY);
    assertThat(here.books.nudges().about("UAMARA", 10))
        .extracting(Nudge::kind)
        .containsExactly(NudgeKind.COMPETITOR_FLAG);
  }

  @Test
  void staffAndPrograms_areNeverHeard() {
    says("UREP", TS, "advocacy: our product is great");
    says("UBOT", TS, "advocacy: beep");
    read(
        "{'type':'message','subtype':'bot_message','channel':'C1','bot_id':'B1','ts':'%s','text':'advocacy'}"
            .formatted(TS));

    assertThat(here.books.advocates().advocates()).isZero();
    assertThat(here.books.advocates().contact("UREP")).isEmpty();
  }

  @Test
  void guestWithACompanyAddress_belongsToTheAccountOfItsDomain() {
    says("UPRIYA", TS, "praise");
    says("UMAIL", TS, "praise");

    assertThat(contact("UPRIYA").account()).contains("fairbank");
    assertThat(contact("UPRIYA").link().rule()).contains("e-mail address");
    assertThat(contact("UMAIL").account()).isEmpty();
  }

  @Test
  void accountSetByHand_isNotOverruled() {
    here.books.accounts().change("Kestrel", account -> account);
    here.books
        .advocates()
        .meet(
            here.directory.author("UAMARA").orElseThrow(),
            new dev.vouch.advocate.AccountLink("kestrel", "set by <@UREP>", TestWorkspace.NOW));
    says("UAMARA", TS, "praise");

    assertThat(contact("UAMARA").account()).contains("kestrel");
  }

  @Test
  void labelSetByHand_countsAtOnce_isLearntFrom_andGoesWithTheMessage() {
    says("UAMARA", TS, "advocacy: gloss over this thing");
    saved(Intent.COMPLAINT);
    saved(Intent.COMPLAINT);

    assertThat(contact("UAMARA").acts()).isZero();
    Heard heard = here.books.advocates().mention(ID).orElseThrow();
    assertThat(heard.intent()).isEqualTo(Intent.COMPLAINT);
    assertThat(heard.correctedBy()).isEqualTo("UREP");
    assertThat(here.books.learning().corrections())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.label()).isEqualTo(Intent.COMPLAINT);
              assertThat(kept.author()).isEqualTo("UAMARA");
            });
    assertThat(here.books.learning().state().changes()).isOne();

    read(
        "{'type':'message','subtype':'message_deleted','channel':'C1','deleted_ts':'%s','event_ts':'1800000001.000000'}"
            .formatted(TS));
    assertThat(here.books.learning().corrections()).isEmpty();
    saved(Intent.COMPLAINT);
    assertThat(here.books.learning().corrections()).isEmpty();
  }

  private void saved(Intent label) {
    SavedAdvocacy saved =
        new SavedAdvocacy(
            "C1", TS, "UAMARA", null, null, "UREP", label, "advocacy: gloss over this thing");
    here.store.append(
        new Envelope(
            "saved" + here.clock.instant(),
            here.team,
            Envelope.Type.SAVED_ADVOCACY,
            new com.google.gson.Gson().toJson(saved),
            here.clock.instant()));
    here.worker.round();
    here.clock.advance(java.time.Duration.ofSeconds(3));
  }

  @Test
  void edit_isJudgedAgain_andDeletionWithdraws() {
    says("UAMARA", TS, "advocacy: just get it");
    read(
        """
        {'type':'message','subtype':'message_changed','channel':'C1','message':
          {'type':'message','user':'UAMARA','ts':'%s','text':'complaint: it broke',
           'edited':{'user':'UAMARA','ts':'1800000000.000000'}}}"""
            .formatted(TS));
    assertThat(contact("UAMARA").acts()).isZero();
    assertThat(here.books.advocates().mention(ID).orElseThrow().intent())
        .isEqualTo(Intent.COMPLAINT);

    read(
        "{'type':'message','subtype':'message_deleted','channel':'C1','deleted_ts':'%s','event_ts':'1800000001.000000'}"
            .formatted(TS));
    assertThat(here.books.advocates().mention(ID)).isEmpty();
    assertThat(contact("UAMARA").mentions().values()).allMatch(count -> count == 0);
  }

  @Test
  void unfurledLink_isNoEdit() {
    says("UAMARA", TS, "advocacy: just get it");
    read(
        """
        {'type':'message','subtype':'message_changed','channel':'C1','message':
          {'type':'message','user':'UAMARA','ts':'%s','text':'complaint','attachments':[{}]}}"""
            .formatted(TS));

    assertThat(contact("UAMARA").acts()).isOne();
  }

  @Test
  void unsureJudgement_countsAsNeutral() {
    says("UAMARA", TS, "advocacy: unsure");

    Heard heard = here.books.advocates().mention(ID).orElseThrow();
    assertThat(heard.intent()).isEqualTo(Intent.NEUTRAL);
    assertThat(heard.abstained()).isTrue();
    assertThat(contact("UAMARA").acts()).isZero();
  }

  @Test
  void bareShareOfAnAct_isReachForBoth_andNoAdvocacyOfTheSharer() {
    says("UAMARA", TS, "advocacy: just get it");
    read(
        """
        {'type':'message','channel':'C2','user':'UJON','ts':'1764000001.000000','text':'',
         'attachments':[{'is_share':true,'author_id':'UAMARA','text':'advocacy: just get it'}]}""");

    assertThat(contact("UAMARA").reach()).isEqualTo(new Reach(0, 0, 1, 0));
    assertThat(contact("UJON").reach()).isEqualTo(new Reach(0, 0, 0, 1));
    assertThat(contact("UJON").mentions()).containsOnlyKeys(Intent.AMPLIFICATION);
    assertThat(contact("UJON").acts()).isZero();
  }

  @Test
  void thousandsOfLikes_moveAdvocacyByExactlyNothing() {
    says("UAMARA", TS, "advocacy: just get it");
    Random random = new Random(7);
    String[] people = {"UAMARA", "UJON", "UPRIYA", "UREP", "UBOT"};
    for (int i = 0; i < 3_000; i++) {
      like(random, people[random.nextInt(people.length)], i);
    }

    assertThat(contact("UAMARA").acts()).isOne();
    assertThat(here.books.advocates().acts("UAMARA")).hasSize(1);
    assertThat(here.books.advocates().advocates()).isOne();
    assertThat(here.books.advocates().top(10)).extracting(Contact::id).containsExactly("UAMARA");
    assertThat(contact("UAMARA").reach().reactionsReceived()).isPositive();
  }

  private void like(Random random, String person, int i) {
    String ts = "1764%06d.%06d".formatted(i, random.nextInt(1_000_000));
    switch (random.nextInt(4)) {
      case 0 -> says(person, ts, "amplification +1");
      case 1 ->
          read(
              "{'type':'message','channel':'C2','user':'%s','ts':'%s','text':'','attachments':[{'is_share':true,'author_id':'UAMARA','text':'advocacy'}]}"
                  .formatted(person, ts));
      default ->
          read(
              "{'type':'%s','user':'%s','reaction':'e%d','item':{'type':'message','channel':'C1','ts':'%s'},'item_user':'UAMARA','event_ts':'%s'}"
                  .formatted(
                      random.nextBoolean() ? "reaction_added" : "reaction_removed",
                      person,
                      random.nextInt(40),
                      TS,
                      ts));
    }
  }

  @Test
  void listeningTool_isHeardOnceItIsNamedAsASource() {
    String post =
        """
        {'type':'message','subtype':'bot_message','channel':'C9','bot_id':'BLISTEN','ts':'%s','text':'New mention',
         'attachments':[{'author_name':'@finops_fan','text':'advocacy: best close tool there is'}]}"""
            .formatted(TS);
    read(post);
    assertThat(here.books.advocates().advocates()).isZero();

    here.books.settings().change(settings -> settings.withSource("BLISTEN", true));
    read(post);
    assertThat(here.books.advocates().top(1))
        .extracting(Contact::name)
        .containsExactly("@finops_fan");
  }

  @Test
  void newsOfPeopleAndChannels_refreshesTheDirectory() {
    read("{'type':'user_change','user':{'id':'UAMARA'}}");
    read("{'type':'channel_rename','channel':{'id':'C1','name':'new'}}");
    assertThat(here.directory.changed).containsExactly("UAMARA", "C1");
  }

  @Test
  void openedHome_isPublished_andDirectMessagesAreAnswered() {
    read("{'type':'app_home_opened','user':'UREP','tab':'home'}");
    read("{'type':'app_home_opened','user':'UMAN','tab':'messages'}");
    read(
        "{'type':'message','channel':'D1','channel_type':'im','user':'UREP','ts':'%s','text':'hi'}"
            .formatted(TS));

    assertThat(here.messenger.homes).containsExactly("UREP");
    assertThat(here.messenger.greeted).containsExactly("UREP");
  }

  @Test
  void directMessages_areNobodysBusiness() {
    read(
        "{'type':'message','channel':'D1','channel_type':'im','user':'UPRIYA','ts':'%s','text':'advocacy: just get it'}"
            .formatted(TS));
    read(
        "{'type':'message','channel':'G1','channel_type':'mpim','user':'UPRIYA','ts':'%s','text':'advocacy: just get it'}"
            .formatted(TS));
    assertThat(here.books.advocates().advocates()).isZero();
    assertThat(here.messenger.replies).hasSize(1);
  }

  @Test
  void whoOnlyReacts_isKnownByName() {
    read(
        "{'type':'reaction_added','user':'UJON','reaction':'tada','item':{'type':'message','channel':'C1','ts':'%s'},'item_user':'UREP','event_ts':'%s'}"
            .formatted(TS, TS));
    assertThat(contact("UJON").name()).isEqualTo("Jon");
    assertThat(contact("UJON").account()).contains("northwind-foods");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type':null}",
        "{'type':7}",
        "{'type':'message'}",
        "{'type':'message','channel':5,'user':null,'ts':{},'text':[]}",
        "{'type':'message','channel':'C1','user':'UAMARA','ts':'yesterday','text':'advocacy'}",
        "{'type':'message','channel':'a:b"
            + " c','user':'UAMARA','ts':'1764000000.000100','text':'advocacy'}",
        "{'type':'message','channel':'C1','user':'UNKNOWN','ts':'1764000000.000100','text':'advocacy'}",
        "{'type':'message','subtype':'message_changed','channel':'C1','message':'text'}",
        "{'type':'message','subtype':'message_deleted','channel':'C1','deleted_ts':null}",
        "{'type':'reaction_added','user':'UAMARA','item':null,'reaction':'x'}",
        "{'type':'reaction_added','user':'UAMARA','item':{'channel':'C1','ts':'x'},'reaction':'x'}",
        "{'type':'user_change','user':'U1'}",
        "{'type':'app_home_opened'}"
      })
  void oddEvents_haveNoEffectAndDoNoHarm(String event) {
    read(event);
    assertThat(here.books.advocates().advocates()).isZero();
    assertThat(here.messenger.sent).isEmpty();
  }

  @Test
  void marqueeAdvocacy_leadsToAnIntroductionAtOnce_andADelightLater() {
    here.marquee();
    says("UAMARA", TS, "advocacy: just get it");
    here.nudges.sendDue();

    assertThat(here.messenger.sent).hasSize(1);
    assertThat(here.messenger.sent.get(0).person()).isEqualTo("UREP");
    assertThat(here.messenger.sent.get(0).nudge().sponsor()).isEqualTo("UEXEC");
    assertThat(here.books.nudges().latest(10)).hasSize(2);
  }
}
