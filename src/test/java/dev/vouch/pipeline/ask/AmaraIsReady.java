package dev.vouch.pipeline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.pipeline.ask.AskDispatch.Begun;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.pipeline.reply.ChoiceDesk;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Somebody who spoke up, was given something and agreed to be asked, with all that asks her. */
abstract class AmaraIsReady {
  static final Subject AMARA = Subject.person("UAMARA");
  static final Subject NORTHWIND = Subject.account("northwind-foods");

  final TestWorkspace here = new TestWorkspace();
  final TestAskLine line = here.messenger.askLine;
  final AskDispatch dispatch = new AskDispatch(here.workspace);
  final AskRound round = new AskRound(here.workspace, here.clock);
  final AskAnswers answers = new AskAnswers(here.workspace);

  @BeforeEach
  void amara_speaksUp_isGivenSomething_andAgrees() {
    here.books.accounts().change("Northwind Foods", account -> account.withOwner("UREP"));
    here.hear(
        new MentionId("C1", SlackTime.ts(now().minus(Duration.ofDays(2)))),
        "UAMARA",
        "advocacy: just get it");
    LedgerEntry help =
        LedgerEntry.moment("help", Kind.HELP, now().minus(Duration.ofDays(1))).worth(9_000);
    for (Subject one : List.of(AMARA, NORTHWIND)) {
      change(one, between -> between.with(help));
    }
    for (Topic topic : Topic.values()) {
      change(
          AMARA,
          between -> between.with(new Consent(topic, Consent.Answer.AGREED, now(), "1", "UAMARA")));
    }
  }

  @AfterEach
  void close() {
    here.close();
  }

  Instant now() {
    return here.clock.instant();
  }

  void change(Subject with, java.util.function.UnaryOperator<Relationship> change) {
    Relationship unused = here.books.relationships().change(with, change);
  }

  void mode(Mode mode) {
    Object unused = here.books.settings().change(settings -> settings.withMode(mode));
  }

  static Asking asking(String id, String by) {
    return new Asking(id, Rung.RATING, by, "on the site that your colleagues read");
  }

  Begun send(String id, String by) {
    return dispatch.send(asking(id + ":UAMARA", by), "UAMARA", now());
  }

  Ask ask(String id) {
    return here.books.asks().ask(id + ":UAMARA").orElseThrow();
  }

  /** Sent and with the person. */
  Ask sent(String id) {
    assertThat(send(id, "UREP").refused()).isNull();
    round.doDue();
    return ask(id);
  }

  void press(Choice.Kind kind, String askId, String person, String cause) {
    Choice choice =
        new Choice(kind, person, List.of(askId), cause, "DUAMARA", "1764000000.000001", false);
    new ChoiceDesk(here.workspace, here.labels).take(choice);
  }

  double goodwill(Subject with) {
    return Goodwill.of(here.books.relationships().of(with), List.of(), now());
  }

  List<LedgerEntry> ledger(Kind kind) {
    return here.books.relationships().of(AMARA).entries(kind);
  }
}
