package dev.vouch.advocate.standing;

import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;

/** The one thing to do next for a person: what we owe comes before what we might want. */
public enum NextStep {
  LEAVE_ALONE("Leave them alone: they have told us to stop, and only they can take that back."),
  PAUSED("Nothing, until the pause is over."),
  ACKNOWLEDGE(
      "Tell them that you have heard it and whose it is now. Nothing else counts until then."),
  FIX("Get it mended, and tell them by when."),
  FOLLOW_UP("Ask them whether all is well again, now that it is mended."),
  ANSWER_ACCOUNT("Answer what waits at their account: people of one company talk to each other."),
  KEEP_PROMISE("Keep what was promised, or tell them before it is late."),
  ANSWER("Answer what they asked."),
  WAIT("Wait for their answer to what we asked."),
  REACH_OUT(
      "Ask how they are: nothing was heard of them for three months, and silence is not"
          + " satisfaction."),
  LISTEN("Listen: invite Vouch to a channel in which they write."),
  HELP("Help them with something that is theirs to solve. Ask for nothing yet."),
  FIND_OUT("Find out whether what we did has helped them."),
  OFFER_CHOICE("Let them say what they would be glad to be asked for, and what not."),
  ASK_SMALL("Something small that they have agreed to may be asked, if their goodwill bears it."),
  SURPRISE("Do something for them that hangs on nothing, before anybody asks them for more."),
  LET_REST("Let them rest. What helps them is welcome at any time.");

  private static final Duration SILENCE = Duration.ofDays(90);

  private final String words;

  NextStep(String words) {
    this.words = words;
  }

  /** In plain sentences. */
  public String words() {
    return words;
  }

  public static NextStep of(Evidence evidence, PersonStanding stands, Instant now) {
    if (stands.standing() == Standing.OPTED_OUT) {
      return LEAVE_ALONE;
    }
    if (evidence.person().isPaused(now)) {
      return PAUSED;
    }
    Owed owed = Owed.of(evidence, now);
    if (!owed.recoveries().isEmpty()) {
      return owed.recoveries().get(0).next().map(NextStep::of).orElse(FOLLOW_UP);
    }
    if (stands.standing() == Standing.AT_RISK) {
      return ANSWER_ACCOUNT;
    }
    if (!owed.promises().isEmpty()) {
      return KEEP_PROMISE;
    }
    if (!owed.questions().isEmpty()) {
      return ANSWER;
    }
    return ofStanding(evidence, stands.standing(), now);
  }

  private static NextStep of(Recovery.Step step) {
    return switch (step) {
      case ACKNOWLEDGED -> ACKNOWLEDGE;
      case FIXED -> FIX;
      case FOLLOWED_UP -> FOLLOW_UP;
    };
  }

  private static NextStep ofStanding(Evidence evidence, Standing standing, Instant now) {
    if (evidence.person().openAsk(now).isPresent()) {
      return WAIT;
    }
    if (standing != Standing.UNKNOWN && standing != Standing.RESTING && isSilent(evidence, now)) {
      return REACH_OUT;
    }
    return switch (standing) {
      case UNKNOWN -> LISTEN;
      case LISTENED_TO -> HELP;
      case HELPED -> FIND_OUT;
      case DELIGHTED -> OFFER_CHOICE;
      case READY -> ASK_SMALL;
      case ACTIVE -> SURPRISE;
      case RESTING -> LET_REST;
      case AT_RISK -> ANSWER_ACCOUNT;
      case OPTED_OUT -> LEAVE_ALONE;
    };
  }

  /** Passing on what others said is a sign of life, too. */
  private static boolean isSilent(Evidence evidence, Instant now) {
    return evidence.heard().stream()
        .filter(one -> one.intent() != Intent.REWARD_SEEKING)
        .noneMatch(one -> one.mention().at().plus(SILENCE).isAfter(now));
  }
}
