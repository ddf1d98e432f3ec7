package dev.vouch.sandbox.workspace;

import java.util.Map;

/**
 * What a person sees after they did something with the app.
 *
 * @param error Slack's own sentence when it failed, else ""
 * @param errors a sentence for each block of a modal that has to be filled in better
 */
public record Outcome(boolean ok, String error, Map<String, String> errors) {
  public Outcome {
    errors = Map.copyOf(errors);
  }

  static Outcome done() {
    return new Outcome(true, "", Map.of());
  }

  static Outcome failed(String sentence) {
    return new Outcome(false, sentence, Map.of());
  }

  static Outcome invalid(Map<String, String> errors) {
    return new Outcome(false, "Please look at the marked fields.", errors);
  }
}
