package dev.vouch.slack.view;

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

  private Actions() {}

  /** The action id of a nudge's button. */
  public static String nudge(Choice choice) {
    return NUDGE_PREFIX + choice.name().toLowerCase(Locale.ROOT);
  }
}
