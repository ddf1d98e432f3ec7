package dev.vouch.slack.view;

import java.util.List;

/**
 * What somebody sees when we failed: one kind sentence, and an id under which the log knows more.
 */
public final class ErrorView {
  private ErrorView() {}

  /** Something broke that the person cannot mend. */
  public static Rendering failed(String reference) {
    return of("Sorry, that did not work. Please try again in a minute.", reference);
  }

  /** Slack or our store cannot be reached just now. */
  public static Rendering notNow(String reference) {
    return of(
        "Sorry, I cannot reach everything I need just now. Please try again in a minute.",
        reference);
  }

  /** The same for what was decided, which is not lost. */
  public static Rendering kept(String reference) {
    return of(
        "Sorry, I cannot reach everything I need just now. What you decided is kept, and is done as"
            + " soon as I can.",
        reference);
  }

  /**
   * @param sentence ours, not somebody's words
   */
  public static Rendering of(String sentence, String reference) {
    return new Rendering(
        sentence,
        List.of(
            Kit.section(sentence),
            Kit.context(
                "If it keeps happening, give this reference to whoever runs Vouch: *%s*"
                    .formatted(Mrkdwn.words(reference, 60)))));
  }
}
