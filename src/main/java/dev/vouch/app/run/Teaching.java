package dev.vouch.app.run;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.learn.Memory;
import dev.vouch.pipeline.learn.Learning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What all workspaces learn from and with: the shipped models, their memory, one thread. */
final class Teaching {
  private Teaching() {}

  /** The shipped models; their memory is read for each training and not kept. */
  static Learning.Shipped shipped(Supplier<Classifier> classifier) {
    return new Learning.Shipped(classifier, Teaching::memory);
  }

  private static Memory memory() {
    try {
      return Memory.shipped();
    } catch (IOException e) {
      throw new UncheckedIOException("the memory in the program cannot be read", e);
    }
  }

  /**
   * One training at a time, however many workspaces there are, and last in line for a processor.
   */
  static ExecutorService thread() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, "vouch-teaching");
          thread.setDaemon(true);
          thread.setPriority(Thread.MIN_PRIORITY);
          return thread;
        });
  }
}
