package dev.vouch.sandbox;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import com.slack.api.socket_mode.response.MapResponse;
import dev.vouch.sandbox.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An app on the real Socket Mode client, which writes down all it hears. */
final class ListeningApp implements AutoCloseable {
  private final SocketModeClient client;
  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
  private volatile boolean silent;
  private volatile Function<JsonObject, Map<String, Object>> answer = payload -> Map.of();

  private ListeningApp(SocketModeClient client) {
    this.client = client;
  }

  static ListeningApp connect(Sandbox sandbox) throws IOException {
    Slack slack = Lumo.slack(sandbox);
    SocketModeClient client =
        slack.socketMode(sandbox.appToken(), SocketModeClient.Backend.JavaWebSocket);
    ListeningApp app = new ListeningApp(client);
    client.addEventsApiEnvelopeListener(app::hear);
    client.addInteractiveEnvelopeListener(app::hear);
    client.addSlashCommandsEnvelopeListener(app::hear);
    client.connect();
    return app;
  }

  private void hear(SocketModeEnvelope envelope) {
    JsonObject payload = envelope.getPayload().getAsJsonObject();
    heard.add(payload);
    if (silent) {
      return;
    }
    Map<String, Object> said = answer.apply(payload);
    if (said.isEmpty()) {
      client.sendSocketModeResponse(
          AckResponse.builder().envelopeId(envelope.getEnvelopeId()).build());
    } else {
      client.sendSocketModeResponse(
          MapResponse.builder().envelopeId(envelope.getEnvelopeId()).payload(said).build());
    }
  }

  /** From now on acknowledges nothing, or acknowledges again. */
  void silent(boolean isSilent) {
    silent = isSilent;
  }

  void answer(Function<JsonObject, Map<String, Object>> newAnswer) {
    answer = newAnswer;
  }

  /** Everything heard so far. */
  List<JsonObject> heard() {
    return List.copyOf(heard);
  }

  /** The events heard of that type, or of that message subtype, without their wrappers. */
  List<JsonObject> events(String type) {
    return heard.stream()
        .map(payload -> Json.child(payload, "event"))
        .filter(
            event ->
                Json.text(event, "type").equals(type) || Json.text(event, "subtype").equals(type))
        .toList();
  }

  /** The last payload that was no event. */
  JsonObject lastInteraction() {
    List<JsonObject> all = heard.stream().filter(payload -> !payload.has("event")).toList();
    return all.get(all.size() - 1);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
