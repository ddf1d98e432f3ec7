package dev.vouch.sandbox.api;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.wire.SlackError;

/** What a Web API method does. */
interface Method {
  /**
   * Answers one call.
   *
   * @return the answer without its {@code ok}
   * @throws SlackError where Slack would answer {@code ok: false}
   */
  JsonObject answer(ApiCall call);
}
