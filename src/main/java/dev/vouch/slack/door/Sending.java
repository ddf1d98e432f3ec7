package dev.vouch.slack.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes a {@link Reply} to Jetty. */
final class Sending {
  private Sending() {}

  static void send(Reply reply, Response response, Callback callback) {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(reply.status());
    if (body.length > 0) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type() + "; charset=utf-8");
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  static Reply notAllowed(String allowed) {
    return Reply.text(405, "This address takes " + allowed + " only.").with("Allow", allowed);
  }

  /** An answer after which the connection is of no more use, since its request was not read. */
  static Reply last(Reply reply) {
    return reply.with("Connection", "close");
  }
}
