package dev.vouch.pipeline.reply;

import dev.vouch.nudge.ask.Ask;
import java.time.Instant;

/** Something that we asked of a person in a direct message, and that they have not answered. */
sealed interface Matter {

  /** The one of us who waits for the answer. */
  String staff();

  Instant at();

  /** As words that follow "about". */
  String words();

  /** An ask in the name of one of us. */
  record OfAsk(Ask ask) implements Matter {
    @Override
    public String staff() {
      return ask.by();
    }

    @Override
    public Instant at() {
      return ask.at();
    }

    @Override
    public String words() {
      return "your ask for " + ask.rung().label();
    }
  }

  /** Whether we may write to them. */
  record OfInvitation(String staff, Instant at) implements Matter {
    @Override
    public String words() {
      return "whether Vouch may write to them";
    }
  }
}
