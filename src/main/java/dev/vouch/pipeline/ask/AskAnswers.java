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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people say to asks, from a button, a command or words that were read, and tells
 * whoever asked. The same answer taken twice is taken once. An answer stands with the ask before
 * anything follows from it, so that whoever comes next can do what this leaves undone.
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
    LOG.info("ask {} was answered: {}", askId, answer.kind());
    return workspace.asks().change(askId, ask -> ask.heard(answer)).flatMap(this::follow);
  }

  /**
   * Does what follows from answers of which not all was done, in their order: what they decide, and
   * what people see of it.
   */
  Optional<Ask> follow(Ask ask) {
    List<Answer> deciding =
        ask.untold().stream()
            .filter(answer -> gate.note(ask.about(), ask.id(), answer).isPresent())
            .toList();
    Optional<Ask> after = workspace.asks().change(ask.id(), now -> moved(now, deciding));
    after.ifPresent(this::show);
    return after;
  }

  private static Ask moved(Ask ask, List<Answer> deciding) {
    Ask now = ask;
    for (Answer answer : deciding) {
      now = now.moved(answer);
    }
    return now;
  }

  private static boolean isNew(Ask ask, Answer answer) {
    return ask.answers().stream().noneMatch(one -> one.cause().equals(answer.cause()));
  }

  private void show(Ask ask) {
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
      told(ask, told);
    } catch (Messenger.Refused e) {
      LOG.warn("who asked {} is not told: {}", ask.id(), e.getMessage());
      told(ask, ask.way().told());
    }
  }

  /** What came since is seen to by whoever brought it. */
  private void told(Ask ask, @Nullable Posted where) {
    int answers = ask.answers().size();
    Object unused =
        workspace
            .asks()
            .change(
                ask.id(),
                now -> {
                  Ask told = now.toldAt(where, answers);
                  boolean all = now.state() == ask.state() && told.untold().isEmpty();
                  return all ? told.seenTo() : told;
                });
  }
}
