package dev.vouch.sandbox.wire;

/** Something that a person tried in Slack and may not do, as one sentence for that person. */
public final class Refused extends RuntimeException {
  public Refused(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
