package dev.vouch.app;

import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.store.Store;
import dev.vouch.store.TestRedis;
import dev.vouch.store.TestWorkspace;
import dev.vouch.store.server.RedisAddress;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * An instance that dies at a certain one of its steps: before something is written to Redis, or
 * before or after something is said in Slack. From then on it neither reads nor writes nor speaks.
 */
final class Mortal implements AutoCloseable {
  private static final Set<String> WRITES =
      Set.of("EVALSHA", "EVAL", "SET", "DEL", "HSET", "HDEL", "ZADD", "ZREM", "SADD", "SREM");

  private final RedisProxy redis = new RedisProxy(TestRedis.address().uri());
  private final Store store;
  final Workspace workspace;
  private int left;
  private boolean dead;
  private String last = "nothing";

  /**
   * @param steps how many it takes before it dies
   */
  Mortal(TestWorkspace here, int steps) throws IOException {
    left = steps;
    redis.before(this::isStopped);
    store = Store.at(new RedisAddress(URI.create(redis.url()), false), here.clock);
    workspace = TestWorkspace.through(store, here, mortal(Messenger.class, here.messenger));
  }

  boolean isDead() {
    return dead;
  }

  /** The step at which it died. */
  String last() {
    return last;
  }

  private boolean isStopped(List<String> words) {
    if (dead || WRITES.contains(words.get(0)) && dies(told(words))) {
      redis.leave();
    }
    return false;
  }

  /** The command and, of a script, its first key. */
  private static String told(List<String> words) {
    return "before %s %s".formatted(words.get(0), words.get(Math.min(3, words.size() - 1)));
  }

  private synchronized boolean dies(String step) {
    if (!dead && left-- == 0) {
      dead = true;
      last = step;
    }
    return dead;
  }

  private <T> T mortal(Class<T> type, T line) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              if (method.getName().equals("within")) {
                return self;
              }
              return method.getName().equals("asks")
                  ? mortal(AskLine.class, (AskLine) method.invoke(line, args))
                  : said(line, method, args);
            }));
  }

  private Object said(Object line, Method method, Object[] args) throws Throwable {
    live("before " + method.getName());
    try {
      return method.invoke(line, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      live("after " + method.getName());
    }
  }

  private void live(String step) {
    if (dies(step)) {
      throw new IllegalStateException("this instance is dead");
    }
  }

  @Override
  public void close() throws IOException {
    store.close();
    redis.close();
  }
}
