package dev.vouch.slack.door;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection to the HTTP door. Whoever has an answer later leaves it to the thread that reads
 * from the connection: woken once, that thread gives all answers that there are, and listens again.
 */
final class HttpLine extends SocketChannelEndPoint {
  private final ManagedSelector reader;
  private final DoorThreads threads;

  HttpLine(
      SocketChannel channel,
      ManagedSelector reader,
      SelectionKey key,
      Scheduler scheduler,
      DoorThreads threads) {
    super(channel, reader, key, scheduler);
    this.reader = reader;
    this.threads = threads;
  }

  static HttpLine of(Request request) {
    return (HttpLine) request.getConnectionMetaData().getConnection().getEndPoint();
  }

  /** Has an answer given soon; it may not wait for anything. */
  void answerSoon(Runnable answer) {
    reader.submit(selector -> threads.answer(answer));
  }
}
