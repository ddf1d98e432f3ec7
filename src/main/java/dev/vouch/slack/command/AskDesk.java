package dev.vouch.slack.command;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Facts;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskAnswers;
import dev.vouch.pipeline.ask.AskDispatch;
import dev.vouch.pipeline.ask.AskDispatch.Begun;
import dev.vouch.pipeline.ask.AskGate;
import dev.vouch.pipeline.ask.ReferenceFinder;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.LedgerDesk.Party;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.ask.AskView;
import dev.vouch.slack.view.ask.ReferenceView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** Says whether a person may be asked for something, has them asked, and notes what they said. */
public final class AskDesk {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration LATER = Duration.ofDays(30);

  private AskDesk() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Ask ask) {
      Draft draft = Draft.of(ask.person(), ask.rung(), ask.words(), asked);
      return Optional.of(
          with(draft.person(), workspace, party -> preview(draft, party, asked, workspace)));
    }
    if (command instanceof Command.MadeAsk made) {
      Draft draft = Draft.of(made.person(), made.rung(), made.words(), asked);
      return Optional.of(
          with(draft.person(), workspace, party -> byHand(draft, party, asked, workspace)));
    }
    if (command instanceof Command.FindReference find) {
      return Optional.of(find(find, asked, workspace));
    }
    return command instanceof Command.Answered answered
        ? Optional.of(
            with(
                answered.person(), workspace, party -> answered(answered, party, asked, workspace)))
        : Optional.empty();
  }

  private static Rendering find(Command.FindReference find, Asked asked, Workspace workspace) {
    Asking asking = new Asking("look", find.rung(), asked.by(), find.words());
    String words =
        "They look for: %s%s"
            .formatted(find.words(), find.by() == null ? "" : " (by %s)".formatted(find.by()));
    return ReferenceView.of(
        new ReferenceFinder(workspace).find(asking, asked.now()),
        find.rung(),
        person -> Draft.of(person, find.rung(), words, asked).text());
  }

  private static Rendering with(String person, Workspace workspace, LedgerDesk.Answer answer) {
    return LedgerDesk.with(Subject.person(person), workspace, answer);
  }

  /** Shows what an ask would take, or why it is not to be made. */
  public static Rendering preview(Draft draft, Asked asked, Workspace workspace) {
    return with(draft.person(), workspace, party -> preview(draft, party, asked, workspace));
  }

  private static Rendering preview(Draft draft, Party party, Asked asked, Workspace workspace) {
    Facts facts = new AskGate(workspace).facts(draft.person(), asked.now());
    Asking asking = draft.asking(asked.by());
    return asking
        .refused(facts, asked.now())
        .map(why -> AskView.refused(party.name(), draft.rung(), why))
        .orElseGet(
            () ->
                AskView.preview(
                    new AskView.Preview(
                        asking,
                        party.name(),
                        draft.text(),
                        Goodwill.of(facts.person(), facts.heard(), asked.now()),
                        workspace.directory().home().name(),
                        new AskDispatch(workspace).sends()),
                    workspace.directory().name(asked.by())));
  }

  /** Notes an ask that one of us makes themselves. */
  public static Rendering byHand(Draft draft, Asked asked, Workspace workspace) {
    return with(draft.person(), workspace, party -> byHand(draft, party, asked, workspace));
  }

  private static Rendering byHand(Draft draft, Party party, Asked asked, Workspace workspace) {
    Asking asking = draft.asking(asked.by());
    Begun begun = new AskDispatch(workspace).byHand(asking, draft.person(), asked.now());
    Refused refused = begun.refused();
    return refused != null
        ? AskView.refused(party.name(), draft.rung(), refused)
        : LedgerDesk.goodwill(party, asking.entry(asked.now()), asked.now(), workspace);
  }

  /** Has Vouch ask in the name of whoever pressed. */
  public static Rendering send(Draft draft, Asked asked, Workspace workspace) {
    return with(
        draft.person(),
        workspace,
        party -> {
          Begun begun =
              new AskDispatch(workspace)
                  .send(draft.asking(asked.by()), draft.person(), asked.now());
          Refused refused = begun.refused();
          if (refused != null) {
            return AskView.refused(party.name(), draft.rung(), refused);
          }
          Ask ask = begun.ask();
          return ask == null ? AskView.switchedOff(party.name()) : AskView.told(ask, party.name());
        });
  }

  /** Nothing is asked. */
  public static Rendering drop(Draft draft, Workspace workspace) {
    return with(draft.person(), workspace, party -> AskView.dropped(party.name()));
  }

  /** What an approver says to an ask that waits. */
  public static Rendering decide(String askId, boolean approved, Asked asked, Workspace workspace) {
    AskDispatch dispatch = new AskDispatch(workspace);
    Optional<Ask> after =
        approved
            ? dispatch.approve(askId, asked.now())
            : dispatch.withdraw(
                askId,
                "%s decided so".formatted(workspace.directory().name(asked.by())),
                asked.now());
    return after
        .or(() -> workspace.asks().ask(askId))
        .map(ask -> AskView.decided(ask, workspace.directory().name(ask.about())))
        .orElseGet(() -> HelpView.unclear("This ask is not known any more.", null));
  }

  /** Shows what an ask would take that the person wanted to have again. */
  public static Rendering again(String askId, Asked asked, Workspace workspace) {
    return workspace
        .asks()
        .ask(askId)
        .map(
            ask ->
                preview(
                    Draft.of(ask.about(), ask.rung(), ask.asking().words(), asked),
                    asked,
                    workspace))
        .orElseGet(() -> HelpView.unclear("This ask is not known any more.", null));
  }

  private static Rendering answered(
      Command.Answered answered, Party party, Asked asked, Workspace workspace) {
    Optional<LedgerEntry> open = workspace.relationships().of(party.with()).openAsk(asked.now());
    Answer answer = answer(answered, asked, workspace);
    open.ifPresent(ask -> new AskAnswers(workspace).answer(ask.id(), answer));
    Optional<LedgerEntry> noted =
        open.flatMap(ask -> new AskGate(workspace).note(party.with().id(), ask.id(), answer));
    return noted
        .map(entry -> LedgerDesk.goodwill(party, entry, asked.now(), workspace))
        .orElseGet(
            () ->
                HelpView.unclear(
                    "Nothing that %s was asked is open.".formatted(party.name()), null));
  }

  private static Answer answer(Command.Answered answered, Asked asked, Workspace workspace) {
    Instant until =
        answered.until() == null
            ? asked.now().plus(LATER)
            : answered
                .until()
                .atTime(MORNING)
                .atZone(workspace.directory().zone(asked.by()))
                .toInstant();
    return new Answer(
        answered.answer(),
        asked.now(),
        "command:%d:%s".formatted(asked.now().toEpochMilli(), asked.by()),
        asked.by(),
        answered.answer() == Answer.Kind.LATER ? until : null,
        answered.words().isEmpty() ? null : answered.words());
  }
}
