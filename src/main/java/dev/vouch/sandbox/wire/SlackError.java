package dev.vouch.sandbox.wire;

import java.util.List;

/** A failure as the Web API reports it: a code, and sometimes sentences that name the place. */
public final class SlackError extends RuntimeException {
  private final String code;
  private final List<String> messages;

  public SlackError(String code) {
    this(code, List.of());
  }

  public SlackError(String code, List<String> messages) {
    super(messages.isEmpty() ? code : code + ": " + String.join("; ", messages));
    this.code = code;
    this.messages = List.copyOf(messages);
  }

  /** For instance {@code channel_not_found}. */
  public String code() {
    return code;
  }

  /** What Slack puts into {@code response_metadata.messages}; often none. */
  public List<String> messages() {
    return messages;
  }
}
