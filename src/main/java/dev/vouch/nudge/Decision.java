package dev.vouch.nudge;

import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.moment.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the policy says about a moment, always with a reason that can be shown. */
public sealed interface Decision {

  /** Why, as a name for logs and tests, which {@link Reason#sentence()} says in words. */
  Reason reason();

  /**
   * The nudge may go to its recipient now.
   *
   * @param advice what it suggests, where that is from the catalogue
   */
  record Send(Reason reason, @Nullable Advice advice) implements Decision {
    /** One that suggests nothing from the catalogue. */
    public Send(Reason reason) {
      this(reason, null);
    }
  }

  /** Not yet: decide again at {@code until}. */
  record Hold(Instant until, Reason reason) implements Decision {}

  /** No nudge of this kind comes of this moment. */
  record Nothing(Reason reason) implements Decision {}

  /** The named reasons, each a rule. */
  enum Reason {
    ACT_OF_ADVOCACY("They spoke up for us because they wanted to."),
    MARQUEE_ADVOCATE(
        "A marquee account's advocate spoke up, and its executive sponsor has a reason to say hello."),
    GOOD_MOMENT(
        "Nothing stands between us, nothing is being asked of them, and it is a while since there was"
            + " something for them."),
    THEY_OFFERED("They offered, and an offer that nobody takes up is withdrawn in silence."),
    A_PEER_MAY_KNOW("They wait for an answer, and a peer may know it best."),
    GONE_QUIET("They were warm and have gone quiet, and nobody has heard why."),
    ROOM_AFTER_THE_ACT(
        "A surprise must never look like a price, so it waits a random number of days after the act."),
    ROOM_AROUND_AN_ASK(
        "We asked them for something lately, and a surprise near an ask would look like its price."),
    ROUND_THE_ACCOUNT("Somebody at their company was surprised lately; it goes round."),
    NOTHING_TO_OFFER(
        "Nothing that we can offer suits them now: what we offer is in `/vouch offers`, and what they"
            + " agree to in `/vouch who`."),
    NOT_OFFERED("Such a thing is not among what we can offer; see `/vouch offers`."),
    TIE_NOT_DISCLOSED(
        "They spoke up for us without saying what ties them to us, which readers ought to know."),
    FOR_A_COMPETITOR("They spoke up for another product instead of ours."),
    QUIET_HOURS("It waits for the working hours of the person it is for."),
    SWITCHED_OFF("Nudges are switched off in this workspace."),
    KIND_OFF("Nudges of this kind are switched off in this workspace."),
    HELD_OUT(
        "A few people, drawn by chance, get no such nudge this quarter, so that one can tell what nudges do."),
    NO_ACCOUNT("We do not know which account this person belongs to."),
    NO_OWNER("Nobody owns this account, so there is nobody to tell."),
    NOT_MARQUEE("Introductions to executives are for marquee accounts."),
    NO_SPONSOR("The account has no executive sponsor yet, and no executive on the roster is free."),
    ACT_WITHDRAWN(
        "The message was edited, deleted or corrected and is no act of advocacy any more."),
    FLAG_WITHDRAWN(
        "The message was edited, deleted or corrected and does not speak up for a competitor any more."),
    WORDS_WITHDRAWN("The message was edited, deleted or corrected and does not say that any more."),
    MOMENT_PASSED("What made it timely has passed: they have spoken since."),
    ANSWERED_MEANWHILE("It was answered meanwhile, or is not asked any more."),
    ROLE("What they are to us rules such a nudge out; `/vouch who` says why."),
    NOTHING_TO_DISCLOSE("No tie of theirs is on record, or they have said it."),
    INCENTIVISED(
        "Something in the message ties them to us, and a surprise on top would look like more of it."),
    TOO_LONG_AGO("It was said too long ago to act on now."),
    HAD_ONE_LATELY("This person was the reason for such a nudge not long ago."),
    OPTED_OUT("They wish no contact. Let us leave them in peace: nothing is suggested about them."),
    DECLINED("They have said no to such a thing, so it is not suggested."),
    PAUSED("Everything about this person is paused."),
    SNOOZED("Whoever it is for has asked for quiet until then."),
    DO_NOT_DISTURB("Whoever it is for does not want to be disturbed just now."),
    NOT_ANSWERED(
        "Three in a row had no answer, so nothing more is sent until whoever it is for wants it."),
    BETTER_FIRST("A few suggestions a day are enough, and others come before it."),
    ENOUGH_FOR_NOW("Whoever it is for has had as many messages as one should get in that time."),
    UNANSWERED("Nobody answered it in two weeks, so it is over."),
    QUIET_CHANNEL("It was said in a channel about which nothing is suggested."),
    FIX_FIRST(
        "Something stands between them and us. It is made good first, and until then nothing else is suggested.");

    private static final Map<String, Reason> BY_SENTENCE =
        Arrays.stream(values()).collect(Collectors.toMap(Reason::sentence, Function.identity()));

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** Why a nudge is over once the moment that it came of does not stand any more. */
    public static Reason over(Moment moment) {
      if (moment.isAct()) {
        return ACT_WITHDRAWN;
      }
      return switch (moment) {
        case FOR_A_COMPETITOR -> FLAG_WITHDRAWN;
        case SMALL_WIN -> WORDS_WITHDRAWN;
        case QUESTION -> ANSWERED_MEANWHILE;
        default -> MOMENT_PASSED;
      };
    }

    /** The rule that gave this reason; none where somebody answered, or Slack refused. */
    public static Optional<Reason> of(String sentence) {
      return Optional.ofNullable(BY_SENTENCE.get(sentence));
    }

    /** The reason in one plain sentence. */
    public String sentence() {
      return sentence;
    }
  }
}
