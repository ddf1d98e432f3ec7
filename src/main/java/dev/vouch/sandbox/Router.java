package dev.vouch.sandbox;

import dev.vouch.sandbox.api.WebApi;
import dev.vouch.sandbox.page.Links;
import dev.vouch.sandbox.page.PageApi;
import dev.vouch.sandbox.wire.HttpAnswer;
import dev.vouch.sandbox.wire.HttpCall;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads each HTTP request to the part that answers it. */
final class Router extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final WebApi api;
  private final PageApi page;
  private final Links links;

  Router(WebApi api, PageApi page, Links links) {
    this.api = api;
    this.page = page;
    this.links = links;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpAnswer answer = answer(request);
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private HttpAnswer answer(Request request) {
    try {
      return route(read(request));
    } catch (CompletionException e) {
      return HttpAnswer.text(413, "That is too long, or it broke off.");
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.getMethod(), Request.getPathInContext(request), e);
      return HttpAnswer.text(500, "The sandbox itself has failed; its log says how.");
    }
  }

  private static HttpCall read(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
    }
    String query = request.getHttpURI().getQuery();
    return new HttpCall(
        request.getMethod(),
        request.getHttpURI().getPath(),
        query == null ? "" : query,
        headers,
        BufferUtil.toArray(Content.Source.asByteBufferAsync(request, MOST_BYTES).join()));
  }

  private HttpAnswer route(HttpCall call) {
    if (call.under("/api/")) {
      return api.answer(call.rest("/api/"), call);
    }
    if (call.under("/sandbox/")) {
      return page.answer(call);
    }
    if (call.method().equals("POST")) {
      return posted(call);
    }
    return call.method().equals("GET") ? got(call) : notFound();
  }

  private HttpAnswer posted(HttpCall call) {
    if (call.under("/response/")) {
      return links.response(call);
    }
    return call.under("/upload/") ? links.upload(call) : notFound();
  }

  private HttpAnswer got(HttpCall call) {
    if (call.path().equals("/") || call.under("/assets/")) {
      return page.file(call);
    }
    if (call.under("/archives/")) {
      return links.archive(call);
    }
    if (call.under("/files/")) {
      return links.file(call);
    }
    return call.path().equals("/oauth/v2/authorize") ? links.authorize(call) : notFound();
  }

  private static HttpAnswer notFound() {
    return HttpAnswer.text(404, "There is nothing here.");
  }
}
