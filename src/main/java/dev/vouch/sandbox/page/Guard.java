package dev.vouch.sandbox.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps web pages of elsewhere from driving the sandbox, and gives each answer its safety headers.
 *
 * <p>A foreign Host is somebody's DNS pointing at this machine; a foreign Origin is a script of
 * another page. Neither has any business here.
 */
public final class Guard extends Handler.Wrapper {
  private final Set<String> hosts;
  private final Set<String> origins;
  private final String policy;

  /**
   * @param port the port that the sandbox listens on
   */
  public Guard(int port, Handler inner) {
    super(inner);
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
    policy =
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "connect-src 'self' ws://127.0.0.1:%1$d ws://localhost:%1$d; ".formatted(port)
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Security-Policy", policy);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    if (!welcome(request)) {
      response.setStatus(403);
      headers.put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
      response.write(
          true,
          ByteBuffer.wrap(
              "Only this machine's own pages may do that.".getBytes(StandardCharsets.UTF_8)),
          callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private boolean welcome(Request request) {
    HttpFields headers = request.getHeaders();
    Optional<String> origin = Optional.ofNullable(headers.get(HttpHeader.ORIGIN));
    Optional<String> host = Optional.ofNullable(headers.get(HttpHeader.HOST));
    return host.filter(hosts::contains).isPresent()
        && origin.map(origins::contains).orElse(true)
        && !(Request.getPathInContext(request).startsWith("/sandbox/") && crossSite(headers));
  }

  private static boolean crossSite(HttpFields headers) {
    String site = headers.get("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }
}
