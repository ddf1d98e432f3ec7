package dev.vouch.pipeline.nudge;

import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.ranking.Outcome;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.courtesy.Courtesy;
import dev.vouch.pipeline.moment.Given;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What our own people answer to nudges with their buttons. */
final class NudgeAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(NudgeAnswers.class);
  private static final Duration REMIND_AFTER = Duration.ofDays(3);

  private final Workspace workspace;
  private final NudgeRound round;
  private final InstantSource clock;

  NudgeAnswers(Workspace workspace, NudgeRound round, InstantSource clock) {
    this.workspace = workspace;
    this.round = round;
    this.clock = clock;
  }

  /**
   * Only staff answer, only while it is open, and the first answer counts. The button of what is
   * not known to have arrived waits until that is known.
   */
  void take(NudgeAnswer answer, BiConsumer<MentionId, String> correct) {
    if (!isStaff(answer)) {
      LOG.warn(
          "nudge {}: an answer of {}, who is not staff, was dropped", answer.nudge(), answer.by());
      return;
    }
    if (answer.choice() == NudgeAnswer.Choice.START_AGAIN) {
      new Courtesy(workspace, clock).startAgain(answer.by());
      publishHome(answer.by());
      return;
    }
    Optional<Nudge> before = workspace.nudges().nudge(answer.nudge());
    if (before.filter(Nudge::isOnItsWay).isPresent()) {
      throw new Directory.Unreachable(
          "nudge %s was sent but is not noted yet".formatted(answer.nudge()), null, null);
    }
    boolean counts = before.filter(nudge -> nudge.state().isOpen()).isPresent();
    Optional<Nudge> after =
        counts ? round.change(answer.nudge(), nudge -> answered(nudge, answer)) : before;
    after
        .filter(nudge -> nudge.state() == State.WRONG)
        .flatMap(nudge -> Optional.ofNullable(nudge.mention()))
        .ifPresent(mention -> correct.accept(mention, answer.by()));
    after
        .filter(nudge -> nudge.state() == State.DOING)
        .filter(nudge -> answer.choice() != NudgeAnswer.Choice.REQUEST)
        .ifPresent(nudge -> new Given(workspace).note(nudge, answer.by(), clock.instant()));
    after.filter(nudge -> nudge.sent() != null).ifPresent(round::show);
    after.ifPresent(nudge -> new Courtesy(workspace, clock).answered(nudge, answer.by()));
    publishHome(answer.by());
  }

  private void publishHome(String person) {
    try {
      workspace.messenger().publishHome(person);
    } catch (Messenger.Refused e) {
      LOG.warn("the Home of {} stays as it is: {}", person, e.getMessage());
    }
  }

  private boolean isStaff(NudgeAnswer answer) {
    return workspace
        .directory()
        .author(answer.by())
        .filter(author -> author.kind() == Author.Kind.STAFF)
        .isPresent();
  }

  private Nudge answered(Nudge nudge, NudgeAnswer answer) {
    if (!nudge.state().isOpen()) {
      return nudge;
    }
    Instant now = clock.instant();
    return switch (answer.choice()) {
      case DOING, REQUEST -> doing(nudge, answer);
      case SECOND -> doing(instead(nudge, 0), answer);
      case THIRD -> doing(instead(nudge, 1), answer);
      case NOT_THIS -> nudge.answeredBy(answer.by(), State.NOT_THIS, "Not this one.");
      case WRONG -> nudge.answeredBy(answer.by(), State.WRONG, "It was read wrongly.");
      case LATER ->
          nudge
              .answeredBy(answer.by(), State.HELD, "")
              .heldUntil(now.plus(REMIND_AFTER), "It comes again in three days, as asked.");
      case APPROVE ->
          nudge
              .answeredBy(answer.by(), State.HELD, "")
              .heldUntil(now, "It was approved and goes to the account's owner.");
      case START_AGAIN -> nudge;
    };
  }

  private Nudge doing(Nudge nudge, NudgeAnswer answer) {
    String how = nudge.kind().isQuiet() ? "Somebody has taken note." : "Somebody is on it.";
    Nudge doing = nudge.answeredBy(answer.by(), State.DOING, how);
    return nudge.kind().isQuiet() ? doing : doing.lookedBackOn(clock.instant().plus(Outcome.AFTER));
  }

  /** What was chosen among the others; the first where there is none such. */
  private static Nudge instead(Nudge nudge, int other) {
    Advice advice = nudge.advice();
    return advice == null || advice.others().size() <= other
        ? nudge
        : nudge.advising(advice.instead(advice.others().get(other)));
  }
}
