package dev.vouch.pipeline;

/**
 * A button that somebody pressed on a nudge.
 *
 * @param by Slack id of who pressed it
 * @param byTeam that person's own workspace
 */
public record NudgeAnswer(String nudge, Choice choice, String by, String byTeam) {

  /** The buttons that nudges have. */
  public enum Choice {
    DOING,
    /** What was suggested second is done instead. */
    SECOND,
    /** What was suggested third is done instead. */
    THIRD,
    /** The executive is asked. */
    REQUEST,
    LATER,
    NOT_THIS,
    WRONG,
    /** The approver lets it go to the owner. */
    APPROVE,
    /** They want suggestions again; about no nudge. */
    START_AGAIN
  }
}
