package dev.vouch.app.slackexport;

import com.google.gson.JsonObject;

/**
 * Takes what an export holds, in the shape in which Slack would have sent it: inner events of type
 * {@code message} and {@code reaction_added}. The same event may come again.
 */
@FunctionalInterface
public interface ExportSink {
  void event(JsonObject slackEvent);
}
