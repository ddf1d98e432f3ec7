package dev.vouch.pipeline.nudge;

import dev.vouch.advocate.Heard;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.pipeline.Aftermath;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.moment.LookRound;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Turns what is heard into nudges and nudges into messages, by the policy and the workspace's mode.
 * Everything here may happen twice, or stop in the middle, and still each nudge is sent once.
 */
public final class NudgeDesk implements Aftermath {
  private final NudgeOpening opening;
  private final NudgeRound round;
  private final NudgeAnswers answers;
  private final LookRound looks;

  /** One whose decisions nobody counts. */
  public NudgeDesk(Workspace workspace, NudgePolicy policy, InstantSource clock) {
    this(workspace, policy, clock, WorkMeters.unseen());
  }

  public NudgeDesk(
      Workspace workspace, NudgePolicy policy, InstantSource clock, WorkMeters meters) {
    this.round = new NudgeRound(workspace, policy, clock, meters);
    this.opening = new NudgeOpening(workspace, policy, clock, meters, round);
    this.answers = new NudgeAnswers(workspace, round, clock);
    this.looks = new LookRound(workspace, opening::open, clock, meters);
  }

  @Override
  public Map<News, RuntimeException> consider(Collection<News> news) {
    return opening.consider(news);
  }

  @Override
  public void watch(List<Heard> questions) {
    looks.watch(questions);
  }

  @Override
  public void spokenBelow(Collection<MentionId> roots) {
    looks.spokenBelow(roots);
  }

  /** Looks at everybody for whom something was noted, or time may have brought something. */
  public boolean lookDue() {
    return looks.lookDue();
  }

  /** Decides again about every nudge that is due, and sends what may be sent. */
  public boolean sendDue() {
    return round.sendDue();
  }

  /**
   * A button was pressed.
   *
   * @param correct takes a mention that was read wrongly, and who says so
   */
  public void answer(NudgeAnswer answer, BiConsumer<MentionId, String> correct) {
    answers.take(answer, correct);
  }
}
