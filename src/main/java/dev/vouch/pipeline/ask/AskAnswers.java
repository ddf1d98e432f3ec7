package dev.vouch.pipeline.ask;

import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.reply.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people say to asks, from a button, a command or words that were read, and tells
 * whoever asked. The same answer taken twice is taken once; should this stop in the middle, whoever
 * asked is told when it is taken again.
 */
public final class AskAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(AskAnswers.class);
  private static final int LATEST = 5;
  private static final Duration LATER = Duration.ofDays(30);

  private final Workspace workspace;
  private final AskGate gate;

  public AskAnswers(Workspace workspace) {
    this.workspace = workspace;
    this.gate = new AskGate(workspace);
  }

  /** The ask that a person has before them and has not ended, to which words of theirs belong. */
  public Optional<Ask> awaiting(String person, Instant now) {
    Instant from = now.minus(Relationship.ASK_OPEN);
    return workspace.asks().about(person, LATEST).stream()
        .filter(ask -> ask.state() == Ask.State.SENT || ask.state() == Ask.State.ACCEPTED)
        .filter(ask -> ask.at().isAfter(from))
        .findFirst();
  }

  /** Takes what a person pressed below an ask of theirs; a later without a day is a month. */
  public void take(Choice choice) {
    Answer.Kind kind = choice.kind().answer().orElseThrow();
    Instant until = kind == Answer.Kind.LATER ? choice.at().plus(LATER) : null;
    Answer answer = new Answer(kind, choice.at(), choice.cause(), choice.person(), until, null);
    Optional<Ask> unused =
        workspace
            .asks()
            .ask(String.join("", choice.values()))
            .filter(ask -> ask.about().equals(choice.person()))
            .flatMap(ask -> answer(ask.id(), answer));
  }

  /**
   * Takes an answer.
   *
   * @return the ask as it stands then; empty if there is none of that id
   */
  public Optional<Ask> answer(String askId, Answer answer) {
    Optional<Ask> before = workspace.asks().ask(askId);
    if (before.isEmpty() || !before.get().state().isOpen() && isNew(before.get(), answer)) {
      return before;
    }
    boolean decides = gate.note(before.get().about(), askId, answer).isPresent();
    Optional<Ask> after = workspace.asks().change(askId, ask -> ask.answered(answer, decides));
    LOG.info("ask {} was answered: {}", askId, answer.kind());
    after.ifPresent(this::follow);
    return after;
  }

  private static boolean isNew(Ask ask, Answer answer) {
    return ask.answers().stream().noneMatch(one -> one.cause().equals(answer.cause()));
  }

  private void follow(Ask ask) {
    try {
      if (ask.way().sent() != null) {
        workspace.messenger().asks().show(ask);
      }
    } catch (Messenger.Refused e) {
      LOG.warn("the message of ask {} stays as it is: {}", ask.id(), e.getMessage());
    }
    tell(ask);
  }

  /** Tells whoever asks where it stands and what was said since; not what they noted themselves. */
  void tell(Ask ask) {
    try {
      AskLine line = workspace.messenger().asks();
      Posted told = line.tell(ask);
      Ask here = ask.toldAt(told, 0);
      for (Answer answer : ask.untold()) {
        if (!answer.by().equals(ask.by())) {
          line.tell(here, answer);
        }
      }
      Object unused =
          workspace.asks().change(ask.id(), now -> now.toldAt(told, ask.answers().size()));
    } catch (Messenger.Refused e) {
      LOG.warn("who asked {} is not told: {}", ask.id(), e.getMessage());
    }
  }
}
