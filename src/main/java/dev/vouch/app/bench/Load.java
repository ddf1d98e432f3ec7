package dev.vouch.app.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends requests over keep-alive connections from one thread, so that it takes as little as can be
 * of the processors that it shares with what it measures. Answers have no body.
 */
final class Load implements AutoCloseable {
  private final Selector selector;
  private final Deque<Line> idle = new ArrayDeque<>();
  private final byte[][] requests;
  private final Histogram latency = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
  private int next;
  private long acknowledged;
  private long refused;

  /** What came of it; latencies in nanoseconds. */
  record Outcome(long acknowledged, long refused, double seconds, Histogram latency) {
    double perSecond() {
      return acknowledged / seconds;
    }

    double millis(double percentile) {
      return latency.getValueAtPercentile(percentile) / 1e6;
    }
  }

  private Load(Selector selector, byte[][] requests) {
    this.selector = selector;
    this.requests = requests;
  }

  /** A connection with what is on its way on it. */
  private static final class Line {
    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(4_096);
    private long since;

    Line(SocketChannel channel) {
      this.channel = channel;
    }
  }

  static Load open(int port, int connections, byte[][] requests) throws IOException {
    Load load = new Load(Selector.open(), requests);
    for (int i = 0; i < connections; i++) {
      SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Line line = new Line(channel);
      channel.register(load.selector, SelectionKey.OP_READ, line);
      load.idle.add(line);
    }
    return load;
  }

  /** Every connection sends its next request as soon as the last one was answered. */
  Outcome asFastAsPossible(double seconds) throws IOException {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    while (System.nanoTime() < end && next < requests.length) {
      while (!idle.isEmpty() && next < requests.length) {
        send(idle.poll(), System.nanoTime());
      }
      selector.select(this::read, 100);
    }
    double took = (System.nanoTime() - start) / 1e9;
    awaitAnswers();
    return new Outcome(acknowledged, refused, took, latency);
  }

  /**
   * Sends by a fixed schedule, however slow the answers are; latency counts from when a request
   * should have gone, so that waiting for a free connection is part of it.
   */
  Outcome atRate(int perSecond, double seconds) throws IOException {
    long start = System.nanoTime();
    long gap = 1_000_000_000L / perSecond;
    int count = (int) Math.min(requests.length, perSecond * seconds);
    while (next < count) {
      long now = System.nanoTime();
      while (next < count && !idle.isEmpty() && start + next * gap <= now) {
        send(idle.poll(), start + next * gap);
      }
      long wait = start + next * gap - System.nanoTime();
      if (wait > 2_000_000 || idle.isEmpty()) {
        selector.select(this::read, 1);
      } else {
        selector.selectNow(this::read);
        Thread.onSpinWait();
      }
    }
    awaitAnswers();
    return new Outcome(acknowledged, refused, (System.nanoTime() - start) / 1e9, latency);
  }

  private void awaitAnswers() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (idle.size() < selector.keys().size() && System.nanoTime() < end) {
      selector.select(this::read, 100);
    }
  }

  private void send(Line line, long since) throws IOException {
    ByteBuffer request = ByteBuffer.wrap(requests[next++]);
    line.since = since;
    while (request.hasRemaining()) {
      line.channel.write(request);
    }
  }

  private void read(SelectionKey key) {
    Line line = (Line) key.attachment();
    try {
      if (line.channel.read(line.answer) < 0) {
        throw new IOException("the connection was closed");
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (isWhole(line.answer)) {
      latency.recordValue(Math.max(0, System.nanoTime() - line.since));
      if (line.answer.get(9) == '2') {
        acknowledged++;
      } else {
        refused++;
      }
      line.answer.clear();
      idle.add(line);
    }
  }

  private static boolean isWhole(ByteBuffer answer) {
    int end = answer.position();
    return end >= 4
        && answer.get(end - 1) == '\n'
        && answer.get(end - 2) == '\r'
        && answer.get(end - 3) == '\n'
        && answer.get(end - 4) == '\r';
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
