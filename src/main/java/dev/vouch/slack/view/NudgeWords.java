package dev.vouch.slack.view;

import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
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
record NudgeWords(String lead, List<String> advice, String rule, String notification) {

  static NudgeWords of(Nudge nudge, UnaryOperator<String> names) {
    return switch (nudge.kind()) {
      case DELIGHT -> delight(nudge);
      case EXEC_INTRO -> intro(nudge, names);
      case DISCLOSURE_REMINDER -> reminder(nudge);
      case COMPETITOR_FLAG -> flag(nudge);
    };
  }

  /** What a kind of nudge is called where people read it. */
  static String label(NudgeKind kind) {
    return switch (kind) {
      case DELIGHT -> "Surprise";
      case EXEC_INTRO -> "Introduction";
      case DISCLOSURE_REMINDER -> "Disclosure";
      case COMPETITOR_FLAG -> "Competitor";
    };
  }

  private static NudgeWords delight(Nudge nudge) {
    String person = Lines.name(nudge.aboutName());
    return new NudgeWords(
        "%s spoke up for us. A small, personal surprise would be kind."
            .formatted(Lines.of(nudge.aboutName(), nudge.accountName())),
        List.of(
            why(
                nudge,
                "Why %s: they put their own name behind us in front of others.".formatted(person)),
            "*What you could do*\n"
                + "• Write a note by hand about something you enjoy in working with them.\n"
                + "• Ask somebody who builds the product to say hello to them in person.\n"
                + "• Offer an early look at something they care about, if there is one that fits.",
            "*Please do not mention the message.* Nothing is owed for it, and a surprise that"
                + " points at it would look like payment."),
        "Rule: at most one delight a person in a while, a random number of days after they spoke up, so"
            + " that it is never a payment. `/vouch why @person` shows every fact.",
        "%s spoke up for us: a good moment for a small surprise"
            .formatted(Lines.plainName(nudge.aboutName())));
  }

  private static NudgeWords intro(Nudge nudge, UnaryOperator<String> names) {
    String sponsor = nudge.sponsor() == null ? "" : names.apply(nudge.sponsor());
    String exec = nudge.sponsor() == null ? "An executive" : Lines.name(sponsor);
    String account = Lines.name(nudge.accountName());
    return new NudgeWords(
        "%s could say hello to %s."
            .formatted(exec, Lines.of(nudge.aboutName(), nudge.accountName())),
        List.of(
            why(
                nudge,
                "Why %s: executive sponsor of %s, one of our marquee accounts."
                    .formatted(exec, account)),
            "*What to bring up*\n"
                + "• What this person is working on now, and what would make it easier.\n"
                + "• Where the product is going: a question only an executive can answer.\n"
                + "• Nothing to sell and nothing to ask for.",
            "*Who else:* you, since they know you. Keep it to the three of you.",
            "*Let them bring up the message, if they want to.* Nothing is owed for it."),
        "Rule: a marquee account with a sponsor, and no other introduction suggested for this"
            + " person lately. `/vouch why @person` shows every fact.",
        "%s could say hello to %s"
            .formatted(
                nudge.sponsor() == null ? "An executive" : Lines.plainName(sponsor),
                Lines.plainName(nudge.aboutName())));
  }

  private static NudgeWords reminder(Nudge nudge) {
    return new NudgeWords(
        "%s spoke up for us and did not say what ties them to us."
            .formatted(Lines.of(nudge.aboutName(), nudge.accountName())),
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
        "%s spoke up for us without saying what ties them to us"
            .formatted(Lines.plainName(nudge.aboutName())));
  }

  private static NudgeWords flag(Nudge nudge) {
    return new NudgeWords(
        "%s spoke up for a competitor.".formatted(Lines.of(nudge.aboutName(), nudge.accountName())),
        List.of(
            told(nudge),
            "*No answer is wanted to the message itself.* What led to it is worth knowing: what"
                + " they asked and complained of lately is in `/vouch who @person`."),
        "Rule: words that promote another product instead of ours; for you alone, at most once in 30"
            + " days for each person. `/vouch why @person` shows every fact.",
        "%s spoke up for a competitor".formatted(Lines.plainName(nudge.aboutName())));
  }

  /** Why it comes, and what else there is to know. */
  private static String told(Nudge nudge) {
    String note = nudge.note() == null ? "" : "\n" + Mrkdwn.words(nudge.note(), 600);
    return "*Why you see this:* %s%s".formatted(Mrkdwn.words(nudge.reason(), 300), note);
  }

  private static String why(Nudge nudge, String whoLine) {
    String reason = Mrkdwn.words(nudge.reason(), 300);
    return "*Why now:* %s\n%s".formatted(reason, whoLine.replaceFirst("^(Why [^:]*:)", "*$1*"));
  }
}
