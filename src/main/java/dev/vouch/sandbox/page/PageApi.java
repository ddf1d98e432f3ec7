package dev.vouch.sandbox.page;

import com.google.gson.JsonObject;
import dev.vouch.sandbox.api.Faults;
import dev.vouch.sandbox.wire.HttpAnswer;
import dev.vouch.sandbox.wire.HttpCall;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.Refused;
import dev.vouch.sandbox.workspace.Channel;
import dev.vouch.sandbox.workspace.Person;
import dev.vouch.sandbox.workspace.Workspace;

/** What the browser page reads and does, and its own files. */
public final class PageApi {
  private final Workspace workspace;
  private final PageState state;
  private final Deeds deeds;

  public PageApi(Workspace workspace, Faults faults) {
    this.workspace = workspace;
    this.state = new PageState(workspace);
    this.deeds = new Deeds(workspace, faults);
  }

  /** Answers {@code /sandbox/...}. */
  public HttpAnswer answer(HttpCall call) {
    try {
      return switch (call.method() + " " + call.rest("/sandbox/")) {
        case "GET state" -> ok(state.state(viewer(call)));
        case "GET messages" -> ok(state.messages(viewer(call), channel(call)));
        case "GET home" -> ok(state.home(viewer(call)));
        case "POST do" -> act(call);
        default -> HttpAnswer.json(404, problem("There is nothing here."));
      };
    } catch (Refused e) {
      return HttpAnswer.json(403, problem(e.sentence()));
    } catch (IllegalArgumentException e) {
      return HttpAnswer.json(404, problem("That does not work: " + e.getMessage() + "."));
    }
  }

  private static HttpAnswer ok(JsonObject json) {
    return HttpAnswer.json(200, json).with("Cache-Control", "no-store");
  }

  private static JsonObject problem(String sentence) {
    return Json.object("ok", false, "error", sentence);
  }

  /** Who looks; somebody at first, until the page has chosen. */
  private Person viewer(HttpCall call) {
    String as = call.query().getOrDefault("as", "");
    if (!as.isEmpty()) {
      return workspace.roster().find(as);
    }
    return workspace.roster().people().stream()
        .filter(person -> person.kind() != Person.Kind.BOT)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is here yet"));
  }

  private Channel channel(HttpCall call) {
    Channel channel = workspace.conversations().find(call.query().getOrDefault("channel", ""));
    if (!channel.has(viewer(call).id())) {
      throw new Refused(viewer(call).name() + " is not in #" + channel.name() + ".");
    }
    return channel;
  }

  private HttpAnswer act(HttpCall call) {
    if (!call.header("content-type").orElse("").startsWith("application/json")) {
      return HttpAnswer.json(415, problem("Send JSON, please."));
    }
    return Json.parseObject(call.bodyText())
        .map(body -> ok(deeds.act(body)))
        .orElseGet(() -> HttpAnswer.json(400, problem("That is not JSON.")));
  }

  /** Answers {@code /} and {@code /assets/NAME}. */
  public HttpAnswer file(HttpCall call) {
    String name = call.path().equals("/") ? "index.html" : call.rest("/assets/");
    return Assets.find(name).orElseGet(() -> HttpAnswer.text(404, "There is no such file."));
  }
}
