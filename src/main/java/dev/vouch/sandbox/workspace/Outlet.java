package dev.vouch.sandbox.workspace;

import com.google.gson.JsonObject;

/** The way from the workspace to the app. Implementations are thread-safe. */
public interface Outlet {
  /** Sends an event without waiting; {@code wrapper} is the whole {@code event_callback}. */
  void event(JsonObject wrapper);

  /**
   * Sends something that a person waits for, and waits up to 3 s for the acknowledgement.
   *
   * @param type {@code slash_commands} or {@code interactive}
   */
  Reply ask(String type, JsonObject payload);

  /**
   * What came back.
   *
   * @param payload what the app acknowledged with; empty where it said nothing more
   */
  record Reply(Status status, JsonObject payload) {
    /** How an attempt ended. */
    public enum Status {
      ACKNOWLEDGED,
      TIMED_OUT,
      UNREACHABLE
    }

    public static Reply acknowledged(JsonObject payload) {
      return new Reply(Status.ACKNOWLEDGED, payload);
    }

    public static Reply failed(Status status) {
      return new Reply(status, new JsonObject());
    }
  }
}
