package dev.vouch.pipeline.reply;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.mention.Intent;

/** What our own words mean to the person whom they are about. */
public final class Kindly {
  private Kindly() {}

  /** What a message was taken for. */
  public static String label(Intent intent) {
    return switch (intent) {
      case ADVOCACY -> "a recommendation";
      case PRAISE -> "kind words";
      case AMPLIFICATION -> "agreeing with somebody";
      case QUESTION -> "a question";
      case COMPLAINT -> "something that went wrong";
      case SUGGESTION -> "an idea";
      case WARNING -> "critical words";
      case REWARD_SEEKING -> "a question about perks";
      case NEUTRAL -> "something else";
    };
  }

  /** What passed between us and them. */
  public static String passed(LedgerEntry.Kind kind) {
    return switch (kind) {
      case HELP -> "one of us helped you";
      case ANSWER -> "one of us answered you";
      case DELIGHT -> "a surprise for you";
      case PROMISE -> "something was promised to you";
      case PROMISE_KEPT -> "a promise to you was kept";
      case SUGGESTION_TAKEN -> "an idea of yours was taken up";
      case INCIDENT -> "something of ours failed you";
      case ACKNOWLEDGED -> "we said that we had heard you";
      case FIXED -> "something was mended for you";
      case FOLLOWED_UP -> "we asked whether all is well again";
      case ASK -> "we asked something of you";
      case ASK_ACCEPTED -> "you said yes to it";
      case ASK_DECLINED -> "you said no to it";
      case ASK_LATER -> "you would rather be asked later";
      case ASK_DONE -> "you did it";
      case REWARD_OFFER -> "something was offered to you";
      case REDEMPTION -> "you took what was offered";
      case PAUSED -> "messages were paused";
      case RESUMED -> "messages went on";
      case RENEWED -> "a contract was renewed";
      case INVITED -> "we asked whether we may write to you";
      case MERGED -> "two Slack accounts were taken to be yours";
      case UNMERGED -> "two Slack accounts were told apart again";
      case TAKEN_BACK -> "something that we had noted was taken back";
      case NUDGE, REACTION, SHARE, AGREED, DECLINED -> "something you did or chose";
    };
  }

  /** What somebody would be glad of. */
  public static String interest(Motivator motivator) {
    return switch (motivator) {
      case RECOGNITION -> "Being thanked or named";
      case ACCESS -> "Seeing new things early";
      case EXPERIENCE -> "Learning and events";
      case CAREER -> "My career";
      case PEERS -> "Meeting others who do what I do";
      case INFLUENCE -> "A say in what is built";
      case GIVING_BACK -> "Helping others";
    };
  }
}
