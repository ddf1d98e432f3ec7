package dev.vouch.pipeline.reply;

import dev.vouch.nudge.ask.Answer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Vouch says to somebody outside the company who wrote to it or pressed something. */
public sealed interface Reply {

  /** At the first contact: what Vouch is for, and what they can agree to. */
  record Welcome(OwnRecord own) implements Reply {}

  /** All that is held about them, and what they can do about it. */
  record Own(OwnRecord own, String note) implements Reply {}

  /** Words that ask for nothing that Vouch does. */
  record Hello(Language in) implements Reply {}

  /** Nothing is sent to them any more. */
  record Stopped(Language in) implements Reply {}

  /** They may have asked to stop; nothing is sent until they have answered. */
  record StopOrNot(Language in) implements Reply {}

  /** Nothing is sent until then; null where that has no end. */
  record Paused(@Nullable Instant until, Language in) implements Reply {}

  /** Whether all of it is to be erased. */
  record EraseOrNot(Language in) implements Reply {}

  /** All that was held about them is gone. */
  record Erased(Language in) implements Reply {}

  /**
   * They answered something that we asked.
   *
   * @param staff the name of whoever asked
   * @param until when they are asked again at the earliest; null where that is not what they said
   */
  record Taken(Answer.Kind kind, String staff, @Nullable Instant until, Language in)
      implements Reply {}

  /** What was held is in a file that went to them. */
  record Handed(Language in) implements Reply {}
}
