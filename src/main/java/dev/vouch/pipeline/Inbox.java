package dev.vouch.pipeline;

/** The durable way in: what it has taken is not lost, and comes out once. Thread-safe. */
public interface Inbox {

  /**
   * Stores an envelope. Only when this returns may Slack be told that all is well.
   *
   * @return false if an envelope of that id was stored before; it is not stored again
   * @throws Unavailable if it could not be stored, so Slack must send it again
   */
  boolean append(Envelope envelope);

  /** The inbox cannot take anything just now. */
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
