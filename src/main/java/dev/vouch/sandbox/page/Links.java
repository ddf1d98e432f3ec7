package dev.vouch.sandbox.page;

import dev.vouch.sandbox.api.Tokens;
import dev.vouch.sandbox.api.WebApi;
import dev.vouch.sandbox.wire.HttpAnswer;
import dev.vouch.sandbox.wire.HttpCall;
import dev.vouch.sandbox.wire.Json;
import dev.vouch.sandbox.wire.SlackError;
import dev.vouch.sandbox.workspace.FileShelf;
import dev.vouch.sandbox.workspace.Workspace;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that Slack gives out: permalinks, response URLs, uploads, files, consent. */
public final class Links {
  private static final Pattern ARCHIVE =
      Pattern.compile("/archives/([A-Z0-9]+)(?:/p(\\d+)(\\d{6}))?");

  private final Workspace workspace;
  private final Tokens tokens;

  public Links(Workspace workspace, Tokens tokens) {
    this.workspace = workspace;
    this.tokens = tokens;
  }

  /** A permalink leads to its place on the page. */
  public HttpAnswer archive(HttpCall call) {
    Matcher link = ARCHIVE.matcher(call.path());
    if (!link.matches()) {
      return HttpAnswer.text(404, "That is no permalink.");
    }
    String to = "/?channel=" + link.group(1);
    if (link.group(2) != null) {
      to += "&ts=" + link.group(2) + "." + link.group(3);
    }
    String thread = call.query().getOrDefault("thread_ts", "");
    return HttpAnswer.redirect(thread.matches("\\d+\\.\\d{6}") ? to + "&thread=" + thread : to);
  }

  /** Takes an answer to a response URL. */
  public HttpAnswer response(HttpCall call) {
    try {
      workspace
          .responseUrls()
          .answer(
              call.rest("/response/"),
              Json.parseObject(call.bodyText())
                  .orElseThrow(() -> new SlackError("invalid_payload")));
      return HttpAnswer.text(200, "ok");
    } catch (SlackError e) {
      boolean gone = e.code().endsWith("_url");
      return HttpAnswer.json(gone ? 404 : 400, WebApi.failure(e));
    }
  }

  /** Takes the bytes of an announced file. */
  public HttpAnswer upload(HttpCall call) {
    try {
      workspace.files().fill(call.rest("/upload/"), call.body());
      return HttpAnswer.text(200, "OK - " + call.body().length);
    } catch (SlackError e) {
      return HttpAnswer.text(400, e.code());
    }
  }

  /** Shows pictures, and hands out everything else to be saved. */
  public HttpAnswer file(HttpCall call) {
    String id = call.rest("/files/");
    Optional<FileShelf.Shown> file = workspace.files().find(id);
    if (file.isEmpty()) {
      return HttpAnswer.text(404, "There is no such file.");
    }
    byte[] bytes = workspace.files().bytes(id).orElseThrow();
    HttpAnswer answer = HttpAnswer.of(200, file.get().type(), bytes);
    boolean picture = file.get().type().matches("image/(png|jpeg|gif)");
    return picture ? answer : answer.with("Content-Disposition", "attachment");
  }

  /** The consent page, which agrees at once; it sends nobody away from this machine. */
  public HttpAnswer authorize(HttpCall call) {
    Map<String, String> query = call.query();
    String back = query.getOrDefault("redirect_uri", "");
    if (!ownMachine(back)) {
      return HttpAnswer.text(400, "redirect_uri has to be an address of this machine.");
    }
    String state = URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8);
    String joint = back.contains("?") ? "&" : "?";
    return HttpAnswer.redirect(back + joint + "code=" + tokens.oauthCode() + "&state=" + state);
  }

  private static boolean ownMachine(String address) {
    try {
      URI uri = new URI(address);
      String host = String.valueOf(uri.getHost());
      return host.equals("localhost") || host.equals("127.0.0.1");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
