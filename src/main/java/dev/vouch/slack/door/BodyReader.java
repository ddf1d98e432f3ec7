package dev.vouch.slack.door;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a body as it comes in, without a thread that waits for it. Bytes are copied together, so
 * that a body sent in a million tiny pieces takes no more room than any other.
 */
final class BodyReader implements Runnable {
  /** Most bodies of Slack's are shorter. */
  private static final int USUAL = 2_048;

  private final Content.Source source;
  private final int most;
  private final ByteArrayOutputStream bytes;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();

  private BodyReader(Content.Source source, int most) {
    this.source = source;
    this.most = most;
    this.bytes = new ByteArrayOutputStream(USUAL);
  }

  /** The body is longer than allowed; the rest of it was not read. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge(int most) {
      super("a body of more than " + most + " bytes");
    }
  }

  /**
   * @return the whole body; fails with {@link TooLarge} as soon as there is too much of it
   */
  static CompletableFuture<byte[]> read(Content.Source source, int most) {
    BodyReader reader = new BodyReader(source, most);
    reader.run();
    return reader.body;
  }

  @Override
  public void run() {
    try {
      while (!body.isDone()) {
        Content.Chunk chunk = source.read();
        if (chunk == null) {
          source.demand(this);
          return;
        }
        take(chunk);
      }
    } catch (RuntimeException e) {
      body.completeExceptionally(e);
    }
  }

  private void take(Content.Chunk chunk) {
    @Nullable Throwable failure = chunk.getFailure();
    if (failure != null) {
      body.completeExceptionally(failure);
      return;
    }
    if (bytes.size() + chunk.remaining() > most) {
      body.completeExceptionally(new TooLarge(most));
    } else {
      copy(chunk);
    }
    boolean last = chunk.isLast();
    chunk.release();
    if (last) {
      body.complete(bytes.toByteArray());
    }
  }

  private void copy(Content.Chunk chunk) {
    byte[] piece = new byte[chunk.remaining()];
    chunk.getByteBuffer().get(piece);
    bytes.writeBytes(piece);
  }
}
