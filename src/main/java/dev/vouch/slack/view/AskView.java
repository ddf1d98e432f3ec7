package dev.vouch.slack.view;

import dev.vouch.advocate.relationship.Asking.Refusal;
import dev.vouch.advocate.relationship.Topic;

/** Why a person is not to be asked now, and what would change it. */
public final class AskView {
  private AskView() {}

  public static Rendering refused(String name, Topic topic, Refusal why) {
    return Rendering.saying(
        "*Please do not ask %s for %s now,* because %s."
            .formatted(Lines.name(name), topic.wire(), why.words()),
        "What would change it: %s.".formatted(why.change()));
  }
}
