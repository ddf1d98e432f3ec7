package dev.vouch.slack.view.nudge;

import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a nudge says. Suggestions come from care for the person, not from what the person posted:
 * nothing here is a reward, and no text is offered for pasting. What only tells the owner something
 * suggests no word to the person.
 *
 * @param lead the point, in one sentence
 * @param advice paragraphs: why now, why this person, what one could do
 * @param rule the rule that brought it, with its reason
 */
public record NudgeWords(String lead, List<String> advice, String rule, String notification) {
  private static final String FACTS = " `/vouch why @person` shows every fact.";

  static NudgeWords of(Nudge nudge, UnaryOperator<String> names) {
    return switch (nudge.kind()) {
      case DELIGHT -> delight(nudge);
      case EXEC_INTRO -> intro(nudge, names);
      case OFFER_TO_VOUCH -> offer(nudge);
      case PEER_HELP -> question(nudge);
      case CHECK_IN -> silence(nudge);
      case DISCLOSURE_REMINDER -> reminder(nudge);
      case COMPETITOR_FLAG -> flag(nudge);
    };
  }

  /** What a kind of nudge is called where people read it. */
  public static String label(NudgeKind kind) {
    return switch (kind) {
      case DELIGHT -> "Surprise";
      case EXEC_INTRO -> "Introduction";
      case OFFER_TO_VOUCH -> "Offer";
      case PEER_HELP -> "Question";
      case CHECK_IN -> "Silence";
      case DISCLOSURE_REMINDER -> "Disclosure";
      case COMPETITOR_FLAG -> "Competitor";
    };
  }

  /** What a nudge is called: its kind, and the moment it came of where that says more. */
  static String title(Nudge nudge) {
    String kind = label(nudge.kind());
    String moment = nudge.moment().label();
    return kind.equals(moment) ? kind : kind + " · " + moment;
  }

  /** Where the words stand of which it came, or when what it came of was noted. */
  static String source(Nudge nudge) {
    MentionId mention = nudge.mention();
    return mention == null
        ? "Noted " + Mrkdwn.date(nudge.occasion().at())
        : "Said " + Lines.said(mention.at(), nudge.permalink());
  }

  private static NudgeWords delight(Nudge nudge) {
    String what = happened(nudge.moment());
    List<String> advice = new ArrayList<>(List.of(why(nudge), toDo(nudge)));
    advice.add(
        nudge.moment().isAct() || nudge.moment() == Moment.SMALL_WIN
            ? "*Please do not mention the message.* Nothing is owed for it, and a surprise that"
                + " points at it would look like payment."
            : "*Nothing is asked for with it.* Nothing is owed either, so it stands by itself.");
    return new NudgeWords(
        "%s %s. Something small and personal would be kind.".formatted(who(nudge), what),
        advice,
        "Rule: %s. A random number of days later, never near an ask, at most one a person in a while"
                .formatted(nudge.moment().rule())
            + " and seldom two at one company, so that it is never a payment."
            + FACTS,
        "%s %s: a good moment for a small surprise".formatted(plain(nudge), what));
  }

  /** What has happened, in words that follow a name. */
  private static String happened(Moment moment) {
    return switch (moment) {
      case DEFENCE -> "took our side where we were criticised";
      case RECOVERY -> "has a bad time with us behind them";
      case FIRST_ACT -> "spoke up for us for the first time";
      case MILESTONE -> "has come a long way with us";
      case RENEWAL -> "is a voice we hear often at a company that has just renewed";
      case NEW_MOTIVATOR -> "has something new that they would be glad of";
      case SMALL_WIN -> "told of something that works for them";
      default -> "spoke up for us";
    };
  }

  private static NudgeWords intro(Nudge nudge, UnaryOperator<String> names) {
    String sponsor = nudge.sponsor() == null ? "" : names.apply(nudge.sponsor());
    String exec = nudge.sponsor() == null ? "An executive" : Lines.name(sponsor);
    String account = Lines.name(nudge.accountName());
    return new NudgeWords(
        "%s could say hello to %s.".formatted(exec, who(nudge)),
        List.of(
            "*Why now:* %s\n*Why %s:* %s"
                .formatted(
                    Mrkdwn.words(nudge.reason(), 300),
                    exec,
                    nudge.note() == null
                        ? "executive sponsor of %s, one of our marquee accounts.".formatted(account)
                        : Mrkdwn.words(nudge.note(), 600)),
            "*Request introduction* asks them for you, sends them a brief and finds the time; or do it"
                + " yourself.",
            "*What to bring up*\n"
                + "• What this person is working on now, and what would make it easier.\n"
                + "• Where the product is going: a question only an executive can answer.\n"
                + "• Nothing to sell and nothing to ask for.",
            "*Who else:* you, since they know you. Keep it to the three of you.",
            "*Let them bring up the message, if they want to.* Nothing is owed for it."),
        "Rule: a marquee account with a sponsor or an executive who is free, and no other introduction suggested for this"
            + " person lately."
            + FACTS,
        "%s could say hello to %s"
            .formatted(
                nudge.sponsor() == null ? "An executive" : Lines.plainName(sponsor), plain(nudge)));
  }

  private static NudgeWords offer(Nudge nudge) {
    return new NudgeWords(
        "%s offers to speak for us.".formatted(who(nudge)),
        List.of(
            why(nudge),
            "*What you could do:* thank them today, in your own words. Say honestly whether there is"
                + " somebody whom it would help just now, how long it would take, and that a no is"
                + " always fine. What they agree to goes into `/vouch consent @person`.",
            "*Nothing is offered in return.* They offered, and a price would spoil it."),
        "Rule: %s; to whoever owns the account, at once.".formatted(nudge.moment().rule()) + FACTS,
        "%s offers to speak for us".formatted(plain(nudge)));
  }

  private static NudgeWords question(Nudge nudge) {
    return new NudgeWords(
        "%s asked something that nobody of us has answered.".formatted(who(nudge)),
        List.of(
            why(nudge),
            toDo(nudge),
            "*Answer it yourself if you can.* A peer is a second voice, not a way to leave them"
                + " waiting."),
        "Rule: %s.".formatted(nudge.moment().rule()) + FACTS,
        "%s waits for an answer that a peer may know".formatted(plain(nudge)));
  }

  private static NudgeWords silence(Nudge nudge) {
    return new NudgeWords(
        "%s was warm and has gone quiet.".formatted(who(nudge)),
        List.of(
            why(nudge),
            toDo(nudge),
            "*Ask for nothing with it.* Listen first: what has changed for them is worth knowing."),
        "Rule: %s; at most once in 90 days for each person.".formatted(nudge.moment().rule())
            + FACTS,
        "%s was warm and has gone quiet".formatted(plain(nudge)));
  }

  private static NudgeWords reminder(Nudge nudge) {
    return new NudgeWords(
        "%s spoke up for us and did not say what ties them to us.".formatted(who(nudge)),
        List.of(
            told(nudge),
            "*What it means:* readers weigh such words by what they know of the speaker, and rules"
                + " on endorsements (in the US 16 CFR 255.5) want a tie to be plain from the words"
                + " themselves. Until it is, the act weighs half of one that says so.",
            "*Please take it up privately, and only as a matter of rules:* in the programme's terms,"
                + " with whoever runs it. Vouch writes nothing to them, and nothing in public."),
        "Rule: an act of somebody with a tie on record, or whose role is one, that does not name it;"
            + " for you alone, at most one a week for each person. A tie that is over or wrong: `/vouch tie"
            + " @person`.",
        "%s spoke up for us without saying what ties them to us".formatted(plain(nudge)));
  }

  private static NudgeWords flag(Nudge nudge) {
    return new NudgeWords(
        "%s spoke up for a competitor.".formatted(who(nudge)),
        List.of(
            told(nudge),
            "*No answer is wanted to the message itself.* What led to it is worth knowing: what"
                + " they asked and complained of lately is in `/vouch who @person`."),
        "Rule: words that promote another product instead of ours; for you alone, at most once in 30"
            + " days for each person."
            + FACTS,
        "%s spoke up for a competitor".formatted(plain(nudge)));
  }

  private static String who(Nudge nudge) {
    return Lines.of(nudge.aboutName(), nudge.accountName());
  }

  private static String plain(Nudge nudge) {
    return Lines.plainName(nudge.aboutName());
  }

  /** Why it comes, and what else there is to know. */
  private static String told(Nudge nudge) {
    return "*Why you see this:* %s%s".formatted(Mrkdwn.words(nudge.reason(), 300), note(nudge));
  }

  private static String note(Nudge nudge) {
    return nudge.note() == null ? "" : "\n" + Mrkdwn.words(nudge.note(), 600);
  }

  /** Why now is the moment's, why them the policy's. */
  private static String why(Nudge nudge) {
    return "*Why now:* %s\n*Why them:* %s%s"
        .formatted(nudge.moment().now(), Mrkdwn.words(nudge.reason(), 300), note(nudge));
  }

  private static String toDo(Nudge nudge) {
    Advice advice = nudge.advice();
    return advice == null
        ? "*What you could do:* something small that fits this person; `/vouch offers` shows what we"
            + " can offer."
        : "*What you could do:* %s\n*Why this:* %s"
            .formatted(gesture(advice.gesture()), Mrkdwn.words(advice.why(), 600));
  }

  /** A gesture with what it takes of us. */
  static String gesture(Gesture gesture) {
    return "%s\n_(%s: %s of %s)_"
        .formatted(
            gesture.sentence(), gesture.label(), gesture.effort().label(), gesture.doer().label());
  }
}
