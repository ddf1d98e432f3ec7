package dev.vouch.pipeline;

/**
 * A failure as the log may show it: of what kind it was and where it happened. Its message is left
 * out, because libraries quote what they could not read; only what we or Slack's error codes say of
 * a call is kept.
 */
public final class Wordless extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Wordless(Throwable failure) {
    super(told(failure), failure.getCause() == null ? null : of(failure.getCause()), false, true);
    setStackTrace(failure.getStackTrace());
  }

  /** The failure and its causes without their messages. */
  public static Wordless of(Throwable failure) {
    return failure instanceof Wordless already ? already : new Wordless(failure);
  }

  /** The kind of failure, in a line. */
  public static String told(Throwable failure) {
    boolean ours = failure instanceof Messenger.Refused || failure instanceof Directory.Unreachable;
    return ours ? String.valueOf(failure.getMessage()) : failure.getClass().getName();
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
