package dev.vouch.slack.listen;

import com.slack.api.bolt.context.ActionRespondUtility;
import dev.vouch.slack.view.Rendering;
import java.io.IOException;

/**
 * What somebody alone is told over a response_url.
 *
 * @param instead whether it takes the place of the message that was pressed
 */
record Reply(Rendering said, boolean instead) {

  static Reply beside(Rendering said) {
    return new Reply(said, false);
  }

  static Reply instead(Rendering said) {
    return new Reply(said, true);
  }

  /** Tells them; App Home has no response_url, and nothing is said there. */
  void to(ActionRespondUtility context) throws IOException {
    if (context.getResponseUrl() == null) {
      return;
    }
    context.respond(
        note ->
            note.responseType("ephemeral")
                .replaceOriginal(instead)
                .text(said.text())
                .blocks(said.blocks()));
  }
}
