package dev.vouch.slack.view;

import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import java.util.Locale;

/**
 * The ids of everything that people can press, open or fill in: views write them, listeners read
 * them.
 */
public final class Actions {
  /** The one slash command. */
  public static final String COMMAND = "/vouch";

  /** Callback of the message shortcut and of the modal that it opens. */
  public static final String SAVE_ADVOCACY = "save_advocacy";

  /** Opens the same form for a message that is shown somewhere; value: id of the mention. */
  public static final String CORRECT = "correct";

  /** Buttons of a nudge: this and the choice, for instance {@code nudge_doing}; value: nudge id. */
  public static final String NUDGE_PREFIX = "nudge_";

  /** The actions block that holds the buttons of a nudge, followed by its number on App Home. */
  public static final String NUDGE_BLOCK = "nudge_buttons";

  /** Buttons under what seems to drive somebody's acts; value: Slack id of the person. */
  public static final String PATTERN_CONFIRM = "pattern_confirm";

  public static final String PATTERN_DISMISS = "pattern_dismiss";

  public static final String PATTERN_UNDO = "pattern_undo";
  public static final String PATTERN_BLOCK = "pattern_buttons";

  /**
   * Whether two accounts are one human; value of the first: both Slack ids, with a blank between.
   */
  public static final String MERGE_YES = "merge_yes";

  public static final String MERGE_NO = "merge_no";
  public static final String MERGE_BLOCK = "merge_buttons";

  /** Brings App Home up to date. */
  public static final String HOME_REFRESH = "home_refresh";

  public static final String HOME_BLOCK = "home_buttons";

  /** Input blocks of the modal, each with one element of the same id. */
  public static final String SAVE_WHO = "save_who";

  public static final String SAVE_KIND = "save_kind";
  public static final String SAVE_WORDS = "save_words";

  /** Event type of the metadata that marks a nudge's message, and the key of its id in there. */
  public static final String NUDGE_METADATA = "vouch_nudge";

  public static final String NUDGE_METADATA_ID = "nudge";

  /** The same for the message of a digest, and the key of its day. */
  public static final String DIGEST_METADATA = "vouch_digest";

  public static final String DIGEST_METADATA_DAY = "day";

  /** The same for an answer to a direct message, and the key of that message's timestamp. */
  public static final String GREETING_METADATA = "vouch_greeting";

  public static final String GREETING_METADATA_TO = "to";

  /**
   * What people outside the company can press: this and the choice, for instance {@code own_stop}.
   */
  public static final String OWN_PREFIX = "own_";

  /** Blocks that hold those, under the first words of Vouch and elsewhere. */
  public static final String OWN_WELCOME_BLOCK = "own_welcome";

  public static final String OWN_BLOCK = "own_page";

  /** The form in which somebody says what is wrong, and its one field. */
  public static final String OWN_WRONG_FORM = "own_wrong_form";

  public static final String OWN_WRONG_WORDS = "own_wrong_words";

  /**
   * Buttons of what our own people are told of an introduction: this and the event, for instance
   * {@code introduction_approved}; value: id of the introduction. The menu has it in its block's
   * id.
   */
  public static final String INTRODUCTION_PREFIX = "introduction_";

  /** Asks the next best executive instead; value: id of the introduction, blank, Slack id. */
  public static final String INTRODUCTION_INSTEAD = "introduction_instead";

  /** The actions block of these, followed by a colon and the id of the introduction. */
  public static final String INTRODUCTION_BLOCK = "introduction_buttons";

  /** Event type of the metadata that marks an invitation, and the key of whom it went to. */
  public static final String INVITATION_METADATA = "vouch_invitation";

  public static final String INVITATION_METADATA_TO = "to";

  /** The same for a task, and the key of when it arose. */
  public static final String TASK_METADATA = "vouch_task";

  public static final String TASK_METADATA_AT = "at";

  /** Buttons with which one of us asks somebody for something, or not; value: a draft. */
  public static final String ASK_SEND = "ask_send";

  public static final String ASK_SELF = "ask_self";
  public static final String ASK_DROP = "ask_drop";

  /** Shows what an ask would take; value: a draft. */
  public static final String ASK_DRAFT = "ask_draft";

  /** The same for an ask that somebody wanted to have again; value: id of the ask. */
  public static final String ASK_AGAIN = "ask_again";

  /** What an approver says to an ask; value: id of the ask. */
  public static final String ASK_APPROVE = "ask_approve";

  public static final String ASK_REJECT = "ask_reject";

  /** The actions block that holds those. */
  public static final String ASK_BLOCK = "ask_buttons";

  /** What one of us reads in an answer that Vouch did not; with {@code _yes} and the like. */
  public static final String READ = "read_answer";

  /** The actions block that holds those. */
  public static final String READ_BLOCK = "read_buttons";

  /** The same for what is told of somebody's words, and the key of which. */
  public static final String REPLY_METADATA = "vouch_reply";

  public static final String REPLY_METADATA_OF = "message";

  /** Event type of the metadata that marks the message of an ask, and the key of its id. */
  public static final String ASK_METADATA = "vouch_ask";

  public static final String ASK_METADATA_ID = "ask";

  /** The block with the button that ends a silence; see {@link Choice#START_AGAIN}. */
  public static final String AGAIN_BLOCK = "again_buttons";

  /** The same as of a nudge for the message that begins it, and the key of when it began. */
  public static final String SILENCE_METADATA = "vouch_silence";

  public static final String SILENCE_METADATA_SINCE = "since";

  /** The same for what is said about a gift, and the key of its id. */
  public static final String GIFT_METADATA = "vouch_gift";

  public static final String GIFT_METADATA_ID = "gift";

  /** Buttons under a gift: this and what became of it; value: gift id. */
  public static final String GIFT_PREFIX = "gift_";

  public static final String GIFT_BLOCK = "gift_buttons";

  private Actions() {}

  /** The action id of the button that says what became of a gift: {@code gift_declined}. */
  public static String gift(GiftEvent.State state) {
    return GIFT_PREFIX + state.wire();
  }

  /** The action id of something that people outside the company can press. */
  public static String own(dev.vouch.pipeline.reply.Choice.Kind kind) {
    return OWN_PREFIX + kind.wire();
  }

  /** The action id of a button about an introduction. */
  public static String introduction(Event event) {
    return INTRODUCTION_PREFIX + event.wire();
  }

  /** The action id of a nudge's button. */
  public static String nudge(Choice choice) {
    return NUDGE_PREFIX + choice.name().toLowerCase(Locale.ROOT);
  }
}
