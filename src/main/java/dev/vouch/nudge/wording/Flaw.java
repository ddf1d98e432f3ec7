package dev.vouch.nudge.wording;

import java.util.Locale;

/** What can be wrong with the wording of a note, with why and what to do about it. */
public enum Flaw {
  /** Words that name a trade. */
  TRADE(
      true,
      "This names a trade: something for something. A favour that is paid for is worth less to both, and may have to be disclosed.",
      "Say what you would like to say without what comes back for it."),
  /** Something given stands beside something that the person does or did for us. */
  PAID_ACT(
      true,
      "Something you give stands beside something they do for us, so that it reads like pay for it.",
      "Keep the two apart: leave one of them out."),
  /** Something is promised on a condition. */
  PROMISE(
      true,
      "This promises something on a condition. A surprise is never promised and hangs on nothing.",
      "Leave out the condition, or what is promised."),
  /** Nothing in it is about this person. */
  VAGUE(
      false,
      "This would fit anybody. People are glad of words that only they could have got.",
      "Name what they said or did, when, and what came of it.");

  private final boolean transactional;
  private final String reason;
  private final String advice;

  Flaw(boolean transactional, String reason, String advice) {
    this.transactional = transactional;
    this.reason = reason;
    this.advice = advice;
  }

  /** Whether it makes a deal of the note; no template of ours may. */
  public boolean isTransactional() {
    return transactional;
  }

  /** Why it is one, in a sentence or two for whoever wrote the note. */
  public String reason() {
    return reason;
  }

  /** What to do, in a sentence. */
  public String advice() {
    return advice;
  }

  /** The name used in logs, for instance {@code paid_act}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
