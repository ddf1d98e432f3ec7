package dev.vouch.pipeline.nudge;

import com.google.gson.Gson;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.NudgeAnswer.Choice;
import dev.vouch.store.TestWorkspace;

/** Somebody of our own presses a nudge's button, and the worker does what comes of it. */
final class NudgePress {
  private NudgePress() {}

  static void press(TestWorkspace here, String nudge, Choice choice, String by) {
    here.store.append(
        new Envelope(
            choice + by + nudge + here.clock.instant(),
            here.team,
            Envelope.Type.NUDGE_ANSWER,
            new Gson().toJson(new NudgeAnswer(nudge, choice, by, here.team)),
            here.clock.instant()));
    here.worker.round();
  }
}
