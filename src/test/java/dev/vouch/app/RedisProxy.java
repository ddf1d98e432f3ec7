package dev.vouch.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an app and its Redis and tells commands and answers apart, so that a test can stop
 * the app at one command, or have Redis be slow, hang or go away.
 */
final class RedisProxy implements AutoCloseable {
  private final URI redis;
  private final ServerSocket door;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "redis-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final List<Stop> stops = new CopyOnWriteArrayList<>();
  private volatile long delayNanos;
  private volatile CountDownLatch passage = new CountDownLatch(0);
  private volatile boolean gone;

  RedisProxy(URI redis) throws IOException {
    this.redis = redis;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** A command at which the app is stopped, the first time that it comes. */
  static final class Stop {
    private final Predicate<List<String>> command;
    private final boolean done;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Stop(Predicate<List<String>> command, boolean done) {
      this.command = command;
      this.done = done;
    }

    /** Waits until the app is there. */
    void await() throws InterruptedException {
      if (!reached.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the app never came to this command");
      }
    }

    void release() {
      released.countDown();
    }

    private boolean takes(List<String> words) {
      return command.test(words) && taken.compareAndSet(false, true);
    }

    private void hold() throws InterruptedException {
      reached.countDown();
      released.await();
    }
  }

  /** Keeps a command, and all after it on that connection, from Redis. */
  Stop before(Predicate<List<String>> command) {
    return add(new Stop(command, false));
  }

  /** Has Redis do a command, and keeps its answer from the app. */
  Stop after(Predicate<List<String>> command) {
    return add(new Stop(command, true));
  }

  private Stop add(Stop stop) {
    stops.add(stop);
    return stop;
  }

  /** The address of Redis as the app shall know it. */
  String url() {
    return redis.toString().replace(":" + redis.getPort(), ":" + door.getLocalPort());
  }

  /** Every answer comes so much later. */
  void slow(Duration delay) {
    delayNanos = delay.toNanos();
  }

  /** Nothing passes, and no connection ends. */
  void hang() {
    passage = new CountDownLatch(1);
  }

  /** Every connection ends, and so does every new one. */
  void leave() {
    gone = true;
    lines.forEach(Line::close);
  }

  /** All is well again. */
  void heal() {
    gone = false;
    delayNanos = 0;
    passage.countDown();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket app = door.accept();
        if (gone) {
          app.close();
        } else {
          new Line(app, new Socket(redis.getHost(), redis.getPort())).open();
        }
      } catch (IOException e) {
        // Closed by the test, or Redis is not there: the app sees its connection end.
      }
    }
  }

  /** A command that was passed on, whose answer is to come. */
  private record Passed(long atNanos, @Nullable Stop stop) {}

  /** One connection of the app and the one to Redis that belongs to it. */
  private final class Line {
    private final Socket app;
    private final Socket server;
    private final BlockingQueue<Passed> passed = new LinkedBlockingQueue<>();

    Line(Socket app, Socket server) {
      this.app = app;
      this.server = server;
    }

    void open() {
      lines.add(this);
      threads.execute(() -> run(this::commands));
      threads.execute(() -> run(this::answers));
    }

    private void run(Passing work) {
      try {
        work.run();
      } catch (IOException e) {
        // Either end hung up.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        close();
      }
    }

    private void commands() throws IOException, InterruptedException {
      InputStream from = new BufferedInputStream(app.getInputStream());
      OutputStream to = new BufferedOutputStream(server.getOutputStream());
      while (true) {
        byte[] command = Resp.next(from);
        Stop stop = stopAt(Resp.words(command));
        if (stop != null && !stop.done) {
          to.flush();
          stop.hold();
        }
        passage.await();
        passed.add(new Passed(System.nanoTime(), stop));
        to.write(command);
        if (from.available() == 0) {
          to.flush();
        }
      }
    }

    private @Nullable Stop stopAt(List<String> words) {
      return stops.stream().filter(stop -> stop.takes(words)).findFirst().orElse(null);
    }

    private void answers() throws IOException, InterruptedException {
      InputStream from = new BufferedInputStream(server.getInputStream());
      OutputStream to = app.getOutputStream();
      while (true) {
        byte[] answer = Resp.next(from);
        Passed command = passed.take();
        if (command.stop() != null && command.stop().done) {
          command.stop().hold();
        }
        TimeUnit.NANOSECONDS.sleep(command.atNanos() + delayNanos - System.nanoTime());
        passage.await();
        to.write(answer);
      }
    }

    void close() {
      lines.remove(this);
      for (Socket end : List.of(app, server)) {
        try {
          end.close();
        } catch (IOException e) {
          // It was closed already.
        }
      }
    }
  }

  /** What a thread of a connection does until it ends. */
  @FunctionalInterface
  private interface Passing {
    void run() throws IOException, InterruptedException;
  }

  @Override
  public void close() throws IOException {
    door.close();
    lines.forEach(Line::close);
    stops.forEach(Stop::release);
    heal();
    threads.shutdownNow();
  }
}
