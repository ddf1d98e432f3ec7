package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.app.setting.Config;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.workspace.Container;
import dev.vouch.sandbox.workspace.Outcome;
import dev.vouch.sandbox.workspace.SandboxClock;
import dev.vouch.sandbox.workspace.Workspace;
import dev.vouch.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments from what somebody says in Slack to what is on record, through the app's front door. */
class MomentsInSandboxTest {
  /** A Wednesday morning, so that nobody's quiet hours are in the way. */
  private static final Instant WEDNESDAY = Instant.parse("2026-11-18T10:00:00Z");

  @TempDir private Path directory;
  private SandboxCommand.Running here;
  private Workspace slack;
  private Store.Books books;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    here =
        new SandboxCommand.Running(
            Config.from(Map.of("VOUCH_DATA_DIR", directory.toString())),
            SandboxSettings.standard().withClock(SandboxClock.startingAt(WEDNESDAY)),
            SmallCompany::furnish);
    slack = here.sandbox.workspace();
    books = here.backend.store().books(here.sandbox.teamId());
    command("/vouch account Northwind Foods named owner @Rita");
    command("/vouch settings control off");
  }

  @AfterEach
  void stop() {
    here.close();
  }

  private String command(String text) {
    Outcome outcome = slack.commandAs("Rita", "#general", text);
    assertThat(outcome.error()).isEmpty();
    List<JsonObject> answers = slack.ephemerals("Rita", "#general");
    return answers.get(answers.size() - 1).toString();
  }

  private void says(String text) {
    slack.postAs("Amara", "#community", text);
    here.settle();
  }

  private void days(int count) {
    for (int day = 0; day < count; day++) {
      slack.nextDay();
      here.settle();
    }
  }

  private String amara() {
    return slack.roster().find("Amara").id();
  }

  private List<Nudge> nudges(NudgeKind kind) {
    return books.nudges().about(amara(), 20).stream()
        .filter(nudge -> nudge.kind() == kind)
        .toList();
  }

  private void press(String actionId) {
    List<JsonObject> messages = slack.dmWithBot("Rita");
    JsonObject message = messages.get(messages.size() - 1);
    Container where =
        new Container.InMessage(
            slack.dmChannelWithBot("Rita").id(), message.get("ts").getAsString());
    assertThat(slack.pressAs("Rita", where, button(message, actionId)).error()).isEmpty();
    here.settle();
  }

  /** Buttons stand in a row or behind a section. */
  private static JsonObject button(JsonElement in, String actionId) {
    return in.getAsJsonObject().getAsJsonArray("blocks").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .flatMap(
            block ->
                block.has("accessory")
                    ? List.of(block.get("accessory")).stream()
                    : block.get("type").getAsString().equals("actions")
                        ? block.getAsJsonArray("elements").asList().stream()
                        : List.<JsonElement>of().stream())
        .map(JsonElement::getAsJsonObject)
        .filter(one -> one.get("action_id").getAsString().equals(actionId))
        .findAny()
        .orElseThrow();
  }

  private JsonObject lastToRita() {
    List<JsonObject> messages = slack.dmWithBot("Rita");
    return messages.get(messages.size() - 1);
  }

  private String questionBeforeRita() {
    String ts = slack.postAs("Amara", "#community", "Does the export also write one file each?");
    here.settle();
    slack.clock().advance(Duration.ofHours(5));
    here.settle();
    assertThat(lastToRita().toString()).contains("one file each", "\"button\"");
    return ts;
  }

  private void isClosed() {
    here.settle();
    assertThat(lastToRita().toString())
        .contains("It was answered meanwhile")
        .doesNotContain("\"button\"");
    assertThat(slack.dmWithBot("Rita")).hasSize(1);
  }

  @Test
  void question_thatAPeerAnswersMeanwhile_losesItsButtons() {
    slack.postAs("Priya", "#community", "It does, under Settings.", questionBeforeRita());
    isClosed();
  }

  @Test
  void question_thatOneOfUsAnswersMeanwhile_losesItsButtons() {
    slack.postAs("Mona", "#community", "It does, under Settings.", questionBeforeRita());
    isClosed();
  }

  @Test
  void firstAct_isHeld_comesAsASurprise_andWhatRitaDoesInstead_isOnRecord() {
    says("If you run more than one entity, just get Lumo. It cut our month-end to four hours.");
    assertThat(nudges(NudgeKind.DELIGHT))
        .singleElement()
        .satisfies(nudge -> assertThat(nudge.state()).isEqualTo(Nudge.State.HELD));
    days(12);
    String message = slack.dmWithBot("Rita").get(0).toString();
    assertThat(message)
        .contains("Surprise", "Why now:", "Why them:", "What you could do:", "Why this:", "Rule:");

    Nudge sent = nudges(NudgeKind.DELIGHT).get(0);
    assertThat(sent.moment()).isEqualTo(Moment.FIRST_ACT);
    String second = sent.advice().others().get(0).label();
    press("nudge_second");
    assertThat(nudges(NudgeKind.DELIGHT).get(0).state()).isEqualTo(Nudge.State.DOING);
    assertThat(books.relationships().of(Subject.person(amara())).entries(Kind.DELIGHT))
        .singleElement()
        .extracting(LedgerEntry::note)
        .satisfies(note -> assertThat(note.words()).isEqualTo(second));
  }

  @Test
  void complaintMadeGood_isAMoment_whereTheCompanyOffersAnything() {
    says("export has been broken since Tuesday and nobody answers");
    here.settle();
    command("/vouch followed up @Amara");
    here.settle();
    assertThat(nudges(NudgeKind.DELIGHT))
        .singleElement()
        .satisfies(nudge -> assertThat(nudge.moment()).isEqualTo(Moment.RECOVERY));

    for (String kind :
        List.of("thank_you", "product_conversation", "listening_session", "spotlight")) {
      assertThat(command("/vouch offers remove " + kind)).contains("Not offered any more");
    }
    days(12);
    assertThat(slack.dmWithBot("Rita")).isEmpty();
    assertThat(nudges(NudgeKind.DELIGHT).get(0).state()).isEqualTo(Nudge.State.NOTHING);
    assertThat(command("/vouch offers")).contains("never suggested", "listening session");
  }

  @Test
  void questionThatNobodyAnswers_isToldTheSameDay() {
    says("Does anyone know how to export invoices by entity?");
    assertThat(slack.dmWithBot("Rita")).isEmpty();
    slack.clock().advance(Duration.ofHours(5));
    here.settle();
    assertThat(slack.dmWithBot("Rita"))
        .singleElement()
        .satisfies(message -> assertThat(message.toString()).contains("Open question", "peer"));
    press("nudge_doing");
    assertThat(books.relationships().of(Subject.person(amara())).entries(Kind.ANSWER)).hasSize(1);
  }
}
